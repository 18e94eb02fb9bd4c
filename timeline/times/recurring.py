# ruff: noqa: ARG001 - every reader takes the hit and the context
"""Readers of what recurs: "twice a week", "every other year", "Mondays", "daily"."""

from timeline.times.context import Context
from timeline.times.counting import length, one_of_many
from timeline.times.reading import Hit, Reading


def recurring(hit: Hit, at: Context) -> Reading | None:
    """ "daily", "weekly"; not in the name of a paper."""
    following = hit.words.meanings[hit.last] if hit.last < len(hit.words.meanings) else {}
    if hit.text()[0].isupper() and "CAPITAL" in following:
        return None
    return one_of_many(str(hit.get("x")))


def every(hit: Hit, at: Context) -> Reading | None:
    """ "every year", "twice a week", "every two days", "every other year" """
    unit, count = str(hit.get("u")), float(hit.get("n")) if hit.has("n") else 1.0
    if "other" in hit.lower():
        count = 2.0
    if hit.has("few"):
        return one_of_many(length(unit, None))
    if unit == "NI":
        return one_of_many("XXXX-XX-XXTNI")
    return one_of_many(length(unit, count))


def weekends(hit: Hit, at: Context) -> Reading | None:
    """ "weekends": every one."""
    return one_of_many("XXXX-WXX-WE")


def every_once(hit: Hit, at: Context) -> Reading | None:
    """ "twice a week" """
    return one_of_many(length(str(hit.get("u")), 1.0))


def every_named(hit: Hit, at: Context) -> Reading | None:
    """ "every Tuesday", "each July", "Mondays", "every summer", "every morning" """
    part = f"T{hit.get('p')}" if hit.has("p") else ""
    if hit.has("w"):
        return one_of_many(f"XXXX-WXX-{hit.get('w')}{part}")
    if hit.has("m"):
        return one_of_many(f"XXXX-{int(hit.get('m')):02}")
    if hit.has("s"):
        return one_of_many(f"XXXX-{hit.get('s')}")
    return one_of_many(f"XXXX-XX-XX{part}")
