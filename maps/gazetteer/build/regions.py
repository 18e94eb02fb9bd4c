"""First- and second-level regions: Natural Earth's outlines and GeoNames' codes, joined."""

import re
from collections import Counter, defaultdict
from typing import Any

from maps.gazetteer.build import geometry
from maps.gazetteer.build.entry import Entry
from maps.gazetteer.build.sources import compressed_json, geonames_rows, listed, natural_earth, table
from maps.gazetteer.folding import fold

_KIND = re.compile(
    r"^(?:provinc(?:e|ia|ie) (?:of |di |de |del |dell'|della )?|prov[ií]ncia d[eo] |d[eé]partement (?:de la |de l'|du |des |de |d')?"
    r"|arrondissement (?:de la |de l'|du |des |de |d')?|region of |región de |regione |regiunea |powiat |landkreis |kreis |okres |"
    r"politischer bezirk |distrito d[eo] |municipio (?:de )?|estado (?:de |do )?|departamento (?:de |del )?|judetul |județul |"
    r"oblast |wojew[oó]dztwo |county |city of |muḩāfaz̧at |muhafazat |ostān-e |republic of |state of |free and hanseatic city of )"
    r"|(?: (?:province|region|governorate|state|oblast|kray|krai|district|county|prefecture|department|regency|division|raion|rayon|"
    r"autonomous region|municipality|voivodeship|parish|land|l[aä]n|sheng|emirate|republic|republits|uezd|okrug))+$",
    re.IGNORECASE,
)


def stripped(name: str) -> str:
    """A region's name without the word for its kind ("Provincia di Bergamo", "Oryol Oblast")."""
    bare = _KIND.sub("", name).strip()
    return bare if len(bare) > 2 else name


