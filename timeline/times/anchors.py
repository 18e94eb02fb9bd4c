"""Dates to count from, with their names in words."""

from dataclasses import dataclass
from functools import lru_cache

from timeline.records import Basis
from timeline.times.days import format_year, parse_day
from timeline.times.values import Point, point_of


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date to count from: `point`, the basis that a value counted from it has, its name in words, and where it ends in the text."""

    point: Point
    basis: Basis
    words: str
    end: int = -1


def published_point(published: str | None) -> Point | None:
    """The day of publication; None where it is not known or no day."""
    if not published:
        return None
    try:
        parse_day(published[:10])
    except ValueError:
        return None
    return point_of(published[:10])


@lru_cache(maxsize=64)
def publication(published: Point) -> Anchor:
    """The day of publication as what to count from."""
    return Anchor(published, "published", f"the publication date {_iso(published)}")


def _iso(point: Point) -> str:
    return f"{format_year(point.year)}-{point.month or 0:02}-{point.day or 0:02}"
