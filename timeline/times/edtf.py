"""Stretches of the calendar: EDTF (ISO 8601-2, level 1) and TIMEX3 values to `Interval`, and the keys that sort them.

A season is a quarter of the year as meteorologists cut it (spring is March to May). "Winter of 1915" may be either of
the two winters that touch the year, so its interval spans both.
"""

import re
from functools import lru_cache

from timeline.records import Interval, Precision
from timeline.times.days import format_day, format_year, from_number, month_length, parse_day, to_number, week_start

_SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_TIME_OF_DAY = r"T([01]\d|2[0-4]):?([0-5]\d)(?::?([0-5]\d))?(Z|[+-]\d\d(?::?\d\d)?)?"
_EDTF_POINT = re.compile(
    rf"(?P<year>-?(?:\d{{4}}|\d{{3}}X|\d{{2}}XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<time>{_TIME_OF_DAY})?)?)?[?~%]?", re.ASCII
)
_TIMEX_DATE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{2,4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    rf"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>{_TIME_OF_DAY}|T(?:MO|MI|AF|EV|NI|DT|XX|\d\d))?|-XX)?|XX(?:-XX)?))?",
    re.ASCII,
)
_APPROXIMATE = "~"


def from_days(earliest: str, latest: str, precision: Precision = "day") -> Interval:
    """The interval between two ISO days, both included; ValueError where either is no day or they stand in the wrong order.

    >>> from_days("2024-08-26", "2024-09-01", "week").edtf
    '2024-08-26/2024-09-01'
    >>> from_days("2024-09-01", "2024-09-30", "month").edtf
    '2024-09'
    """
    first, last = parse_day(earliest), parse_day(latest)
    if last < first:
        raise ValueError(f"the interval ends before it begins: {earliest!r} to {latest!r}")
    return _between(first, last, precision)


@lru_cache(maxsize=4096)
def from_edtf(text: str) -> Interval:
    """The interval that an EDTF string names; ValueError for what is no EDTF of level 0 or 1, no calendar day, or has an open end.

    >>> from_edtf("1985-04-12").latest, from_edtf("199X").latest, from_edtf("-0216-08").earliest
    ('1985-04-12', '1999-12-31', '-0216-08-01')
    """
    first_text, slash, last_text = text.partition("/")
    first = _point(first_text)
    if not slash:
        return first
    last = _point(last_text)
    if parse_day(last.latest) < parse_day(first.earliest):
        raise ValueError(f"the interval ends before it begins: {text!r}")
    return Interval(edtf=text, earliest=first.earliest, latest=last.latest, precision=_coarser(first.precision, last.precision))


@lru_cache(maxsize=4096)
def interval_of(value: str) -> Interval | None:
    """The stretch of the calendar that a TIMEX3 value names; None for a duration, a set, a reference or what is left open.

    >>> interval_of("2024-W35").edtf, interval_of("BC0480").edtf, interval_of("19").edtf
    ('2024-08-26/2024-09-01', '-0479', '19XX')
    >>> interval_of("P3D"), interval_of("XXXX-09"), interval_of("PRESENT_REF")
    (None, None, None)
    """
    match = _TIMEX_DATE.fullmatch(value)
    if match is None:
        return None
    part = match.groupdict()
    digits, before_christ = part["year"], part["bc"] is not None
    if len(digits) < 4:
        return _decade_or_century(digits, before_christ)
    year = 1 - int(digits) if before_christ else int(digits)
    try:
        return _within_year(year, part)
    except ValueError:
        return None


def approximate(interval: Interval) -> Interval:
    """The same days, marked as approximate ("1850~"); an interval of two ends is marked at both."""
    ends = [end if end[-1] in "?~%" or "T" in end else end + _APPROXIMATE for end in interval.edtf.split("/")]
    return Interval(edtf="/".join(ends), earliest=interval.earliest, latest=interval.latest, precision=interval.precision)


def join(one: Interval, other: Interval) -> Interval:
    """From the first day of the one to the last of the other, whichever comes first: "from June to September 2023".

    >>> join(from_edtf("2023-06"), from_edtf("2023-09")).edtf, join(from_edtf("2014-09-20"), from_edtf("2014-09-19")).edtf
    ('2023-06/2023-09', '2014-09-19/2014-09-20')
    """
    first, last = sorted((one, other), key=sort_key)
    end = max(parse_day(first.latest), parse_day(last.latest))
    return _between(parse_day(first.earliest), end, _coarser(first.precision, last.precision))


def sort_key(interval: Interval) -> tuple[int, int, str]:
    """Orders intervals by first day, then the narrower before the wider, then by the clock.

    >>> early, late = from_edtf("-0479"), from_edtf("0033")
    >>> sort_key(early) < sort_key(late)
    True
    """
    return parse_day(interval.earliest), parse_day(interval.latest), interval.edtf


