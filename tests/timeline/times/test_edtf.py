"""EDTF, TIMEX3 values and intervals say the same thing in three ways."""

import datetime
import doctest
import warnings
from collections.abc import Callable
from typing import Any

import edtf as standard
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.records import Interval
from timeline.times import from_days, from_edtf, interval_of, join, points, sort_key
from timeline.times.days import format_day, from_number, parse_day, to_number, to_week, weekday
from timeline.times.edtf import approximate, since, uncertain, until


def by_library(text: str) -> Any:
    """What the edtf package reads; None where it refuses."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return standard.parse_edtf(text)
        except standard.EDTFParseException:
            return None


SETTLED = settings(deadline=None, derandomize=True)  # the same examples in every run, on a machine however busy
numbers = st.integers(min_value=-1_500_000, max_value=1_500_000)


@SETTLED
@given(st.integers(min_value=1, max_value=datetime.date.max.toordinal()))
def test_days_agree_with_the_standard_library_where_it_reaches(ordinal: int) -> None:
    """Day numbers, weekdays and ISO weeks are those of `datetime.date`."""
    date = datetime.date.fromordinal(ordinal)
    number = to_number(date.year, date.month, date.day)
    assert from_number(number) == (date.year, date.month, date.day)
    assert weekday(number) == date.isoweekday()
    assert to_week(number) == tuple(date.isocalendar())[:2]


@SETTLED
@given(numbers)
def test_a_day_survives_being_written_and_read(number: int) -> None:
    """Also before the year 1."""
    assert parse_day(format_day(number)) == number


@SETTLED
@given(numbers, st.integers(min_value=0, max_value=4000))
def test_an_interval_survives_being_written_as_edtf(first: int, length: int) -> None:
    """The ends, and the place in the order, are the same after a round trip."""
    interval = from_days(format_day(first), format_day(first + length))
    again = from_edtf(interval.edtf)
    assert (again.earliest, again.latest) == (interval.earliest, interval.latest)
    assert sort_key(again) == sort_key(interval)


@SETTLED
@given(numbers, numbers)
def test_days_sort_as_they_follow_one_another(one: int, other: int) -> None:
    """By calendar, not by string: 480 BC stands before 479 BC."""
    first, second = (from_days(format_day(number), format_day(number)) for number in (one, other))
    assert (sort_key(first) < sort_key(second)) == (one < other)


@pytest.mark.parametrize(
    ("value", "edtf", "earliest", "latest", "precision"),
    [
        ("2024-08-30", "2024-08-30", "2024-08-30", "2024-08-30", "day"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024", "2024", "2024-01-01", "2024-12-31", "year"),
        ("199", "199X", "1990-01-01", "1999-12-31", "decade"),
        ("18", "18XX", "1800-01-01", "1899-12-31", "century"),
        ("2024-W35", "2024-08-26/2024-09-01", "2024-08-26", "2024-09-01", "week"),
        ("2024-W35-WE", "2024-08-31/2024-09-01", "2024-08-31", "2024-09-01", "week"),
        ("2024-Q3", "2024-07/2024-09", "2024-07-01", "2024-09-30", "quarter"),
        ("2024-H1", "2024-01/2024-06", "2024-01-01", "2024-06-30", "quarter"),
        ("1942-SU", "1942-22", "1942-06-01", "1942-08-31", "season"),
        ("1915-WI", "1915-24", "1914-12-01", "1916-02-29", "season"),
        ("BC0217", "-0216", "-0216-01-01", "-0216-12-31", "year"),
        ("BC0216-08-02", "-0215-08-02", "-0215-08-02", "-0215-08-02", "day"),
        ("BC0001", "0000", "0000-01-01", "0000-12-31", "year"),
        ("BC048", "-0488/-0479", "-0488-01-01", "-0479-12-31", "decade"),
        ("BC04", "-0499/-0400", "-0499-01-01", "-0400-12-31", "century"),
        ("2024-08-30T14:30", "2024-08-30T14:30:00", "2024-08-30", "2024-08-30", "minute"),
        ("2024-08-30T14:30Z", "2024-08-30T14:30:00Z", "2024-08-30", "2024-08-30", "minute"),
        ("2024-08-30T14:30+0200", "2024-08-30T14:30:00+02:00", "2024-08-30", "2024-08-30", "minute"),
        ("2024-08-30T14:30-05", "2024-08-30T14:30:00-05:00", "2024-08-30", "2024-08-30", "minute"),
        ("2024-08-30T24:00", "2024-08-30T24:00:00", "2024-08-30", "2024-08-30", "minute"),
        ("2024-08-30TNI", "2024-08-30", "2024-08-30", "2024-08-30", "part"),
        ("2024-08-30T14", "2024-08-30", "2024-08-30", "2024-08-30", "hour"),
        ("2024-XX", "2024-XX", "2024-01-01", "2024-12-31", "year"),
        ("2024-XX-XX", "2024-XX-XX", "2024-01-01", "2024-12-31", "year"),
        ("2024-06-XX", "2024-06-XX", "2024-06-01", "2024-06-30", "month"),
        ("BC000", "-0008/0000", "-0008-01-01", "0000-12-31", "decade"),
    ],
)
def test_a_timex_value_names_its_days(value: str, edtf: str, earliest: str, latest: str, precision: str) -> None:
    """Weeks run from Monday to Sunday; a winter may be either of two; years before Christ are astronomical."""
    interval = interval_of(value)
    assert interval is not None
    assert (interval.edtf, interval.earliest, interval.latest, interval.precision) == (edtf, earliest, latest, precision)
    assert from_edtf(interval.edtf).earliest == earliest
    assert from_edtf(interval.edtf).latest == latest


@pytest.mark.parametrize(
    "value", ["P3D", "PT2H", "PXM", "XXXX-09-05", "XXXX-WXX-2", "PRESENT_REF", "2023-02-29", "2024-13", "2023-W53", "", "٢٠٢٤"]
)
def test_what_names_no_stretch_of_the_calendar_has_no_interval(value: str) -> None:
    """Durations, sets, references, open values and days that never were."""
    assert interval_of(value) is None


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "../..", "tomorrow", "1985/1984", "2023-02-29", "2024-00", "2024-13", "2024-33", "2024-06-31", "2024-XX-05"),
        *("19XX-05", "2024-22~", "2024-22-01", "2024-08-30T14:30", "2024-08-30T25:00:00", "2024-08-30T14:30:00+0200", "1985~~", "٢٠٢٤"),
        *("199X/..", "199X/200X"),
    ],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    """With what was given and what would have worked, or why the calendar has no such day."""
    with pytest.raises(ValueError, match=r"'.*'|month must be|no such"):
        from_edtf(text)


@pytest.mark.parametrize(
    ("code", "earliest", "latest"),
    [
        *((code, "1998-03-01", "1998-05-31") for code in (21, 25, 31)),
        *((code, "1998-06-01", "1998-08-31") for code in (22, 26, 32)),
        *((code, "1998-09-01", "1998-11-30") for code in (23, 27, 29)),
        *((code, "1997-12-01", "1999-02-28") for code in (24, 28, 30)),
    ],
)
def test_a_season_has_the_months_of_its_hemisphere(code: int, earliest: str, latest: str) -> None:
    """Spring to winter: 21 to 24 of no hemisphere (read as northern), 25 to 28 northern, 29 to 32 southern."""
    season = from_edtf(f"1998-{code}")
    assert (season.earliest, season.latest, season.precision) == (earliest, latest, "season")


@pytest.mark.parametrize(
    ("change", "edtf", "changed"),
    [
        (approximate, "1850", "1850~"),
        (approximate, "1850~", "1850~"),
        (approximate, "1850?", "1850%"),
        (approximate, "185X", "185X~"),
        (approximate, "1942-22", "1942-06~/1942-08~"),
        (approximate, "1942-24", "1941-12~/1943-02~"),
        (approximate, "-0499/-0400", "-0499~/-0400~"),
        (approximate, "1999/..", "1999~/.."),
        (approximate, "2024-08-30T14:30:00", "2024-08-30T14:30:00"),
        (uncertain, "1850-06-01", "1850-06-01?"),
        (uncertain, "1850~", "1850%"),
        (since, "1999", "1999/.."),
        (since, "1999-22", "1999-22/.."),
        (since, "199X", "1990/.."),
        (since, "19XX~", "1900~/.."),
        (since, "-0488/-0479", "-0488/.."),
        (since, "2024-XX-XX", "2024/.."),
        (since, "2024-08-30T14:30:00Z", "2024-08-30/.."),
        (until, "2020-03", "../2020-03"),
        (until, "199X", "../1999"),
        (until, "-019X", "../-0190"),
        (until, "2024-08-26/2024-09-01", "../2024-09-01"),
        (until, "1850~", "../1850~"),
    ],
)
def test_a_mark_or_an_open_end_is_in_the_edtf_and_the_days_stay(change: Callable[[Interval], Interval], edtf: str, changed: str) -> None:
    """The days are those of the end that is told; what was written is read again, by us and by the library of the standard."""
    before = from_edtf(edtf)
    after = change(before)
    assert (after.edtf, after.precision) == (changed, before.precision)
    assert (after.earliest, after.latest) == (before.earliest, before.latest)
    assert by_library(changed) is not None
    if ".." not in changed:
        again = from_edtf(changed)
        assert (again.earliest, again.latest) == (before.earliest, before.latest)


def test_about_joined_to_about_stays_about() -> None:
    """From about 1850 to 1860: each end keeps its own mark."""
    assert join(from_edtf("1850~"), from_edtf("1860")).edtf == "1850~/1860"
    assert join(from_edtf("1860?"), from_edtf("1850-03~")).edtf == "1850-03~/1860-12?"
    assert join(from_edtf("1850"), from_edtf("1860")).edtf == "1850/1860"


years = st.integers(min_value=-2000, max_value=2500)
timex_years = years.map(lambda year: f"{year:04}" if year > 0 else f"BC{1 - year:04}")
timex_values = st.one_of(
    st.builds(
        "{}{}".format,
        timex_years,
        st.sampled_from(
            ["", "-01", "-02-28", "-12-31", "-W01", "-W52", "-W30-WE", "-Q4", "-H2", "-SP", "-SU", "-FA", "-WI", "-XX", "-06-XX"]
        ),
    ),
    st.integers(min_value=0, max_value=299).map("{:03}".format),
    st.integers(min_value=1, max_value=299).map("BC{:03}".format),
    st.integers(min_value=0, max_value=29).map("{:02}".format),
    st.integers(min_value=0, max_value=29).map("BC{:02}".format),
    st.builds(
        "{}-06-03T{:02}:{:02}{}".format, timex_years, st.integers(0, 23), st.integers(0, 59), st.sampled_from(["", "Z", "+02", "-0330"])
    ),
)
intervals = timex_values.map(interval_of).filter(lambda interval: interval is not None)


@SETTLED
@given(intervals)
def test_whatever_a_timex_value_names_round_trips_through_edtf(interval: Interval) -> None:
    """Interval to EDTF and back: the same days in the same place of the order; days that follow one another; a form of the standard."""
    again = from_edtf(interval.edtf)
    assert (again.earliest, again.latest, sort_key(again)) == (interval.earliest, interval.latest, sort_key(interval))
    assert parse_day(interval.earliest) <= parse_day(interval.latest)
    assert by_library(interval.edtf) is not None


@SETTLED
@given(intervals, st.lists(st.sampled_from([approximate, uncertain]), max_size=3), st.sampled_from([since, until, None]))
def test_marks_and_open_ends_in_any_order_move_no_day(
    interval: Interval, marks: list[Callable[[Interval], Interval]], opened: Callable[[Interval], Interval] | None
) -> None:
    """All of it is of the standard, and sorts where the unmarked interval does."""
    changed = interval
    for mark in marks:
        changed = mark(changed)
    changed = opened(changed) if opened else changed
    assert sort_key(changed)[:2] == sort_key(interval)[:2]
    assert by_library(changed.edtf) is not None
    again = from_edtf(changed.edtf)
    assert again.edtf == changed.edtf
    if opened is since:
        assert again.earliest == interval.earliest
    elif opened is until:
        assert again.latest == interval.latest


@SETTLED
@given(st.lists(intervals, min_size=2, max_size=6))
def test_the_order_is_by_first_day_then_the_narrower(several: list[Interval]) -> None:
    """And it is the same order after every interval has been written as EDTF and read again."""
    ordered = sorted(several, key=sort_key)
    days = [(parse_day(interval.earliest), parse_day(interval.latest)) for interval in ordered]
    assert days == sorted(days)
    again = sorted((from_edtf(interval.edtf) for interval in several), key=sort_key)
    assert [interval.edtf for interval in again] == [interval.edtf for interval in ordered]


@SETTLED
@given(intervals)
def test_the_library_of_the_standard_finds_the_same_days(interval: Interval) -> None:
    """First and last day, both included; it keeps a winter within its year and takes unknown months BC backwards: there only the form."""
    read = by_library(interval.edtf)
    assert read is not None
    assert str(read) == interval.edtf
    if not interval.edtf.endswith("-24") and not ("X" in interval.edtf and interval.edtf.startswith("-")):
        assert tuple(read.lower_strict())[:3] == from_number(parse_day(interval.earliest))
        assert tuple(read.upper_strict())[:3] == from_number(parse_day(interval.latest))


@pytest.mark.parametrize(
    "text",
    [
        *("2024-08-30", "2024-08", "2024", "199X", "19XX", "-019X", "-04XX", "1999-XX", "1999-XX-XX", "1999-06-XX"),
        *("1850~", "1850?", "1850%", "1984-06~", "1984-06-11?", "199X~", "2024-21", "2024-22", "2024-23", "1998-26", "1998-29", "1998-31"),
        *("2024-07/2024-09", "1984~/2004-06?", "1200/1500", "-0488/-0479", "-0044-03-15", "0000", "2024-08-30T14:30:00Z"),
    ],
)
def test_the_library_of_the_standard_reads_what_we_read(text: str) -> None:
    """The edtf package takes every form and finds the same first and last day."""
    read, ours = by_library(text), from_edtf(text)
    assert read is not None
    for theirs, day in ((read, ours.earliest), (read, ours.latest)):
        end = theirs.lower_strict() if day == ours.earliest else theirs.upper_strict()
        assert tuple(end)[:3] == from_number(parse_day(day))


@pytest.mark.parametrize(
    ("text", "told"), [("1999/..", "1999"), ("1999-06~/..", "1999-06"), ("../1999-03-05", "1999-03-05"), ("/1999?", "1999")]
)
def test_an_open_end_has_the_days_of_the_end_that_is_told(text: str, told: str) -> None:
    """The library gives the open end no day at all; the end that is told is the same for both."""
    ours, read = from_edtf(text), by_library(text)
    assert (ours.earliest, ours.latest) == (from_edtf(told).earliest, from_edtf(told).latest)
    end, day = (read.lower_strict(), ours.earliest) if not text.startswith((".", "/")) else (read.upper_strict(), ours.latest)
    assert tuple(end)[:3] == from_number(parse_day(day))


@SETTLED
@given(st.text(alphabet="0123456789-X~?%/.T:ZY", max_size=24))
def test_what_we_take_for_edtf_the_library_takes_too(text: str) -> None:
    """Any string: read with both ends in order, or refused with a ValueError."""
    try:
        ours = from_edtf(text)
    except ValueError:
        return
    assert parse_day(ours.earliest) <= parse_day(ours.latest)
    assert by_library(text) is not None


def test_the_examples_of_points_are_true() -> None:
    """Those of edtf itself run with the other docstrings."""
    result = doctest.testmod(points)
    assert (result.failed, result.attempted > 0) == (0, True)
