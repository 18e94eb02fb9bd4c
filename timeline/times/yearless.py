"""Readers of dates that name no year: "in March", "August 30", "on the 15th", "last summer", "26-30 November"."""

from dataclasses import replace
from functools import lru_cache

from timeline.records import Basis
from timeline.times.anchors import Anchor
from timeline.times.context import Context
from timeline.times.days import is_day, month_length, to_number
from timeline.times.days import weekday as day_of_week
from timeline.times.edtf import interval_of
from timeline.times.plain import year_words
from timeline.times.reading import Hit, Reading
from timeline.times.values import Point, date_value, day_value, nearest_weekday, point_of, week_value
from timeline.times.vocabulary import words_of
from timeline.times.written import _DATE_PREPOSITIONS, edge, full_date, stated, year_of

_NOT_BEFORE_MAY = words_of(
    """
    i we you he she they it the this these those all not be have god who what such each one no
    """
)


_AFTER_A_MARCH = words_of("on of in to from through across towards for by and or was is at with against that which will had has")
# Days that are called by their date alone: in "the September 11 attacks" no reader asks which year.
_KNOWN_DAYS = {(9, 11): 2001, (10, 7): 2023, (1, 6): 2021}
_KNOWN_BY = words_of(
    "attack attacks terror terrorist terrorists hijackings hijackers massacre insurrection riot rioters hearings commission"
)
_A_SLIP = 14  # days: a date so near, on another weekday than is named, is rather a slip than of another year
_FRESH = 75  # days back within which a day without a year is more likely of this year than of the one that a story looks back to
_FRESH_MONTHS, _NEXT_MONTHS = 2, 3  # the same for a month alone, unless it is among the next after the one told last
_PLUPERFECT = 8  # words: "had thrown out stones on September 11" stays in the story that is looked back to
_SURE = frozenset(("in", "since", "until", "by", "of", "last", "next", "early", "late", "mid"))


def partial(hit: Hit, at: Context) -> Reading | None:
    """A month, or day and month, without a year."""
    month, day = hit.get("m"), hit.get("d")
    if not hit.has("d") and not hit.has("e") and not _means_month(hit):
        return None
    if day and day > month_length(2000, month):
        return None
    year = _KNOWN_DAYS.get((month, day or 0))
    if year and hit.after() in _KNOWN_BY and (at.published is None or at.published.year >= year):
        return stated(hit, date_value(year, month, day))
    return place_month(hit, at, month, day)


def place_month(hit: Hit, at: Context, month: int, day: int | None) -> Reading:
    """The month (and day) in the year that the narrative or the publication date gives it."""
    found = _year_for(hit, at, month, day)
    if found is None:
        value = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        return Reading(value=value, basis="stated", note="names no year, and nothing in the text gives one", mod=edge(hit), leads=False)
    year, anchor = found
    value = date_value(year, month, day if day and is_day(year, month, day) else None)
    return _placed(value, year, edge(hit), "published" if anchor.basis == "published" else "inferred", anchor.words)


@lru_cache(maxsize=4096)
def _placed(value: str, year: int, mod: str | None, basis: Basis, words: str) -> Reading:
    return Reading(value=value, basis=basis, note=f"read in {year_words(year)}, going by {words}", mod=mod)


