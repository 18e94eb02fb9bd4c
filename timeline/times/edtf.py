"""Stretches of the calendar: EDTF (ISO 8601-2, level 1) and TIMEX3 values to `Interval`, and the keys that sort them.

An open end ("1999/..", "../1999") has no days: `earliest` and `latest` are then those of the end that is told, which is where the
interval stands in the order.
"""

import re
from functools import lru_cache

from timeline.records import Interval, Precision
from timeline.times.days import format_day, format_year, from_number, month_length, parse_day, to_number, week_start
from timeline.times.points import read_point

_SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_TIME_OF_DAY = r"T(?:([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d))?|24:?00(?::?00)?)(Z|[+-]\d\d(?::?\d\d)?)?"
_TIMEX_DATE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{2,4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    rf"|(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<time>{_TIME_OF_DAY}|T(?:MO|MI|AF|EV|NI|DT|XX|\d\d))?)?))?",
    re.ASCII,
)
_OPEN = ("..", "")


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
    """The interval that an EDTF string names; ValueError for what is no EDTF of level 0 or 1, no calendar day, or open at both ends.

    >>> from_edtf("1985-04-12").latest, from_edtf("199X").latest, from_edtf("-0216-08").earliest
    ('1985-04-12', '1999-12-31', '-0216-08-01')
    >>> from_edtf("1999/..").earliest, from_edtf("../1999-03").latest
    ('1999-01-01', '1999-03-31')
    """
    first_text, slash, last_text = text.partition("/")
    if not slash:
        return read_point(text)
    if "X" in text:
        raise ValueError(f"an end of an interval is told in full: {text!r}, wanted for instance 1990/1999")
    if first_text in _OPEN or last_text in _OPEN:
        told = read_point(first_text if last_text in _OPEN else last_text)
        return Interval(edtf=text, earliest=told.earliest, latest=told.latest, precision=told.precision)
    first, last = read_point(first_text), read_point(last_text)
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
    """The same days, marked as approximate ("1850~"); an interval of two ends is marked at both, a season by its months.

    >>> approximate(from_edtf("1850")).edtf, approximate(from_edtf("1850?")).edtf, approximate(from_edtf("1942-22")).edtf
    ('1850~', '1850%', '1942-06~/1942-08~')
    """
    return _marked(interval, "~")


def uncertain(interval: Interval) -> Interval:
    """The same days, marked as uncertain ("1850?"): the text doubts the date itself."""
    return _marked(interval, "?")


def since(interval: Interval) -> Interval:
    """From here on, with no end told ("since 1999"): the days stay those of the end that is told.

    >>> since(from_edtf("1999")).edtf, since(from_edtf("199X")).edtf, since(from_days("2024-08-26", "2024-09-01", "week")).edtf
    ('1999/..', '1990/..', '2024-08-26/..')
    """
    return _with_edtf(interval, f"{_end(interval, 0)}/..")


def until(interval: Interval) -> Interval:
    """Up to here, from no day that is told ("until March 2020"): the days stay those of the end that is told.

    >>> until(from_edtf("2020-03")).edtf, until(from_edtf("19XX")).edtf
    ('../2020-03', '../1999')
    """
    return _with_edtf(interval, f"../{_end(interval, -1)}")


def join(one: Interval, other: Interval) -> Interval:
    """From the first day of the one to the last of the other, whichever comes first: "from June to September 2023".

    >>> join(from_edtf("2023-06"), from_edtf("2023-09")).edtf, join(from_edtf("2014-09-20"), from_edtf("2014-09-19")).edtf
    ('2023-06/2023-09', '2014-09-19/2014-09-20')
    >>> join(from_edtf("1850~"), from_edtf("1860")).edtf
    '1850~/1860'
    """
    first, last = sorted((one, other), key=sort_key)
    end = max(parse_day(first.latest), parse_day(last.latest))
    joined = _between(parse_day(first.earliest), end, _coarser(first.precision, last.precision))
    marks = _mark_of(first.edtf), _mark_of(last.edtf)
    if not any(marks):
        return joined
    ends = joined.edtf.split("/")
    return _with_edtf(joined, "/".join(end + mark for end, mark in zip((ends[0], ends[-1]), marks, strict=True)))


