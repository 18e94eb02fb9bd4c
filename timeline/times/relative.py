"""Readers of what counts from another date: "yesterday", "last week", "two years ago", "the following day"."""

from dataclasses import replace

from timeline.records import Basis
from timeline.times import amounts
from timeline.times.context import Context
from timeline.times.counting import counted
from timeline.times.days import is_day
from timeline.times.edtf import from_months
from timeline.times.quarters import latest, previous_quarter, same_quarter
from timeline.times.reading import Hit, Reading
from timeline.times.references import future, past, reference
from timeline.times.values import add_months, clamp_day, date_value, day_value, decade_value, nearest_weekday
from timeline.times.vocabulary import words_of
from timeline.times.written import edge


def day_off(hit: Hit, at: Context) -> Reading | None:
    """ "today", "yesterday", "tomorrow", with a part of the day."""
    count = int(hit.get("off"))
    part = f"T{hit.get('p')}" if hit.has("p") else ""
    if at.kind == "history" and count == 0:
        return reference("PRESENT_REF", "means the time of writing, which gives no date")
    return counted(hit, at.now(), "D", count, part)


def tonight(hit: Hit, at: Context) -> Reading | None:
    """ "tonight", "this morning", "last night" """
    part = "NI" if not hit.has("p") else str(hit.get("p"))
    step = hit.get("step")
    return counted(hit, at.now(), "D", -1 if step == -1 else 1 if step == 1 and at.kind == "news" else 0, f"T{part}")


def _anaphoric(hit: Hit) -> bool:
    """Whether a step is from the date told last ("the next year", "the following August"), not from the publication ("next year")."""
    lower = hit.lower()
    return lower[-2] in ("following", "preceding", "previous", "prior") or (lower[-2] == "next" and lower[-3:-2] == ("the",))


def step_unit(hit: Hit, at: Context) -> Reading | None:
    """ "this week", "last year", "next month" """
    unit, step = str(hit.get("u")), int(hit.get("step"))
    if hit.lower()[-2:] in (("past", "decade"), ("past", "century"), ("last", "century")):
        return amounts.duration(hit, at)
    if hit.lower()[-2:] == ("last", "decade"):
        return _past_decade(hit, at)
    if unit == "D" and step == -1 and hit.lower()[-2] == "last":
        return None
    anchor = at.then() if _anaphoric(hit) else at.told_now()
    if at.kind == "news" and (
        hit.before() in _WITHIN or (anchor is None and unit in _TOLD_BY_NOW and (step == -1 or hit.before() in ("in", "by", "until")))
    ):
        anchor = at.now()
    if unit == "Q" and step == -1 and hit.lower()[-2] in _BEFORE_THAT and (told := previous_quarter(at)):
        return told
    if unit == "NI":
        return counted(hit, anchor, "D", step, "TNI")
    if unit == "WE" and step == -1 and anchor and anchor.point.number is not None:
        return counted(hit, anchor, unit, -1)
    return counted(hit, anchor, unit, step)


_TOLD_BY_NOW = frozenset(("W", "M", "Q", "Y", "DE", "CE"))
_WITHIN = frozenset(("over", "within", "during", "for"))
_BEFORE_THAT = frozenset(("previous", "preceding", "prior"))


def _past_decade(hit: Hit, at: Context) -> Reading | None:
    """ "the last decade": TIMEX3 calls it by the decade before this one; its days are the ten years up to now."""
    anchor = at.now()
    if anchor is None:
        return amounts.duration(hit, at)
    year = anchor.point.year
    interval = from_months(year - 10, 1, year, 12, "decade")
    return Reading(
        value=decade_value(year - 10), basis=anchor.basis, note=f"counted back from {anchor.words}", interval=interval, leads=False
    )


def latest_unit(hit: Hit, at: Context) -> Reading | None:
    """ "the latest week", "the most recent month": the last that had ended."""
    unit = str(hit.get("u"))
    return counted(hit, at.now(), unit, -1) if unit in ("W", "M", "WE") and at.kind == "news" else None


def unit_before(hit: Hit, at: Context) -> Reading | None:
    """ "the week before", "the year after"; where an event is named after it, it is counted from that, which gives no date."""
    unit = str(hit.get("u"))
    if unit in ("D", "NI", "WE") or unit.startswith("T"):
        return None
    anchor = at.then() if hit.after() in _STOPS else None
    return replace(counted(hit, anchor, unit, 1 if hit.lower()[-1] == "after" else -1), leads=False)


def mid_unit(hit: Hit, at: Context) -> Reading | None:
    """ "midyear", "mid-week" """
    unit = str(hit.get("x") or hit.get("u"))
    mod = edge(hit) or "MID"
    return None if mod != "MID" or unit not in ("Y", "W", "M") else replace(counted(hit, at.now(), unit, 0), mod=mod)


