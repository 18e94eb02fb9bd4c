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
    if hit.before() == "a" and not hit.has("step") and (hit.before(2) == "," or hit.after() in ("that", "when", "which")):
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
    year, now = int(hit.get("y")), at.now()
    if hit.has("m"):
        value = f"{year:04}-{int(hit.get('m')):02}"
        return Reading(value=value, basis="stated", note="is some such day of its month")
    if at.retells and now and now.point.month and is_day(year, now.point.month, now.point.day or 1):
        number = to_number(year, now.point.month, now.point.day or 1)
        if weekday(number) == int(hit.get("w")):
            return Reading(value=day_value(number), basis="inferred", note="is such a day of its year, and the publication its anniversary")
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
    number, told = nearest_weekday(today - 1, day, 1), at.then()
    ahead = at.kind == "news" and number == today and told is not None and today < (told.point.number or 0)
    return number + 7 * ahead, 1


def that_weekday(hit: Hit, at: Context) -> Reading | None:
    """ "that Saturday", "the same Sunday": the day before that told last, or the first such day from it on."""
    then = at.told_day()
    day, part = int(hit.get("w")), f"T{hit.get('p')}" if hit.has("p") else ""
    kind: TimeType = "TIME" if part else "DATE"
    if then is None or then.point.number is None:
        return Reading(value=f"XXXX-WXX-{day}{part}", basis="relative", note="has no date to count from", leads=False, type=kind)
    back = weekday(then.point.number - 1) == day
    number = nearest_weekday(then.point.number - 1, day, -1 if back else 1)
    way = "counted back from" if back else "counted on from"
    return Reading(value=day_value(number) + part, basis=then.basis, note=f"{way} {then.words}", type=kind)
