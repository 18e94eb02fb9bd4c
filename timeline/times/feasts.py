"""Holidays and feasts by name: when each falls in a year."""

from collections.abc import Callable
from functools import lru_cache

from timeline.times.context import Context
from timeline.times.days import to_number, weekday
from timeline.times.reading import Hit, Reading
from timeline.times.values import day_value
from timeline.times.vocabulary import words_of
from timeline.times.written import WRITTEN, year_of


def _fixed(month: int, day: int) -> Callable[[int], int]:
    return lambda year: to_number(year, month, day)


def _nth(month: int, day_of_week: int, count: int) -> Callable[[int], int]:
    """The count-th such weekday of a month."""

    def number(year: int) -> int:
        first = to_number(year, month, 1)
        return first + (day_of_week - weekday(first)) % 7 + 7 * (count - 1)

    return number


def _last_monday_of_may(year: int) -> int:
    last = to_number(year, 5, 31)
    return last - (weekday(last) - 1)


def _election_day(year: int) -> int:
    """The Tuesday after the first Monday of November."""
    return _nth(11, 1, 1)(year) + 1


def _from_easter(days: int) -> Callable[[int], int]:
    @lru_cache(maxsize=4096)
    def number(year: int) -> int:
        from dateutil.easter import easter  # type: ignore[import-untyped]

        sunday = easter(year)
        return to_number(sunday.year, sunday.month, sunday.day) + days

    return number


# Pattern of the name -> the day of a year. Feasts of other calendars move too far to be told from the year alone.
FEASTS: dict[str, Callable[[int], int]] = {
    "christmas day?": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year 's day": _fixed(1, 1),
    "new year 's eve": _fixed(12, 31),
    "epiphany": _fixed(1, 6),
    "valentine 's day": _fixed(2, 14),
    "st .? patrick 's day": _fixed(3, 17),
    "april fools 's? day": _fixed(4, 1),
    "may day": _fixed(5, 1),
    "bastille day": _fixed(7, 14),
    "independence day": _fixed(7, 4),
    "halloween": _fixed(10, 31),
    "all saints 's? day": _fixed(11, 1),
    "guy fawkes ( day | night )": _fixed(11, 5),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "remembrance sunday": _nth(11, 7, 2),
    "veterans 's? day": _fixed(11, 11),
    "thanksgiving day?": _nth(11, 4, 4),
    "labor day": _nth(9, 1, 1),
    "columbus day": _nth(10, 1, 2),
    "presidents '? day": _nth(2, 1, 3),
    "mother 's day": _nth(5, 7, 2),
    "father 's day": _nth(6, 7, 3),
    "election day": _election_day,
    "new year 's": _fixed(1, 1),
    "groundhog day": _fixed(2, 2),
    "earth day": _fixed(4, 22),
    "juneteenth": _fixed(6, 19),
    "anzac day": _fixed(4, 25),
    "canada day": _fixed(7, 1),
    "australia day": _fixed(1, 26),
    "memorial day": _last_monday_of_may,
    "martin luther king ( ,? jr .? )? 's? day": _nth(1, 1, 3),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter sunday?": _from_easter(0),
    "easter monday": _from_easter(1),
    "ascension day": _from_easter(39),
    "whit sunday": _from_easter(49),
    "pentecost": _from_easter(49),
}


_CLOSE = 30  # days within which a feast is the nearest one, whatever the tense
_TRIMMINGS = words_of(
    "tree trees carol carols card cards gift gifts present presents light lights song songs decorations egg eggs bunny costume candy"
)


def feast(hit: Hit, at: Context, day_in: Callable[[int], int]) -> Reading | None:
    """A feast in its year: the one named, else the one that the narrative or the publication date gives."""
    year = year_of(hit)
    if hit.after() in _TRIMMINGS:
        return None
    if year is not None:
        return Reading(value=day_value(day_in(year)), basis="stated", note=WRITTEN) if 1583 <= year < 4000 else None
    beside = at.beside(hit)
    anchor = beside or (at.now() if at.kind == "news" else at.story)
    if anchor is None or not 1583 <= anchor.point.year < 4000:
        return Reading(value="XXXX-XX-XX", basis="stated", note="names no year, and nothing in the text gives one", leads=False)
    year = anchor.point.year + int(hit.get("step") or 0)
    here = anchor.point.number if anchor is not beside else None
    if at.kind == "news" and here is not None and not hit.has("step"):
        tense = at.tense(hit)
        gap = day_in(year) - here
        tense = "" if abs(gap) <= _CLOSE else tense
        year += (tense == "future" and gap < 0) or (not tense and gap < -183)
        year -= (tense == "past" and gap > 0) or (not tense and gap > 183)
    return Reading(value=day_value(day_in(year)), basis="published" if anchor.basis == "published" else "inferred",
                   note=f"read in {year}, going by {anchor.words}")  # fmt: skip
