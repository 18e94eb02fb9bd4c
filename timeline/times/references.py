# ruff: noqa: ARG001 - every reader takes the hit and the context
"""Readers of what names past, present or future without a date: "now", "recently", "the near future"."""

from timeline.times import amounts
from timeline.times.context import Context
from timeline.times.reading import Hit, Reading


def reference(value: str, words: str) -> Reading:
    """What names past, present or future without a date."""
    return Reading(value=value, basis="relative", note=words, leads=False)


def present(hit: Hit, at: Context) -> Reading | None:
    """ "now", "currently" """
    return reference("PRESENT_REF", "means the time of writing, which gives no date")


def past(hit: Hit, at: Context) -> Reading | None:
    """ "recently", "previously" """
    return reference("PAST_REF", "means some time past, which gives no date")


def future(hit: Hit, at: Context) -> Reading | None:
    """ "soon", "the future" """
    return reference("FUTURE_REF", "means some time to come, which gives no date")


def history_past(hit: Hit, at: Context) -> Reading | None:
    """ "former" in a history, where it is marked as a time."""
    return past(hit, at) if at.kind == "history" else None


def history_future(hit: Hit, at: Context) -> Reading | None:
    """ "future wars" in a history, where it is marked as a time."""
    return future(hit, at) if at.kind == "history" else None


def some_day(hit: Hit, at: Context) -> Reading | None:
    """ "will one day" """
    if hit.before() in ("will", "would", "could", "may", "might", "can"):
        return future(hit, at)
    return amounts.duration(hit, at)


def soon(hit: Hit, at: Context) -> Reading | None:
    """ "soon" in news; in a history it only goes on."""
    return future(hit, at) if at.kind == "news" and hit.after() not in ("after", "as") and hit.before() != "as" else None


def past_units(hit: Hit, at: Context) -> Reading | None:
    """ "months ago" """
    return past(hit, at)


def later_units(hit: Hit, at: Context) -> Reading | None:
    """ "weeks earlier", "days later" """
    return future(hit, at) if hit.lower()[-1] == "later" else past(hit, at)


def day_of_something(hit: Hit, at: Context) -> Reading | None:
    """ "on the third day": which day that is depends on a beginning that the words leave open."""
    if hit.before() not in _DAY_COUNTED_AT or hit.after() not in _DAY_COUNTED_OF:
        return None
    return Reading(value="XXXX-XX-XX", basis="relative", note="is counted from a beginning that the words do not date", leads=False)


_DAY_COUNTED_AT = frozenset(("on", "of", "by", "until", "towards", "toward"))
_DAY_COUNTED_OF = frozenset(("of", "the", "he", "she", "they", "it", "a", "an", "and", "", ".", ",", ";", ":"))