def sort_key(interval: Interval) -> tuple[int, int, str]:
    """Orders intervals by first day, then the narrower before the wider, then by the clock.

    >>> early, late = from_edtf("-0479"), from_edtf("0033")
    >>> sort_key(early) < sort_key(late)
    True
    """
    return parse_day(interval.earliest), parse_day(interval.latest), interval.edtf


def from_months(first_year: int, first_month: int, last_year: int, last_month: int, precision: Precision) -> Interval:
    """From the first day of one month to the last day of another, both included."""
    first = to_number(first_year, first_month, 1)
    return _between(first, to_number(last_year, last_month, month_length(last_year, last_month)), precision)


def _with_edtf(interval: Interval, edtf: str) -> Interval:
    return Interval(edtf=edtf, earliest=interval.earliest, latest=interval.latest, precision=interval.precision)


def _mark_of(end: str) -> str:
    return end[-1] if end[-1] in "?~%" else ""


def _marked(interval: Interval, mark: str) -> Interval:
    """Every end that is told with the mark; a time of the day can bear none."""
    season = re.fullmatch(r"-?\d{4}-[23]\d", interval.edtf, re.ASCII)
    edtf = _name_of(parse_day(interval.earliest), parse_day(interval.latest)) if season else interval.edtf
    ends = [end if end in _OPEN or "T" in end else end.rstrip("?~%") + _both(_mark_of(end), mark) for end in edtf.split("/")]
    return _with_edtf(interval, "/".join(ends))


def _both(one: str, other: str) -> str:
    return other if one in ("", other) else "%"


def _end(interval: Interval, which: int) -> str:
    """The first (0) or last (-1) end as an interval can bear it: without a time of the day, digits left open filled in."""
    told = [end for end in interval.edtf.split("/") if end not in _OPEN][which].partition("T")[0]
    day = interval.latest if which else interval.earliest
    whole = told.replace("-XX", "")
    return day[:-6] + _mark_of(told) if "X" in whole else whole


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
        day = from_edtf(f"{name}-{part['month']}-{part['day']}")
        return _at_time(day, part["time"]) if part["time"] and "X" not in day.edtf else day
    return from_edtf(f"{name}-{part['month']}") if part["month"] else from_edtf(name)


def _at_time(day: Interval, time: str) -> Interval:
    clock = re.fullmatch(_TIME_OF_DAY, time, re.ASCII)
    if clock is None:
        whole_hour = time[1:].isdigit()
        return Interval(edtf=day.edtf, earliest=day.earliest, latest=day.latest, precision="hour" if whole_hour else "part")
    hour, minute, second, zone = clock.groups()
    if zone and zone != "Z":
        zone = f"{zone[:3]}:{zone[3:].lstrip(':') or '00'}"
    edtf = f"{day.edtf}T{hour or '24'}:{minute or '00'}:{second or '00'}{zone or ''}"
    return Interval(edtf=edtf, earliest=day.earliest, latest=day.latest, precision="minute")


def _decade_or_century(digits: str, before_christ: bool) -> Interval:
    span, precision = (10, "decade") if len(digits) == 3 else (100, "century")
    first = int(digits) * span
    if not before_christ:
        return from_edtf(digits + "X" * (4 - len(digits)))
    # BC 048 are the years 489 to 480 BC; the fifth century BC (04) runs from 500 to 401 BC.
    latest, earliest = (min(1 - first, 0), 1 - (first + 9)) if precision == "decade" else (-first, -(first + 99))
    edtf = f"{format_year(earliest)}/{format_year(latest)}"
    return Interval(
        edtf=edtf, earliest=f"{format_year(earliest)}-01-01", latest=f"{format_year(latest)}-12-31", precision=_named(precision)
    )


def _named(precision: str) -> Precision:
    return "decade" if precision == "decade" else "century"


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


def _coarser(one: Precision, other: Precision) -> Precision:
    order: tuple[Precision, ...] = ("minute", "hour", "part", "day", "week", "month", "season", "quarter", "year", "decade", "century")
    return max(one, other, key=order.index)