def _within_year(year: int, part: dict[str, str | None]) -> Interval:
    name = format_year(year)
    if part["week"]:
        monday = week_start(year, int(part["week"]))
        return _between(monday + 5 if part["weekend"] else monday, monday + 6, "week")
    if part["quarter"]:
        last = 3 * int(part["quarter"])
        return from_months(year, last - 2, year, last, "quarter")
    if part["half"]:
        last = 6 * int(part["half"])
        return from_months(year, last - 5, year, last, "quarter")
    if part["season"]:
        return from_edtf(f"{name}-{_SEASON_CODES[part['season']]}")
    if part["day"]:
        day = f"{name}-{part['month']}-{part['day']}"
        return _at_time(from_edtf(day), part["time"]) if part["time"] else from_edtf(day)
    return from_edtf(f"{name}-{part['month']}") if part["month"] else from_edtf(name)


def _at_time(day: Interval, time: str) -> Interval:
    clock = re.fullmatch(_TIME_OF_DAY, time, re.ASCII)
    if clock is None:
        whole_hour = time[1:].isdigit()
        return Interval(edtf=day.edtf, earliest=day.earliest, latest=day.latest, precision="hour" if whole_hour else "part")
    hour, minute, second, zone = clock.groups()
    zone = f"{zone}:00" if zone and len(zone) == 3 else zone
    edtf = f"{day.edtf}T{hour}:{minute}:{second or '00'}{zone or ''}"
    return Interval(edtf=edtf, earliest=day.earliest, latest=day.latest, precision="minute")


def _decade_or_century(digits: str, before_christ: bool) -> Interval:
    span, precision = (10, "decade") if len(digits) == 3 else (100, "century")
    first = int(digits) * span
    if not before_christ:
        return from_edtf(digits + "X" * (4 - len(digits)))
    # BC 048 are the years 489 to 480 BC; the fifth century BC (04) runs from 500 to 401 BC.
    latest, earliest = (1 - first, 1 - (first + 9)) if precision == "decade" else (-first, -(first + 99))
    edtf = f"{format_year(earliest)}/{format_year(latest)}"
    return Interval(
        edtf=edtf, earliest=f"{format_year(earliest)}-01-01", latest=f"{format_year(latest)}-12-31", precision=_named(precision)
    )


def _named(precision: str) -> Precision:
    return "decade" if precision == "decade" else "century"


def from_months(first_year: int, first_month: int, last_year: int, last_month: int, precision: Precision) -> Interval:
    """From the first day of one month to the last day of another, both included."""
    first = to_number(first_year, first_month, 1)
    return _between(first, to_number(last_year, last_month, month_length(last_year, last_month)), precision)


def _between(first: int, last: int, precision: Precision) -> Interval:
    earliest, latest = format_day(first), format_day(last)
    return Interval(edtf=_name_of(first, last), earliest=earliest, latest=latest, precision=precision)


def _name_of(first: int, last: int) -> str:
    if first == last:
        return format_day(first)
    (year, month, day), (last_year, last_month, last_day) = from_number(first), from_number(last)
    if day != 1 or last_day != month_length(last_year, last_month):
        return f"{format_day(first)}/{format_day(last)}"
    if (year, month) == (last_year, last_month):
        return format_day(first)[:-3]
    if month == 1 and last_month == 12:
        return format_year(year) if year == last_year else f"{format_year(year)}/{format_year(last_year)}"
    return f"{format_day(first)[:-3]}/{format_day(last)[:-3]}"


def _point(text: str) -> Interval:
    match = _EDTF_POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"not EDTF of level 0 or 1 with closed ends: {text!r}, wanted for instance 1985, 1985-04, 199X or 2004-06/2006")
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        if month:
            raise ValueError(f"a month of an unknown year is no stretch of the calendar: {text!r}")
        return _unspecified_years(text, year)
    number = int(year)
    if month in (None, "XX"):
        return Interval(edtf=text, earliest=f"{year}-01-01", latest=f"{year}-12-31", precision="year")
    if int(month or 0) > 12:
        return _season(text, number, int(month or 0))
    if not int(month or 0) >= 1:
        raise ValueError(f"no such month: {text!r}")
    if day in (None, "XX"):
        last = month_length(number, int(month or 0))
        return Interval(edtf=text, earliest=f"{year}-{month}-01", latest=f"{year}-{month}-{last:02}", precision="month")
    iso = format_day(parse_day(f"{year}-{month}-{day}"))
    return Interval(edtf=text, earliest=iso, latest=iso, precision="minute" if match["time"] else "day")


def _season(text: str, year: int, code: int) -> Interval:
    if code == 24:
        wide = from_months(year - 1, 12, year + 1, 2, "season")
    elif code in _SEASON_MONTHS:
        first, last = _SEASON_MONTHS[code]
        wide = from_months(year, first, year, last, "season")
    else:
        raise ValueError(f"no such month or season: {text!r}, seasons are 21 (spring) to 24 (winter)")
    return Interval(edtf=text, earliest=wide.earliest, latest=wide.latest, precision="season")


def _unspecified_years(text: str, year: str) -> Interval:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first, last = (low, high) if not year.startswith("-") else (high, low)
    precision: Precision = "decade" if year.count("X") == 1 else "century"
    return Interval(edtf=text, earliest=f"{format_year(first)}-01-01", latest=f"{format_year(last)}-12-31", precision=precision)


def _coarser(one: Precision, other: Precision) -> Precision:
    order: tuple[Precision, ...] = ("minute", "hour", "part", "day", "week", "month", "season", "quarter", "year", "decade", "century")
    return max(one, other, key=order.index)
