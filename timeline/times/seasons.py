"""Readers of seasons: "last summer", "the winter of 1942", "in the spring"; what is a name, a verb or a wheat is none."""

from timeline.records import Basis
from timeline.times.context import Context
from timeline.times.reading import Hit, Reading
from timeline.times.values import name_year
from timeline.times.vocabulary import words_of
from timeline.times.written import edge, stated, year_of
from timeline.times.yearless import year_words


def season(hit: Hit, at: Context) -> Reading | None:
    """A season with its year, or in the year that the text gives it."""
    code, year = str(hit.get("s")), year_of(hit)
    compound = hit.after() == "-" and hit.last < len(hit.words.starts) and hit.words.starts[hit.last] == hit.words.ends[hit.last - 1]
    if year is None and (
        compound
        or (hit.after() in _NO_SEASON and not hit.has("step"))
        or _names_something(hit)
        or (code == "FA" and not _means_autumn(hit))
    ):
        return None
    if year is not None:
        return stated(hit, f"{name_year(year)}-{code}", edge(hit))
    anchor = at.told_now() if at.kind == "news" or hit.has("step") else at.then()
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
        value=f"{name_year(year)}-{code}",
        basis=basis,
        note=f"read in {year_words(year)}, going by {anchor.words}",
        mod=edge(hit),
        leads=False,
    )


_NO_SEASON = words_of("water wheat roll rolls training up break coat coats chicken cleaning mattress barley greens onion onions")
_CAMPAIGNS = words_of("offensive campaign fighting uprising harvest mutiny semester term war")


def season_of_step(hit: Hit, at: Context) -> Reading | None:
    """ "the spring of next year" """
    anchor = at.told_now()
    if anchor is None:
        return None
    value = f"{name_year(anchor.point.year + int(hit.get('step')))}-{hit.get('s')}"
    return Reading(value=value, basis=anchor.basis, note=f"counted from {anchor.words}", mod=edge(hit), leads=False)


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
