"""Which country a landform lies in, by the outlines of first-level regions."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np

from maps.gazetteer.build import geometry
from maps.gazetteer.build.sources import natural_earth

SHARE = 0.9
"""Of the points that lie on land, how many must lie in one country."""
SAMPLE = 60


class Borders:
    """The outlines, in a grid of a degree for look-up."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[str, geometry.Ring]]] = defaultdict(list)
        for properties, shape in natural_earth("ne_10m_admin_1_states_provinces"):
            code = str(properties.get("iso_3166_2") or "")[:2]
            country = code if code.isalpha() else str(properties.get("iso_a2") or "")
            if len(country) == 2 and country.isalpha():
                for ring in geometry.rings(shape):
                    self._add(country, ring)

    def country(self, points: Iterable[tuple[float, float]]) -> str | None:
        """The country (ISO 3166-1 alpha-2) in which nine tenths of the points (latitude, longitude) on land lie, else None."""
        every = list(points)
        found = Counter(code for lat, lon in every[:: max(1, len(every) // SAMPLE)] if (code := self._at(lat, lon)))
        if not found:
            return None
        country, most = min(found.items(), key=lambda item: (-item[1], item[0]))
        return country if most >= SHARE * found.total() else None

    def _add(self, country: str, ring: geometry.Ring) -> None:
        west, south = np.floor(ring.min(axis=0)).astype(int)
        east, north = np.floor(ring.max(axis=0)).astype(int)
        for x in range(west, east + 1):
            for y in range(south, north + 1):
                self._cells[y, (x + 180) % 360].append((country, ring))

    def _at(self, lat: float, lon: float) -> str | None:
        for country, ring in self._cells.get((math.floor(lat), math.floor(lon + 180) % 360), ()):
            if any(_inside(ring, lat, lon + turn) for turn in (-360.0, 0.0, 360.0)):
                return country
        return None


def _inside(ring: geometry.Ring, lat: float, lon: float) -> bool:
    """Whether a ray to the east crosses the ring an odd number of times."""
    x, y = ring[:, 0], ring[:, 1]
    across = (y[:-1] > lat) != (y[1:] > lat)
    if not across.any():
        return False
    x0, x1, y0, y1 = x[:-1][across], x[1:][across], y[:-1][across], y[1:][across]
    return bool(np.count_nonzero(lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0) % 2)


def inner_points(shape: dict[str, Any]) -> list[tuple[float, float]]:
    """Points of a polygon's or multipolygon's outline drawn in by a tenth towards its parts' centres, and these centres."""
    out = []
    for ring in geometry.rings(shape):
        lat, lon = geometry.ring_centre(ring)
        out += [(lat, lon), *((float(y + 0.1 * (lat - y)), float(x + 0.1 * (lon - x))) for x, y in ring)]
    return out
