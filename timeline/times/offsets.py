"""Readers of what lies so far from today, or from a weekday: "a week from Tuesday", "a year ago today", "the week before last"."""

from dataclasses import replace

from timeline.times import amounts
from timeline.times.context import Context
from timeline.times.counting import counted
from timeline.times.reading import Hit, Reading
from timeline.times.references import future
from timeline.times.values import add_months, clamp_day, date_value, day_value, nearest_weekday


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


def before_last(hit: Hit, at: Context) -> Reading | None:
    """ "the week before last" """
    unit = str(hit.get("u"))
    return counted(hit, at.now(), unit, -2) if unit in ("W", "M", "Y", "WE") else None


def this_or_next(hit: Hit, at: Context) -> tuple[Reading, ...] | None:
    """ "this week or next": two dates."""
    unit = str(hit.get("u"))
    if unit not in ("W", "M", "Y", "WE"):
        return None
    first, second = counted(hit, at.now(), unit, 0), counted(hit, at.now(), unit, 1)
    return replace(first, last=hit.last - 2), replace(second, first=hit.last - 1)


def quarter_century_ago(hit: Hit, at: Context) -> Reading | None:
    """ "a quarter-century ago" """
    return replace(counted(hit, at.now(), "Y", -_QUARTER_CENTURY), leads=False)


_QUARTER_CENTURY = 25
