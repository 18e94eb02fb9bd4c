"""`python -m maps.basemap.build [SOURCES]`: compile basemap.json.gz, one TopoJSON of the world with names.

Objects: land, countries (id: ISO 3166-1 alpha-2), regions (id: the gazetteer's, "admin1:US-TN"), lakes and
rivers (`z`: first zoom), borders, internal (first-level borders) and disputed lines. Polygons are lists of rings to be filled by the
non-zero rule. `labels` holds [name, longitude, latitude, first zoom, kind]. SOURCES defaults to ../shared/sources beside the checkout.
"""

import gzip
import json
import math
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from maps.basemap.labels import Label, cities, inner_point, laid_out, seas
from maps.basemap.layers import Region, contested_border, lines_of, polygons_of, read, regions
from maps.basemap.topology import Topology, cut, junctions, merge, ring_area, simplified, stitch
from maps.basemap.wider import wider_regions

STEP = 0.002
AREA = 0.0004
WATER_AREA = 0.001
LEAST_ISLAND = 0.0015  # square degrees; a region's largest part is always kept
OUTPUT = Path(__file__).with_name("basemap.json.gz")
_SOURCES = Path(__file__).parents[2] / ".." / "shared" / "sources"

Rings = list[list[int]]


def build(sources: Path) -> dict[str, Any]:
    """The whole basemap as one TopoJSON topology."""
    earth = sources / "natural-earth"
    topology = Topology(STEP)
    every = sorted(regions(earth), key=lambda region: (region.country, region.iso))
    outlines = _outlines(topology, every)
    objects: dict[str, Any] = {"land": _polygon(stitch(topology, merge(outlines)))}
    countries = _countries(topology, every, outlines)
    objects["countries"] = _collection([_polygon(rings, id=code) for code, rings in countries.items()])
    objects["regions"] = _collection(_regions(topology, every, outlines, sources))
    borders, internal, contested = _lines(every, outlines)
    objects["borders"], objects["internal"] = _multi_line(borders), _multi_line(internal)
    claims = [line for feature in read(earth / "ne_10m_disputed_boundary_lines.json.gz") for line in lines_of(feature["geometry"])]
    contested += [topology.add(topology.grid(line)) for line in claims]
    objects["disputed"] = _multi_line(contested)
    ground = len(topology.arcs)
    objects["lakes"] = _collection(_lakes(topology, earth))
    objects["rivers"] = _collection(_rivers(topology, earth))
    arcs = [simplified(line, step=STEP, area=AREA if at < ground else WATER_AREA) for at, line in enumerate(topology.arcs)]
    return {
        "type": "Topology",
        "transform": {"scale": [STEP, STEP], "translate": [-180, -90]},
        "objects": objects,
        "arcs": [_deltas(line) for line in arcs],
        "labels": [_label(label) for label in _labels(earth, sources, topology, countries)],
    }


def _outlines(topology: Topology, every: Sequence[Region]) -> list[Rings]:
    """The rings of each region as arcs; specks of islands are left out unless a region has nothing larger."""
    kept = []
    for region in every:
        polygons = [[topology.grid(ring) for ring in polygon] for polygon in region.polygons]
        polygons = [[ring for ring in polygon if len(ring) > 3] for polygon in polygons if len(polygon[0]) > 3]
        least = LEAST_ISLAND * 2 / STEP / STEP
        largest = max((ring_area(polygon[0]) for polygon in polygons if polygon), default=0)
        kept.append([ring for polygon in polygons if polygon and ring_area(polygon[0]) >= min(least, largest) for ring in polygon])
    at = junctions(chain.from_iterable(kept))
    return [[[topology.add(line) for line in cut(ring, at)] for ring in rings] for rings in kept]


def _countries(topology: Topology, every: Sequence[Region], outlines: Sequence[Rings]) -> dict[str, Rings]:
    members: dict[str, list[Rings]] = {}
    for region, rings in zip(every, outlines, strict=True):
        for code in {region.country, region.also_country} - {""}:
            members.setdefault(code, []).append(rings)
    stitched = {code: stitch(topology, merge(members[code])) for code in sorted(members)}
    return {code: rings for code, rings in stitched.items() if rings}


def _regions(topology: Topology, every: Sequence[Region], outlines: Sequence[Rings], sources: Path) -> list[dict[str, Any]]:
    """One object a key of the gazetteer: ISO's regions, and the larger ones that it has from GeoNames only."""
    members: dict[str, list[int]] = {}
    for at, region in enumerate(every):
        if region.iso:
            members.setdefault(f"admin1:{region.iso}", []).append(at)
    members |= wider_regions(every, sources)
    stitched = {key: stitch(topology, merge([outlines[at] for at in members[key]])) for key in sorted(members)}
    return [_polygon(rings, id=key) for key, rings in stitched.items() if rings]


