"""Readers of seasons: "last summer", "the winter of 1942", "in the spring"; what is a name, a verb or a wheat is none."""

import re
from dataclasses import replace

from timeline.records import Basis
from timeline.times.context import Context
from timeline.times.edtf import from_edtf
from timeline.times.plain import year_words
from timeline.times.reading import Hit, Reading
from timeline.times.values import name_year
from timeline.times.vocabulary import words_of
from timeline.times.written import edge, stated, year_of


def season(hit: Hit, at: Context) -> Reading | None:
    """A season with its year, or in the year that the text gives it."""
    code, year = str(hit.get("s")), year_of(hit)
    compound = hit.after() == "-" and hit.last < len(hit.words.starts) and hit.words.starts[hit.last] == hit.words.ends[hit.last - 1]
    if year is None and (
        compound
        or (hit.after() in _NO_SEASON and not hit.has("step"))
        or _names_something(hit)
        or (code == "FA" and not _means_autumn(hit))
        or (code == "SP" and not hit.has("step") and _is_no_time(hit))
        or (hit.after() == "of" and hit.after(2) in _OWN)
    ):
        return None
    if year is not None:
        return stated(hit, f"{name_year(year)}-{code}", edge(hit))
    that = hit.lower()[0] in ("that", "same") or hit.lower()[:2] == ("the", "same")
    told_last = that or _is_told_last(hit)
    anchor = at.told_now() if (at.kind == "news" and not (told_last and at.then())) or (hit.has("step") and not told_last) else at.then()
    if anchor is None:
        return Reading(
            value=f"XXXX-{code}", basis="stated", note="names no year, and nothing in the text gives one", mod=edge(hit), leads=False
        )
    if at.kind == "history" and not hit.has("step"):
        late = that and code == "WI" and at.dated is not None and (at.dated.point.month or 0) >= _LATE
        placed = at.year_for(12 if late else {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[code], None)
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
    elif step is None and anchor.basis == "published":
        tense = at.tense(hit)
        year += (tense == "future" and start + 2 < here) - (tense == "past" and start > here and code != "WI")
    basis: Basis = "published" if anchor.basis == "published" else "inferred"
    return Reading(
        value=f"{name_year(year)}-{code}",
        basis=basis,
        note=f"read in {year_words(year)}, going by {anchor.words}",
        mod=edge(hit),
        leads=told_last and at.kind == "history",
    )


def _is_told_last(hit: Hit) -> bool:
    """Whether the season is counted from the date told last: "the following spring", "the next summer"."""
    lower = hit.lower()
    return hit.has("step") and (lower[-2] in ("following", "preceding", "previous") or (lower[0] == "the" and lower[-2] == "next"))


def of_the_south(hit: Hit, at: Context) -> Reading | None:
    """ "the southern winter of 1998", "last austral summer": the season of the southern half of the world."""
    words, index = hit.words, hit.names["s"]
    reading = season(hit, at) if all(words.text[words.starts[i]].islower() for i in range(hit.first + 1, index)) else None
    south = reading and re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", reading.value, re.ASCII)
    if not reading or not south:
        return reading
    return replace(reading, interval=from_edtf(f"{south[1]}-{_SOUTHERN[south[2]]}"), note=f"{reading.note}, with the months of the south")


_LATE = 9  # from this month on a winter is the one that begins in the same year


_SOUTHERN = {"SP": 29, "SU": 30, "FA": 31, "WI": 32}


_NO_SEASON = words_of(
    """
    water wheat roll rolls training up break coat coats chicken cleaning mattress barley greens onion onions
    palace residence house home camp school uniform clothes capital solstice
    """
)
_CAMPAIGNS = words_of("offensive campaign fighting uprising harvest mutiny semester term war")


_OWN = words_of("my your his her our their its")
_TELLING = words_of(
    """
    in by during since until till through throughout over for before after of to into and or but - , . ; : ( this that spent spend
    spending waited
    """
) | {"", "\n"}
_OF_A_SPRING = words_of("the that this year same campaign war")
_LEAPING = words_of("to will would can could may might must should not n't i you we they who")
_INTO = words_of("from into back forth open up out forward upon")
_COILS = words_of("a an one another hot mineral thermal cold steel coil main box leaf water coiled metal")


def _is_no_time(hit: Hit) -> bool:
    """Whether "spring" is a coil, a well or a leap: "the spring of the clock", "a spring in the mattress", "to spring up"."""
    if hit.before() in _COILS and hit.after() not in _CAMPAIGNS:
        return True
    if hit.after() == "of":
        return hit.after(2) not in _OF_A_SPRING or (hit.after(2) in ("the", "that", "this") and hit.after(3) not in _OF_A_SPRING)
    if hit.lower() == ("spring",):
        return hit.before() in _LEAPING or hit.after() in _INTO
    return hit.lower() == ("the", "spring") and hit.before() not in _TELLING and not hit.after()[:1].isdigit()


def season_of_step(hit: Hit, at: Context) -> Reading | None:
    """ "the spring of next year" """
    anchor = at.told_now()
    if anchor is None:
        return None
    value = f"{name_year(anchor.point.year + int(hit.get('step')))}-{hit.get('s')}"
    return Reading(value=value, basis=anchor.basis, note=f"counted from {anchor.words}", mod=edge(hit), leads=False)


def season_of_that(hit: Hit, at: Context) -> Reading | None:
    """ "the spring of that year" """
    anchor = at.then()
    if anchor is None:
        return Reading(value=f"XXXX-{hit.get('s')}", basis="relative", note="has no date to count from", mod=edge(hit), leads=False)
    value = f"{name_year(anchor.point.year)}-{hit.get('s')}"
    return Reading(value=value, basis=anchor.basis, note=f"in the year of {anchor.words}", mod=edge(hit), leads=False)


def _names_something(hit: Hit) -> bool:
    """Whether a capital season begins a name that is none of a campaign: the Summer Olympics, the Winter Palace."""
    following = hit.words.meanings[hit.last] if hit.last < len(hit.words.meanings) else {}
    written = hit.words.text[hit.words.starts[hit.names["s"]]]
    return written.isupper() and "CAPITAL" in following and hit.after() not in _CAMPAIGNS


def _means_autumn(hit: Hit) -> bool:
    """Whether "fall" is the season, not the verb, nor "the fall of" a city."""
    if "fall" not in hit.lower():
        return True
    if hit.has("step") or hit.has("e"):
        return hit.get("step") not in (1,) or hit.after() != "of"
    the_fall = hit.lower()[0] == "the" and hit.before() in ("in", "during", "by", "since", "until", "through", "over", "throughout", "for")
    return (the_fall or hit.before() in ("in", "that", "by", "each", "every")) and hit.after() != "of"
