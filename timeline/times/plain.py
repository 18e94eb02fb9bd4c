"""Dates as reasons name them to a reader: no TIMEX3, no astronomical years."""

import re
from functools import lru_cache

from timeline.records import Interval
from timeline.times.edtf import interval_of
from timeline.times.values import point_of
from timeline.times.vocabulary import MONTH_NAMES

_SEASON_NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def year_words(year: int) -> str:
    """A year as a reader writes it: "480 BC" for -479."""
    return str(year) if year > 0 else f"{1 - year} BC"


@lru_cache(maxsize=4096)
def plain(value: str) -> str:
    """A TIMEX3 value in words or ISO days; "" where it names no stretch of the calendar.

    >>> plain("1998-02-12TEV"), plain("BC0216-08-02"), plain("1942-SU"), plain("2024-W35"), plain("P3W")
    ('1998-02-12', '2 August 216 BC', 'summer 1942', '2024-08-26 to 2024-09-01', '')
    """
    season, point = re.search(r"-(SP|SU|FA|WI)$", value), point_of(value)
    if season and point:
        return f"{_SEASON_NAMES[season[1]]} {year_words(point.year)}"
    if value.startswith("BC") and point:
        parts = (str(point.day or ""), MONTH_NAMES[point.month - 1].capitalize() if point.month else "", year_words(point.year))
        return " ".join(filter(None, parts))
    interval = interval_of(value)
    return days_of(interval) if interval else ""


def days_of(interval: Interval) -> str:
    """An interval by the ISO days, months or years it runs from and to."""
    return interval.edtf.partition("T")[0].replace("/", " to ")


def quoted(text: str, value: str, interval: Interval | None) -> str:
    """Words of the text in quotation marks, with the date that they were read as where they do not say it themselves.

    >>> quoted("1941", "1941", None), quoted("that night", "1944-06-09TNI", None)
    ('‘1941’', '‘that night’ (1944-06-09)')
    """
    words = " ".join(text.split())
    told = plain(value) or (days_of(interval) if interval else "")
    return f"‘{words}’" if told in words else f"‘{words}’ ({told})"
