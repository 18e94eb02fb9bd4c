"""EDTF -> first and last day as numbers, for measuring: years before Christ, seasons, decades and open ends included."""

import re
from typing import NamedTuple

_FAR = 4_000_000_000
_YEAR_MONTH_DAY = re.compile(r"(-?)([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")
_FIRST_MONTH_AND_COUNT = {
    **{21 + n: (3 + 3 * n, 3) for n in range(4)},  # seasons: spring begins in March, winter in December
    **{25 + n: (3 + 3 * n, 3) for n in range(4)},  # the same in the north
    **{29 + n: (9 + 3 * n, 3) for n in range(4)},  # and in the south
    **{33 + n: (1 + 3 * n, 3) for n in range(4)},  # quarters
    **{37 + n: (1 + 4 * n, 4) for n in range(3)},  # thirds
    **{40 + n: (1 + 6 * n, 6) for n in range(2)},  # halves
}


class Stretch(NamedTuple):
    """Day numbers, both included."""

    first: int
    last: int

    def overlaps(self, other: "Stretch") -> bool:
        return self.first <= other.last and other.first <= self.last

    @property
    def length(self) -> int:
        """Days beyond the first: 0 for one day."""
        return self.last - self.first


def stretch(edtf: str | None) -> Stretch | None:
    """The days that an EDTF date or interval may mean; None for None and for what is no EDTF."""
    if not edtf:
        return None
    words = re.sub("[~?%]", "", edtf.strip()).split("T")[0].upper()
    if "/" in words:
        before, _, after = words.partition("/")
        begin = Stretch(-_FAR, -_FAR) if before in ("", "..") else stretch(before)
        end = Stretch(_FAR, _FAR) if after in ("", "..") else stretch(after)
        return Stretch(begin.first, end.last) if begin and end and begin.first <= end.last else None
    match = _YEAR_MONTH_DAY.fullmatch(words)
    return _of_parts(*match.groups()) if match else None


def _of_parts(sign: str, digits: str, month: str | None, day: str | None) -> Stretch | None:
    low, high = sorted(int(sign + digits.replace("X", filler)) for filler in "09")
    if low != high or month is None or "X" in month:
        return Stretch(_number(low, 1, 1), _number(high + 1, 1, 1) - 1)
    number = int(month)
    if number in _FIRST_MONTH_AND_COUNT:
        start, count = _FIRST_MONTH_AND_COUNT[number]
        return Stretch(_first_of(low, start), _first_of(low, start + count) - 1)
    if not 1 <= number <= 12:
        return None
    begin, end = _first_of(low, number), _first_of(low, number + 1) - 1
    if day is None:
        return Stretch(begin, end)
    first, last = max(1, int(day.replace("X", "0"))), int(day.replace("X", "9"))
    return Stretch(begin + first - 1, min(begin + last - 1, end)) if begin + first - 1 <= end and day != "00" else None


def _first_of(year: int, month: int) -> int:
    return _number(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _number(year: int, month: int, day: int) -> int:
    """Count of days in the proleptic Gregorian calendar, any year: years are counted from March, so that the leap day is last."""
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return year * 365 + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day
