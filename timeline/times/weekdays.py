# ruff: noqa: ARG001 - every reader takes the hit and the context
"""Readers of days of the week: "on Tuesday", "next Friday morning", "Tuesday of last week"."""

from timeline.records import TimeType
from timeline.times.context import Context
from timeline.times.days import is_day, to_number, weekday
from timeline.times.edtf import interval_of
from timeline.times.reading import Hit, Reading
from timeline.times.values import add_months, day_value, nearest_weekday
from timeline.times.vocabulary import words_of
from timeline.times.written import edge

_MONTHS_ROUND = 26  # within so many months every day of the month falls on every weekday
_EPISODE = 500  # characters after a date of a history within which a weekday goes with it
# "Bloody Sunday" and "the Sunday Times" are names; which day they mean, or that they mean one, the words do not tell.
_NAMING = words_of("bloody black cyber super fat ruby freaky holy easter remembrance")
_NEWSPAPERS = words_of("times telegraph mirror mail express herald tribune independent star post world sun people business")


def weekday_name(hit: Hit, at: Context) -> Reading | None:
    """A day of the week, with its part of the day."""
    if hit.before() in _NAMING or (hit.after() in _NEWSPAPERS and hit.words.text[hit.words.starts[hit.last]].isupper()):
        return None
    day = int(hit.get("w"))
    if hit.before() == "a" and hit.before(2) == "," and not hit.has("step"):
        return None
    part = f"T{hit.get('p')}" if hit.has("p") else ""
    anchor = at.told_now() if (at.kind == "news" and at.published) or hit.has("step") else at.then_day()
    far = at.kind == "history" and anchor is not None and hit.start() - anchor.end > _EPISODE
    if anchor is None or anchor.point.number is None or far:
        return Reading(
            value=f"XXXX-WXX-{day}{part}", basis="stated", note="has no date to count from", mod=edge(hit), type="TIME" if part else "DATE"
        )
    number, direction = _weekday_number(hit, at, anchor.point.number, day)
    way = {-1: "counted back from", 1: "counted on from", 0: "in the week of"}[direction]
    return Reading(
        value=day_value(number) + part, basis=anchor.basis, note=f"{way} {anchor.words}", mod=edge(hit), type="TIME" if part else "DATE"
    )


def weekday_and_day(hit: Hit, at: Context) -> Reading | None:
    """ "Friday the 13th": the nearest such day before or after the publication, as the tense says."""
    day, weekday_wanted, anchor = int(hit.get("d")), int(hit.get("w")), at.now()
    if not 1 <= day <= 31:
        return None
    if anchor is None or anchor.point.number is None:
        return Reading(value=f"XXXX-WXX-{weekday_wanted}", basis="stated", note="has no date to count from")
    way = 1 if at.tense(hit) == "future" else -1
    for months in range(_MONTHS_ROUND):
        place = add_months(anchor.point, way * months)
        if not is_day(place.year, place.month or 1, day):
            continue
        number = to_number(place.year, place.month or 1, day)
        if weekday(number) == weekday_wanted and (number - anchor.point.number) * way >= 0:
            note = f"counted {'on' if way > 0 else 'back'} from {anchor.words}"
            return Reading(value=day_value(number), basis=anchor.basis, note=note)
    return None


def weekday_of_year(hit: Hit, at: Context) -> Reading | None:
    """ "that Tuesday in 1973": some such day of the year."""
    value = f"{int(hit.get('y')):04}-WXX-{int(hit.get('w'))}"
    return Reading(value=value, basis="stated", note="is some such day of its year", interval=interval_of(value[:4]))


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


def _weekday_number(hit: Hit, at: Context, today: int, day: int) -> tuple[int, int]:
    step = hit.get("step")
    if step == 1:
        number = nearest_weekday(today, day, 1)
        return number + 7 * (number == today + 1 and hit.lower()[-1 - hit.has("p") - 1] == "next"), 1
    if step == -1:
        return nearest_weekday(today - 1, day, -1), -1
    if step == 0:
        return nearest_weekday(today, day, 0), 0
    if at.kind == "news" and at.published and at.tense(hit) != "future":
        return nearest_weekday(today, day, -1), -1
    return nearest_weekday(today - 1, day, 1), 1
