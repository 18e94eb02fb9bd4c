# ruff: noqa: ARG001 - every reader takes the hit and the context
"""Readers of dates that are written out, in whole or in part: "5 March 1990", "in March", "on Tuesday", "the 1990s", "480 BC"."""

from dataclasses import replace

from timeline.records import Basis, TimeType
from timeline.times.days import is_day, month_length, to_number
from timeline.times.days import weekday as day_of_week
from timeline.times.edtf import approximate, from_days, from_edtf, interval_of
from timeline.times.reading import Anchor, Context, Hit, Reading
from timeline.times.values import (
    Point,
    century_value,
    date_value,
    day_value,
    decade_value,
    name_year,
    nearest_weekday,
    point_of,
    quarter_value,
)
from timeline.times.vocabulary import words_of

_HALF_A_YEAR = 6  # months: a quarter farther ahead than that is the one of the year before
WRITTEN = "is written out"
_NOT_BEFORE_MAY = words_of(
    """
    i we you he she they it the this these those all not be have god who what such each one no
    """
)
_SURE = frozenset(("in", "since", "until", "by", "of", "last", "next", "early", "late", "mid"))
_DATE_PREPOSITIONS = words_of(
    """
    in of since until till by from to through during before after for last next this early late mid and or between on - ( , past
    about around every each following previous throughout ending ended beginning
    """
)


def stated(hit: Hit, value: str, mod: str | None = None) -> Reading:
    """A date that the text gives in full."""
    interval = interval_of(value)
    if mod == "APPROX" and interval:
        interval = approximate(interval)
    return Reading(value=value, basis="stated", note=WRITTEN, mod=mod, interval=interval)


def edge(hit: Hit) -> str | None:
    """The TIMEX3 mod of "early", "late", "about", "the end of" in a hit."""
    if hit.has("e"):
        return str(hit.get("e"))
    if hit.has("g"):
        return str(hit.get("g")) or None
    return None


def full_date(hit: Hit, at: Context) -> Reading | None:
    """Day, month and year, or month and year."""
    year, month, day = year_of(hit), hit.get("m"), hit.get("d")
    if year is None or (day and not is_day(year, month, day)):
        return None
    return stated(hit, date_value(year, month, day), edge(hit))


def year_of(hit: Hit) -> int | None:
    """The astronomical year of a hit: of four digits, of two after an apostrophe (this century's to 2029), or with an era."""
    if hit.has("y"):
        year = int(hit.get("y"))
        return 1 - year if hit.get("era") == "BC" else year
    if hit.has("yy"):
        short = int(hit.get("yy"))
        return short + (2000 if short < 30 else 1900)
    return None


def bare_year(hit: Hit, at: Context) -> Reading | None:
    """A year alone. Below 1500 and after 2100 it wants words about it that dates have."""
    year = year_of(hit)
    if hit.has("yy"):
        return _short_year(hit, at)
    if year is None:
        return None
    told = hit.has("era") or hit.has("e") or hit.has("the") or hit.lower()[0] in ("the", "year")
    if not told and not 1500 <= year <= 2100 and hit.before() not in _DATE_PREPOSITIONS:
        return None
    if (not told and hit.before() in ("#", "$", "£", "€", "/", "+", "=", "°")) or (not told and hit.after() in ("/", "°", "+")):
        return None
    return stated(hit, date_value(year), edge(hit))


def _short_year(hit: Hit, at: Context) -> Reading | None:
    anchor = at.now() if at.kind == "news" else at.story
    if anchor is None:
        return None
    short = int(hit.get("yy"))
    century_of = anchor.point.year + 10
    year = century_of - (century_of - short) % 100
    return Reading(value=date_value(year), basis="inferred", note=f"read as {year}, the last such year by {anchor.words}", leads=False)


def year_range_end(hit: Hit, at: Context) -> tuple[Reading, ...] | None:
    """Two years joined, the second short: "1914-18"."""
    year, short = int(hit.get("y")), int(hit.get("yy"))
    if not (hit.tight("yy") and short > year % 100):
        return None
    last = hit.names["yy"]
    return (
        replace(stated(hit, date_value(year)), last=hit.names["y"] + 1),
        replace(stated(hit, date_value(year - year % 100 + short)), first=last, note="ends a range that begins in " + str(year)),
    )


def year_quarter(hit: Hit, at: Context) -> Reading | None:
    """ "the 1988 quarter", "the 1989 period": the quarter that the figures are about, in that year."""
    year = int(hit.get("y"))
    return stated(hit, quarter_value(year, at.quarter)) if at.quarter and at.kind == "news" else None


