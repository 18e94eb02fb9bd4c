"""A user's own places (camps, clinics, bases, historic sites) from a CSV or GeoJSON file, in front of the embedded ones."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from maps.gazetteer.folding import fold
from maps.gazetteer.format import GRANULARITIES
from maps.gazetteer.gazetteer import EMBEDDED, Gazetteer
from maps.place import Granularity, Place

PREFIX = "own:"
"""What the ids of a user's own places begin with."""
TOLD = 3
"""Mistakes that one message names."""
RADIUS_KM = {"city": 5.0, "neighbourhood": 2.0, "county": 30.0, "region": 100.0, "country": 300.0}
"""Where the file gives no radius; 1 km for what is not listed."""
_SITES = "camp clinic hospital base post school airport port mine bridge checkpoint monument ruin battlefield site"
_KINDS: dict[str, Granularity] = {
    **{kind: kind for kind in GRANULARITIES},
    **dict.fromkeys(_SITES.split(), "site"),
    **dict.fromkeys(("town", "village", "settlement"), "city"),
    **dict.fromkeys(("suburb", "neighborhood", "quarter"), "neighbourhood"),
    **dict.fromkeys(("province", "state"), "region"),
    "district": "county",
    "lake": "other",
}
_COLUMNS = {
    "name": "name", "othernames": "other", "alternatenames": "other", "aliases": "other", "latitude": "lat", "lat": "lat",
    "longitude": "lon", "lon": "lon", "lng": "lon", "kind": "kind", "type": "kind", "country": "country", "radiuskm": "radius",
}  # fmt: skip
Row = tuple[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """A place of the user's, and every name it goes by."""

    place: Place
    names: tuple[str, ...]


class OwnGazetteer(Gazetteer):
    """The embedded gazetteer behind a user's own places: a name of theirs hides the embedded places of that name."""

    def __init__(self, own: Sequence[OwnPlace], path: Path = EMBEDDED) -> None:
        """As `Gazetteer`, with `own` in front."""
        super().__init__(path)
        self._own: dict[str, tuple[Place, ...]] = {}
        for entry in own:
            for key in dict.fromkeys(map(fold, entry.names)):
                self._own[key] = (*self._own.get(key, ()), entry.place)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """The user's own places of that name, else the embedded ones, most prominent first."""
        return self._own.get(fold(name)) or super().lookup(name)

    def known(self, name: str) -> bool:
        """Whether `lookup` would find anything."""
        return fold(name) in self._own or super().known(name)

    def usual(self, name: str) -> frozenset[str]:
        """The ids of the places of which this is a usual name."""
        own = self._own.get(fold(name))
        return frozenset(place.id for place in own) if own else super().usual(name)

    def metonym(self, name: str) -> Place | None:
        """As `Gazetteer.metonym`, unless the name is one of the user's."""
        return None if fold(name) in self._own else super().metonym(name)


def is_own(place: Place) -> bool:
    """Whether a place is one of a user's own."""
    return place.id.startswith(PREFIX)


@lru_cache(maxsize=4)
def open_with(path: Path) -> OwnGazetteer:
    """The embedded gazetteer behind the places of a file, opened once a process. Raises as `read_places`."""
    return OwnGazetteer(read_places(path))


def read_places(path: Path) -> tuple[OwnPlace, ...]:
    """The places of a CSV (columns name, other names, latitude, longitude, kind, country, radius_km) or GeoJSON file of points.

    Only name and position are needed. Other names stand behind semicolons, a country as its code or name; degrees are WGS 84.

    Raises:
        ValueError: the file cannot be read or holds a mistake; the message names the first lines (features) that do.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ValueError(f"{path} cannot be read ({reason}); a CSV or GeoJSON file in UTF-8 would work") from error
    rows = _features(text, path) if text.lstrip()[:1] == "{" else _lines(text, path)
    out: list[OwnPlace] = []
    mistakes: list[str] = []
    embedded = Gazetteer()
    for number, (where, row) in enumerate(rows, 1):
        try:
            out.append(_place(row, number, path.name, embedded))
        except ValueError as error:
            mistakes.append(f"{where}: {error}")
    if mistakes:
        more = f" (and {len(mistakes) - TOLD} more)" if len(mistakes) > TOLD else ""
        raise ValueError(f"{path}: {'; '.join(mistakes[:TOLD])}{more}")
    if not out:
        raise ValueError(f"{path} holds no place; a line like ‘Camp Alpha,,12.5,43.1,camp,YE’ under the header would work")
    return tuple(out)


def _lines(text: str, path: Path) -> Iterator[Row]:
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [_COLUMNS.get("".join(c for c in cell.lower() if c.isalnum())) for cell in next(reader, [])]
    if missing := [name for key, name in (("name", "name"), ("lat", "latitude"), ("lon", "longitude")) if key not in columns]:
        raise ValueError(f"{path}: line 1: no column {', '.join(missing)}; ‘name,other names,latitude,longitude,kind,country’ would work")
    begin = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield f"line {begin}", {key: cell.strip() for key, cell in zip(columns, cells, strict=False) if key}
        begin = reader.line_num + 1


def _features(text: str, path: Path) -> Iterator[Row]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = f"line {error.lineno}: " if isinstance(error, json.JSONDecodeError) else ""
        raise ValueError(f"{path}: {line}this is no JSON; a GeoJSON FeatureCollection would work") from error
    features = data.get("features")
    if not isinstance(features, list):
        raise ValueError(f"{path}: no list of features; a GeoJSON FeatureCollection would work")
    for number, feature in enumerate(features, 1):
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        point = geometry.get("coordinates") if isinstance(geometry, dict) and geometry.get("type") == "Point" else None
        properties = feature.get("properties") if isinstance(feature, dict) else None
        known = {
            key: value
            for name, value in (properties if isinstance(properties, dict) else {}).items()
            if (key := _COLUMNS.get("".join(c for c in str(name).lower() if c.isalnum()))) not in (None, "lat", "lon")
        }
        lon, lat = point[:2] if isinstance(point, list) and len(point) > 1 else (None, None)
        yield f"feature {number}", {**known, "lat": lat, "lon": lon}


def _place(row: Mapping[str, Any], number: int, source: str, embedded: Gazetteer) -> OwnPlace:
    name = str(row.get("name") or "").strip()
    other = row.get("other") or ""
    names = (
        name,
        *(str(n).strip() for n in (other if isinstance(other, list) else str(other).replace("|", ";").split(";")) if str(n).strip()),
    )
    for one in names:
        if not fold(one):
            raise ValueError(f"‘{one[:40]}’ is no name that could be looked up; at most 80 letters of the Latin alphabet would work")
    kind = str(row.get("kind") or "site").strip().lower()
    granularity = _KINDS.get(kind)
    if granularity is None:
        raise ValueError(f"kind ‘{kind[:40]}’ is not known; {', '.join(GRANULARITIES)} would work")
    radius = row.get("radius")
    place = Place(
        name=name,
        country=_country(str(row.get("country") or "").strip(), embedded),
        admin1=None,
        lat=_number(row.get("lat"), "latitude", -90, 90),
        lon=_number(row.get("lon"), "longitude", -180, 180),
        radius_km=RADIUS_KM.get(granularity, 1.0) if radius in (None, "") else _number(radius, "radius_km", 0, 20_000),
        granularity=granularity,
        id=f"{PREFIX}{number}",
        source=source,
    )
    return OwnPlace(place=place, names=names)


def _number(value: Any, what: str, low: float, high: float) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = float("nan")
    if not low <= number <= high:
        given = "missing" if value in (None, "") else f"‘{str(value)[:40]}’"
        raise ValueError(f"{what} is {given}; a number from {low:g} to {high:g} would work")
    return number


def _country(words: str, embedded: Gazetteer) -> str | None:
    if not words:
        return None
    found = embedded.country(words) if len(words) == 2 else next((p for p in embedded.lookup(words) if p.granularity == "country"), None)
    if found is None:
        raise ValueError(f"country ‘{words[:40]}’ is not known; a code like KE or a name like Kenya would work")
    return found.country
