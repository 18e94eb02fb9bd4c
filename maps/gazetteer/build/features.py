"""Seas, lakes, rivers, islands, mountains, deserts and airports."""

import math
import re
from collections import defaultdict
from itertools import chain
from typing import Any

from maps.gazetteer.build import geometry
from maps.gazetteer.build.borders import Borders, inner_points
from maps.gazetteer.build.entry import Entry
from maps.gazetteer.build.sources import listed, natural_earth, table
from maps.gazetteer.folding import fold
from maps.place import Granularity

_AREAS: dict[str, Granularity] = {
    "Island": "island", "Island group": "island", "Range/mtn": "mountain", "Plateau": "other", "Desert": "other", "Pen/cape": "region",
    "Geoarea": "region", "Coast": "region", "Plain": "other", "Delta": "other", "Peninsula": "region", "Basin": "other",
    "Valley": "other", "Lowland": "other", "Isthmus": "region", "Wetlands": "other", "Gorge": "other", "Tundra": "other",
}  # fmt: skip
_SHORT = [
    (re.compile(r"\bI\.$"), "Island"), (re.compile(r"\bIs\.$"), "Islands"), (re.compile(r"\bMt\."), "Mount"),
    (re.compile(r"\bPk\."), "Peak"),
    (re.compile(r"\bArch\."), "Archipelago"), (re.compile(r"\bISANDS\b"), "ISLANDS"), (re.compile(r"\bL\."), "Lake"),
    (re.compile(r"\bMts\.?"), "Mountains"), (re.compile(r"\bPen\."), "Peninsula"), (re.compile(r"\s+"), " "),
    (re.compile(r"\bRa\."), "Range"), (re.compile(r"\bCord\."), "Cordillera"), (re.compile(r"\bPlat\."), "Plateau"),
]  # fmt: skip
TABLES = ("landmarks", "sites", "historic")
"""Our own tables of places that the sources lack under the name people use."""
GREAT = 3
"""The scale rank up to which a river's bare name is its usual one."""
_AROUND_DEG = (-0.05, 0.0, 0.05)
"""A peak lies in a country where the ground for five kilometres around does."""


def features(nations: list[Entry], regions: list[Entry], towns: list[Entry]) -> list[Entry]:
    """All named waters, landforms and airports; those that a country or a region near by also means are left out."""
    taken = {fold(name) for nation in nations for name in nation.names}
    near: dict[str, list[Entry]] = defaultdict(list)
    for region in regions:
        for name in region.names:
            near[fold(name)].append(region)
    borders = Borders()
    out = [*_landmarks(), *_seas(), *_lands(borders), *_points(borders), *_lakes(borders), *_rivers(borders), *_airports(towns)]
    seen: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    kept = []
    for entry in out:
        if entry.granularity == "river" and fold(entry.name) in taken and len(entry.names) > 1:
            entry.name, entry.names = entry.names[1], entry.names[1:]
        key = (fold(entry.name), entry.granularity)
        same = [r for r in near[key[0]] if geometry.km((r.lat, r.lon), (entry.lat, entry.lon)) < 200]
        if key[0] in taken or (same and entry.granularity == "region"):
            continue
        if any(entry.granularity not in ("mountain", "other") or _overlap(entry, other) for other in seen[key]):
            continue
        seen[key].append(entry)
        kept.append(entry)
    return kept


def _overlap(a: Entry, b: Entry) -> bool:
    return geometry.km((a.lat, a.lon), (b.lat, b.lon)) < max(a.radius_km, b.radius_km)


def _name(raw: str | None) -> str:
    name = (raw or "").strip().replace("\r", "")
    for pattern, word in _SHORT:
        name = pattern.sub(word, name)
    return name.title().replace("'S", "'s").replace(" Of ", " of ").replace(" De ", " de ") if name.isupper() else name


def _entry(kind: str, names: list[str], granularity: Granularity, disc: tuple[float, float, float], scale: float) -> Entry:
    lat, lon, radius = disc
    slug = fold(names[0]).replace(" ", "-")
    return Entry(
        id=f"ne:{kind}:{slug}", name=names[0], lat=lat, lon=lon, radius_km=min(radius, 6500.0), granularity=granularity,
        source="Natural Earth", rank=3e6 / (1 + scale) ** 2, names=names,
    )  # fmt: skip


def _landmarks() -> list[Entry]:
    out = []
    for name, other, lat, lon, radius, country, granularity in chain(*(table(name, 7) for name in TABLES)):
        entry = _entry("landmark", [name, *listed(other)], granularity, (float(lat), float(lon), float(radius)), 0)  # type: ignore[arg-type]
        entry.id, entry.country, entry.source = f"landmark:{fold(name).replace(' ', '-')}", country or None, "Dateline"
        out.append(entry)
    return out