def first_level(towns: list[Entry]) -> tuple[list[Entry], list[dict[str, Any]]]:
    """GeoNames' first-level regions, with Natural Earth's outline where it draws the same region.

    The outlines left over are given back: most are second-level regions (an English county, a French department).
    """
    people, points = _of_towns(towns, "admin1")
    shapes, groups = _shapes()
    by_gn: dict[str, list[dict[str, Any]]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    english = Counter((shape["country"], fold(stripped(shape["english"] or ""))) for shape in shapes)
    for drawn in shapes:
        by_gn[str(drawn["gn_id"])].append(drawn)
        for name in drawn["names"]:
            by_name[drawn["country"], fold(stripped(name))].append(drawn)
    out: list[Entry] = []
    taken: set[str] = set()
    for code, name, ascii_name, geonameid in geonames_rows("admin1CodesASCII.txt"):
        country = code.split(".")[0]
        finer = by_gn.get(geonameid) or groups.get((country, fold(stripped(name))), [])
        found = finer if len(finer) == 1 else by_name.get((country, fold(stripped(name))), []) if not finer else []
        shape: dict[str, Any] | None = next((s for s in found if s["id"] not in taken and s["country"] == country), None)
        names = [stripped(name), name, ascii_name]
        if shape is not None:
            taken.add(shape["id"])
            ident, (lat, lon, radius), other = f"admin1:{shape['id']}", shape["disc"], shape["names"]
            if english[country, fold(stripped(shape["english"] or ""))] == 1:
                names = [stripped(shape["english"]), *names]
        elif len(finer) > 1:
            parts = [part for piece in finer for part in piece["parts"]]
            ident, (lat, lon, radius) = f"geonames:{geonameid}", geometry.outline(parts)
            other = [name for name in finer[0]["shared"] if all(name in piece["shared"] for piece in finer)]
        elif points.get(code):
            ident, (lat, lon, radius), other = f"geonames:{geonameid}", geometry.cloud(points[code]), []
        else:
            continue
        out.append(
            Entry(
                id=ident, name=names[0], lat=lat, lon=lon, radius_km=radius, granularity="region", source="GeoNames",
                rank=1.0 * people[code] + 1000, country=country, admin2=code, population=people[code],
                names=names + [stripped(n) for n in other] + other,
            )
        )  # fmt: skip
    _our_names(out)
    _below_their_cities(out, towns, "admin1")
    return out, [shape for shape in shapes if shape["id"] not in taken and shape["country"] and shape["names"]]


def _below_their_cities(regions: list[Entry], towns: list[Entry], level: str) -> None:
    """A region named after its chief city (São Paulo, Lagos) is ranked after it: the bare name means the city."""
    chief: dict[tuple[str | None, str], Entry] = {}
    for town in towns:
        for name in (*town.names, *town.other):
            key = (getattr(town, level), fold(name))
            if key not in chief or chief[key].population < town.population:
                chief[key] = town
    for region in regions:
        for name in region.names:
            city = chief.get((region.admin2, fold(name)))
            if city is not None and city.population >= 0.1 * region.population:
                region.rank = min(region.rank, 0.02 * city.rank if fold(name) not in map(fold, city.names) else 0.9 * city.rank)


def _lone(shape: dict[str, Any]) -> Entry:
    """A region that only Natural Earth has."""
    lat, lon, radius = shape["disc"]
    return Entry(
        id=f"admin1:{shape['id']}", name=stripped(shape["names"][0]), lat=lat, lon=lon, radius_km=radius, granularity="region",
        source="Natural Earth", rank=60_000.0, country=shape["country"],
        names=shape["names"] + [stripped(name) for name in shape["names"]],
    )  # fmt: skip


Groups = dict[tuple[str, str], list[dict[str, Any]]]


def _shapes() -> tuple[list[dict[str, Any]], Groups]:
    """Natural Earth's first-level regions, features of one ISO code put together under the largest one's names.

    Also groups of them by a name that they share ("Lombardy" stands beside twelve provinces), which is taken from their own names.
    """
    groups: dict[str, list[tuple[float, dict[str, Any], list[geometry.Ring]]]] = defaultdict(list)
    for properties, shape in natural_earth("ne_10m_admin_1_states_provinces"):
        parts = geometry.rings(shape)
        code = properties.get("iso_3166_2") or properties["adm1_code"]
        if not parts:
            continue
        groups[code].append((sum(map(geometry.ring_area_km2, parts)), properties, parts))
    shared = Counter(str(members[0][1].get("gn_id")) for members in groups.values())
    out = []
    for code, members in groups.items():
        members.sort(key=lambda member: -member[0])
        properties = members[0][1]
        alone = shared[str(properties.get("gn_id"))] == 1
        keys = ("name", "name_en", "woe_name", "name_alt", "name_local", *(["gn_name"] if alone else []))
        cells = [str(properties.get(key) or "") for key in keys]
        names = list(dict.fromkeys(name.strip() for cell in cells for name in cell.split("|") if len(name.strip()) > 2))
        country = code[:2] if code[2:3] == "-" and code[:2].isalpha() else properties.get("iso_a2") or ""
        parts = [part for member in members for part in member[2]]
        out.append(
            {
                "id": code, "gn_id": properties.get("gn_id"), "country": country if len(country) == 2 and country != "-1" else "",
                "names": names, "disc": geometry.outline(parts), "parts": parts, "english": properties.get("name_en"),
            }
        )  # fmt: skip
    return out, _shared_names(out)


def _shared_names(shapes: list[dict[str, Any]]) -> Groups:
    by_name: Groups = defaultdict(list)
    for shape in shapes:
        for key in dict.fromkeys(fold(stripped(name)) for name in shape["names"][1:]):
            by_name[shape["country"], key].append(shape)
    shared = {key: members for key, members in by_name.items() if len(members) > 1}
    for shape in shapes:
        first, *rest = shape["names"] or [""]
        shape["shared"] = [name for name in rest if (shape["country"], fold(stripped(name))) in shared]
        shape["names"] = [first, *(name for name in rest if (shape["country"], fold(stripped(name))) not in shared)] if first else []
    return shared


def _our_names(entries: list[Entry]) -> None:
    by_key = {entry.id.removeprefix("admin1:"): entry for entry in entries}
    by_key |= {f"{entry.name},{entry.country}": entry for entry in entries if entry.id.startswith("geonames:")}
    by_name = {(fold(name), entry.country): entry for entry in reversed(entries) for name in entry.names}
    for key, short, demonyms, other in table("states", 4):
        entry = by_key.get(key) or (by_name.get((fold(key.rsplit(",", 1)[0]), key[-2:])) if "," in key else None)
        if entry is None:
            raise ValueError(f"tables/states.tsv names a region that no source has: {key}")
        entry.abbreviations += listed(short)
        entry.demonyms += listed(demonyms)
        entry.names += listed(other)


def second_level(towns: list[Entry], shapes: list[dict[str, Any]]) -> list[Entry]:
    """GeoNames' second-level regions that hold a town, then the outlines that are no region of GeoNames'.

    US counties lie as the atlas draws them, others as Natural Earth does (`shapes`) or as their towns are spread. A municipality
    that is no more than the town it is named after is left out.
    """
    people, points = _of_towns(towns, "admin2")
    towns_in: dict[str, set[str]] = defaultdict(set)
    for town in towns:
        if town.admin2:
            towns_in[town.admin2].add(fold(town.name))
    counties = _us_counties()
    drawn = {str(shape["gn_id"]): shape for shape in shapes} | {
        (s["country"], fold(stripped(n))): s for s in shapes for n in s["names"][:2]
    }
    out, taken = [], set()
    for code, name, ascii_name, geonameid in geonames_rows("admin2Codes.txt"):
        country, state, local = code.split(".", 2)
        disc = counties.get((state, local)) if country == "US" else None
        shape = drawn.get(geonameid) or drawn.get((country, fold(stripped(name))))
        if shape is not None and shape["id"] in taken:
            shape = None
        if shape is not None:
            disc = shape["disc"]
            taken.add(shape["id"])
        elif disc is None and (not points.get(code) or (len(points[code]) <= 2 and fold(stripped(name)) in towns_in[code])):
            continue
        lat, lon, radius = disc or geometry.cloud(points[code])
        names = [name, ascii_name] if country == "US" else [name, ascii_name, stripped(name)]
        if country != "US" and name.lower().startswith("county "):
            names.append(f"{name[7:]} County")
        out.append(
            Entry(
                id=f"admin1:{shape['id']}" if shape else f"geonames:{geonameid}", name=stripped(name) if shape else name, lat=lat, lon=lon,
                radius_km=radius, granularity="county", source="GeoNames", rank=(0.5 if shape else 0.2) * people[code] + 200,
                country=country, admin1=f"{country}.{state}", admin2=code, population=people[code],
                names=names + (shape["names"] if shape else []),
            )
        )  # fmt: skip
    _below_their_cities(out, towns, "admin2")
    return out + [_lone(shape) for shape in shapes if shape["id"] not in taken]


def _us_counties() -> dict[tuple[str, str], tuple[float, float, float]]:
    """Disc by postal code of the state and three-figure FIPS code of the county."""
    topology = compressed_json("atlas", "us-counties-10m")
    postal = {row[1]: row[0].removeprefix("US.") for row in geonames_rows("admin1CodesASCII.txt") if row[0].startswith("US.")}
    states = {shape["id"]: postal.get(shape["properties"]["name"]) for shape in topology["objects"]["states"]["geometries"]}
    out = {}
    for shape in topology["objects"]["counties"]["geometries"]:
        state = states.get(shape["id"][:2])
        if state and shape.get("arcs"):
            out[state, shape["id"][2:]] = geometry.outline(geometry.topojson_rings(topology, shape))
    return out


def _of_towns(towns: list[Entry], level: str) -> tuple[dict[str, int], dict[str, list[tuple[float, float]]]]:
    people: dict[str, int] = defaultdict(int)
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in towns:
        code = getattr(town, level)
        if code:
            people[code] += town.population
            points[code].append((town.lat, town.lon))
    return people, points
