"""The committed basemap: it holds what the page and the gazetteer refer to, and its rings close."""

import gzip
import hashlib
import itertools
import json
from pathlib import Path

import pytest

from maps.basemap import basemap_gzip


@pytest.fixture(scope="module")
def topology():
    return json.loads(gzip.decompress(basemap_gzip()))


@pytest.fixture(scope="module")
def ends(topology):
    """First and last point of each arc."""
    return [(tuple(arc[0]), (sum(x for x, _ in arc), sum(y for _, y in arc))) for arc in topology["arcs"]]


def ring_points(topology, ring):
    """Longitude and latitude of each point of a ring of arc references."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for reference in ring:
        steps = topology["arcs"][max(reference, ~reference)]
        line = list(itertools.accumulate(steps, lambda a, b: [a[0] + b[0], a[1] + b[1]]))
        for x, y in line if reference >= 0 else reversed(line):
            yield x * sx + tx, y * sy + ty


def inside(topology, geometry, longitude, latitude):
    """Whether a point lies within a polygon of rings, by the non-zero rule."""
    winding = 0
    for ring in geometry["arcs"]:
        points = list(ring_points(topology, ring))
        for (ax, ay), (bx, by) in itertools.pairwise([*points, points[0]]):
            if (ay <= latitude) == (by <= latitude):
                continue
            if longitude < (bx - ax) * (latitude - ay) / (by - ay) + ax:
                winding += 1 if by > ay else -1
    return winding != 0


def geometry_of(topology, kind, key):
    return next(g for g in topology["objects"][kind]["geometries"] if g.get("id") == key)


@pytest.mark.parametrize("kind", ["countries", "regions"])
def test_rings_close(topology, ends, kind):
    for geometry in topology["objects"][kind]["geometries"]:
        for ring in geometry["arcs"]:
            lines = [ends[r] if r >= 0 else ends[~r][::-1] for r in ring]
            for line, following in itertools.pairwise([*lines, lines[0]]):
                assert line[1] == following[0], geometry.get("id")


@pytest.mark.parametrize(
    ("kind", "key", "longitude", "latitude"),
    [
        ("countries", "HT", -72.3, 18.8),
        ("countries", "US", -98.0, 39.0),
        ("countries", "ZA", 24.0, -29.0),
        ("countries", "RU", -172.0, 66.5),
        ("countries", "RU", 172.0, 66.5),
        ("countries", "FJ", 178.0, -17.8),
        ("countries", "XK", 21.0, 42.6),
        ("countries", "TW", 121.0, 23.7),
        ("countries", "GF", -53.0, 4.0),
        ("countries", "UA", 34.4, 45.2),
        ("regions", "admin1:US-TN", -86.8, 36.2),
        ("regions", "admin1:EG-SIN", 33.6, 30.5),
        ("regions", "admin1:HT-OU", -72.3, 18.6),
        ("regions", "geonames:6269131", -1.5, 52.5),
    ],
)
def test_outlines_lie_where_they_should(topology, kind, key, longitude, latitude):
    assert inside(topology, geometry_of(topology, kind, key), longitude, latitude)


@pytest.mark.parametrize(
    ("key", "longitude", "latitude"), [("ZA", 28.2, -29.5), ("HT", -70.0, 19.0), ("RU", 34.4, 45.2), ("IT", 12.45, 43.94)]
)
def test_neighbours_and_enclaves_lie_outside(topology, key, longitude, latitude):
    assert not inside(topology, geometry_of(topology, "countries", key), longitude, latitude)


@pytest.mark.parametrize(
    ("longitude", "latitude", "land"), [(20, 5, True), (100, 60, True), (-30, 30, False), (18, 35, False), (0, -85, True)]
)
def test_land_is_land_and_sea_is_sea(topology, longitude, latitude, land):
    assert inside(topology, topology["objects"]["land"], longitude + 0.001, latitude + 0.001) is land


def test_every_region_of_the_gazetteer_with_an_outline_is_found(topology):
    keys = [g["id"] for g in topology["objects"]["regions"]["geometries"]]
    assert len(keys) == len(set(keys)) > 4000
    england, lombardy, andalusia, brittany = "geonames:6269131", "geonames:3174618", "geonames:2593109", "geonames:3030293"
    assert {england, lombardy, andalusia, brittany, "admin1:DE-BY", "admin1:ET-TI"} <= set(keys)


def test_names_are_placed_and_capitals_are_known(topology):
    labels = {(name, kind): (longitude, latitude, zoom) for name, longitude, latitude, zoom, kind in topology["labels"]}
    assert labels["Port-au-Prince", "capital"][2] <= 6
    assert abs(labels["Red Sea", "sea"][0] - 38) < 4
    assert ("France", "country") in labels


def test_it_keeps_to_its_size():
    assert len(basemap_gzip()) <= 2_500_000


def test_it_is_the_file_of_the_licence_notes():
    notes = (Path(__file__).parents[3] / "maps" / "basemap" / "LICENCES.md").read_text(encoding="utf-8")
    assert hashlib.sha256(basemap_gzip()).hexdigest() in notes
