"""Dates so many units from another."""

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
