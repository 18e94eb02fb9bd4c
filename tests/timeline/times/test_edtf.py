"""EDTF, TIMEX3 values and intervals say the same thing in three ways."""

import datetime
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.times import from_days, from_edtf, interval_of, sort_key
from timeline.times.days import format_day, from_number, parse_day, to_number, to_week, weekday
from timeline.times.edtf import approximate

numbers = st.integers(min_value=-1_500_000, max_value=1_500_000)


@given(st.integers(min_value=1, max_value=datetime.date.max.toordinal()))
def test_days_agree_with_the_standard_library_where_it_reaches(ordinal: int) -> None:
    """Day numbers, weekdays and ISO weeks are those of `datetime.date`."""
    date = datetime.date.fromordinal(ordinal)
    number = to_number(date.year, date.month, date.day)
    assert from_number(number) == (date.year, date.month, date.day)
    assert weekday(number) == date.isoweekday()
    assert to_week(number) == tuple(date.isocalendar())[:2]


@given(numbers)
def test_a_day_survives_being_written_and_read(number: int) -> None:
    """Also before the year 1."""
    assert parse_day(format_day(number)) == number


@given(numbers, st.integers(min_value=0, max_value=4000))
def test_an_interval_survives_being_written_as_edtf(first: int, length: int) -> None:
    """The ends, and the place in the order, are the same after a round trip."""
    interval = from_days(format_day(first), format_day(first + length))
    again = from_edtf(interval.edtf)
    assert (again.earliest, again.latest) == (interval.earliest, interval.latest)
    assert sort_key(again) == sort_key(interval)


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
        ("2024-08-30TNI", "2024-08-30", "2024-08-30", "2024-08-30", "part"),
        ("2024-XX-XX", "2024", "2024-01-01", "2024-12-31", "year"),
        ("2024-06-XX", "2024-06", "2024-06-01", "2024-06-30", "month"),
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


@pytest.mark.parametrize("text", ["2023-02-29", "1985/1984", "2024-25", "1990/..", "../1990", "tomorrow", "", "2024-00", "/", "19XX-05"])
def test_what_is_no_edtf_is_refused(text: str) -> None:
    """With a reason; open ends have no last day."""
    with pytest.raises(ValueError, match=r"."):
        from_edtf(text)


def test_an_approximate_year_keeps_its_days() -> None:
    """The mark is in the EDTF, the days are those of the year."""
    about = approximate(from_edtf("1850"))
    assert (about.edtf, about.earliest, about.latest) == ("1850~", "1850-01-01", "1850-12-31")
    assert from_edtf("1850~").latest == "1850-12-31"


@pytest.mark.parametrize(
    "text", ["2024-08-30", "2024-08", "2024", "199X", "19XX", "2024-22", "1850~", "2024-07/2024-09", "-0216", "2024-08-30T14:30:00Z"]
)
def test_the_library_of_the_standard_reads_what_is_written(text: str) -> None:
    """The edtf package takes every form and finds the same first and last day."""
    edtf = pytest.importorskip("edtf")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = edtf.parse_edtf(text)
    ours = from_edtf(text)
    assert str(read)
    if "T" not in text and "~" not in text and not text.endswith("-22"):
        assert tuple(read.lower_strict())[:3] == from_number(parse_day(ours.earliest))
        assert tuple(read.upper_strict())[:3] == from_number(parse_day(ours.latest))
