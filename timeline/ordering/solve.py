"""One order for all events: dates first, then what words say, then the order of the telling; each event with its reason."""

import heapq
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.ordering.bounds import Bounds, placing
from timeline.records import Conflict, Event, Relation

_UNTOLD = "nothing in the text says when: it stands where the text tells it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """Events in order (their `order` set), the relations that were kept, the conflicts met."""

    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    conflicts: tuple[Conflict, ...]


def order_events(events: Sequence[Event], relations: Sequence[Relation], published: Mapping[str, str | None]) -> Ordered:
    """The events in one order.

    `published` gives each document's publication day (EDTF) by id. Ties fall to the order of documents as given, then of the text.
    Numbers run from 1 without gaps; readings of one trigger at several places share one.
    """
    told = list(events)
    number = {event.id: i for i, event in enumerate(told)}
    bounds = Bounds(told, published)
    kept = [r for r in relations if r.before in number and r.after in number and bounds.add(r, number)]
    keys = _keys(told, bounds)
    sequence = _sorted(told, bounds, keys)
    reasons = _reasons(told, kept, number)
    out: list[Event] = []
    for place in sequence:
        event = told[place]
        shared = bool(out) and out[-1].trigger == event.trigger and out[-1].document_id == event.document_id
        order = out[-1].order if shared else (out[-1].order + 1 if out else 1)
        out.append(replace(event, order=order, reasons=replace(event.reasons, order=reasons[place])))
    return Ordered(events=tuple(out), relations=tuple(kept), conflicts=tuple(bounds.conflicts))


def _keys(events: Sequence[Event], bounds: Bounds) -> list[tuple[float, int]]:
    """A day for each event: the middle of its interval; for an undated one the day that the telling has reached, within its bounds."""
    documents = {d: i for i, d in enumerate(dict.fromkeys(e.document_id for e in events))}
    telling = sorted(range(len(events)), key=lambda i: (documents[events[i].document_id], events[i].trigger.start))
    keys: list[tuple[float, int]] = [(0.0, 0)] * len(events)
    reached, document = -math.inf, None
    to_come = -math.inf
    for position, i in enumerate(telling):
        event = events[i]
        if event.document_id != document:
            document, reached = event.document_id, _first_day(events, telling[position:], bounds)
            to_come = -math.inf
        low, high = bounds.low[i], bounds.high[i]
        if placing(event):
            day = (low + high) / 2
            if event.status in ("happened", "ongoing"):
                reached = day
            elif event.status == "planned":
                to_come = day
        elif event.status == "planned":
            day = to_come = min(max(low, reached + 0.5, to_come), high)
        else:
            day = min(max(reached, low), high)
        keys[i] = (day, position)
    return keys


def _first_day(events: Sequence[Event], rest: Sequence[int], bounds: Bounds) -> float:
    """Where the telling of a document begins: the day of its first dated event."""
    document = events[rest[0]].document_id
    for i in rest:
        if events[i].document_id != document:
            break
        if placing(events[i]) and events[i].status in ("happened", "ongoing"):
            return (bounds.low[i] + bounds.high[i]) / 2
    return 0.0


def _sorted(events: Sequence[Event], bounds: Bounds, keys: Sequence[tuple[float, int]]) -> list[int]:
    """Topological order (Kahn), the smallest key first among the events that nothing unplaced must precede."""
    waiting = [len(bounds.before[i]) for i in range(len(events))]
    heap = [(*keys[i], i) for i in range(len(events)) if not waiting[i]]
    heapq.heapify(heap)
    out: list[int] = []
    while heap:
        *_, here = heapq.heappop(heap)
        out.append(here)
        for later in bounds.after[here]:
            waiting[later] -= 1
            if not waiting[later]:
                heapq.heappush(heap, (*keys[later], later))
    return out


def _reasons(events: Sequence[Event], kept: Sequence[Relation], number: Mapping[str, int]) -> list[str]:
    out = []
    said: dict[int, str] = {}
    for relation in kept:
        a, b = number[relation.before], number[relation.after]
        said.setdefault(b, f"after “{events[a].title}”: {relation.why}")
        said.setdefault(a, f"before “{events[b].title}”: {relation.why}")
    for i, event in enumerate(events):
        if placing(event):
            out.append("by its date" + (f"; {said[i]}" if i in said else ""))
        elif i in said:
            out.append(said[i])
        elif event.interval:
            out.append("within its year, where the text tells it")
        elif event.status == "planned":
            out.append("planned: after what had happened when the text was written")
        else:
            out.append(_UNTOLD)
    return out
