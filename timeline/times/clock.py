# ruff: noqa: ARG001 - every reader takes the hit and the context
"""Readers of times of the day: "at 10:57", "3 p.m.", "noon Thursday", "18:00 UTC", "the night of 20 June 1791"."""

from dataclasses import replace

from timeline.times.context import Context
from timeline.times.counting import counted
from timeline.times.reading import Hit, Reading
from timeline.times.vocabulary import ZONE_OFFSETS, words_of
from timeline.times.weekdays import weekday_name
from timeline.times.written import edge, full_date
from timeline.times.yearless import partial

# Without these a number like 10:25 may be a verse, a score or a length.
_BEFORE_A_TIME = words_of("at by from until till before after around about to - between and since past ( near shortly")


def clock(hit: Hit, at: Context) -> Reading | None:
    """A time by the clock, on the day that the words or the narrative give."""
    time = clock_value(hit)
    bare = (hit.has("t") and hit.last - hit.first == 1) or (
        hit.has("h") and hit.has("p") and not hit.has("half") and "o'clock" not in hit.lower()
    )
    if time is None or (bare and hit.before() not in _BEFORE_A_TIME):
        return None
    return on_its_day(hit, at, time)


def first_clock(hit: Hit, at: Context) -> Reading | None:
    """The first of two times that share their half of the day: "between 1:30 and 3 p.m." """
    if hit.before() not in _BEFORE_TWO_TIMES:
        return None
    index = hit.names["t"] if hit.has("t") else hit.names["h"]
    other = hit.words.lower[index + 2].partition(":")[0]
    second = int(other) if other.isdigit() else int(str(hit.words.meanings[index + 2].get("HOUR", 0)))
    hour, _, minute = str(hit.get("t") or hit.get("h")).partition(":")
    afternoon = (int(hour) % 12 <= second % 12) == (hit.get("half") == "pm")
    if not 1 <= int(hour) <= 12 or int(minute[:2] or 0) > 59:
        return None
    zone = ZONE_OFFSETS.get(hit.get("z") or "", "")
    reading = on_its_day(hit, at, f"T{int(hour) % 12 + 12 * afternoon:02}:{minute[:2] or '00'}{zone}")
    if reading is None:
        return None
    source = hit.words.text[hit.words.starts[index + 2] : hit.words.ends[hit.names["half"]]]
    return replace(reading, last=index + 1, note=f"{reading.note}; before or after noon by ‘{source}’")


_BEFORE_TWO_TIMES = words_of("at by from between around about")


def clock_before(hit: Hit, at: Context) -> Reading | None:
    """A time by the clock before "on" and its day, which is read by itself: "11 a.m. on 11 November 1918"."""
    reading = clock(hit, at)
    if reading is None:
        return None
    end = next(i for i in range(hit.first, hit.last) if hit.words.lower[i] == "on")
    return replace(reading, last=end)


def clock_value(hit: Hit) -> str | None:
    """THH:MM (and zone) of a hit; None where it is no time of the day."""
    if hit.has("noon"):
        return str(hit.get("noon"))
    if hit.has("t") and str(hit.get("t")).count(":") == 2 and not hit.has("half") and hit.before() in ("of", "in", "a", "ran", "clocked"):
        return None
    if hit.has("t"):
        hour, minute = (int(part) for part in str(hit.get("t")).split(":")[:2])
    elif hit.has("dot"):
        hour, minute = hit.get("dot")
    elif hit.has("hhmm"):
        hour, minute = divmod(int(hit.get("hhmm")), 100)
    else:
        hour, minute = int(hit.get("h")), 0
        if "half" in hit.lower():
            minute = 30
    half = hit.get("half") or _half_of(hit, hour)
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return f"T{hour:02}:{minute:02}{ZONE_OFFSETS.get(hit.get('z') or '', '')}"


def _half_of(hit: Hit, hour: int) -> str | None:
    """ "8 in the evening" is 20:00; "2 at night" stays."""
    part = hit.get("p")
    if hit.has("off") and hit.classes["off"] == "TONIGHT":
        part = "NI"
    return "pm" if part in ("AF", "EV") or (part == "NI" and hour >= 6) else None


def on_its_day(hit: Hit, at: Context, time: str) -> Reading | None:
    """The reading of a hit's day, with a time of the day set on it."""
    if hit.has("step"):
        small_hours = hit.get("p") == "NI" and time < "T06"
        return counted(hit, at.now(), "D", int(hit.get("step")) + small_hours, time)
    if hit.has("off"):
        return counted(hit, at.now(), "D", int(hit.get("off")), time)
    if hit.has("w") and not hit.has("m"):
        return _timed(weekday_name(hit, at), time)
    if hit.has("y") and hit.has("m"):
        return _timed(full_date(hit, at), time)
    if hit.has("m"):
        return _timed(partial(hit, at), time)
    anchor = at.now() if "this" in hit.lower() else at.then_day()
    past_midnight = anchor is not None and "T" < time < "T06" and not _BY_NIGHT.isdisjoint(anchor.words.split("’")[0].split())
    return counted(hit, anchor, "D", int(past_midnight), time)


_BY_NIGHT = frozenset(("night", "evening"))


def _timed(day: Reading | None, time: str) -> Reading | None:
    if day is None:
        return None
    value = day.value.partition("T")[0] + time
    return Reading(value=value, basis=day.basis, note=day.note, type="TIME", mod=day.mod, leads=day.leads)


def part_of_date(hit: Hit, at: Context) -> Reading | None:
    """ "the night of 20 June 1791", "on the morning of January 31" """
    return on_its_day(hit, at, f"T{hit.get('p')}")


def part_of_day(hit: Hit, at: Context) -> Reading | None:
    """ "that afternoon", "in the evening", "mid-afternoon", "overnight" """
    part = str(hit.get("p")) if hit.has("p") else "NI"
    anchor = at.then_day()
    after_night = (
        part == "MO" and anchor is not None and not _BY_NIGHT.isdisjoint(anchor.words.split("’")[0].lower().split(" of ")[0].split())
    )
    reading = counted(hit, anchor, "D", int(after_night), f"T{part}")
    return Reading(value=reading.value, basis=reading.basis, note=reading.note, type="TIME", mod=edge(hit), leads=reading.leads)


def at_night(hit: Hit, at: Context) -> Reading | None:
    """ "at night", which is any night."""
    return Reading(value="XXXX-XX-XXTNI", basis="stated", note="names no day", type="TIME", leads=False)


def in_the_part(hit: Hit, at: Context) -> Reading | None:
    """ "in the evening", "during the late afternoon" """
    return part_of_day(hit, at) if hit.before() in ("in", "during", "by", "into", "through", "throughout", "until", "for") else None
