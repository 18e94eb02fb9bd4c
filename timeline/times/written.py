# ruff: noqa: ARG001 - every reader takes the hit and the context
"""Readers of dates written out with their year: "5 March 1990", "7/8/07", "the 1990s", "480 BC", "the winter of 1915-16"."""

from dataclasses import replace
from functools import lru_cache

from timeline.times.context import Context
from timeline.times.days import is_day, month_length, to_number
from timeline.times.edtf import from_days, interval_of
from timeline.times.reading import Hit, Reading
from timeline.times.values import century_value, date_value, day_value, decade_value, name_year
from timeline.times.vocabulary import words_of

WRITTEN = "is written out"


_DATE_PREPOSITIONS = words_of(
    """
    in of since until till by from to through during before after for last next this early late mid and or between on - ( , past
    about around every each following previous throughout ending ended beginning
    """
)


def stated(hit: Hit, value: str, mod: str | None = None) -> Reading:
    """A date that the text gives in full."""
    return _stated(value, mod)


@lru_cache(maxsize=4096)
def _stated(value: str, mod: str | None) -> Reading:
    return Reading(value=value, basis="stated", note=WRITTEN, mod=mod, interval=interval_of(value))


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
    if hit.has("yy"):
        return _short_year(hit, at)
    year = year_of(hit)
    if year is None:
        return None
    told = hit.has("era") or hit.has("e") or hit.has("the") or hit.lower()[0] in ("the", "year")
    if not told and not 1500 <= year <= 2100 and hit.before() not in _DATE_PREPOSITIONS:
        return None
    if (not told and hit.before() in ("#", "$", "£", "€", "/", "+", "=", "°")) or (not told and hit.after() in ("/", "°", "+")):
        return None
    if not told and (hit.after(2) in _STREETS or hit.after() in _STREETS) and _capital_follows(hit):
        return None
    return stated(hit, date_value(year), edge(hit))


def about_year(hit: Hit, at: Context) -> Reading | None:
    """ "in 1850 or so" """
    return stated(hit, date_value(int(hit.get("y"))), "APPROX") if hit.before() in _DATE_PREPOSITIONS else None


def day_of_year(hit: Hit, at: Context) -> Reading | None:
    """ "the first day of 1962", "the last day of 1999" """
    year = int(hit.get("y"))
    number = to_number(year, 1, 1) + int(hit.get("o")) - 1 if hit.has("o") else to_number(year, 12, 31)
    return stated(hit, day_value(number))


_STREETS = words_of("avenue ave street st road rd boulevard blvd lane drive broadway square plaza")


def _short_year(hit: Hit, at: Context) -> Reading | None:
    anchor = at.now() if at.kind == "news" else at.story
    if anchor is None:
        return None
    return _last_such_year(int(hit.get("yy")), anchor.point.year, anchor.words)


@lru_cache(maxsize=4096)
def _last_such_year(short: int, near: int, words: str) -> Reading:
    century_of = near + 10
    year = century_of - (century_of - short) % 100
    return Reading(value=date_value(year), basis="inferred", note=f"read as {year}, the last such year by {words}", leads=False)


def year_range_end(hit: Hit, at: Context) -> tuple[Reading, ...] | None:
    """Two years joined, the second short: "1914-18"."""
    year, short = int(hit.get("y")), int(hit.get("yy"))
    if not (hit.tight("yy") and short > year % 100):
        return None
    note = f"ends a range that begins in {year}"
    return (
        Reading(value=date_value(year), basis="stated", note=WRITTEN, last=hit.names["y"] + 1),
        Reading(value=date_value(year - year % 100 + short), basis="stated", note=note, first=hit.names["yy"], leads=False),
    )


def first_of_two(hit: Hit, at: Context) -> Reading | None:
    """The first of two dates that share a year: "August and September 1914". The second is read by itself."""
    month, day, year = int(hit.get("m")), hit.get("d"), int(hit.get("y"))
    year -= month > int(hit.get("m2"))
    if day and not is_day(year, month, day):
        return None
    last = max(hit.names["m"], hit.names.get("d", 0)) + 1
    source = f"‘{hit.text_from(last + 1)}’ after it"
    note = f"takes its year from {source}" if year == hit.get("y") else f"is of the year before that of {source}"
    return replace(stated(hit, date_value(year, month, day)), last=last, note=note)


