"""What the raw answers of geocoding services say beside the point: what kind of place it is and how wide.

Nominatim   boundingbox [south, north, west, east], addresstype
Photon      properties.extent [west, north, east, south], properties.type
Pelias      bbox [west, south, east, north], properties.layer
GeoNames    bbox {north, south, east, west} (where asked for), fcl and fcode
ArcGIS      extent {xmin, ymin, xmax, ymax}, attributes.Addr_type
"""

import math
from collections.abc import Mapping
from typing import Any

from maps.distance import EARTH_KM
from maps.place import Granularity

RADIUS_KM: dict[Granularity, float] = {"neighbourhood": 2.0, "city": 5.0, "county": 30.0, "region": 100.0, "country": 300.0, "sea": 300.0}
"""Of an answer that does not say how wide it is; 5 km for what is not listed."""
_SITES = (
    "house house_number building street road address venue amenity tourism aeroway historic railway military shop leisure office man_made "
    "craft emergency highway poi pointaddress streetaddress streetname"
)
_WORDS: dict[str, Granularity] = {
    **dict.fromkeys(_SITES.split(), "site"),
    **dict.fromkeys("suburb quarter neighbourhood borough city_district district".split(), "neighbourhood"),
    **dict.fromkeys("city town village hamlet municipality localadmin".split(), "city"),
    **dict.fromkeys("county macrocounty".split(), "county"),
    **dict.fromkeys("state province region macroregion state_district".split(), "region"),
    **dict.fromkeys("country dependency".split(), "country"),
    **dict.fromkeys("ocean marinearea sea bay strait".split(), "sea"),
    **dict.fromkeys("river waterway stream".split(), "river"),
    **dict.fromkeys("peak mountain mountain_range volcano".split(), "mountain"),
    **dict.fromkeys("island islet archipelago".split(), "island"),
    "continent": "continent",
}
_GEONAMES: dict[str, Granularity] = {
    "ADM1": "region", "ADM": "county", "PCL": "country", "P": "city", "S": "site", "R": "site", "ISL": "island", "T": "mountain",
    "STM": "river", "SEA": "sea", "OCN": "sea", "BAY": "sea", "GULF": "sea", "STRT": "sea", "CONT": "continent", "RGN": "other",
}  # fmt: skip


def granularity_of(raw: Any) -> Granularity:
    """The kind of place that an answer is; "other" where it does not say, or not in a word that is known."""
    if not isinstance(raw, Mapping):
        return "other"
    properties = _mapping(raw.get("properties"))
    if layer := properties.get("layer"):
        return "city" if layer == "locality" else _WORDS.get(str(layer), "other")
    if code := raw.get("fcode"):
        keys = (str(code), *(str(code)[:n] for n in (4, 3)), str(raw.get("fcl")))
        return next((_GEONAMES[key] for key in keys if key in _GEONAMES), "other")
    if kind := properties.get("type"):
        return "neighbourhood" if kind == "locality" else _WORDS.get(str(kind), "other")
    word = raw.get("addresstype") or _mapping(raw.get("attributes")).get("Addr_type") or raw.get("type")
    return _WORDS.get(str(word).lower(), "other")


def radius_of(raw: Any) -> float | None:
    """Kilometres: the radius of the circle that is as large as an answer's bounding box; None where it has none."""
    box = _box(raw) if isinstance(raw, Mapping) else None
    if box is None:
        return None
    try:
        west, south, east, north = (float(value) for value in box)
    except (TypeError, ValueError):
        return None
    if not (-90 <= south <= north <= 90 and math.isfinite(west) and math.isfinite(east)):
        return None
    height = math.radians(north - south) * EARTH_KM
    width = math.radians((east - west) % 360) * EARTH_KM * math.cos(math.radians((south + north) / 2))
    return round(max(0.1, math.sqrt(height * width / math.pi)), 1)


def _box(raw: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """West, south, east, north as the service wrote them."""
    sides = _mapping(raw.get("bbox")) or _mapping(raw.get("extent"))
    for names in (("west", "south", "east", "north"), ("xmin", "ymin", "xmax", "ymax")):
        if all(name in sides for name in names):
            return tuple(sides[name] for name in names)
    for values, order in (
        (raw.get("boundingbox"), (2, 0, 3, 1)),
        (_mapping(raw.get("properties")).get("extent"), (0, 3, 2, 1)),
        (raw.get("bbox"), (0, 1, 2, 3)),
    ):
        if isinstance(values, list) and len(values) == len(order):
            return tuple(values[index] for index in order)
    return None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
