"""One date of EDTF (ISO 8601-2, level 1: "1985", "1985-04?", "199X", "1942-22") to its days.

A season is a quarter of the year as meteorologists cut it (spring is March to May, in the south September to November). "Winter of
1915" may be either of the two winters that touch the year, so its interval spans both.
"""

import re

from timeline.records import Interval, Precision
from timeline.times.days import format_day, format_year, month_length, parse_day

# 21 to 24 leave the hemisphere open and are read as northern, 25 to 28 are northern, 29 to 32 southern. None: over the turn of the year.
_SEASON_MONTHS = dict(zip(range(21, 33), [(3, 5), (6, 8), (9, 11), None] * 2 + [(9, 11), None, (3, 5), (6, 8)], strict=True))
_EDTF_POINT = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?P<time>T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)(?:Z|[+-]\d\d:\d\d)?)?)?)?(?P<mark>[?~%])?",
    re.ASCII,
)
_WANTED = "wanted EDTF of level 0 or 1 with an end that is told, for instance 1985, 1985-04, 199X, 1985~, 2004-06/2006 or 2004/.."


def read_point(text: str) -> Interval:
    """The days of an EDTF date that is no interval; ValueError where it is none or the calendar has no such day.

    >>> read_point("1942-22").latest, read_point("1998-32").earliest, read_point("-019X").earliest
    ('1942-08-31', '1998-06-01', '-0199-01-01')
    """
    match = _EDTF_POINT.fullmatch(text)
    if match is None or (match["time"] and match["mark"]):
        raise ValueError(f"not EDTF that names days: {text!r}, {_WANTED}")
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year or (month == "XX" and (day or "XX") != "XX"):
        if month:
            raise ValueError(f"a month of an unknown year, or a day of an unknown month, is no stretch of the calendar: {text!r}")
        return _unspecified_years(text, year)
    number = int(year)
    if month in (None, "XX"):
        return Interval(edtf=text, earliest=f"{year}-01-01", latest=f"{year}-12-31", precision="year")
    if int(month or 0) > 12:
        return _season(text, number, int(month or 0), plain=day is None and match["mark"] is None)
    if not int(month or 0) >= 1:
        raise ValueError(f"no such month: {text!r}")
    if day in (None, "XX"):
        last = month_length(number, int(month or 0))
        return Interval(edtf=text, earliest=f"{year}-{month}-01", latest=f"{year}-{month}-{last:02}", precision="month")
    iso = format_day(parse_day(f"{year}-{month}-{day}"))
    return Interval(edtf=text, earliest=iso, latest=iso, precision="minute" if match["time"] else "day")


def _season(text: str, year: int, code: int, *, plain: bool) -> Interval:
    if code not in _SEASON_MONTHS or not plain:
        raise ValueError(f"no such month or season: {text!r}, seasons are 21 (spring) to 32 (southern winter), without a day or a mark")
    first, last, turn = *(_SEASON_MONTHS[code] or (12, 2)), _SEASON_MONTHS[code] is None
    earliest = f"{format_year(year - turn)}-{first:02}-01"
    latest = f"{format_year(year + turn)}-{last:02}-{month_length(year + turn, last)}"
    return Interval(edtf=text, earliest=earliest, latest=latest, precision="season")


def _unspecified_years(text: str, year: str) -> Interval:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first, last = (low, high) if not year.startswith("-") else (high, low)
    precision: Precision = "decade" if year.count("X") == 1 else "century"
    return Interval(edtf=text, earliest=f"{format_year(first)}-01-01", latest=f"{format_year(last)}-12-31", precision=precision)