def bare_first(hit: Hit, at: Context) -> Reading | None:
    """The first of two years that share an era: "499 to 493 BC"."""
    year = year_of(hit)
    if year is None:
        return None
    return replace(
        stated(hit, date_value(year)), last=hit.names["y"] + 1, note=f"takes its era from ‘{hit.text_from(hit.names['y'] + 2)}’ after it"
    )


def season_with(hit: Hit, at: Context) -> Reading | None:
    """A season in a name that tells its year: "the Spring Offensive of 1918"."""
    if not hit.words.text[hit.words.starts[hit.names["s"] + 1]].isupper():
        return None
    return replace(
        stated(hit, f"{hit.get('y')}-{hit.get('s')}"),
        last=hit.names["s"] + 1,
        note=f"takes its year from ‘{hit.text_from(hit.names['y'])}’ after it",
    )


def season_after_year(hit: Hit, at: Context) -> Reading | None:
    """A season after its year: "the 1990 spring offensive"; of "the 2016 Summer Olympics", a name, only the year."""
    year, season = int(hit.get("y")), hit.names["s"]
    if hit.words.text[hit.words.starts[season]].isupper():
        return replace(stated(hit, date_value(year)), last=season + 1, note=WRITTEN)
    return stated(hit, f"{date_value(year)}-{hit.get('s')}")


def season_of_years(hit: Hit, at: Context) -> Reading | None:
    """A winter over the turn of the year: "the winter of 1915-16"."""
    year, short = int(hit.get("y")), hit.get("yy") if hit.has("yy") else int(hit.get("y2")) % 100
    if short != (year + 1) % 100 or hit.get("s") not in ("WI", "FA"):
        return None
    last = month_length(year + 1, 2)
    interval = from_days(f"{year:04}-12-01", f"{year + 1:04}-02-{last}", "season")
    return replace(stated(hit, f"{year:04}-WI"), interval=interval)


_OF_DEGREES = words_of("temperature temperatures highs lows degrees mercury")


def decade(hit: Hit, at: Context) -> Reading | None:
    """A decade: "the 1990s", "the '90s", "the nineties"."""
    if hit.has("word"):
        return stated(hit, decade_value(1900 + int(hit.get("word"))), edge(hit))
    number, before_christ = int(hit.get("x")), hit.get("era") == "BC"
    if number < 100 and not _OF_DEGREES.isdisjoint(hit.words.lower[max(0, hit.first - 4) : hit.first]):
        return None
    if number < 100 and "the" not in hit.lower() and hit.words.lower[hit.names["x"]][0].isdigit():
        return None
    if number < 100:
        number += 1900 if number > 10 else 2000
    elif number < 1000 and not hit.has("era"):
        return None
    if number % 100 == 0 and 1000 < number < 1900 and not hit.has("e"):
        return stated(hit, century_value(number), edge(hit))
    return stated(hit, decade_value(1 - number if before_christ else number), edge(hit))


def _capital_follows(hit: Hit) -> bool:
    return hit.last < len(hit.words.starts) and hit.words.text[hit.words.starts[hit.last]].isupper()


def century(hit: Hit, at: Context) -> Reading | None:
    """A century by its number: "the 19th century"."""
    ordinal = int(hit.get("o"))
    if not 1 <= ordinal <= 30 or (hit.text().endswith("Century") and _capital_follows(hit)):
        return None
    return stated(hit, f"BC{ordinal - 1:02}" if hit.get("era") == "BC" else f"{ordinal - 1:02}", edge(hit))


def mid_year(hit: Hit, at: Context) -> Reading | None:
    """ "midyear 1990" """
    return stated(hit, name_year(int(hit.get("y"))), "MID") if hit.get("x") == "Y" else None
