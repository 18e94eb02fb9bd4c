"""Readers of what counts from another date: "yesterday", "last week", "two years ago", "the following day"."""

from dataclasses import replace

from timeline.records import Basis
from timeline.times import amounts
from timeline.times.anchors import Anchor
from timeline.times.asides import OPENERS
from timeline.times.context import Context
from timeline.times.counting import counted
from timeline.times.edtf import approximate, from_months, interval_of
from timeline.times.narrated import STOPS, anaphoric, ended, next_day
from timeline.times.quarters import latest, previous_quarter, same_quarter
from timeline.times.reading import Hit, Reading
from timeline.times.references import future, past, reference
from timeline.times.values import date_value, day_value, decade_value
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
    if step == 1 and hit.lower()[0] == "next" and (told := at.told_day()):
        return counted(hit, told, "D", 1, f"T{part}")
    return counted(hit, at.now(), "D", -1 if step == -1 else 1 if step == 1 and at.kind == "news" else 0, f"T{part}")


def step_unit(hit: Hit, at: Context) -> Reading | None:
    """ "this week", "last year", "next month" """
    unit, step = str(hit.get("u")), int(hit.get("step"))
    if hit.lower()[-2:] in (("past", "decade"), ("past", "century"), ("last", "century")):
        return amounts.duration(hit, at)
    if hit.lower()[-2:] == ("last", "decade"):
        return _past_decade(hit, at)
    if unit == "D" and step == -1 and hit.lower()[-2] == "last":
        return None
    if anaphoric(hit) and unit in ("D", "NI"):
        return next_day(hit, at)
    anchor = at.then() if anaphoric(hit) else at.told_now()
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
    return financial or _counted_off(hit, at.now(), unit, -count)


def _counted_off(hit: Hit, anchor: Anchor | None, unit: str, count: float) -> Reading:
    """So many units from an anchor. TIMEX3 calls a week or two from a day by the week; its EDTF is the same day of that week, about."""
    reading = replace(counted(hit, anchor, unit, count), leads=unit not in ("Y", "DE", "CE"))
    days = {"W": 7, "FN": 14}.get(unit, 0) * int(count)
    if not 0 < abs(days) <= _FORTNIGHT or anchor is None or anchor.point.number is None or anchor.point.unit != "D":
        return reading
    whole = interval_of(day_value(anchor.point.number + days))
    return replace(reading, interval=approximate(whole), note=f"{reading.note}, to about the day") if whole else reading


_FORTNIGHT = 14


def later(hit: Hit, at: Context) -> Reading | None:
    """ "two days later", "a year earlier"; with more words after "after" the event named there is counted from, which gives no date."""
    unit, count = str(hit.get("u")), amounts.amount(hit)
    if hit.lower()[-1] in ("before", "after") and hit.after() not in STOPS:
        length = amounts.duration(hit, at)
        if hit.lower()[-1] == "after" and hit.before() in OPENERS:
            at.lose()
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
    then = at.then_for(unit)
    if back and then and at.published and (then.point.number or 0) > (at.published.number or 0) and at.tense(hit) == "past":
        then = at.now()
    then = then or (at.now() if back and unit in ("Y", "M", "W") else None)
    return _counted_off(hit, then, unit, -count if back else count)


def month_of_step(hit: Hit, at: Context) -> Reading | None:
    """ "June last year", "October of that year", "January this year" """
    anchor = at.then() if hit.has("that") else at.now()
    if anchor is None:
        return None
    year = anchor.point.year + int(hit.get("step") or 0)
    day = hit.get("d")
    basis: Basis = anchor.basis
    return Reading(value=date_value(year, hit.get("m"), day), basis=basis, note=f"in {year}, counted from {anchor.words}", mod=edge(hit))


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
    if not hit.has("step"):
        last = hit.lower()[-1] == "end" or edge(hit) == "END" or hit.after() in ("was", "were")
        anchor = ended(hit, at, unit, last or (edge(hit) == "MID" and unit == "M")) or anchor
    turn = unit == "CE" and "turn" in hit.lower() and at.tense(hit) == "future"
    reading = counted(hit, anchor, unit, step + turn)
    return replace(reading, mod="END") if hit.lower()[-1] == "end" else reading


def within(hit: Hit, at: Context) -> Reading | None:
    """ "earlier in the day", "later in the week" """
    unit = str(hit.get("u"))
    return counted(hit, at.then_day(), "D", 0) if unit == "D" else end_of(hit, at)
