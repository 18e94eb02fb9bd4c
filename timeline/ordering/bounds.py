"""Between which days each event must lie: from its own date, its status, and what stands before and after it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.records import Conflict, Event, Relation

_HOURS = {"MO": 9.0, "AF": 15.0, "EV": 19.0, "NI": 22.0, "DT": 12.0, "MI": 12.0}


def day_number(iso: str) -> int:
    """Days since 1970-01-01 of an ISO day with an astronomical year of any size. Method: Hinnant, "chrono-compatible date algorithms"."""
    sign = -1 if iso.startswith("-") else 1
    year, month, day = (int(part) for part in iso.lstrip("-").split("-"))
    year = sign * year - (month <= 2)
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def placing(event: Event) -> bool:
    """Whether an event's date says where it stands; a year that only its scene lends it does not."""
    return event.interval is not None and not (event.time_basis == "inferred" and event.interval.precision == "year")


def _hour(event: Event) -> float | None:
    """The hour of the day where the time expression tells one."""
    value = event.time.value if event.time else ""
    clock = value.partition("T")[2] if value[:1] != "P" else ""
    if clock[:2].isdigit():
        return int(clock[:2]) + (int(clock[3:5]) / 60 if clock[3:5].isdigit() else 0.0)
    return _HOURS.get(clock[:2])


@dataclass(slots=True)
class Bounds:
    """Lowest and highest day of each event (fractions for hours) while constraints are added; conflicts met on the way."""

    events: Sequence[Event]
    published: Mapping[str, str | None]
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    after: list[list[int]] = field(default_factory=list)
    before: list[list[int]] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def __post_init__(self) -> None:
        for event in self.events:
            low, high = self._own(event)
            self.low.append(low)
            self.high.append(high)
            self.after.append([])
            self.before.append([])

    def _own(self, event: Event) -> tuple[float, float]:
        day = self.published.get(event.document_id)
        today = float(day_number(day[:10])) if day and len(day) >= 10 else None
        if event.interval:
            low, high = float(day_number(event.interval.earliest)), float(day_number(event.interval.latest))
            hour = _hour(event)
            if hour is not None and high - low <= 1:
                return low + hour / 24, low + hour / 24
            if today is not None and low < today < high:
                low, high = (today, high) if event.status in ("planned", "possible") else (low, today)
            return low, high + 0.99
        if today is None:
            return -math.inf, math.inf
        return (today, math.inf) if event.status == "planned" else (-math.inf, today + 0.99)

    def add(self, relation: Relation, number: Mapping[str, int]) -> bool:
        """Take in "before comes before after"; False, with a conflict noted, where dates or earlier words forbid it."""
        a, b = number[relation.before], number[relation.after]
        if self.low[a] > self.high[b] or self._reaches(b, a):
            if placing(self.events[a]) and placing(self.events[b]):
                why = f"{relation.why}, but the dates say otherwise"
                self.conflicts.append(Conflict(events=(relation.before, relation.after), why=why))
            return False
        self.after[a].append(b)
        self.before[b].append(a)
        self._push(a, b)
        return True

    def _reaches(self, start: int, goal: int) -> bool:
        waiting, seen = [start], {start}
        while waiting:
            here = waiting.pop()
            if here == goal:
                return True
            for other in self.after[here]:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return False

    def _push(self, a: int, b: int) -> None:
        """Hand lower bounds on to later events and upper bounds back to earlier ones; own dates are never moved."""
        waiting = [b]
        while waiting:
            here = waiting.pop()
            floor = max((self.low[i] for i in self.before[here]), default=-math.inf)
            if floor > self.low[here] and not placing(self.events[here]) and floor <= self.high[here]:
                self.low[here] = floor
                waiting += self.after[here]
        waiting = [a]
        while waiting:
            here = waiting.pop()
            roof = min((self.high[i] for i in self.after[here]), default=math.inf)
            if roof < self.high[here] and not placing(self.events[here]) and roof >= self.low[here]:
                self.high[here] = roof
                waiting += self.before[here]