def _year_for(hit: Hit, at: Context, month: int, day: int | None) -> tuple[int, Anchor] | None:
    beside = at.beside(hit)
    if beside:
        return beside.point.year, beside
    by_weekday = _by_weekday(hit, at, month, day)
    if by_weekday:
        return by_weekday
    if at.kind == "history" or (at.published is None and at.dated and at.tense(hit) != "future"):
        if at.dated and month > _through(hit) == at.dated.point.month:
            return at.dated.point.year - 1, at.dated
        return at.year_for(month, day, lambda: at.tense(hit) == "past" and not at.looks_back(hit.first))
    told = _told_on(hit, at, month, day)
    if told:
        return told
    anchor = at.now()
    if anchor is None:
        return None
    point = anchor.point
    here = (point.month or 1, point.day or 1)
    tense = at.tense(hit)
    there = (month, day or (here[1] if month == here[0] else 1))
    gap = month - here[0]
    nearest = point.year + (gap < -6) - (gap > 5)
    if day and hit.before() not in ("ended", "ending") and abs(gap - 12 * (gap > 5) + 12 * (gap < -6)) <= 3:
        return nearest, anchor
    if hit.before() in ("until", "till", "through", "by") and abs(gap - 12 * (gap > 5) + 12 * (gap < -6)) <= 5:
        return nearest, anchor
    if tense == "past":
        return point.year - (there > here), anchor
    return (
        point.year + (there < here) if tense == "future" else nearest if gap in (1, 2, 3) or gap < -8 else point.year - (there > here)
    ), anchor


def _through(hit: Hit) -> int:
    """The month up to which "from October to March" goes on; 0 where there is none, or it is told with a year or a day."""
    if hit.before() != "from" or hit.after() not in ("to", "until", "till", "through") or hit.last + 1 >= len(hit.words.meanings):
        return 0
    return int(str(hit.words.meanings[hit.last + 1].get("MONTH", 0)))


def _by_weekday(hit: Hit, at: Context, month: int, day: int | None) -> tuple[int, Anchor] | None:
    """The one year, of that of the publication and its neighbours, in which the date falls on the weekday that stands beside it."""
    name, now = hit.get("wd") or hit.get("ws"), at.now()
    if name is None or day is None or now is None:
        return None
    near = is_day(now.point.year, month, day) and abs(to_number(now.point.year, month, day) - (now.point.number or 0)) <= _A_SLIP
    if near:
        return None
    years = [
        year
        for year in range(now.point.year - 1, now.point.year + 2)
        if is_day(year, month, day) and day_of_week(to_number(year, month, day)) == name
    ]
    return (years[0], now) if len(years) == 1 else None


def _told_on(hit: Hit, at: Context, month: int, day: int | None) -> tuple[int, Anchor] | None:
    """The year, where a news story goes on telling of another year: after "June 2019" comes "July 2", and then "Jan. 19" of 2020."""
    told = at.year_told(hit.start(), hit.words.text)
    if told and at.tense(hit) == "past":
        return told.point.year, told
    flashback = at.flashback(hit.start(), hit.words.text)
    if flashback is None or at.published is None or at.tense(hit) == "future":
        return None
    year, anchor = at.year_for(month, day) or (0, flashback)
    earlier = year == flashback.point.year and month < (flashback.point.month or 0) and not at.looks_back(hit.first)
    if earlier and (at.retells or not day):
        return None
    if at.retells and year >= flashback.point.year:
        return None if year >= at.published.year else (year, anchor)
    if at.published.number and day and is_day(at.published.year, month, day):
        ago = at.published.number - to_number(at.published.year, month, day)
        if 0 <= ago <= _FRESH and "had" not in hit.words.lower[max(0, hit.first - _PLUPERFECT) : hit.first]:
            return None
    follows_on = 0 < month - (flashback.point.month or 0) <= _NEXT_MONTHS
    if not day and not follows_on and 0 <= (at.published.month or 0) - month <= _FRESH_MONTHS:
        return None
    late = (year, month, day or 1) > (at.published.year, at.published.month or 12, at.published.day or 31)
    return None if late or year < flashback.point.year else (year, anchor)


