"""Readers of what counts from the date told last: "the following day", "that December", "25 July of the next year"."""

from dataclasses import replace

from timeline.times.anchors import Anchor
from timeline.times.context import Context
from timeline.times.counting import counted
from timeline.times.days import is_day, parse_day
from timeline.times.edtf import interval_of
from timeline.times.reading import Hit, Reading
from timeline.times.values import date_value, day_value, point_of, shift
from timeline.times.written import edge


def anaphoric(hit: Hit) -> bool:
    """Whether a step is from the date told last ("the next year", "the following August"), not from the publication ("next year")."""
    lower = hit.lower()
    return lower[-2] in ("following", "preceding", "previous", "prior") or (lower[-2] == "next" and lower[-3:-2] == ("the",))


def unit_before(hit: Hit, at: Context) -> Reading | None:
    """ "the week before", "the year after"; where an event is named after it, it is counted from that, which gives no date."""
    unit = str(hit.get("u"))
    if unit in ("D", "NI", "WE") or unit.startswith("T"):
        return None
    anchor = at.then() if hit.after() in STOPS else None
    return replace(counted(hit, anchor, unit, 1 if hit.lower()[-1] == "after" else -1), leads=False)


STOPS = frozenset(("", ".", ",", ";", ":", ")", "-", "and", "but", "''", '"', "”", "?", "!"))


def next_day(hit: Hit, at: Context) -> Reading | None:
    """ "the next day", "the following morning", "the day before" """
    step = hit.get("step")
    if step is None:
        step = -1 if "before" in hit.lower() or "previous" in hit.lower() else 1
    unit = str(hit.get("u")) if hit.has("u") else "D"
    part = f"T{hit.get('p')}" if hit.has("p") else "TNI" if unit == "NI" else ""
    reading = counted(hit, at.told_day() if unit in _OF_A_DAY else at.then(), unit, int(step), part)
    place, now = point_of(reading.value), at.now()
    if place and place.number and now and place.number >= (now.point.number or 0) and at.tense(hit) == "past":
        return counted(hit, None, unit, int(step), part)
    return reading


_OF_A_DAY = frozenset(("D", "NI"))


def same(hit: Hit, at: Context) -> Reading | None:
    """ "the same day", "that year", "that night" """
    unit = str(hit.get("u")) if hit.has("u") else "D"
    anchor = at.told_day() if unit in _OF_A_DAY else at.then()
    part = f"T{hit.get('p')}" if hit.has("p") else "TNI" if unit == "NI" else ""
    return counted(hit, anchor, unit, 0, part)


def named_step(hit: Hit, at: Context) -> Reading | None:
    """ "last April", "next August", "this September" """
    anchor = at.then() if anaphoric(hit) else at.told_now()
    month, step = int(hit.get("m")), int(hit.get("step"))
    if anchor is None:
        return Reading(value=f"XXXX-{month:02}", basis="relative", note="has no date to count from", leads=False)
    here = anchor.point.month or (12 if step == 1 else 1)
    year = anchor.point.year + (step == 1 and month <= here) - (step == -1 and month >= here)
    day = hit.get("d")
    if day and step == 1 and month == here and day > (anchor.point.day or 31):
        year -= 1
    value = date_value(year, month, day if day and is_day(year, month, day) else None)
    return Reading(value=value, basis=anchor.basis, note=f"counted from {anchor.words}", mod=edge(hit))


def month_after(hit: Hit, at: Context) -> Reading | None:
    """ "the January after", "the April before" """
    anchor, month, step = at.then(), int(hit.get("m")), 1 if hit.lower()[-1] == "after" else -1
    if anchor is None or hit.after() not in STOPS:
        return None
    here = anchor.point.month or (12 if step == 1 else 1)
    year = anchor.point.year + (step == 1 and month <= here) - (step == -1 and month >= here)
    return Reading(value=date_value(year, month), basis=anchor.basis, note=f"counted from {anchor.words}")


def that_month(hit: Hit, at: Context) -> Reading | None:
    """ "that November": the next on the last date told."""
    month = int(hit.get("m"))
    placed = at.year_for(month, None) if at.dated or at.frame else None
    return None if placed is None else Reading(value=date_value(placed[0], month), basis="relative", note=f"counted from {placed[1].words}")


def ended(hit: Hit, at: Context, unit: str, late: bool) -> Anchor | None:
    """What "by the end of the week" counts from where its verb is past, and the end of this week still to come: the date told last."""
    now, then = at.now(), at.then()
    if now is None or then is None or not late or unit not in ("W", "M", "Y") or at.tense(hit) != "past":
        return None
    if edge(hit) == "MID" and (now.point.day or 0) >= _MID_MONTH:
        return None
    if (
        then.point.unit not in ("D", "W", "M")
        or then.point.year > now.point.year
        or shift(then.point, unit, 0) == shift(now.point, unit, 0)
    ):
        return None
    return then


_MID_MONTH = 13


def month_of_next(hit: Hit, at: Context) -> Reading | None:
    """ "July of the following year", "2 June of the next year" """
    return month_of_that(hit, at) if anaphoric(hit) else None


def month_of_that(hit: Hit, at: Context) -> Reading | None:
    """ "October of that year" """
    anchor, month, step = at.then(), int(hit.get("m")), int(hit.get("step") or 0)
    if anchor is None:
        value = f"XXXX-{month:02}" + (f"-{hit.get('d'):02}" if hit.has("d") else "")
        return Reading(value=value, basis="relative", note="has no date to count from", leads=False)
    value = date_value(anchor.point.year + step, month, hit.get("d"))
    which = {0: "in the year of", 1: "in the year after", -1: "in the year before"}[step]
    return Reading(value=value, basis=anchor.basis, note=f"{which} {anchor.words}", mod=edge(hit))


def day_of_unit(hit: Hit, at: Context) -> Reading | None:
    """ "the last day of the month", "the first day of that year" """
    unit = str(hit.get("u"))
    anchor = (
        (at.then() if "that" in hit.lower() or "same" in hit.lower() else ended(hit, at, unit, not hit.has("o"))) or at.now() or at.then()
    )
    whole = interval_of(shift(anchor.point, unit, 0) or "") if anchor else None
    count = hit.get("o") or (None if hit.get("step") not in (None, -1) else 0)
    if unit not in ("W", "M", "Y") or whole is None or anchor is None or count is None or count > 7:
        return None
    number = parse_day(whole.latest) if count == 0 else parse_day(whole.earliest) + int(count) - 1
    return Reading(value=day_value(number), basis=anchor.basis, note=f"counted within the {_WHOLE[unit]} of {anchor.words}")


_WHOLE = {"W": "week", "M": "month", "Y": "year"}


def new_year(hit: Hit, at: Context) -> Reading | None:
    """ "in the new year": the one after the date told last, where the verb is past, else after the publication."""
    now, then = at.now(), at.then()
    anchor = then if then and (now is None or (at.tense(hit) == "past" and then.point.year < now.point.year)) else now
    counted_from = hit.before() in ("before", "after") and hit.first > 1 and "UNIT" in hit.words.meanings[hit.first - 2]
    if anchor is None or counted_from or hit.text().endswith("Year"):
        return None
    early = (anchor.point.month or 12) <= 2
    return Reading(
        value=date_value(anchor.point.year + (not early)), basis=anchor.basis, note=f"counted on from {anchor.words}", leads=False
    )
