"""TIMEX3 values taken apart, put together, and moved along the calendar."""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.times.days import from_number, is_day, month_length, to_number, to_week, week_start, weekday

_VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{2,4})(?:-(?:W(?P<week>\d\d)(?:-WE)?|Q(?P<quarter>\d)|H(?P<half>\d)|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?|-XX.*)?|XX.*))?",
    re.ASCII,
)
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Point:
    """A date as far as it is known: astronomical year, month and day or None; `unit` is the TIMEX3 unit it was told in."""

    year: int
    month: int | None = None
    day: int | None = None
    unit: str = "D"

    @property
    def number(self) -> int | None:
        """The day's number; None where the day is not known."""
        return to_number(self.year, self.month, self.day) if self.month and self.day else None


@lru_cache(maxsize=4096)
def point_of(value: str) -> Point | None:
    """The date that a TIMEX3 value names; a week stands at its Monday, a quarter and a season at their first month."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    digits = match["year"]
    number = int(digits) * 10 ** (4 - len(digits))
    year = 1 - number if match["bc"] else number
    if len(digits) < 4:
        return Point(year, unit="DE" if len(digits) == 3 else "CE")
    if match["week"]:
        try:
            return Point(*from_number(week_start(year, int(match["week"]))), unit="W")
        except ValueError:
            return Point(year, unit="Y")
    if match["quarter"]:
        return Point(year, 3 * int(match["quarter"]) - 2, unit="Q")
    if match["half"]:
        return Point(year, 6 * int(match["half"]) - 5, unit="H")
    if match["season"]:
        return Point(year, _SEASON_MONTH[match["season"]], unit="S")
    month = int(match["month"]) if match["month"] else None
    if month and not 1 <= month <= 12:
        return Point(year, unit="Y")
    day = int(match["day"]) if match["day"] else None
    if month and day and not is_day(year, month, day):
        return Point(year, month, unit="M")
    return Point(year, month, day, unit="D" if day else "M" if month else "Y")


def name_year(year: int) -> str:
    """The year as TIMEX3 writes it: BC0480 for 480 BC (astronomical -479)."""
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def date_value(year: int, month: int | None = None, day: int | None = None) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD.

    >>> date_value(1944, 6, 6), date_value(-479)
    ('1944-06-06', 'BC0480')
    """
    return name_year(year) + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def day_value(number: int) -> str:
    """The value of a day's number."""
    return date_value(*from_number(number))


def week_value(number: int) -> str:
    """The value of the ISO week that holds a day."""
    year, week = to_week(number)
    return f"{name_year(year)}-W{week:02}"


def add_months(point: Point, months: int) -> Point:
    """So many months on, at the granularity of a month."""
    index = point.year * 12 + (point.month or 1) - 1 + months
    return Point(index // 12, index % 12 + 1, unit="M")


def shift(point: Point, unit: str, count: float) -> str | None:
    """The value that lies `count` units after a date (before it: negative), told in that unit; None where the date is not known so finely.

    >>> shift(Point(1998, 3, 22), "Y", -2), shift(Point(1998, 3, 22), "W", -6), shift(Point(1998, 3, 22), "M", -5)
    ('1996', '1998-W06', '1997-10')
    """
    whole = int(count)
    if unit in ("Y", "DE", "CE", "ML"):
        years = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[unit]
        year = point.year + int(count * years)
        return date_value(year) if unit == "Y" else decade_value(year) if unit == "DE" else century_value(year)
    if unit in ("M", "Q"):
        if point.month is None:
            return None
        moved = add_months(point, whole * (3 if unit == "Q" else 1))
        return date_value(moved.year, moved.month) if unit == "M" else quarter_value(moved.year, ((moved.month or 1) + 2) // 3)
    if point.number is None:
        return None
    if unit in ("W", "FN", "WE"):
        weeks = whole * (2 if unit == "FN" else 1)
        value = week_value(point.number + 7 * weeks)
        return value + "-WE" if unit == "WE" else value
    if unit in ("D", "NI"):
        return day_value(point.number + whole)
    return None


def decade_value(year: int) -> str:
    """The decade that holds a year: 198, BC048."""
    return f"{year // 10:03}" if year > 0 else f"BC{(1 - year) // 10:03}"


def century_value(year: int) -> str:
    """The century that holds a year, as the first two digits of its years: 19 for 1900 to 1999, BC04 for the fifth century BC."""
    return f"{year // 100:02}" if year > 0 else f"BC{(-year) // 100:02}"


def quarter_value(year: int, quarter: int) -> str:
    """YYYY-Qn."""
    return f"{name_year(year)}-Q{quarter}"


def nearest_weekday(number: int, day: int, direction: int) -> int:
    """The number of the nearest such weekday: on or before (direction -1), after (+1), or within the same Monday-to-Sunday week (0)."""
    if direction < 0:
        return number - (weekday(number) - day) % 7
    if direction > 0:
        return number + ((day - weekday(number) - 1) % 7 + 1)
    return number - weekday(number) + day


def clamp_day(year: int, month: int, day: int) -> int:
    """The day, or the month's last where the month is shorter."""
    return min(day, month_length(year, month))
