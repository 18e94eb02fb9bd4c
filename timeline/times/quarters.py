# ruff: noqa: ARG001 - every reader takes the hit and the context
"""Readers of quarters, halves and fiscal years, and of what business news counts by them: "the year-ago quarter"."""

from dataclasses import replace

from timeline.times import amounts
from timeline.times.anchors import Anchor
from timeline.times.context import Context
from timeline.times.counting import counted
from timeline.times.edtf import approximate, interval_of
from timeline.times.leaning import Tense
from timeline.times.reading import Hit, Reading
from timeline.times.values import date_value, name_year, point_of, quarter_value
from timeline.times.vocabulary import words_of
from timeline.times.written import edge, stated, year_of
from timeline.times.yearless import place_month

_LONG_PAST = -8  # months: of a quarter that began longer ago, "will" speaks of the next
_OF_ACCOUNTS = "in a year of accounts, which may begin before the calendar's"
_HALF_A_YEAR = 6  # months: a quarter farther ahead than that is the one of the year before


def quarter(hit: Hit, at: Context) -> Reading | None:
    """A quarter or half of a year: "the third quarter of 1984", "third-quarter"."""
    return _quarter(hit, at, int(hit.get("o")) if hit.has("o") else 4, half=False)


def half(hit: Hit, at: Context) -> Reading | None:
    """ "the second half of 2008" """
    return _quarter(hit, at, int(hit.get("o")) if hit.has("o") else 2, half=True)


def _quarter(hit: Hit, at: Context, count: int, *, half: bool) -> Reading | None:
    if not 1 <= count <= (2 if half else 4) or hit.after() in ("running", "straight") or (hit.after(), hit.after(3)) == ("in", "row"):
        return None
    year = year_of(hit)
    if year is None and hit.has("step"):
        now = at.now()
        year = now.point.year + int(hit.get("step")) if now else None
    if year is not None:
        return stated(hit, f"{name_year(year)}-H{count}" if half else quarter_value(year, count), edge(hit))
    anchor = at.now() if at.kind == "news" else at.story
    if anchor is None:
        return Reading(value=f"XXXX-{'H' if half else 'Q'}{count}", basis="stated", note="names no year", leads=False)
    size = 6 if half else 3
    ahead = size * (count - 1) + 1 - (anchor.point.month or 12)
    of_the_year = hit.lower()[-2:] == ("the", "year")
    year = anchor.point.year + (_other_year(ahead, at.tense(hit)) if at.kind == "news" and not of_the_year else 0)
    value = f"{name_year(year)}-H{count}" if half else quarter_value(year, count)
    if not half:
        ended = year == anchor.point.year and 3 * count < (anchor.point.month or 1)
        at.quarter = max(count, at.quarter or 0) if ended else at.quarter
        at.months = False
    return Reading(
        value=value,
        basis="published" if anchor.basis == "published" else "inferred",
        note=f"read in {year}, going by {anchor.words}",
        mod=edge(hit),
        leads=False,
    )


def _other_year(ahead: int, tense: Tense) -> int:
    """-1 where a quarter that begins so many months ahead is rather the one past, by its verb; 1 where it is rather the next."""
    if ahead > _HALF_A_YEAR or (ahead > 0 and tense == "past"):
        return -1
    return int(ahead <= _LONG_PAST and tense == "future")


def year_quarter(hit: Hit, at: Context) -> Reading | None:
    """ "the 1988 quarter", "the 1989 period": the quarter that the figures are about, in that year."""
    year = int(hit.get("y"))
    if not (at.quarter and at.kind == "news"):
        return None
    return stated(hit, name_year(year) if at.months and hit.lower()[-1] == "period" else quarter_value(year, at.quarter))


def latest(hit: Hit, at: Context) -> Reading | None:
    """ "the latest quarter", "the quarter": the quarter told of, else the last that had ended."""
    anchor = at.now()
    if anchor is None:
        return None
    return _quarter_of(at, anchor, 0)


def _quarter_of(at: Context, anchor: Anchor, years: int, named: int | None = None, which: str = "") -> Reading:
    year, quarter = anchor.point.year + years, named or at.quarter
    which = which or ("that the figures are about" if quarter else "that had ended last")
    if quarter is None:
        ended = (anchor.point.year * 12 + (anchor.point.month or 1) - 1) // 3 - 1
        year, quarter = ended // 4 + years, ended % 4 + 1
    told = "" if years == 0 or named else ", in the year before" if years == -1 else f", in {year}"
    return Reading(value=f"{name_year(year)}-Q{quarter}", basis=anchor.basis if named is None else "inferred", leads=False,
                   note=f"is the quarter {which}{told}, going by {anchor.words}")  # fmt: skip


def year_ago(hit: Hit, at: Context) -> Reading | None:
    """ "the year-ago quarter", "year-earlier" """
    anchor = at.now()
    if anchor is None:
        return None
    if hit.lower()[-1] != "quarter" and (at.quarter is None or at.months):
        return _year_before(anchor)
    return _quarter_of(at, anchor, -1, int(hit.get("o")) if hit.has("o") else None, "named, in the year before" if hit.has("o") else "")


def _year_before(anchor: Anchor) -> Reading:
    year = name_year(anchor.point.year - 1)
    return Reading(value=year, basis=anchor.basis, note=f"is the year before, counted back from {anchor.words}", leads=False)


