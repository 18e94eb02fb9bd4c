"""Stories that we wrote and annotated, as text files in training/stories/, to the shape of the stories under gold.

`python -m training.heads.written FILE...` checks files and says what is wrong, where, and what would have been right. The form is told in
training/stories/README.md.
"""

import itertools
import json
import re
import sys
from pathlib import Path
from typing import Any

from timeline.language.sentences import segments
from timeline.language.signals import STATUSES
from timeline.language.tokens import tokenise
from timeline.times.edtf import from_edtf
from training.heads.drafts import TYPES
from training.paths import ROOT

FOLDER = ROOT / "training" / "stories"
GRANULARITIES = frozenset("country region county city neighbourhood site sea other".split())
FIELDS = ("id", "type", "status", "date", "actors", "targets", "place", "origin", "weight")
_MARK = re.compile(r"\{((?:e\d+,)*e\d+):([^{}]+)\}")
_PLACE = re.compile(
    r"(?P<text>.+?) = (?P<name>.+); (?P<country>[A-Z]{2}|-); (?P<lat>-?[\d.]+|-), ?(?P<lon>-?[\d.]+|-); (?P<granularity>[a-z]+)"
)

Story = dict[str, Any]


class Wrong(ValueError):
    """A story file that does not keep to the form."""


def read(path: Path) -> Story:
    """One file as a gold story: id, title, published, text, events, order. Raises Wrong with the line that is amiss."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    marked, divider, annotation = rest.partition("\n---\n")
    if not divider or fields.keys() != {"title", "published", "origin"}:
        raise Wrong("expected lines title:, published: and origin:, a blank line, the text, a line ---, the events")
    text, mentions = _unmark(marked.strip())
    events, order = [], []
    for line in filter(None, map(str.strip, annotation.splitlines())):
        if line.startswith("order:"):
            order += [pair for chain in line[6:].split(",") for pair in _pairs(chain)]
        else:
            events.append(_event(line, text, mentions))
    known = [event["id"] for event in events]
    if loose := sorted(mentions.keys() ^ set(known)):
        raise Wrong(f"events without a line or lines without a mark: {', '.join(loose)}")
    if unknown := sorted({one for pair in order for one in pair} - set(known)):
        raise Wrong(f"order names {', '.join(unknown)}, which are no events")
    if len(set(known)) < len(known):
        raise Wrong("an event has two lines")
    published = None if fields["published"] == "-" else fields["published"]
    return {"id": path.stem, "title": fields["title"], "published": published, "text": text, "events": events, "order": order}


def _unmark(marked: str) -> tuple[str, dict[str, list[dict[str, Any]]]]:
    """The plain text and every event's mentions."""
    out, at, mentions = "", 0, {}
    for mark in _MARK.finditer(marked):
        out += marked[at : mark.start()]
        at = mark.end()
        span = {"start": len(out), "end": len(out) + len(mark[2]), "text": mark[2]}
        out += mark[2]
        for name in mark[1].split(","):
            mentions.setdefault(name, []).append(span)
    out += marked[at:]
    if "{" in out or "}" in out:
        raise Wrong(f"a brace that is no mark of the form {{e1:words}}: …{out[max(0, out.find('{') - 20) : out.find('{') + 30]}…")
    return out, mentions


def _event(line: str, text: str, mentions: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    values = [value.strip() for value in line.split("|")]
    if len(values) != len(FIELDS):
        raise Wrong(f"{len(values)} fields where {len(FIELDS)} are wanted ({' | '.join(FIELDS)}): {line}")
    row = dict(zip(FIELDS, values, strict=True))
    date = None if row["date"] == "-" else row["date"]
    for name, known in (("type", TYPES), ("status", STATUSES), ("weight", ("main", "optional"))):
        if row[name] not in known:
            raise Wrong(f"{row['id']}: {name} {row[name]!r} is none of {', '.join(sorted(known))}")
    try:
        _ = date and from_edtf(date)
    except ValueError as error:
        raise Wrong(f"{row['id']}: date {date!r}: {error}") from error
    actors, targets = (_list(row[name]) for name in ("actors", "targets"))
    if stray := [name for name in targets if name not in actors]:
        raise Wrong(f"{row['id']}: targets stand among the actors too; {', '.join(stray)} does not")
    return {
        "id": row["id"],
        "mentions": mentions.get(row["id"], []),
        "quote": _sentence(text, mentions.get(row["id"], [])),
        "type": row["type"],
        "actors": actors,
        "targets": targets,
        "place": _place(row["place"], row["id"], text),
        "origin": _place(row["origin"], row["id"], text),
        "date": date,
        "status": row["status"],
        "optional": row["weight"] == "optional",
    }


def _sentence(text: str, spans: list[dict[str, Any]]) -> str:
    words = tokenise(text)
    for part in segments(text, words):
        start, end = words[part.first][0], words[part.last - 1][1]
        if spans and start <= spans[0]["start"] < end:
            return text[start:end]
    return ""


def _list(value: str) -> list[str]:
    return [] if value == "-" else [name.strip() for name in value.split(";") if name.strip()]


def _place(value: str, event: str, text: str) -> dict[str, Any] | None:
    if value == "-":
        return None
    found = _PLACE.fullmatch(value)
    if not found:
        raise Wrong(f"{event}: a place is 'words in text = Name; CC; lat,lon; granularity' (-,- for the Moon), not {value!r}")
    if found["text"] not in text:
        raise Wrong(f"{event}: {found['text']!r} does not stand in the text")
    if found["granularity"] not in GRANULARITIES:
        raise Wrong(f"{event}: granularity {found['granularity']!r} is none of {', '.join(sorted(GRANULARITIES))}")
    lat, lon = (None if found[name] == "-" else float(found[name]) for name in ("lat", "lon"))
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise Wrong(f"{event}: latitude {lat}, longitude {lon} is nowhere on Earth")
    country = None if found["country"] == "-" else found["country"]
    return {"text": found["text"], "name": found["name"], "country": country, "lat": lat, "lon": lon, "granularity": found["granularity"]}


def _pairs(chain: str) -> list[list[str]]:
    names = [name.strip() for name in chain.split("<")]
    return [[a, b] for a, b in itertools.pairwise(names)]


def stories(folder: Path = FOLDER) -> list[Story]:
    """All our stories, by name."""
    return [read(path) for path in sorted(folder.glob("*.txt"))]


def held_out() -> set[str]:
    """The names of our stories that train nothing: a fixed list, so that a story once held out stays so when others are added."""
    return set((FOLDER / "HELD").read_text(encoding="utf-8").split())


def main(paths: list[str]) -> int:
    """Check the files; --gold FOLDER first: write them there as gold stories too."""
    folder = Path(paths[1]) if paths[:1] == ["--gold"] else None
    bad = count = 0
    for path in map(Path, paths[2:] if folder else paths):
        try:
            story = read(path)
        except (Wrong, ValueError) as error:
            bad += 1
            print(f"{path}: {error}")
            continue
        count += len(story["events"])
        if folder:
            (folder / f"{story['id']}.json").write_text(json.dumps(story, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(paths) - bad - 2 * bool(folder)} stories, {count} events, {bad} wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