def first_of_two(hit: Hit, at: Context) -> Reading | None:
    """The first of two dates that share a year: "August and September 1914". The second is read by itself."""
    month, day, year = int(hit.get("m")), hit.get("d"), int(hit.get("y"))
    year -= month > int(hit.get("m2"))
    if day and not is_day(year, month, day):
        return None
    last = max(hit.names["m"], hit.names.get("d", 0)) + 1
    return replace(stated(hit, date_value(year, month, day)), last=last, note="takes its year from the date after it")


def bare_first(hit: Hit, at: Context) -> Reading | None:
    """The first of two years that share an era: "499 to 493 BC"."""
    year = year_of(hit)
    if year is None:
        return None
    return replace(stated(hit, date_value(year)), last=hit.names["y"] + 1, note="takes its era from the year after it")


def season_with(hit: Hit, at: Context) -> Reading | None:
    """A season in a name that tells its year: "the Spring Offensive of 1918"."""
    if not hit.words.text[hit.words.starts[hit.names["s"] + 1]].isupper():
        return None
    return replace(stated(hit, f"{hit.get('y')}-{hit.get('s')}"), last=hit.names["s"] + 1, note="takes its year from the words after it")


def season_of_years(hit: Hit, at: Context) -> Reading | None:
    """A winter over the turn of the year: "the winter of 1915-16"."""
    year, short = int(hit.get("y")), hit.get("yy") if hit.has("yy") else int(hit.get("y2")) % 100
    if short != (year + 1) % 100 or hit.get("s") not in ("WI", "FA"):
        return None
    last = month_length(year + 1, 2)
    interval = from_days(f"{year:04}-12-01", f"{year + 1:04}-02-{last}", "season")
    return replace(stated(hit, f"{year:04}-WI"), interval=interval)


def decade(hit: Hit, at: Context) -> Reading | None:
    """A decade: "the 1990s", "the '90s", "the nineties"."""
    if hit.has("word"):
        number, hundred = int(hit.get("word")), None
    else:
        number = int(hit.get("x"))
        hundred = number if number > 99 else None
    if hundred is None:
        number += 1900 if number > 10 else 2000
    elif number % 100 == 0 and hit.text()[-3:-1] == "00" and hit.before() != "early" and number < 1900:
        return stated(hit, century_value(number), edge(hit))
    return stated(hit, decade_value(number if hit.get("era") != "BC" else 1 - number), edge(hit))


def century(hit: Hit, at: Context) -> Reading | None:
    """A century by its number: "the 19th century"."""
    ordinal = int(hit.get("o"))
    if not 1 <= ordinal <= 30:
        return None
    return stated(hit, f"BC{ordinal - 1:02}" if hit.get("era") == "BC" else f"{ordinal - 1:02}", edge(hit))


def iso(hit: Hit, at: Context) -> Reading | None:
    """A date in digits, ISO 8601."""
    text = str(hit.get("x"))
    interval = interval_of(text)
    return None if interval is None else Reading(value=text, basis="stated", note=WRITTEN, type="TIME" if "T" in text else "DATE")


def slash(hit: Hit, at: Context) -> Reading | None:
    """A date in digits: "7/8/07", "5.3.1990". Day first or month first as the numbers force, else left open to the year."""
    text = str(hit.get("x"))
    dotted = "." in text
    first, second, third = (int(part) for part in text.replace(".", "/").split("/"))
    if first > 31:
        return stated(hit, date_value(first, second, third)) if is_day(first, second, third) else None
    if dotted and third < 1000:
        return None
    year = third if third > 99 else third + (2000 if third < 70 else 1900)
    day_first, month_first = is_day(year, second, first), is_day(year, first, second)
    if dotted and day_first:
        month_first = False
    if day_first and month_first and first != second:
        if at.day_first is None:
            note = "may be read day first or month first; nothing in the text says which"
            return Reading(value=f"{year:04}-XX-XX", basis="stated", note=note, interval=from_edtf(f"{year:04}"), leads=False)
        day_first = at.day_first
    if not (day_first or month_first):
        return None
    return stated(hit, date_value(year, second, first) if day_first else date_value(year, first, second))


def partial(hit: Hit, at: Context) -> Reading | None:
    """A month, or day and month, without a year."""
    month, day = hit.get("m"), hit.get("d")
    if not hit.has("d") and not hit.has("e") and not _means_month(hit):
        return None
    if day and day > month_length(2000, month):
        return None
    return place_month(hit, at, month, day)


