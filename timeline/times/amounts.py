# ruff: noqa: ARG001 - every reader takes the hit and the context
"""Readers of lengths of time: "three weeks", "a few days", "two and a half years"."""

from dataclasses import replace

from timeline.records import Interval
from timeline.times.context import Context
from timeline.times.counting import counted, length, one_of_many
from timeline.times.days import format_day, parse_day
from timeline.times.edtf import from_days, from_months, interval_of
from timeline.times.plain import plain
from timeline.times.reading import Hit, Reading
from timeline.times.written import full_date
from timeline.times.yearless import place_month

_NOTE = "is a length of time, not a date"


def amount(hit: Hit) -> float | None:
    """The number of units in a hit: "two", "a", "a couple of", "two and a half"; None for "several"."""
    if hit.has("few"):
        return None
    count = float(hit.get("n")) if hit.has("n") else float(hit.get("c")) if hit.has("c") else 1.0
    if hit.has("f"):
        return count + float(hit.get("f"))
    lower = hit.lower()
    if "half" in lower:
        return count + 0.5 if "and" in lower else 0.5
    return count


def _is_some_day(hit: Hit) -> bool:
    """Whether "one day" is a day that is not named, no length: "One day, he left", "one day last week"."""
    if hit.lower() not in (("one", "day"), ("one", "night")):
        return False
    following = hit.words.meanings[hit.last + (hit.after() in ("in", "of"))] if hit.last + 1 < len(hit.words.meanings) else {}
    dated = "STEP" in following or "MONTH" in following
    return dated or (hit.text()[0].isupper() and hit.after() == ",")


def part_of_span(hit: Hit, at: Context) -> Reading | tuple[Reading, ...] | None:
    """The first or last so many units of a month or year: a length that has its place in the calendar."""
    length_of = duration(hit, at)
    if length_of is None:
        return None
    whole = full_date(hit, at) if hit.has("y") else place_month(hit, at, int(hit.get("m")), None)
    if whole is None or (count := amount(hit)) is None:
        return None
    interval = _cut(hit, interval_of(whole.value), str(hit.get("u")), int(count))
    edge = min(hit.names[name] for name in ("m", "y") if hit.has(name)) - 1
    note = whole.note if interval is None else f"is counted within {plain(whole.value)}, which {whole.note}"
    return replace(
        length_of, interval=interval, basis=whole.basis, note=note, last=edge if at.kind == "news" else None, leads=at.kind == "history"
    )


def _cut(hit: Hit, whole: Interval | None, unit: str, count: int) -> Interval | None:
    """The days of the part: `count` units from the start of `whole` (after the units skipped) or back from its end."""
    if whole is None or unit not in ("D", "W", "M"):
        return None
    first, last, back = parse_day(whole.earliest), parse_day(whole.latest), hit.get("step") == -1
    if hit.get("step") not in (None, -1):
        return None
    skipped = 0 if back else int(hit.get("o")) - 1
    if unit == "M":
        year, month = int(whole.earliest[:-6]), (12 - count + 1 if back else 1 + skipped * count)
        return from_months(year, month, year, month + count - 1, "month") if month >= 1 and month + count <= 13 else None
    days = count * (7 if unit == "W" else 1)
    start = last - days + 1 if back else first + skipped * days
    if start < first or start > last:
        return None
    return from_days(format_day(start), format_day(min(last, start + days - 1)), "week" if unit == "W" else "day")


def duration(hit: Hit, at: Context) -> Reading | None:
    """A number of units: "three weeks", "two and a half years"."""
    unit, count = str(hit.get("u")), amount(hit)
    if (unit == "Q" and (hit.after() == "of" or "-" in hit.lower())) or (unit == "TS" and hit.lower()[-2:] == ("a", "second")):
        return None
    if (unit == "NI" and "a" in hit.lower()) or _is_some_day(hit):
        return None
    if (hit.after() == "old" and at.kind == "news") or (unit == "TS" and hit.before() == "per"):
        return None
    value = length(unit, count)
    if count is not None and count != int(count) and (unit in ("TH", "TM") or (unit == "Y" and (hit.has("f") or count < 1))):
        value = _mixed(unit, count)
    if unit == "M" and count in (6, 9) and not hit.has("step") and hit.lower()[0] in _OF_ACCOUNTS:
        at.months = True
    if _is_rate(hit):
        return one_of_many(value)
    if count is not None and at.kind == "news" and unit in ("D", "W", "M", "Y") and _is_ahead(hit):
        return counted(hit, at.now(), unit, count)
    return Reading(value=value, basis="stated", note=_NOTE, type="DURATION", mod=_bound(hit), leads=False)


