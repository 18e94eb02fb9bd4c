"""Arcs: shared borders once, outlines that close, simplification that keeps ends."""

from maps.basemap.labels import Label, inner_point, laid_out
from maps.basemap.topology import Topology, cut, junctions, merge, simplified, stitch

WEST = ((0, 0), (0, 2), (1, 2), (1, 1), (1, 0), (0, 0))
EAST = ((1, 0), (1, 1), (1, 2), (2, 2), (2, 0), (1, 0))


def outlines(*rings):
    topology = Topology(1.0)
    at = junctions(rings)
    return topology, [[[topology.add(line) for line in cut(ring, at)]] for ring in rings]


def test_a_shared_border_is_one_arc():
    topology, _ = outlines(WEST, EAST)
    assert len(topology.arcs) == 3


def test_merging_takes_the_shared_border_away():
    topology, made = outlines(WEST, EAST)
    (ring,) = stitch(topology, merge(made))
    points = {point for reference in ring for point in topology.line(reference)}
    assert (1, 1) not in points
    assert topology.line(ring[0])[0] == topology.line(ring[-1])[-1]


def test_merging_keeps_a_hole():
    hole = ((3, 3), (4, 3), (4, 4), (3, 3))
    topology, made = outlines(WEST, hole)
    assert len(stitch(topology, merge(made))) == 2


def test_an_enclave_fills_its_hole():
    topology, made = outlines(((3, 3), (4, 3), (4, 4), (3, 3)), ((3, 3), (4, 4), (4, 3), (3, 3)))
    assert len(topology.arcs) == 1
    assert merge(made) == []


def test_overlapping_polygons_still_close():
    topology, made = outlines(WEST, WEST)
    for ring in stitch(topology, merge(made)):
        assert topology.line(ring[0])[0] == topology.line(ring[-1])[-1]


def test_simplifying_keeps_ends_and_large_corners():
    line = ((0, 0), (100, 1), (200, 0), (200, 500))
    assert simplified(line, step=0.002, area=0.001) == ((0, 0), (200, 0), (200, 500))


def test_a_closed_line_keeps_four_points():
    ring = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    assert len(simplified(ring, step=0.002, area=1e9)) == 4


def test_an_inner_point_is_inside_a_crescent():
    crescent = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 9.0), (9.0, 9.0), (9.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
    x, y = inner_point(crescent)
    assert 9 < x < 10 or y < 1 or y > 9


def test_the_larger_of_two_names_that_touch_comes_first():
    def city(name, longitude):
        return Label(name=name, longitude=longitude, latitude=0.0, zoom=3, kind="city")

    placed = {label.name: label.zoom for label in laid_out([(2.0, city("Small", 0.5)), (1.0, city("Large", 0.0))])}
    assert placed["Large"] == 3
    assert placed["Small"] > 3
