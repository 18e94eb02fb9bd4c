"""Measures the gazetteer (size, opening, look-ups) and, where the gold data lie beside the repository, the places stage.

usage: python bench/places.py [--gold]

--gold reads every document of ../shared/gold/places with the English model (minutes) and prints the scorer's figures, with words for
people ("Kenyan") and without them: corpora differ in whether they mark them.
"""

import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType

from maps.gazetteer.gazetteer import EMBEDDED, Gazetteer
from timeline.records import Document

SHARED = Path(__file__).parents[1] / ".." / "shared"


def gazetteer_figures() -> dict[str, float]:
    """Size in MB, seconds to open, look-ups a second (half of them of names that are not there)."""
    began = time.perf_counter()
    gazetteer = Gazetteer()
    opened = time.perf_counter() - began
    names = [head.decode() for head in gazetteer._heads if head[:1].isalpha()][::2]
    names += [f"xq {name}" for name in names]
    began = time.perf_counter()
    for name in names:
        gazetteer.lookup(name)
    rate = len(names) / (time.perf_counter() - began)
    return {"size_mb": EMBEDDED.stat().st_size / 2**20, "open_ms": opened * 1000, "lookups_per_second": rate}


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tasks", SHARED / "score" / "tasks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stage_figures(corpus: str) -> None:
    from timeline.language import load
    from timeline.places import find_places

    tasks, english, gazetteer = scorer(), load(), Gazetteer()
    data, seconds, words = [], 0.0, 0
    for row in tasks.rows(SHARED / "gold" / "places" / f"{corpus}.jsonl"):
        document = Document(
            id=row["id"],
            source=corpus,
            title=row.get("title"),
            text=row["text"],
            published=None,
            published_basis=None,
            language="en",
            digest="",
        )
        parsed = english.parse(document)
        began = time.perf_counter()
        mentions = find_places(parsed, gazetteer)
        seconds, words = seconds + time.perf_counter() - began, words + len(row["text"].split())
        data.append((row, mentions))
    for demonyms in (True, False):
        pairs = [(row, {"places": [as_row(m) for m in mentions if demonyms or not m.demonym]}) for row, mentions in data]
        print(
            corpus, "with demonyms" if demonyms else "without", json.dumps(tasks.score_places(pairs, [])), f"{words / seconds:,.0f} words/s"
        )


def as_row(mention) -> dict[str, object]:
    place = mention.place
    return {
        "start": mention.start, "end": mention.end, "text": mention.text, "name": place and place.name, "country": place and place.country,
        "lat": place and place.lat, "lon": place and place.lon,
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(gazetteer_figures()))
    if "--gold" in sys.argv:
        for name in ("lgl-dev", "geovirus-dev", "tud-dev"):
            stage_figures(name)
