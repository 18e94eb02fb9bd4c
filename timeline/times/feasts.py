"""Holidays and feasts by name: when each falls in a year."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from timeline.times.context import Context
from timeline.times.days import to_number, weekday
from timeline.times.reading import Hit, Reading
from timeline.times.values import day_value
from timeline.times.vocabulary import MONTH_NAMES, WEEKDAY_NAMES, words_of
from timeline.times.written import year_of


@dataclass(frozen=True, slots=True)
class Rule:
    """The day of a year on which a feast falls, as its number, and how that is known, in words."""

    day_in: Callable[[int], int]
    words: str


_COUNTS = ("", "first", "second", "third", "fourth")


def _month(month: int) -> str:
    return MONTH_NAMES[month - 1].capitalize()


def _fixed(month: int, day: int, where: str = "") -> Rule:
    return Rule(lambda year: to_number(year, month, day), f"is {day} {_month(month)}{where}")


def _nth(month: int, day_of_week: int, count: int, where: str = "") -> Rule:
    """The count-th such weekday of a month."""

    def number(year: int) -> int:
        first = to_number(year, month, 1)
        return first + (day_of_week - weekday(first)) % 7 + 7 * (count - 1)

    return Rule(number, f"is the {_COUNTS[count]} {WEEKDAY_NAMES[day_of_week - 1].capitalize()} of {_month(month)}{where}")


def _last_monday_of_may(year: int) -> int:
    last = to_number(year, 5, 31)
    return last - (weekday(last) - 1)


def _election_day(year: int) -> int:
    return _nth(11, 1, 1).day_in(year) + 1


def _from_easter(days: int) -> Rule:
    @lru_cache(maxsize=4096)
    def number(year: int) -> int:
        from dateutil.easter import easter  # type: ignore[import-untyped]

        sunday = easter(year)
        return to_number(sunday.year, sunday.month, sunday.day) + days

    away = f"{'the day' if abs(days) == 1 else f'{abs(days)} days'} {'before' if days < 0 else 'after'} " if days else ""
    return Rule(number, f"is {away}Easter Sunday of the western churches")


_AMERICAN = " in the United States"

# Pattern of the name -> the day of a year. Feasts of other calendars move too far to be told from the year alone.
FEASTS: dict[str, Rule] = {
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
    "independence day": _fixed(7, 4, _AMERICAN),
    "halloween": _fixed(10, 31),
    "all saints 's? day": _fixed(11, 1),
    "guy fawkes ( day | night )": _fixed(11, 5),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "remembrance sunday": _nth(11, 7, 2),
    "veterans 's? day": _fixed(11, 11, _AMERICAN),
    "thanksgiving day?": _nth(11, 4, 4, _AMERICAN),
    "labor day": _nth(9, 1, 1, _AMERICAN),
    "columbus day": _nth(10, 1, 2, _AMERICAN),
    "presidents '? day": _nth(2, 1, 3, _AMERICAN),
    "mother 's day": _nth(5, 7, 2, _AMERICAN),
    "father 's day": _nth(6, 7, 3, _AMERICAN),
    "election day": Rule(_election_day, f"is the Tuesday after the first Monday of November{_AMERICAN}"),
    "new year 's": _fixed(1, 1),
    "groundhog day": _fixed(2, 2, _AMERICAN),
    "earth day": _fixed(4, 22),
    "juneteenth": _fixed(6, 19, _AMERICAN),
    "anzac day": _fixed(4, 25),
    "canada day": _fixed(7, 1),
    "australia day": _fixed(1, 26),
    "memorial day": Rule(_last_monday_of_may, f"is the last Monday of May{_AMERICAN}"),
    "martin luther king ( ,? jr .? )? 's? day": _nth(1, 1, 3, _AMERICAN),
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


def feast(hit: Hit, at: Context, rule: Rule) -> Reading | None:
    """A feast in its year: the one named, else the one that the narrative or the publication date gives."""
    year, day_in = year_of(hit), rule.day_in
    dated = hit.after() == "," and hit.last + 1 < len(hit.words.meanings) and "MONTH" in hit.words.meanings[hit.last + 1]
    if hit.after() in _TRIMMINGS or dated or hit.text() == "thanksgiving":
        return None
    if year is not None:
        return Reading(value=day_value(day_in(year)), basis="stated", note=rule.words) if 1583 <= year < 4000 else None
    beside = at.beside(hit)
    anchor = beside or (at.now() if at.kind == "news" else at.story)
    if anchor is None or not 1583 <= anchor.point.year < 4000:
        return Reading(value="XXXX-XX-XX", basis="stated", note=f"{rule.words}, and nothing in the text gives its year", leads=False)
    year = anchor.point.year + int(hit.get("step") or 0)
    here = anchor.point.number if anchor is not beside else None
    if at.kind == "news" and here is not None and not hit.has("step"):
        tense = at.tense(hit)
        gap = day_in(year) - here
        tense = "" if abs(gap) <= _CLOSE else tense
        year += (tense == "future" and gap < 0) or (not tense and gap < -183)
        year -= (tense == "past" and gap > 0) or (not tense and gap > 183)
    return Reading(value=day_value(day_in(year)), basis="published" if anchor.basis == "published" else "inferred",
                   note=f"{rule.words}; read in {year}, going by {anchor.words}")  # fmt: skip
