"""Polygons that share borders to arcs that are stored, simplified and drawn once."""

import heapq
import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Point = tuple[int, int]
Line = tuple[Point, ...]


@dataclass(slots=True)
class Topology:
    """Arcs on a grid of `step` degrees from (-180, -90); a negative reference ~i is arc i the other way round, as in TopoJSON."""

    step: float
    arcs: list[Line] = field(default_factory=list)
    _index: dict[Line, int] = field(default_factory=dict)

    def grid(self, line: Iterable[Sequence[float]]) -> Line:
        """Degrees (longitude, latitude) to grid points, no two alike in a row."""
        out: list[Point] = []
        for longitude, latitude in line:
            point = (round((longitude + 180) / self.step), round((latitude + 90) / self.step))
            if not out or out[-1] != point:
                out.append(point)
        return tuple(out)

    def add(self, line: Line) -> int:
        """The reference of a line, which is new or was met before in either direction."""
        known = self._index.get(line)
        if known is not None:
            return known
        back = self._index.get(line[::-1])
        if back is not None:
            return ~back
        self.arcs.append(line)
        self._index[line] = len(self.arcs) - 1
        return len(self.arcs) - 1

    def line(self, reference: int) -> Line:
        """The points of a reference, in its direction."""
        return self.arcs[reference] if reference >= 0 else self.arcs[~reference][::-1]


def junctions(rings: Iterable[Line]) -> set[Point]:
    """Points where rings that share a border part from one another."""
    neighbours: dict[Point, tuple[Point, Point]] = {}
    found: set[Point] = set()
    for ring in rings:
        points = ring[:-1]
        for at, point in enumerate(points):
            before, after = points[at - 1], points[(at + 1) % len(points)]
            pair = (before, after) if before < after else (after, before)
            if neighbours.setdefault(point, pair) != pair:
                found.add(point)
    return found


def cut(ring: Line, at: set[Point]) -> list[Line]:
    """The ring as lines from junction to junction; a ring without any starts at its smallest point."""
    points = ring[:-1]
    starts = [index for index, point in enumerate(points) if point in at]
    if not starts:
        first = points.index(min(points))
        return [(*points[first:], *points[: first + 1])]
    turned = (*points[starts[0] :], *points[: starts[0] + 1])
    lines, begin = [], 0
    for index in range(1, len(turned)):
        if turned[index] in at:
            lines.append(turned[begin : index + 1])
            begin = index
    return lines


def merge(groups: Iterable[Sequence[Sequence[int]]]) -> list[int]:
    """The references that bound several polygons (each a list of rings) together: borders between them fall away.

    An arc that two polygons have in the same direction (they overlap) is kept twice, so that rings still close.
    """
    net: dict[int, int] = {}
    for rings in groups:
        for ring in rings:
            for reference in ring:
                arc = max(reference, ~reference)
                net[arc] = net.get(arc, 0) + (1 if reference >= 0 else -1)
    return [arc if count > 0 else ~arc for arc, count in net.items() for _ in range(abs(count))]


def stitch(topology: Topology, references: Iterable[int]) -> list[list[int]]:
    """Rings of references put together end to end."""
    waiting: dict[Point, list[int]] = {}
    for reference in references:
        waiting.setdefault(topology.line(reference)[0], []).append(reference)
    rings = []
    for start in list(waiting):
        while waiting.get(start):
            ring = [waiting[start].pop()]
            end = topology.line(ring[0])[-1]
            while end != start and waiting.get(end):
                ring.append(waiting[end].pop())
                end = topology.line(ring[-1])[-1]
            rings.append(ring)
    return rings


def simplified(line: Line, *, step: float, area: float) -> Line:
    """Visvalingam and Whyatt: corners of less than `area` square degrees (of longitude shrunk by latitude) are taken out.

    Ends stay; a closed line keeps four points.
    """
    least = 4 if line[0] == line[-1] else 2
    size = len(line)
    if size <= least:
        return line
    shrink = math.cos(math.radians(min(85.0, abs(line[size // 2][1] * step - 90))))
    unit = step * step * shrink / 2
    before, after = list(range(-1, size - 1)), list(range(1, size + 1))

    def corner(at: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = line[before[at]], line[at], line[after[at]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * unit

    value = [0.0] * size
    heap = []
    for at in range(1, size - 1):
        value[at] = corner(at)
        heap.append((value[at], at))
    heapq.heapify(heap)
    gone = bytearray(size)
    left = size
    while heap and left > least:
        worth, at = heapq.heappop(heap)
        if worth >= area:
            break
        if gone[at] or worth != value[at]:
            continue
        gone[at] = 1
        left -= 1
        after[before[at]], before[after[at]] = after[at], before[at]
        for near in (before[at], after[at]):
            if 0 < near < size - 1:
                value[near] = max(worth, corner(near))
                heapq.heappush(heap, (value[near], near))
    return tuple(point for at, point in enumerate(line) if not gone[at])


def ring_area(ring: Sequence[Point]) -> float:
    """Twice the unsigned area of a closed ring, in grid squares."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)))
