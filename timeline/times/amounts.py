"""Readers of lengths of time and of what recurs: "three weeks", "a few days", "twice a week", "every other year"."""

from timeline.records import TimeType
from timeline.times.reading import Context, Hit, Reading
from timeline.times.relative import amount

_MULTIPLES = {"FN": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000)}
_NOTE = "is a length of time, not a date"


def length(unit: str, count: float | None) -> str:
    """The TIMEX3 value of so many units; None for an unknown number.

    >>> length("TH", 2), length("DE", 2), length("Y", 2.5), length("D", None)
    ('PT2H', 'P20Y', 'P2.5Y', 'PXD')
    """
    if count is not None and unit in _MULTIPLES:
        unit, size = _MULTIPLES[unit]
        count *= size
    number = "X" if count is None else f"{count:g}"
    if unit.startswith("T"):
        return f"PT{number}{unit[1]}"
    return f"P{number}{unit}"


def duration(hit: Hit, at: Context) -> Reading | None:
    """A number of units: "three weeks", "two and a half years"."""
    unit, count = str(hit.get("u")), amount(hit)
    value = length(unit, count)
    if count is not None and count != int(count) and unit in ("TH", "TM", "Y"):
        value = _mixed(unit, count)
    return Reading(value=value, basis="stated", note=_NOTE, type="DURATION", mod=_bound(hit), leads=False)


def _mixed(unit: str, count: float) -> str:
    whole, part = int(count), count - int(count)
    if unit == "Y" and part == 0.5:
        return f"P{whole}Y6M" if whole else "P6M"
    if unit == "TH" and part in (0.25, 0.5, 0.75):
        return f"PT{whole}H{int(part * 60)}M" if whole else f"PT{int(part * 60)}M"
    if unit == "TM" and part == 0.5:
        return f"PT{whole}M30S" if whole else "PT30S"
    return length(unit, count)


def _bound(hit: Hit) -> str | None:
    lower = hit.lower()
    pair = " ".join(lower[:2])
    found = {"more than": "MORE_THAN", "less than": "LESS_THAN", "at least": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS",
             "no more": "EQUAL_OR_LESS", "fewer than": "LESS_THAN"}.get(pair)  # fmt: skip
    return found or (str(hit.get("g")) or None if hit.has("g") else None)


def duration_range(hit: Hit, at: Context) -> tuple[Reading, ...]:
    """Two lengths in one: "two to three weeks"."""
    unit = str(hit.get("u"))
    one = Reading(
        value=length(unit, float(hit.get("n"))), basis="stated", note=_NOTE, type="DURATION", leads=False, last=hit.names["n"] + 1
    )
    two = Reading(value=length(unit, float(hit.get("n2"))), basis="stated", note=_NOTE, type="DURATION", leads=False, first=hit.names["n2"])
    return one, two


def vague_length(hit: Hit, at: Context) -> Reading | None:
    """ "months", "the coming weeks", "the past few days" """
    unit = str(hit.get("u"))
    return Reading(value=length(unit, None), basis="stated", note=_NOTE, type="DURATION", leads=False)


def recent_years(hit: Hit, at: Context) -> Reading | None:
    """ "recent years", "in the last few months": a past without bounds."""
    return Reading(value="PAST_REF", basis="relative", note="means some time past, which gives no date", leads=False)


def a_while(hit: Hit, at: Context) -> Reading | None:
    """ "a while", "some time" """
    return Reading(value="PXX", basis="stated", note=_NOTE, type="DURATION", leads=False)


def recurring(hit: Hit, at: Context) -> Reading | None:
    """ "daily", "weekly" """
    return _set(str(hit.get("x")))


def every(hit: Hit, at: Context) -> Reading | None:
    """ "every year", "twice a week", "every two days", "every other year" """
    unit, count = str(hit.get("u")), float(hit.get("n")) if hit.has("n") else 1.0
    if "other" in hit.lower():
        count = 2.0
    if unit == "NI":
        return _set("XXXX-XX-XXTNI")
    return _set(length(unit, count))


def every_once(hit: Hit, at: Context) -> Reading | None:
    """ "twice a week" """
    return _set(length(str(hit.get("u")), 1.0))


def every_named(hit: Hit, at: Context) -> Reading | None:
    """ "every Tuesday", "each July", "Mondays", "every summer", "every morning" """
    part = f"T{hit.get('p')}" if hit.has("p") else ""
    if hit.has("w"):
        return _set(f"XXXX-WXX-{hit.get('w')}{part}")
    if hit.has("m"):
        return _set(f"XXXX-{int(hit.get('m')):02}")
    if hit.has("s"):
        return _set(f"XXXX-{hit.get('s')}")
    return _set(f"XXXX-XX-XX{part}")


def _set(value: str) -> Reading:
    kind: TimeType = "SET"
    return Reading(value=value, basis="stated", note="recurs, and is no single date", type=kind, leads=False)
