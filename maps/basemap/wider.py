"""Regions that the gazetteer has from GeoNames and Natural Earth only in parts: England as counties, Lombardy as provinces."""

import itertools
import math
from collections.abc import Sequence
from pathlib import Path

from maps.basemap.layers import Region
from maps.gazetteer import open_gazetteer
from maps.place import Place

Ring = Sequence[Sequence[float]]
_KM_A_DEGREE = 111.2


def wider_regions(every: Sequence[Region], sources: Path) -> dict[str, list[int]]:
    """The gazetteer's id of each such region to the indices of the parts that make it up.

    A region is the group of parts that holds its centre and has about its size (a radius between half and twice).
    """
    groups: dict[tuple[str, str], list[int]] = {}
    for at, region in enumerate(every):
        for name in region.part_of:
            groups.setdefault((region.country, name), []).append(at)
    by_country: dict[str, list[Region]] = {}
    for region in every:
        by_country.setdefault(region.country, []).append(region)
    found = {}
    for place in _from_geonames_alone(sources):
        holder = next((region for region in by_country.get(place.country or "", ()) if _holds(region, place)), None)
        if holder is None:
            continue
        fits = [(abs(math.log(_radius_km([every[at] for at in groups[key]]) / place.radius_km)), key) for key in _keys(holder)]
        unlike, key = min(fits, default=(math.inf, ("", "")))
        if unlike < math.log(2):
            found[place.id] = groups[key]
    return found


def _keys(region: Region) -> list[tuple[str, str]]:
    return [(region.country, name) for name in region.part_of]


def _from_geonames_alone(sources: Path) -> list[Place]:
    gazetteer = open_gazetteer()
    found = {}
    for line in (sources / "geonames" / "admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines():
        _, name, ascii_name, number = line.split("\t")
        for place in itertools.chain(gazetteer.lookup(name), gazetteer.lookup(ascii_name)):
            if place.id == f"geonames:{number}" and place.granularity == "region":
                found[place.id] = place
    return [found[key] for key in sorted(found)]


def _holds(region: Region, place: Place) -> bool:
    return any(_inside(polygon[0], place.lon, place.lat) for polygon in region.polygons)


def _inside(ring: Ring, x: float, y: float) -> bool:
    odd = False
    for (ax, ay), (bx, by) in itertools.pairwise((point[0], point[1]) for point in ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def _radius_km(parts: Sequence[Region]) -> float:
    """The radius of a circle of the parts' area."""
    area = sum(_area(polygon[0]) for region in parts for polygon in region.polygons)
    return math.sqrt(area / math.pi) * _KM_A_DEGREE


def _area(ring: Ring) -> float:
    """Square degrees, of longitude shrunk by latitude."""
    shoelace = sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))
    return abs(shoelace) / 2 * math.cos(math.radians(ring[0][1]))
