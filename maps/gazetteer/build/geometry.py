"""Area and centre of outlines in degrees of longitude and latitude."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

EARTH_KM = 6371.0088
Ring = npt.NDArray[np.float64]


def ring_area_km2(ring: Ring) -> float:
    """Area inside a closed ring on the sphere (error of a few per cent for long edges)."""
    lon, lat = np.radians(ring[:, 0]), np.radians(ring[:, 1])
    return float(abs(np.sum(np.diff(lon) * (2 + np.sin(lat[:-1]) + np.sin(lat[1:])))) * EARTH_KM**2 / 2)


def ring_centre(ring: Ring) -> tuple[float, float]:
    """Latitude and longitude of a ring's centre of area, in the plane of degrees."""
    x, y = ring[:, 0], ring[:, 1]
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    total = cross.sum()
    if abs(total) < 1e-9:
        return float(y.mean()), float(x.mean())
    return float(((y[:-1] + y[1:]) * cross).sum() / (3 * total)), float(((x[:-1] + x[1:]) * cross).sum() / (3 * total))


def rings(geometry: dict[str, Any]) -> list[Ring]:
    """The outer rings of a GeoJSON polygon or multipolygon."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [unwrapped(np.asarray(polygon[0], dtype=float)[:, :2]) for polygon in polygons]


def unwrapped(ring: Ring) -> Ring:
    """The ring with longitudes that run on across the antimeridian."""
    return np.column_stack([np.unwrap(ring[:, 0], period=360), ring[:, 1]])


def outline(parts: Sequence[Ring], *, within_km: float = 2500.0) -> tuple[float, float, float]:
    """Latitude, longitude and radius (km, of a circle of the whole area) of an outline.

    The centre is that of the largest part and of the parts of a fiftieth of its area or more that lie within `within_km` of it: that
    of the mainland or the archipelago, not a point between it and a far possession.
    """
    areas = [ring_area_km2(part) for part in parts]
    largest = max(range(len(parts)), key=areas.__getitem__)
    home = ring_centre(parts[largest])
    weight = lat = lon = 0.0
    for part, area in zip(parts, areas, strict=True):
        centre = ring_centre(part)
        turns = round((centre[1] - home[1]) / 360) * 360
        if area >= areas[largest] / 50 and km(home, centre) <= within_km:
            weight, lat, lon = weight + area, lat + area * centre[0], lon + area * (centre[1] - turns)
    centre = (lat / weight, lon / weight) if weight else home
    return centre[0], (centre[1] + 540) % 360 - 180, math.sqrt(sum(areas) / math.pi)


def line(geometry: dict[str, Any]) -> list[tuple[float, float, float]]:
    """Latitude, longitude and weight (degrees of length) of the segments' middles of a GeoJSON line or lines."""
    lines = [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]
    out = []
    for coordinates in lines:
        points = np.asarray(coordinates, dtype=float)[:, :2]
        lengths = np.hypot(*np.diff(points, axis=0).T)
        middles = (points[1:] + points[:-1]) / 2
        out += [(float(y), float(x), float(w)) for (x, y), w in zip(middles, lengths, strict=True)]
    return out


def cloud(points: Iterable[tuple[float, float]]) -> tuple[float, float, float]:
    """Centre and radius (km) of the disc over which points (latitude, longitude) are spread."""
    array = np.asarray(list(points), dtype=float)
    lat, lon = (float(v) for v in np.median(array, axis=0))
    squares = [km((lat, lon), (float(a), float(b))) ** 2 for a, b in array]
    return lat, lon, max(3.0, math.sqrt(2 * sum(squares) / len(squares)))


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle kilometres between two points (latitude, longitude)."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def topojson_rings(topology: dict[str, Any], geometry: dict[str, Any]) -> list[Ring]:
    """The outer rings of a geometry of a quantised TopoJSON topology, in degrees."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(index: int) -> Ring:
        points: Ring = np.cumsum(np.asarray(topology["arcs"][index if index >= 0 else ~index], dtype=float), axis=0) * scale + translate
        return points if index >= 0 else points[::-1]

    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return [unwrapped(np.concatenate([arc(i) for i in polygon[0]])) for polygon in polygons]