def weekend(hit: Hit, at: Context) -> Reading | None:
    """ "the weekend": in news the one just past, unless the tense looks ahead."""
    anchor = at.now() if at.kind == "news" else at.then()
    if anchor is None or anchor.point.number is None:
        return counted(hit, None, "WE", 0)
    late = (anchor.point.number + 2) % 7 + 1 >= 6
    over = "over" in (hit.before(), hit.lower()[0])
    return counted(hit, anchor, "WE", 0 if late or (not over and at.tense(hit) == "future") else -1)


def ago(hit: Hit, at: Context) -> Reading | None:
    """ "two years ago" """
    unit, count = str(hit.get("u")), amounts.amount(hit)
    if count is None or unit.startswith("T"):
        return past(hit, at)
    financial = same_quarter(hit, at, count, unit)
    return financial or replace(counted(hit, at.now(), unit, -count), leads=unit not in ("Y", "DE", "CE"))


def later(hit: Hit, at: Context) -> Reading | None:
    """ "two days later", "a year earlier"; with more words after "after" the event named there is counted from, which gives no date."""
    unit, count = str(hit.get("u")), amounts.amount(hit)
    if hit.lower()[-1] in ("before", "after") and hit.after() not in _STOPS:
        length = amounts.duration(hit, at)
        return replace(length, last=hit.last - 1) if length else None
    if (count is None and at.kind == "news") or (count is not None and unit.startswith("T")):
        return amounts.duration(hit, at)
    if unit == "D" and count is not None and at.kind == "news" and at.story is None:
        return amounts.duration(hit, at)
    back = hit.lower()[-1] in ("earlier", "before", "previously")
    if count is not None and back:
        financial = same_quarter(hit, at, count, unit)
        if financial:
            return financial
    if count is None or unit.startswith("T"):
        return past(hit, at) if back else future(hit, at)
    then = at.then_for(unit) or (at.now() if back and unit in ("Y", "M", "W") else None)
    return replace(counted(hit, then, unit, -count if back else count), leads=unit not in ("Y", "DE", "CE"))


_STOPS = frozenset(("", ".", ",", ";", ":", ")", "-", "and", "but", "''", '"', "”", "?", "!"))


def next_day(hit: Hit, at: Context) -> Reading | None:
    """ "the next day", "the following morning", "the day before" """
    step = hit.get("step")
    if step is None:
        step = -1 if "before" in hit.lower() or "previous" in hit.lower() else 1
    unit = str(hit.get("u")) if hit.has("u") else "D"
    part = f"T{hit.get('p')}" if hit.has("p") else "TNI" if unit == "NI" else ""
    return counted(hit, at.told_day() if unit in _OF_A_DAY else at.then(), unit, int(step), part)


_OF_A_DAY = frozenset(("D", "NI"))


def same(hit: Hit, at: Context) -> Reading | None:
    """ "the same day", "that year", "that night" """
    unit = str(hit.get("u")) if hit.has("u") else "D"
    anchor = at.told_day() if unit in _OF_A_DAY else at.then()
    part = f"T{hit.get('p')}" if hit.has("p") else "TNI" if unit == "NI" else ""
    return counted(hit, anchor, unit, 0, part)


def month_of_step(hit: Hit, at: Context) -> Reading | None:
    """ "June last year", "October of that year", "January this year" """
    anchor = at.then() if hit.has("that") else at.now()
    if anchor is None:
        return None
    year = anchor.point.year + int(hit.get("step") or 0)
    day = hit.get("d")
    basis: Basis = anchor.basis
    return Reading(value=date_value(year, hit.get("m"), day), basis=basis, note=f"in {year}, counted from {anchor.words}", mod=edge(hit))


def named_step(hit: Hit, at: Context) -> Reading | None:
    """ "last April", "next August", "this September" """
    anchor = at.then() if _anaphoric(hit) else at.told_now()
    month, step = int(hit.get("m")), int(hit.get("step"))
    if anchor is None:
        return Reading(value=f"XXXX-{month:02}", basis="relative", note="has no date to count from", leads=False)
    here = anchor.point.month or 0
    year = anchor.point.year + (step == 1 and month <= here) - (step == -1 and month >= here)
    day = hit.get("d")
    if day and step == 1 and month == here and day > (anchor.point.day or 31):
        year -= 1
    value = date_value(year, month, day if day and is_day(year, month, day) else None)
    return Reading(value=value, basis=anchor.basis, note=f"counted from {anchor.words}", mod=edge(hit))


def that_month(hit: Hit, at: Context) -> Reading | None:
    """ "that November": the next on the last date told."""
    month = int(hit.get("m"))
    placed = at.year_for(month, None) if at.dated or at.frame else None
    return None if placed is None else Reading(value=date_value(placed[0], month), basis="relative", note=f"counted from {placed[1].words}")