def _is_ahead(hit: Hit) -> bool:
    """Whether "in five years" is a date to come ("will be paid in five years"), no length ("the first in five years")."""
    if hit.before() != "in" or hit.has("step") or hit.has("o") or "-" in hit.lower():
        return False
    words = hit.words.lower
    near = words[max(0, hit.first - _NEAR) : hit.first - 1]
    near = near[max((i + 1 for i, word in enumerate(near) if word in (".", ";", "?", "!")), default=0) :]
    if any(word in ("first", "time", "only", "most") or word.endswith("est") for word in near[-4:]):
        return False
    return not (_WILL if near else _WILL_FOLLOWS).isdisjoint(near if near else words[hit.last : hit.last + _NEAR])


_NEAR = 8
_WILL_FOLLOWS = frozenset(("will", "would", "shall"))
# In the present tense these tell of one moment: "the law takes effect in 90 days".
_WILL = _WILL_FOLLOWS | frozenset("takes expires expire begins ends opens closes mature matures due resumes".split())


_OF_ACCOUNTS = frozenset(("the", "first", "latest", "nine", "six"))


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


def duration_range(hit: Hit, at: Context) -> Reading:
    """Two lengths in one, of which the value gives the lesser: "two to three weeks"."""
    unit = str(hit.get("u"))
    return Reading(value=length(unit, float(hit.get("n"))), basis="stated", note=_NOTE, type="DURATION", leads=False)


def ended_length(unit: str) -> Reading:
    """ "the year (ended 30 June)" """
    return Reading(
        value=f"P1{unit}", basis="stated", note="is a length of time that ends on the date after it", type="DURATION", leads=False
    )


def vague_length(hit: Hit, at: Context) -> Reading | None:
    """ "months", "the coming weeks", "the past few days" """
    unit = str(hit.get("u"))
    index = hit.names["u"]
    if (index and "NUM" in hit.words.meanings[index - 1]) or hit.after() == "old":
        return None
    if hit.lower()[0] == "the" and len(hit.lower()) == 2 and hit.last < len(hit.words.starts) and "YEAR" in hit.words.meanings[hit.last]:
        return None
    if unit == "D" and hit.lower()[0] == "the" and len(hit.lower()) == 2:
        return None
    if unit == "Q" and not (hit.has("step") or hit.lower()[0] in ("coming", "past")):
        return None
    return Reading(value=length(unit, None), basis="stated", note=_NOTE, type="DURATION", leads=False)


def recent_units(hit: Hit, at: Context) -> Reading | None:
    """ "recent weeks" is a length up to now; "recent years" and "recent days" are a past without bounds."""
    unit = str(hit.get("u"))
    if unit in ("W", "M", "Q"):
        return Reading(value=length(unit, None), basis="stated", note=_NOTE, type="DURATION", leads=False)
    return Reading(value="PAST_REF", basis="relative", note="means some time past, which gives no date", leads=False)


def a_while(hit: Hit, at: Context) -> Reading | None:
    """ "a while", "some time" """
    return Reading(value="PXX", basis="stated", note=_NOTE, type="DURATION", leads=False)


def in_one_word(hit: Hit, at: Context) -> Reading | None:
    """ "weeklong", "daylong" """
    return Reading(value=str(hit.get("x")), basis="stated", note=_NOTE, type="DURATION", leads=False)


def quarter_century(hit: Hit, at: Context) -> Reading | None:
    """ "a quarter century", "a quarter of a century" """
    return Reading(value="P25Y", basis="stated", note=_NOTE, type="DURATION", leads=False)


def _is_rate(hit: Hit) -> bool:
    """Whether "a year" says how often: "$2 million a year", "four flights a week"."""
    if hit.lower()[0] not in ("a", "an") or hit.last - hit.first != 2:
        return False
    counted, before = hit.words.meanings[max(0, hit.first - 2) : hit.first], hit.before()
    return bool(counted) and ("NUM" in counted[-1] or before in ("%", "percent") or ("NUM" in counted[0] and before.endswith("s")))