def _means_month(hit: Hit) -> bool:
    word = hit.words.meanings[hit.names["m"]]
    prepositional = hit.before() in _DATE_PREPOSITIONS
    if hit.before() in _SURE:
        return True
    if hit.before() in ("a", "an", "the", "its", "his", "their") and hit.after().isalpha() and hit.after() not in _AFTER_A_MARCH:
        return True
    next_capital = "CAPITAL" in hit.words.meanings[hit.last] if hit.last < len(hit.words.meanings) else False
    if "MAYBE" in word:
        if hit.before() == "-" and hit.first > 1 and "MONTH" in hit.words.meanings[hit.first - 2]:
            return True
        return prepositional and hit.before() not in ("-", "(", ",", "and", "or") and hit.after() not in _NOT_BEFORE_MAY
    return prepositional or not next_capital


_NTH_OF = words_of(
    """
    of floor hole anniversary day century street avenue attempt lap minute ballot round green tee fairway parallel birthday page try
    ring night week month year ward
    """
)
_ENDS = frozenset(("", ".", ",", ";", ")", "-", "and", "at", "in", "to", "when", "he", "she", "they", "it", "the", "a"))


def day_of_month(hit: Hit, at: Context) -> Reading | None:
    """A day of the month that was last told: "on the 15th"."""
    day = int(hit.get("d"))
    anchor = at.then() or at.now()
    opens = hit.text().startswith("On") and hit.after() not in _NTH_OF
    if anchor is None or anchor.point.month is None or not hit.text()[-3:-2].isdigit() or not (opens or hit.after() in _ENDS):
        return None
    point: Point = anchor.point
    if not is_day(point.year, point.month or 1, day):
        return None
    value = day_value(to_number(point.year, point.month or 1, day))
    return Reading(
        value=value, basis="inferred" if anchor.basis == "relative" else anchor.basis, note=f"read in the month of {anchor.words}"
    )


def second_day(hit: Hit, at: Context) -> tuple[Reading, ...] | None:
    """Two days of one month: "26-30 November", "March 5-9, 1918", "the 28 and 29 August"."""
    month, one, two, year = hit.get("m"), int(hit.get("d")), int(hit.get("d2")), year_of(hit)
    if year is None:
        first = place_month(hit, at, month, one)
        second = place_month(hit, at, month, two)
    else:
        if not (is_day(year, month, one) and is_day(year, month, two)):
            return None
        first, second = stated(hit, date_value(year, month, one)), stated(hit, date_value(year, month, two))
    middle = hit.names["d2"]
    return replace(
        first, last=max(hit.names["d"], min(hit.names["m"], middle - 1)) + 1 if hit.names["m"] < middle else hit.names["d"] + 1
    ), replace(second, first=middle)


def weekday_of_month(hit: Hit, at: Context) -> Reading | None:
    """ "the first Sunday of December", "the last Monday in May 2018" """
    month, day = int(hit.get("m")), int(hit.get("w"))
    whole = full_date(hit, at) if hit.has("y") else place_month(hit, at, month, None)
    place = point_of(whole.value) if whole else None
    if whole is None or place is None:
        return whole
    last = to_number(place.year, month, month_length(place.year, month))
    number = nearest_weekday(last, day, -1)
    if hit.has("o"):
        first = to_number(place.year, month, 1)
        number = first + (day - day_of_week(first)) % 7 + 7 * (int(hit.get("o")) - 1)
    elif hit.get("step") != -1:
        return None
    return replace(whole, value=day_value(number), interval=None) if number <= last else None


def week_of_day(hit: Hit, at: Context) -> Reading | None:
    """ "the week of July 22": the week that holds the day."""
    day = full_date(hit, at) if hit.has("y") else place_month(hit, at, int(hit.get("m")), int(hit.get("d")))
    place = point_of(day.value) if day else None
    if day is None or place is None or place.number is None:
        return None
    value = week_value(place.number)
    return replace(
        day, value=value, interval=interval_of(value), note=f"is the week of that day; {day.note}" if day.basis != "stated" else day.note
    )


def whole_month(hit: Hit, at: Context) -> Reading | None:
    """ "the month of June" """
    return full_date(hit, at) if hit.has("y") else place_month(hit, at, int(hit.get("m")), None)