def _names(properties: dict[str, Any], *keys: str) -> list[str]:
    return list(dict.fromkeys(name for key in keys for part in str(properties.get(key) or "").split("|") if len(name := _name(part)) > 2))


def _seas() -> list[Entry]:
    out = []
    for properties, shape in natural_earth("ne_10m_geography_marine_polys"):
        names = _names(properties, "name", "namealt")
        if names:
            out.append(_entry("sea", names, "sea", geometry.outline(geometry.rings(shape)), properties.get("scalerank") or 0))
    return out


def _lands(borders: Borders) -> list[Entry]:
    out = []
    for properties, shape in natural_earth("ne_10m_geography_regions_polys"):
        granularity = _AREAS.get(properties["featurecla"])
        names = _names(properties, "name", "namealt")
        if granularity and names:
            disc = geometry.outline(geometry.rings(shape))
            out.append(_entry("land", names, granularity, disc, properties.get("scalerank") or 0))
            out[-1].country = borders.country(inner_points(shape))
    return out


def _points(borders: Borders) -> list[Entry]:
    out = []
    kinds: dict[str, Granularity] = {"island": "island", "cape": "other", "waterfall": "other", "mountain": "mountain", "pass": "mountain"}
    for layer in ("ne_10m_geography_regions_points", "ne_10m_geography_regions_elevation_points"):
        for properties, shape in natural_earth(layer):
            granularity, names = kinds.get(properties["featurecla"]), _names(properties, "name", "name_alt")
            if granularity and names:
                lon, lat = shape["coordinates"][:2]
                out.append(_entry("point", names, granularity, (lat, lon, 5.0), properties.get("scalerank") or 0))
                out[-1].country = borders.country((lat + y, lon + x) for y in _AROUND_DEG for x in _AROUND_DEG)
    return out


def _lakes(borders: Borders) -> list[Entry]:
    out = []
    for properties, shape in natural_earth("ne_10m_lakes"):
        names = _names(properties, "name", "name_alt")
        if names:
            bare = fold(names[0])
            if not re.search(r"\b(lake|lago|lac|lough|loch|reservoir|ozero|laguna|lagoon|see|hu|dam|sea)\b", bare):
                names = [f"Lake {names[0]}", f"{names[0]} Lake"]
            out.append(_entry("lake", names, "other", geometry.outline(geometry.rings(shape)), properties.get("scalerank") or 0))
            out[-1].country = borders.country(inner_points(shape))
    return out


def _rivers(borders: Borders) -> list[Entry]:
    lines: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    scale: dict[str, float] = {}
    for properties, shape in natural_earth("ne_10m_rivers_lake_centerlines"):
        name = _name(properties.get("name_en") or properties.get("name"))
        if shape and len(name) > 2 and properties["featurecla"] == "River":
            lines[name] += geometry.line(shape)
            scale[name] = min(scale.get(name, 9.0), properties.get("scalerank") or 0)
    out = []
    for name, pieces in lines.items():
        pieces.sort()
        total = sum(weight for *_, weight in pieces) or 1.0
        lat, lon = (sum(piece[axis] * piece[2] for piece in pieces) / total for axis in (0, 1))
        middle = min(pieces, key=lambda piece: (piece[0] - lat) ** 2 + (piece[1] - lon) ** 2)
        names = [f"{name} River", name, f"River {name}"] if scale[name] > GREAT else [name, f"{name} River", f"River {name}"]
        out.append(_entry("river", names, "river", (middle[0], middle[1], total * 111 / 2), scale[name] + 1))
        out[-1].country = borders.country((lat, lon) for lat, lon, _ in pieces)
    return out


def _airports(towns: list[Entry]) -> list[Entry]:
    cells: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for town in towns:
        if town.population >= 20_000:
            cells[math.floor(town.lat), math.floor(town.lon)].append(town)
    out = []
    for properties, shape in natural_earth("ne_10m_airports"):
        lon, lat = shape["coordinates"][:2]
        name = re.sub(r" ?Int'?l\.?$", "", properties["name"].strip())
        names = [f"{name} Airport", f"{name} International Airport", f"{name} International"]
        entry = _entry("airport", names, "site", (lat, lon, 3.0), properties.get("scalerank") or 0)
        near = [t for y in (-1, 0, 1) for x in (-1, 0, 1) for t in cells.get((math.floor(lat) + y, math.floor(lon) + x), [])]
        near = [t for t in near if geometry.km((t.lat, t.lon), (lat, lon)) < 45]
        if near:
            city = max(near, key=lambda t: t.population)
            entry.country, entry.admin1 = city.country, city.admin1
            entry.other = [f"{city.name} Airport", f"{city.name} International Airport"]
        entry.id = f"ne:airport:{properties.get('iata_code') or properties.get('gps_code') or fold(name)}"
        out.append(entry)
    return out
