"""Natural Earth's layers as the basemap wants them: regions with their countries, lakes, rivers, disputed lines."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Rings = list[list[list[float]]]

# Natural Earth gives these territories no ISO code. Whose outline they belong to under ISO 3166-1; "" is nobody's.
_COUNTRY_BY_NATURAL_EARTH_CODE = {
    "SOL": "SO",
    "CYN": "CY",
    "ESB": "",
    "WSB": "",
    "USG": "CU",
    "KAS": "",
    "KAB": "KZ",
    "CSI": "AU",
    "PGA": "",
    "CLP": "FR",
    "IOA": "AU",
}
# Borders that are drawn dashed because they are contested, beside Natural Earth's own lines.
_CONTESTED = {("EH", "MA"), ("RS", "XK"), ("IL", "PS")}
# ISO 3166-1 gives these regions of a country a code of their own too.
_OWN_CODE = {
    "FR-GF": "GF",
    "FR-GP": "GP",
    "FR-MQ": "MQ",
    "FR-RE": "RE",
    "FR-YT": "YT",
    "NO-21": "SJ",
    "-99-X14~": "CX",
    "-99-X15~": "CC",
    "NL-BQ1": "BQ",
    "NL-BQ2": "BQ",
    "NL-BQ3": "BQ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One first-level region: ISO 3166-2 code, country's alpha-2 ("" for none), whether it is contested.

    `part_of` names larger regions that it belongs to, where Natural Earth knows some (an English county: "England").
    """

    iso: str
    country: str
    also_country: str
    contested: bool
    part_of: tuple[str, ...]
    polygons: list[Rings]


def read(path: Path) -> list[dict[str, Any]]:
    """The features of a gzipped GeoJSON file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        features: list[dict[str, Any]] = json.load(file)["features"]
    return features


def polygons_of(geometry: dict[str, Any] | None) -> list[Rings]:
    """The polygons of a Polygon or MultiPolygon, none of anything else."""
    if geometry is None:
        return []
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else list(geometry["coordinates"])


def lines_of(geometry: dict[str, Any] | None) -> list[list[list[float]]]:
    """The lines of a LineString or MultiLineString."""
    if geometry is None:
        return []
    return [geometry["coordinates"]] if geometry["type"] == "LineString" else list(geometry["coordinates"])


def regions(folder: Path) -> Iterator[Region]:
    """All first-level regions of the world; together they are its land."""
    for feature in read(folder / "ne_10m_admin_1_states_provinces.json.gz"):
        properties = feature["properties"]
        iso = properties.get("iso_3166_2") or ""
        alpha2 = properties.get("iso_a2") or "-1"
        country, contested = alpha2, False
        if alpha2 == "-1":
            country, contested = _COUNTRY_BY_NATURAL_EARTH_CODE.get(properties.get("adm0_a3") or "", ""), True
        elif iso.startswith("UA-"):
            country, contested = "UA", alpha2 != "UA"
        wider = [properties.get(key) or "" for key in ("region", "geonunit")]
        yield Region(
            iso=iso,
            country=country,
            also_country=_OWN_CODE.get(iso, ""),
            contested=contested,
            part_of=tuple(dict.fromkeys(name for name in wider if name)),
            polygons=polygons_of(feature["geometry"]),
        )


def contested_border(one: Region, other: Region) -> bool:
    """Whether the border between two regions is drawn dashed."""
    pair = (min(one.country, other.country), max(one.country, other.country))
    return one.contested or other.contested or pair in _CONTESTED