def place_month(hit: Hit, at: Context, month: int, day: int | None) -> Reading:
    """The month (and day) in the year that the narrative or the publication date gives it."""
    found = _year_for(hit, at, month, day)
    if found is None:
        value = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        return Reading(value=value, basis="stated", note="names no year, and nothing in the text gives one", mod=edge(hit), leads=False)
    year, anchor = found
    basis: Basis = "published" if anchor.basis == "published" else "inferred"
    value = date_value(year, month, day if day and is_day(year, month, day) else None)
    return Reading(value=value, basis=basis, note=f"read in {_year_words(year)}, by {anchor.words}", mod=edge(hit))


def _year_words(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _year_for(hit: Hit, at: Context, month: int, day: int | None) -> tuple[int, Anchor] | None:
    beside = at.beside(hit)
    if beside:
        return beside.point.year, beside
    if at.kind == "history":
        return at.year_for(month, day)
    told = _told_on(hit, at, month, day)
    if told:
        return told
    anchor = at.now()
    if anchor is None:
        return None
    point = anchor.point
    here = (point.month or 1, point.day or 1)
    tense = {"ended": "past", "ending": "future"}.get(hit.before()) or at.tense_at(hit.start())
    there = (month, day or (here[1] if month == here[0] else 1))
    gap = month - here[0]
    nearest = point.year + (gap < -6) - (gap > 5)
    if day and hit.before() not in ("ended", "ending") and abs(gap - 12 * (gap > 5) + 12 * (gap < -6)) <= 3:
        return nearest, anchor
    if tense == "past":
        return point.year - (there > here), anchor
    return (
        point.year + (there < here) if tense == "future" else nearest if gap in (1, 2, 3) or gap < -8 else point.year - (there > here)
    ), anchor


def _told_on(hit: Hit, at: Context, month: int, day: int | None) -> tuple[int, Anchor] | None:
    """The year, where a news story goes on telling of another year: after "June 2019" comes "July 2", and then "Jan. 19" of 2020."""
    flashback = at.flashback(hit.start())
    if flashback is None or at.published is None or at.tense_at(hit.start()) == "future":
        return None
    year, anchor = at.year_for(month, day) or (0, flashback)
    late = (year, month, day or 1) > (at.published.year, at.published.month or 12, at.published.day or 31)
    return None if late or year < flashback.point.year else (year, anchor)


def _means_month(hit: Hit) -> bool:
    word = hit.words.meanings[hit.names["m"]]
    prepositional = hit.before() in _DATE_PREPOSITIONS
    if hit.before() in _SURE:
        return True
    next_capital = "CAPITAL" in hit.words.meanings[hit.last] if hit.last < len(hit.words.meanings) else False
    if "MAYBE" in word:
        return prepositional and hit.before() not in ("-", "(", ",", "and", "or") and hit.after() not in _NOT_BEFORE_MAY
    return prepositional or not next_capital


def weekday_name(hit: Hit, at: Context) -> Reading | None:
    """A day of the week, with its part of the day."""
    day = int(hit.get("w"))
    part = f"T{hit.get('p')}" if hit.has("p") else ""
    anchor = at.now() if at.kind == "news" else at.then()
    if anchor is None or anchor.point.number is None:
        return Reading(
            value=f"XXXX-WXX-{day}{part}", basis="stated", note="has no date to count from", mod=edge(hit), type="TIME" if part else "DATE"
        )
    number, direction = _weekday_number(hit, at, anchor.point.number, day)
    way = {-1: "counted back from", 1: "counted on from", 0: "in the week of"}[direction]
    return Reading(
        value=day_value(number) + part, basis=anchor.basis, note=f"{way} {anchor.words}", mod=edge(hit), type="TIME" if part else "DATE"
    )


def weekday_of_week(hit: Hit, at: Context) -> Reading | None:
    """ "Tuesday of last week" """
    day, step = int(hit.get("w")), int(hit.get("step"))
    part = f"T{hit.get('p')}" if hit.has("p") else ""
    anchor = at.now()
    kind: TimeType = "TIME" if part else "DATE"
    if anchor is None or anchor.point.number is None:
        return Reading(value=f"XXXX-WXX-{day}{part}", basis="stated", note="has no date to count from", type=kind, leads=False)
    number = nearest_weekday(anchor.point.number, day, 0) + 7 * step
    return Reading(value=day_value(number) + part, basis=anchor.basis, note=f"counted from {anchor.words}", type=kind)


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


def _weekday_number(hit: Hit, at: Context, today: int, day: int) -> tuple[int, int]:
    step = hit.get("step")
    if step == 1:
        return nearest_weekday(today, day, 1), 1
    if step == -1:
        return nearest_weekday(today - 1, day, -1), -1
    if step == 0:
        return nearest_weekday(today, day, 0), 0
    if at.kind == "news" and at.tense_at(hit.start()) != "future":
        return nearest_weekday(today, day, -1), -1
    return nearest_weekday(today, day, 1), 1


def quarter(hit: Hit, at: Context) -> Reading | None:
    """A quarter or half of a year: "the third quarter of 1984", "third-quarter"."""
    return _quarter(hit, at, int(hit.get("o")), half=False)


def half(hit: Hit, at: Context) -> Reading | None:
    """ "the second half of 2008" """
    return _quarter(hit, at, int(hit.get("o")) if hit.has("o") else 2, half=True)


def _quarter(hit: Hit, at: Context, count: int, *, half: bool) -> Reading | None:
    if not 1 <= count <= (2 if half else 4):
        return None
    year = year_of(hit)
    if year is None and hit.has("step"):
        now = at.now()
        year = now.point.year + int(hit.get("step")) if now else None
    if year is not None:
        return stated(hit, f"{name_year(year)}-H{count}" if half else quarter_value(year, count))
    anchor = at.now() if at.kind == "news" else at.story
    if anchor is None:
        return Reading(value=f"XXXX-{'H' if half else 'Q'}{count}", basis="stated", note="names no year", leads=False)
    size = 6 if half else 3
    ahead = size * (count - 1) + 1 - (anchor.point.month or 12)
    year = anchor.point.year - (at.kind == "news" and ahead > _HALF_A_YEAR)
    value = f"{name_year(year)}-H{count}" if half else quarter_value(year, count)
    if not half:
        at.quarter = count if 3 * count < (anchor.point.month or 1) else at.quarter
    return Reading(
        value=value,
        basis="published" if anchor.basis == "published" else "inferred",
        note=f"read in {year}, by {anchor.words}",
        leads=False,
    )


def season(hit: Hit, at: Context) -> Reading | None:
    """A season with its year, or in the year that the text gives it."""
    code, year = str(hit.get("s")), year_of(hit)
    if year is None and code == "FA" and not _means_autumn(hit):
        return None
    if year is not None:
        return stated(hit, f"{name_year(year)}-{code}", edge(hit))
    anchor = at.now() if at.kind == "news" else at.then()
    if anchor is None:
        return Reading(
            value=f"XXXX-{code}", basis="stated", note="names no year, and nothing in the text gives one", mod=edge(hit), leads=False
        )
    if at.kind == "history" and not hit.has("step"):
        placed = at.year_for({"SP": 4, "SU": 7, "FA": 10, "WI": 1}[code], None)
        anchor = placed[1] if placed else anchor
        value = f"{name_year(placed[0] if placed else anchor.point.year)}-{code}"
        return Reading(value=value, basis="inferred", note=f"read in the year given by {anchor.words}", mod=edge(hit), leads=False)
    year = anchor.point.year
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    here = anchor.point.month or 0
    step = hit.get("step")
    if step == 1:
        year += start <= here
    elif step == -1:
        year -= start + 2 >= here > 0
    basis: Basis = "published" if anchor.basis == "published" else "inferred"
    return Reading(
        value=f"{name_year(year)}-{code}", basis=basis, note=f"read in {_year_words(year)}, by {anchor.words}", mod=edge(hit), leads=False
    )


_ENDS = frozenset(("", ".", ",", ";", ")", "-", "and", "at", "in", "to", "when", "he", "she", "they", "it", "the", "a"))


def _means_autumn(hit: Hit) -> bool:
    """Whether "fall" is the season, not the verb, nor "the fall of" a city."""
    if "fall" not in hit.lower():
        return True
    if hit.has("step") or hit.has("e"):
        return hit.get("step") not in (1,) or hit.after() != "of"
    the_fall = hit.lower()[0] == "the" and hit.before() in ("in", "during", "by", "since", "until", "through", "over", "throughout", "for")
    return (the_fall or hit.before() in ("in", "that", "by", "each", "every")) and hit.after() != "of"


def day_of_month(hit: Hit, at: Context) -> Reading | None:
    """A day of the month that was last told: "on the 15th"."""
    day = int(hit.get("d"))
    anchor = at.then() or at.now()
    if anchor is None or anchor.point.month is None or not hit.text()[-3:-2].isdigit() or hit.after() not in _ENDS:
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
