"""Dates so many units from another; the values of so many units, and of what recurs."""

from timeline.records import TimeType
from timeline.times.anchors import Anchor
from timeline.times.reading import Hit, Reading
from timeline.times.values import shift
from timeline.times.written import edge

_OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "WE": "XXXX-WXX-WE",
    "DE": "XXX",
    "CE": "XX",
    "FN": "XXXX-WXX",
}


def counted(hit: Hit, anchor: Anchor | None, unit: str, count: float, part: str = "") -> Reading:
    """A date so many units from an anchor; open ("XXXX-XX-XX") where there is nothing to count from."""
    mod = edge(hit)
    value = shift(anchor.point, unit, count) if anchor else None
    if value is None or anchor is None:
        return Reading(value=_OPEN.get(unit, "XXXX-XX-XX") + part, basis="relative", note="has no date to count from", mod=mod, leads=False,
                       type="TIME" if part else "DATE")  # fmt: skip
    way = "counted back from" if count < 0 else "counted on from" if count > 0 else "taken from"
    return Reading(value=value + part, basis=anchor.basis, note=f"{way} {anchor.words}", mod=mod, type="TIME" if part else "DATE")


_MULTIPLES = {"FN": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000)}


def length(unit: str, count: float | None) -> str:
    """The TIMEX3 value of so many units; None for an unknown number.

    >>> length("TH", 2), length("DE", 2), length("Y", 2.5), length("D", None)
    ('PT2H', 'P20Y', 'P2.5Y', 'PXD')
    """
    if count is not None and unit in _MULTIPLES:
        unit, size = _MULTIPLES[unit]
        count *= size
    number = "X" if count is None else f"{count:g}"
    if unit.startswith("T"):
        return f"PT{number}{unit[1]}"
    return f"P{number}{unit}"


def one_of_many(value: str) -> Reading:
    """What recurs: a SET."""
    kind: TimeType = "SET"
    return Reading(value=value, basis="stated", note="recurs, and is no single date", type=kind, leads=False)