def like_period(hit: Hit, at: Context) -> Reading | None:
    """ "the same quarter last year", "the comparable period of 1988": the quarter that the figures are about, in that year."""
    anchor = at.now()
    if anchor is None:
        return None
    year = int(hit.get("y")) if hit.has("y") else anchor.point.year + (int(hit.get("step")) if hit.has("step") else -1)
    if "period" in hit.lower() and (at.quarter is None or at.months):
        return Reading(value=name_year(year), basis=anchor.basis, note=f"is a part of {year}, going by {anchor.words}", leads=False)
    return _quarter_of(at, anchor, year - anchor.point.year)


def previous_quarter(at: Context) -> Reading | None:
    """ "the previous quarter": the one before that which the figures are about."""
    anchor = at.now()
    if anchor is None or at.quarter is None:
        return None
    return _quarter_of(at, anchor, -(at.quarter == 1), at.quarter - 1 or 4, "before that which the figures are about")


def fiscal_quarter(hit: Hit, at: Context) -> Reading | None:
    """ "the fiscal second quarter": of a year of accounts, which may begin before the calendar's."""
    reading = quarter(hit, at)
    interval = interval_of(reading.value) if reading else None
    if reading is None or interval is None:
        return reading
    return replace(reading, interval=approximate(interval), note=f"{reading.note}, {_OF_ACCOUNTS}")


def by_months(hit: Hit, at: Context) -> Reading | None:
    """ "the April-June quarter": the quarter of the calendar that has these months."""
    first, last = int(hit.get("m")), int(hit.get("m2"))
    if first % 3 != 1 or last != first + 2:
        return None
    if hit.has("y"):
        return stated(hit, quarter_value(int(hit.get("y")), last // 3))
    placed = place_month(hit, at, last, None)
    year = point_of(placed.value)
    at.quarter, at.months = last // 3, False
    return replace(placed, value=quarter_value(year.year, last // 3) if year else f"XXXX-Q{last // 3}", leads=False)


_OF_FIGURES = 8  # words before a half that tell of figures
_FIGURES = words_of("profit profits earnings results net loss losses sales revenue revenues income pretax operating dividend ended ending")


def bare_half(hit: Hit, at: Context) -> Reading | None:
    """ "first-half profit", and "the second half" in news of accounts; of a match it is no part of a year."""
    of_figures = hit.after() in _FIGURES or not _FIGURES.isdisjoint(hit.words.lower[max(0, hit.first - _OF_FIGURES) : hit.first])
    if at.kind != "news" or not (at.quarter or at.months or of_figures):
        return None
    return half(hit, at)


def quarter_of_name(hit: Hit, at: Context) -> Reading | None:
    """ "1990's third quarter", where the year looks like a decade."""
    count = int(hit.get("o"))
    return stated(hit, quarter_value(int(hit.get("x")), count)) if 1 <= count <= 4 and hit.get("x") > 999 else None


def half_of_name(hit: Hit, at: Context) -> Reading | None:
    """ "1990's second half" """
    count = int(hit.get("o"))
    return stated(hit, f"{name_year(int(hit.get('x')))}-H{count}") if count <= 2 and hit.get("x") > 999 else None


def same_quarter(hit: Hit, at: Context, count: float, unit: str) -> Reading | None:
    """ "a year ago", said of the figures of a quarter"""
    anchor = at.now()
    if not (at.quarter and at.kind == "news" and unit == "Y" and count == 1 and anchor):
        return None
    if at.months:
        return _year_before(anchor)
    return Reading(value=f"{anchor.point.year - 1}-Q{at.quarter}", basis=anchor.basis, leads=False,
                   note=f"is the same quarter of the year before, counted back from {anchor.words}")  # fmt: skip


def fiscal(hit: Hit, at: Context) -> Reading | None:
    """ "the current fiscal year" """
    if hit.after() in ("ended", "ending") and not hit.has("step"):
        return amounts.ended_length("Y")
    return counted(hit, at.now(), "Y", int(hit.get("step") or 0))


def numbered(hit: Hit, at: Context) -> Reading | None:
    """ "Q3 2023", "H1 2023", "Q3" """
    code, year, anchor = str(hit.get("x")), year_of(hit), at.now()
    if year is not None:
        return stated(hit, f"{name_year(year)}-{code}")
    if code.startswith("H"):
        return None
    if anchor is None:
        return Reading(value=f"XXXX-{code}", basis="stated", note="names no year", leads=False)
    return Reading(
        value=f"{anchor.point.year}-{code}", basis=anchor.basis, note=f"read in {anchor.point.year}, going by {anchor.words}", leads=False
    )


def fiscal_year(hit: Hit, at: Context) -> Reading | None:
    """ "FY2023": a year of accounts, which may begin before the calendar's."""
    return replace(stated(hit, name_year(int(hit.get("x"))), "APPROX"), note=f"is written out, {_OF_ACCOUNTS}")


def like_month(hit: Hit, at: Context) -> Reading | None:
    """ "the same month last year": the month told of last, else that of publication, in that year."""
    now, then = at.now(), at.then()
    if now is None:
        return None
    told = then if then and then.point.month and then.point.unit in ("D", "M") and then.point.year == now.point.year else now
    year = now.point.year + (int(hit.get("step")) if hit.has("step") else -1)
    return Reading(value=date_value(year, told.point.month), basis=now.basis, note=f"is that of {told.words}, in {year}", leads=False)