def _lines(every: Sequence[Region], outlines: Sequence[Rings]) -> tuple[list[int], list[int], list[int]]:
    """Arcs between countries, between regions of one country, and contested ones."""
    sides: dict[int, list[Region]] = {}
    for region, rings in zip(every, outlines, strict=True):
        for reference in chain.from_iterable(rings):
            sides.setdefault(max(reference, ~reference), []).append(region)
    borders, internal, contested = [], [], []
    for arc, owners in sorted(sides.items()):
        if len(owners) < 2 or owners[0] is owners[1]:
            continue
        if contested_border(owners[0], owners[1]):
            contested.append(arc)
        elif owners[0].country != owners[1].country:
            borders.append(arc)
        else:
            internal.append(arc)
    return borders, internal, contested


def _lakes(topology: Topology, earth: Path) -> list[dict[str, Any]]:
    out = []
    for feature in read(earth / "ne_10m_lakes.json.gz"):
        if (feature["properties"].get("scalerank") or 0) > 7:
            continue
        rings = [topology.grid(ring) for polygon in polygons_of(feature["geometry"]) for ring in polygon]
        arcs = [[topology.add(ring)] for ring in rings if len(ring) > 3]
        if arcs:
            out.append(_polygon(arcs, properties={"z": _zoom(feature)}))
    return sorted(out, key=lambda lake: lake["properties"]["z"])


def _rivers(topology: Topology, earth: Path) -> list[dict[str, Any]]:
    by_zoom: dict[int, list[int]] = {}
    for feature in read(earth / "ne_10m_rivers_lake_centerlines.json.gz"):
        if (feature["properties"].get("scalerank") or 0) > 8:
            continue
        lines = [topology.grid(line) for line in lines_of(feature["geometry"])]
        by_zoom.setdefault(_zoom(feature), []).extend(topology.add(line) for line in lines if len(line) > 1)
    return [{**_multi_line(arcs), "properties": {"z": zoom}} for zoom, arcs in sorted(by_zoom.items())]


def _zoom(feature: dict[str, Any]) -> int:
    return math.floor(float(feature["properties"].get("min_zoom") or 7))


def _labels(earth: Path, sources: Path, topology: Topology, countries: dict[str, Rings]) -> list[Label]:
    names, capitals = _country_names(sources)
    wishes = [_country_label(topology, names[code], rings) for code, rings in countries.items() if code in names]
    return laid_out([*wishes, *seas(earth), *cities(capitals)])


def _country_label(topology: Topology, name: str, rings: Rings) -> tuple[float, Label]:
    lines = [list(chain.from_iterable(topology.line(reference) for reference in ring)) for ring in rings]
    largest = max(lines, key=ring_area)
    longitude, latitude = inner_point([(x * STEP - 180, y * STEP - 90) for x, y in largest])
    area = ring_area(largest) * STEP * STEP / 2 * math.cos(math.radians(latitude))
    zoom = next((zoom for zoom, least in ((2, 250), (3, 40), (4, 8), (5, 1.5), (6, 0.2)) if area >= least), 7)
    return -area, Label(name=name, longitude=longitude, latitude=latitude, zoom=zoom, kind="country")


def _country_names(sources: Path) -> tuple[dict[str, str], dict[str, str]]:
    """English names and capitals by alpha-2, from GeoNames' table."""
    names, capitals = {}, {}
    for line in (sources / "geonames" / "countryInfo.txt").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and len(cells) > 5:
            names[cells[0]], capitals[cells[0]] = cells[4].strip(), cells[5].strip()
    return names, capitals


def _label(label: Label) -> list[Any]:
    return [label.name, round(label.longitude, 3), round(label.latitude, 3), label.zoom, label.kind]


def _polygon(rings: Rings, **more: Any) -> dict[str, Any]:
    return {"type": "Polygon", "arcs": rings, **more}


def _multi_line(arcs: Iterable[int]) -> dict[str, Any]:
    return {"type": "MultiLineString", "arcs": [[arc] for arc in arcs]}


def _collection(geometries: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "GeometryCollection", "geometries": geometries}


def _deltas(line: Sequence[tuple[int, int]]) -> list[list[int]]:
    x = y = 0
    out = []
    for px, py in line:
        out.append([px - x, py - y])
        x, y = px, py
    return out


def main() -> None:
    """Read the sources, write the basemap and say how large it is."""
    sources = Path(sys.argv[1]) if len(sys.argv) > 1 else _SOURCES
    topology = build(sources)
    plain = json.dumps(topology, ensure_ascii=False, separators=(",", ":")).encode()
    OUTPUT.write_bytes(gzip.compress(plain, 9, mtime=0))
    points = sum(map(len, topology["arcs"]))
    sys.stdout.write(f"{len(topology['arcs'])} arcs, {points} points, {len(topology['labels'])} names, ")
    sys.stdout.write(f"{len(plain)} bytes, {OUTPUT.stat().st_size} compressed\n")


if __name__ == "__main__":
    main()
