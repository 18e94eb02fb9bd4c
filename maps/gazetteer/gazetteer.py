"""Look-ups in the embedded gazetteer: which places bear a name, what lies in what."""

import json
import math
import mmap
import sys
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from maps.distance import EARTH_KM, distance_km
from maps.gazetteer.folding import fold, without_article
from maps.gazetteer.format import (
    ABBREVIATION,
    DEMONYM,
    GRANULARITIES,
    HEADER,
    MAGIC,
    NEWLINE,
    OWN_ID,
    RECORD,
    UNIT_DEG,
    UNIT_KM,
    USUAL,
    unpack_rows,
)
from maps.place import Place

EMBEDDED = Path(__file__).parent / "world.bin"
LONGEST_MATCH = 7
"""Words of the longest name that `match` looks for."""


class Gazetteer:
    """Names to places, from one read-only memory-mapped file. Safe to share between threads and across forks."""

    def __init__(self, path: Path = EMBEDDED) -> None:
        """Open the file that `maps.gazetteer.build` wrote; ValueError where it is none, OSError where it cannot be read."""
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, *lengths = HEADER.unpack_from(self._map)
        if magic != MAGIC:
            message = f"{path.name} is not a gazetteer of this version: build it anew with python -m maps.gazetteer.build"
            raise ValueError(message)
        ends = [HEADER.size]
        for length in lengths:
            ends.append(ends[-1] + length)
        meta, heads, self._keys_at, self._places_at, self._names_at, _ = ends
        self._meta = json.loads(self._map[meta:heads])
        heads_text, offsets = self._map[heads : self._keys_at].split(b"\n\n", 1)
        self._heads = heads_text.split(NEWLINE)
        self._offsets = array("I", offsets)
        if sys.byteorder == "big":
            self._offsets.byteswap()
        self._offsets.append(self._places_at - self._keys_at)
        self._row = lru_cache(maxsize=1 << 16)(self._read_row)
        self._members = {ident: frozenset(codes) for ident, codes in self._meta["members"].items()}

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Every place of that name, most prominent first; () where there is none.

        Case, accents, apostrophes and hyphens do not count, nor "the" or "Saint" for "St."; "US", "Tenn." and "TN" are read as
        abbreviations because they are written in capitals or with a point.
        """
        rows = self._rows_of(name)
        return tuple(self._row(row & ~USUAL) for row in rows)

    def usual(self, name: str) -> frozenset[str]:
        """The ids of the places of which this is a usual name, not one among their other names."""
        return frozenset(self._row(row & ~USUAL).id for row in self._rows_of(name) if row & USUAL)

    def known(self, name: str) -> bool:
        """Whether `lookup` would find anything, without building it."""
        return bool(self._rows_of(name))

    def abbreviation(self, word: str) -> tuple[Place, ...]:
        """The regions and countries that an abbreviation stands for ("Tenn.", "TN", "U.K."); points and spaces do not count."""
        return tuple(self._row(row & ~USUAL) for row in self._abbreviated(word))

    def demonym(self, word: str) -> tuple[Place, ...]:
        """Where the people so called come from ("Kenyan", "Texans", "Parisian"), most prominent first."""
        key = fold(word)
        rows = self._find(DEMONYM + key) or (self._find(DEMONYM + key[:-1]) if key.endswith("s") else [])
        return tuple(self._row(row & ~USUAL) for row in rows)

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code (any case)."""
        row = self._meta["countries"].get(code.upper())
        return self._row(row) if row else None

    def country_name(self, code: str) -> str:
        """A country's usual English name; the code itself where it is not known."""
        place = self.country(code)
        return place.name if place else code

    def capital(self, code: str) -> Place | None:
        """The capital of a country, by ISO 3166-1 alpha-2."""
        row = self._meta["capitals"].get(code.upper())
        return self._row(row) if row else None

    def is_capital(self, place: Place) -> bool:
        """Whether a city is its country's capital."""
        return place.granularity == "city" and place.country is not None and self.capital(place.country) == place

    def metonym(self, name: str) -> Place | None:
        """The city of the seat that a name stands for ("the Kremlin"), or None."""
        row = self._meta["metonyms"].get(fold(name))
        return self._row(row) if row else None

    def members(self, place: Place) -> frozenset[str]:
        """Countries (ISO 3166-1 alpha-2) of a continent or world region; empty for any other place."""
        return self._members.get(place.id, frozenset())

    def contains(self, outer: Place, inner: Place) -> bool:
        """Whether `inner` lies in `outer`, by country and region codes, else by distance from its centre."""
        if outer.id == inner.id:
            return False
        if outer.granularity == "country":
            return inner.country == outer.country and inner.country is not None
        members = self.members(outer)
        if members:
            return inner.country in members
        if outer.country is not None and inner.country is not None and outer.country != inner.country:
            return False
        if outer.granularity == "region" and outer.id.startswith(("admin1:", "geonames:")) and inner.admin1 is not None:
            return inner.admin1 == outer.name and inner.granularity not in ("region", "country")
        if outer.granularity == "county":
            return inner.granularity in ("city", "site", "neighbourhood") and inner.admin1 == outer.admin1 and _in_county(outer, inner)
        return inner.radius_km < outer.radius_km and distance_km(outer, inner) <= 1.3 * outer.radius_km

    def match(self, words: Sequence[str], start: int) -> int:
        """How many words from `start` on form the longest known name (0: none); at most seven are tried."""
        for count in range(min(LONGEST_MATCH, len(words) - start), 0, -1):
            if self.known(" ".join(words[start : start + count])):
                return count
        return 0

    def nearest(self, lat: float, lon: float, *, within_km: float = math.inf) -> Place | None:
        """The populated place nearest to a point (degrees, WGS 84) by great circle, None where none lies within `within_km`."""
        import numpy as np

        rows, points = self._points
        point = np.radians([lat, lon])
        towards = np.array([np.cos(point[0]) * np.cos(point[1]), np.cos(point[0]) * np.sin(point[1]), np.sin(point[0])])
        cosines = points @ towards
        best = int(np.argmax(cosines))
        km = EARTH_KM * math.acos(min(1.0, max(-1.0, float(cosines[best]))))
        return self._row(int(rows[best])) if km <= within_km else None

    @cached_property
    def _points(self) -> tuple[Any, Any]:
        """Rows of the populated places, and their unit vectors."""
        import numpy as np

        record = np.dtype([("head", "V5"), ("kind", "u1"), ("mid", "V6"), ("lat", "<i4"), ("lon", "<i4"), ("tail", "V11")])
        records = np.frombuffer(self._map[self._places_at : self._names_at], dtype=record)
        rows = np.flatnonzero((records["kind"] & 0xF) == GRANULARITIES.index("city"))
        lat, lon = (np.radians(records[axis][rows] * UNIT_DEG) for axis in ("lat", "lon"))
        return rows, np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)

    def _rows_of(self, name: str) -> list[int]:
        short = name[4:] if name[:4] in ("the ", "The ", "THE ") else name
        rows = self._abbreviated(short) if len(short) < 10 and (short.isupper() or "." in short) else []
        key = fold(name)
        if not key or (rows and not short.isupper()):
            return rows
        found = self._find(key)
        if not found and not rows and (bare := without_article(name)):
            found = self._find(bare)
        short_rows = {row & ~USUAL for row in rows}
        return [row | USUAL for row in rows] + [row for row in found if row & ~USUAL not in short_rows] if rows else found

    def _abbreviated(self, word: str) -> list[int]:
        """Rows of an abbreviation; one with small letters ("La.") is a region's or country's, not a city's ("L.A.")."""
        rows = self._find(ABBREVIATION + _bare(word))
        return rows if word.isupper() else [row for row in rows if self._row(row & ~USUAL).granularity != "city"]

    def _find(self, key: str) -> list[int]:
        wanted = key.encode("utf-8", "replace")
        block = bisect_right(self._heads, wanted) - 1
        if block < 0:
            return []
        begin, end = self._keys_at + self._offsets[block], self._keys_at + self._offsets[block + 1]
        at = self._map.find(NEWLINE + wanted, begin, end)
        if at < 0:
            return []
        at += len(wanted) + 1
        stop = self._map.find(NEWLINE, at, end)
        packed = self._map[at : stop if stop >= 0 else end]
        return unpack_rows(packed) if packed and packed[0] & 0x80 else []

    def _read_row(self, row: int) -> Place:
        at, length, kind, country, source, admin1, admin2, lat, lon, radius, population, ident, renown = RECORD.unpack_from(
            self._map, self._places_at + row * RECORD.size
        )
        name = self._map[self._names_at + at : self._names_at + at + length].decode()
        if kind & OWN_ID:
            own, name = name.split("\t")
        else:
            own = f"geonames:{ident}"
        return Place(
            name=name,
            country=self._meta["codes"][country] or None,
            admin1=self._row(admin1).name if admin1 else None,
            admin2=self._row(admin2).name if admin2 else None,
            lat=round(lat * UNIT_DEG, 5),
            lon=round(lon * UNIT_DEG, 5),
            radius_km=round(radius * UNIT_KM, 1),
            granularity=GRANULARITIES[kind & 0xF],
            id=own,
            source=self._meta["sources"][source],
            population=population,
            renown=renown,
        )


def _bare(word: str) -> str:
    return word.replace(".", "").replace(" ", "").upper()


def _in_county(county: Place, inner: Place) -> bool:
    if inner.admin2 is not None:
        return inner.admin2 == county.name
    return distance_km(county, inner) <= 1.2 * county.radius_km


@lru_cache(maxsize=1)
def open_gazetteer() -> Gazetteer:
    """The embedded gazetteer, opened once a process."""
    return Gazetteer()
