"""Buildings, squares, quarters, bases, camps, parks, battlefields and places of history, from our tables sites_*.tsv.

`python -m maps.gazetteer.build.sites FILE...` checks tables: each place lies near the town that its line names, or in its country.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from maps.gazetteer.build import geometry, sources
from maps.gazetteer.build.borders import Borders
from maps.gazetteer.build.entry import Entry
from maps.gazetteer.build.towns import towns
from maps.gazetteer.folding import fold
from maps.place import Granularity

TOWN_KM = 60.0
"""How far a place may lie from the town that its line names."""
SAME_KM = 30.0
RANK = 60_000.0
"""As well known as a town of so many people."""
_RADIUS: dict[str, float] = {"site": 0.5, "neighbourhood": 2.0, "city": 2.0, "mountain": 5.0, "island": 10.0, "river": 50.0, "other": 10.0}
_COLUMNS = 7
_AROUND = (-0.1, 0.0, 0.1)


def sites(people: Sequence[Entry]) -> list[Entry]:
    """All places of the tables; those that the gazetteer has as a town under the same name near by are left out."""
    by_name = _by_name(people)
    out: dict[str, Entry] = {}
    for path in sorted(sources.TABLES.glob("sites_*.tsv")):
        for row in sources.table(path.stem, _COLUMNS):
            entry = _entry(row, by_name)
            known = by_name.get((fold(entry.name), entry.country), [])
            if any(geometry.km((t.lat, t.lon), (entry.lat, entry.lon)) < SAME_KM for t in known):
                continue
            out.setdefault(entry.id, entry)
    return list(out.values())


def _entry(row: Sequence[str], by_name: dict[tuple[str, str | None], list[Entry]]) -> Entry:
    name, other, lat, lon, country, town, kind = row[:_COLUMNS]
    granularity = next(one for one in get_args(Granularity) if one == kind)
    near = _town(town, country, float(lat), float(lon), by_name)
    return Entry(
        id=f"site:{fold(name).replace(' ', '-')}:{country.lower()}", name=name, lat=float(lat), lon=float(lon),
        radius_km=_RADIUS.get(granularity, 20.0), granularity=granularity, source="Dateline", rank=RANK, country=country or None,
        admin1=near.admin1 if near else None, admin2=near.admin2 if near else None, names=[name, *sources.listed(other)],
    )  # fmt: skip


def _by_name(people: Sequence[Entry]) -> dict[tuple[str, str | None], list[Entry]]:
    out: dict[tuple[str, str | None], list[Entry]] = defaultdict(list)
    for town in people:
        for name in dict.fromkeys(fold(name) for name in (*town.names, *town.other)):
            out[name, town.country].append(town)
    return out


def _town(name: str, country: str, lat: float, lon: float, by_name: dict[tuple[str, str | None], list[Entry]]) -> Entry | None:
    known = by_name.get((fold(name), country), []) if name not in ("", "-") else []
    return min(known, key=lambda t: (geometry.km((t.lat, t.lon), (lat, lon)), t.id), default=None)


def wrong(path: Path, by_name: dict[tuple[str, str | None], list[Entry]], borders: Borders) -> Iterator[str]:
    """What is amiss in a table, a line each: the line's number, what was given, what would be right."""
    seen: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = [cell.strip() for cell in line.split("|")]
        if not line or line.startswith("#"):
            continue
        if len(row) != _COLUMNS or not re.fullmatch(r"-?\d+(\.\d+)?\|-?\d+(\.\d+)?", f"{row[2]}|{row[3]}"):
            yield f"{number}: expected name | other;names | lat | lon | country | town | granularity, not {line}"
            continue
        name, _, lat, lon, country, town, kind = row
        if kind not in _RADIUS and kind not in ("region", "sea", "county"):
            yield f"{number}: {name}: granularity {kind!r} is none of {', '.join(_RADIUS)}, region, sea"
        if seen.setdefault(f"{fold(name)}/{country}", number) != number:
            yield f"{number}: {name} stands in line {seen[f'{fold(name)}/{country}']} already"
        at = float(lat), float(lon)
        if town not in ("", "-"):
            near = _town(town, country, *at, by_name)
            if near is None:
                yield f"{number}: {name}: the gazetteer knows no town {town!r} in {country}; take another one near by, or -"
            elif (far := geometry.km((near.lat, near.lon), at)) > TOWN_KM:
                yield f"{number}: {name}: lies {far:.0f} km from {town} ({near.lat:.2f}, {near.lon:.2f}); one of the two is wrong"
        elif country and kind != "sea":
            found = {borders.country([(at[0] + y, at[1] + x)]) for y in _AROUND for x in _AROUND} - {None}
            if found and country not in found:
                yield f"{number}: {name}: {lat}, {lon} lies in {', '.join(sorted(filter(None, found)))}, not in {country}"


def main(paths: Sequence[str]) -> int:
    """Check tables; the number of wrong lines is told, and 1 answered where there are any."""
    by_name, borders, bad = _by_name(towns()), Borders(), 0
    for path in map(Path, paths):
        found = list(wrong(path, by_name, borders))
        bad += len(found)
        sys.stdout.write("".join(f"{path.name}:{one}\n" for one in found) + f"{path.name}: {len(found)} wrong\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
