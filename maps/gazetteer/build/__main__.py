"""Compiles `world.bin` from the sources beside the repository: `python -m maps.gazetteer.build`."""

import sys
from pathlib import Path

from maps.gazetteer.build import licences, sources, writer
from maps.gazetteer.build.countries import continents, countries, world_regions
from maps.gazetteer.build.entry import Entry, apart
from maps.gazetteer.build.features import features
from maps.gazetteer.build.regions import first_level, second_level
from maps.gazetteer.build.sites import SAME_KM, sites
from maps.gazetteer.build.towns import towns
from maps.gazetteer.folding import fold

TARGET = Path(__file__).parents[1] / "world.bin"


def build(target: Path) -> None:
    """Read every source and write the gazetteer to `target`."""
    people = towns()
    nations = countries()
    capitals = _capitals(people)
    first, outlines = first_level(people)
    regions = [*world_regions(), *first]
    entries = [*nations, *continents(nations), *regions, *second_level(people, outlines), *features(nations, regions, people)]
    entries += apart(sites(people), entries, SAME_KM)
    writer.write(target, [*entries, *people], capitals, _metonyms(people))


def _capitals(people: list[Entry]) -> dict[str, Entry]:
    """The largest place of the capital's name in each country."""
    by_name: dict[tuple[str, str | None], Entry] = {}
    for entry in people:
        for name in (*entry.names, *entry.other):
            key = (fold(name), entry.country)
            if key not in by_name or by_name[key].population < entry.population:
                by_name[key] = entry
    seats = {row[0]: row[5] for row in sources.geonames_rows("countryInfo.txt") if row[5] and row[0] != "ISO"}
    found = {code: by_name.get((fold(_SEATS.get(seat, seat)), code)) for code, seat in seats.items()}
    capitals = {code: entry for code, entry in found.items() if entry is not None}
    for entry in capitals.values():
        entry.rank = entry.rank * 3 + 200_000
    return capitals


_SEATS = {"Washington": "Washington, D.C."}
"""GeoNames' name of a capital where its table of countries has another."""


def _metonyms(people: list[Entry]) -> dict[str, Entry]:
    largest: dict[tuple[str, str | None], Entry] = {}
    for entry in sorted(people, key=lambda e: e.population):
        for name in entry.names:
            largest[fold(name), entry.country] = entry
    out = {}
    for name, seat in sources.table("metonyms", 2):
        city, country = seat.split(",")
        out[name] = largest[fold(_SEATS.get(city, city)), country]
    return out


if __name__ == "__main__":
    build(TARGET)
    licences.write(TARGET.with_name("LICENCES.md"), sources.used, TARGET)
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes; sources and digests in LICENCES.md\n")
