"""Arithmetic of the proleptic Gregorian calendar on astronomical years (0 is 1 BC), where `datetime` knows only years 1 to 9999."""

Civil = tuple[int, int, int]

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_OF_400_YEARS = 146097
_MONDAY_OFFSET = 2  # 0000-03-01, day number 0, was a Wednesday


def month_length(year: int, month: int) -> int:
    """Days of a month (1 to 12).

    >>> month_length(2024, 2), month_length(0, 2)
    (29, 29)
    """
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def to_number(year: int, month: int, day: int) -> int:
    """Days since 0000-03-01; negative before it."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * _DAYS_OF_400_YEARS + of_era * 365 + of_era // 4 - of_era // 100 + of_year


def from_number(number: int) -> Civil:
    """The day with this number: the reverse of `to_number`."""
    era, of_era = divmod(number, _DAYS_OF_400_YEARS)
    years = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * years + years // 4 - years // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return years + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def weekday(number: int) -> int:
    """1 (Monday) to 7 (Sunday)."""
    return (number + _MONDAY_OFFSET) % 7 + 1


def to_week(number: int) -> tuple[int, int]:
    """The ISO year and week that hold this day."""
    thursday = number - weekday(number) + 4
    year = from_number(thursday)[0]
    return year, (thursday - to_number(year, 1, 1)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """The number of the Monday that begins an ISO week; ValueError where the year has no such week."""
    fourth = to_number(year, 1, 4)
    monday = fourth - weekday(fourth) + 1 + 7 * (week - 1)
    if to_week(monday) != (year, week):
        raise ValueError(f"the year {year} has no week {week}")
    return monday


def format_day(number: int) -> str:
    """ISO 8601 with an astronomical year of four digits, "-" before it where it is negative."""
    year, month, day = from_number(number)
    return f"{format_year(year)}-{month:02}-{day:02}"


def format_year(year: int) -> str:
    """Four digits, "-" before them where negative."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def parse_day(text: str) -> int:
    """The number of an ISO day; ValueError where the calendar has none such."""
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    year, month, day = (int(part) for part in digits.split("-"))
    if not is_day(sign * year, month, day):
        raise ValueError(f"no such day: {text!r}, wanted YYYY-MM-DD")
    return to_number(sign * year, month, day)