_OF_THE_YEAR = words_of("man woman person player coach team teacher book car employee")


def end_of(hit: Hit, at: Context) -> Reading | None:
    """ "the end of the year", "year-end", "earlier this month", "early next year" """
    unit, step = str(hit.get("u") or "Y"), int(hit.get("step") or 0)
    named = hit.last < len(hit.words.starts) and "CAPITAL" in hit.words.meanings[hit.last]
    title = hit.before() == "of" and hit.before(2) in _OF_THE_YEAR
    if hit.text().endswith("Year") and (named or title):
        return None
    anchor = at.now() or at.then()
    if unit == "WE":
        return weekend(hit, at)
    if unit in ("D", "NI", "TH", "TM", "TS"):
        return None
    if unit == "Q" and at.kind == "news" and not hit.has("e"):
        return latest(hit, at)
    if hit.after() in ("ended", "ending", "to") and unit in ("Y", "M", "W"):
        return amounts.ended_length(unit)
    reading = counted(hit, anchor, unit, step)
    return replace(reading, mod="END") if hit.lower()[-1] == "end" else reading


def within(hit: Hit, at: Context) -> Reading | None:
    """ "earlier in the day", "later in the week" """
    unit = str(hit.get("u"))
    return counted(hit, at.then_day(), "D", 0) if unit == "D" else end_of(hit, at)


def nth_day(hit: Hit, at: Context) -> Reading | None:
    """ "two days from now", "in two days' time", "a week from today" """
    count = amounts.amount(hit)
    unit = str(hit.get("u"))
    if count is None or unit.startswith("T"):
        return future(hit, at)
    return counted(hit, at.now(), unit, count)


def weekday_step(hit: Hit, at: Context) -> Reading | None:
    """ "a week from Tuesday" """
    anchor, count, unit = at.now(), amounts.amount(hit), str(hit.get("u"))
    if anchor is None or anchor.point.number is None or count is None or unit not in ("D", "W", "FN"):
        return None
    days = int(count) * {"D": 1, "W": 7, "FN": 14}[unit]
    return Reading(value=day_value(nearest_weekday(anchor.point.number, int(hit.get("w")), 1) + days), basis=anchor.basis,
                   note=f"counted on from {anchor.words}")  # fmt: skip


def weekday_ago(hit: Hit, at: Context) -> Reading | None:
    """ "a week ago Monday" """
    anchor, count, unit = at.now(), amounts.amount(hit), str(hit.get("u"))
    if anchor is None or anchor.point.number is None or count is None or unit not in ("D", "W", "FN"):
        return None
    days = int(count) * {"D": 1, "W": 7, "FN": 14}[unit]
    return Reading(value=day_value(nearest_weekday(anchor.point.number, int(hit.get("w")), -1) - days), basis=anchor.basis,
                   note=f"counted back from {anchor.words}")  # fmt: skip


def ago_today(hit: Hit, at: Context) -> Reading | None:
    """ "a week ago today", "a year ago today": to the day."""
    anchor, count, unit = at.now(), amounts.amount(hit), str(hit.get("u"))
    if anchor is None or anchor.point.number is None or count is None or unit not in ("D", "W", "FN", "M", "Y", "DE", "CE"):
        return None
    point = anchor.point
    months = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months:
        place = add_months(point, -int(count * months))
        value = date_value(place.year, place.month, clamp_day(place.year, place.month or 1, point.day or 1))
    else:
        value = day_value((point.number or 0) - int(count) * {"D": 1, "W": 7, "FN": 14}[unit])
    return Reading(value=value, basis=anchor.basis, note=f"counted back from {anchor.words}")


def before_yesterday(hit: Hit, at: Context) -> Reading | None:
    """ "the day before yesterday" """
    return counted(hit, at.now(), "D", -2)


def after_tomorrow(hit: Hit, at: Context) -> Reading | None:
    """ "the day after tomorrow" """
    return counted(hit, at.now(), "D", 2)


def month_of_next(hit: Hit, at: Context) -> Reading | None:
    """ "July of the following year", "2 June of the next year" """
    return month_of_that(hit, at) if _anaphoric(hit) else None


def month_of_that(hit: Hit, at: Context) -> Reading | None:
    """ "October of that year" """
    anchor, month, step = at.then(), int(hit.get("m")), int(hit.get("step") or 0)
    if anchor is None:
        value = f"XXXX-{month:02}" + (f"-{hit.get('d'):02}" if hit.has("d") else "")
        return Reading(value=value, basis="relative", note="has no date to count from", leads=False)
    value = date_value(anchor.point.year + step, month, hit.get("d"))
    which = {0: "in the year of", 1: "in the year after", -1: "in the year before"}[step]
    return Reading(value=value, basis=anchor.basis, note=f"{which} {anchor.words}", mod=edge(hit))
