# ruff: noqa: ARG001 - every reader takes the hit and the context
"""Readers of dates written in digits: "2024-08-30", "7/8/07", "5.3.1990", "9/11"."""

from timeline.times.context import Context
from timeline.times.days import is_day, to_number
from timeline.times.edtf import interval_of
from timeline.times.reading import Hit, Reading
from timeline.times.values import date_value
from timeline.times.vocabulary import words_of
from timeline.times.written import WRITTEN, stated


def iso(hit: Hit, at: Context) -> Reading | None:
    """A date in digits, ISO 8601."""
    text = str(hit.get("x"))
    interval = interval_of(text)
    return None if interval is None else Reading(value=text, basis="stated", note=WRITTEN, type="TIME" if "T" in text else "DATE")


_NEWS = 31  # days before publication within which a day told in digits is news


def _by_publication(at: Context, year: int, first: int, second: int) -> bool | None:
    """Whether the day stands first, where only one of the two readings lies within a month before publication."""
    if at.published is None or at.published.number is None:
        return None
    day_first = 0 <= at.published.number - to_number(year, second, first) <= _NEWS
    month_first = 0 <= at.published.number - to_number(year, first, second) <= _NEWS
    return day_first if day_first != month_first else None


_DAYS_BY_NAME = {"9/11": (2001, 9, 11), "7/7": (2005, 7, 7)}
_OF_SUCH_A_DAY = words_of(
    """
    attack attacks bombing bombings bombers bomber terror terrorist terrorists hijackers commission memorial victims world era
    """
)
_BEFORE_SUCH_A_DAY = words_of("after before since - post pre of the on until")


def name_of_day(hit: Hit, at: Context) -> Reading | None:
    """ "9/11", "7/7": days that are called by their digits, where the words about them do not count or divide."""
    text = hit.text()
    year, month, day = _DAYS_BY_NAME[text]
    told = hit.after() in _OF_SUCH_A_DAY or (text == "9/11" and hit.before() in _BEFORE_SUCH_A_DAY)
    early = at.published is not None and at.published.year < year
    return stated(hit, date_value(year, month, day)) if told and not early else None


def slash(hit: Hit, at: Context) -> Reading | None:
    """A date in digits: "7/8/07", "5.3.1990". Day first or month first as the numbers force, else left open to the year."""
    text = str(hit.get("x"))
    dotted = "." in text
    first, second, third = (int(part) for part in text.replace(".", "/").replace("-", "/").split("/"))
    if first > 31:
        return stated(hit, date_value(first, second, third)) if is_day(first, second, third) else None
    if dotted and third < 1000:
        return None
    year = third if third > 99 else third + (2000 if third < 70 else 1900)
    day_first, month_first = is_day(year, second, first), is_day(year, first, second)
    if dotted and day_first:
        month_first = False
    if "-" in text and third < 100 and (at.published is None or abs(year - at.published.year) > 1):
        return None
    if day_first and month_first and first != second:
        prefers = at.day_first if at.day_first is not None else _by_publication(at, year, first, second)
        if prefers is None:
            note = "may be read day first or month first; nothing in the text says which"
            return Reading(value=f"{year:04}-XX-XX", basis="stated", note=note, leads=False)
        day_first = prefers
    if not (day_first or month_first):
        return None
    return stated(hit, date_value(year, second, first) if day_first else date_value(year, first, second))
