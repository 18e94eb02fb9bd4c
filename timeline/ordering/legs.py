"""Movements as legs: where the text names no origin, the place where the traveller was last."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.ordering.bounds import day_number
from timeline.records import Event, PlaceMention

_LONGEST_STAY_DAYS = 31
_MOVES = frozenset({"travel", "visit"})


def join_legs(events: Sequence[Event]) -> tuple[Event, ...]:
    """Events in order, with inferred origins on travels whose traveller was told to be elsewhere in the event before."""
    last: dict[str, tuple[Event, PlaceMention]] = {}
    out: list[Event] = []
    for event in events:
        people = [p.actor_id for p in event.actors if p.kind in ("person", "group", "role")]
        origin = event.origin
        if (
            event.type in _MOVES
            and event.status in ("happened", "ongoing", "planned")
            and origin is None
            and event.place
            and event.place.place
        ):
            earlier = next((last[a] for a in people if a in last), None)
            if earlier and _one_journey(earlier[0], event) and _apart(earlier[1], event.place):
                why = f"the origin is inferred: “{earlier[0].title}” was the traveller’s last known place"
                event = replace(event, origin=replace(earlier[1], role="origin"), reasons=replace(event.reasons, origin=why))
        if event.place and event.place.place and event.status in ("happened", "ongoing") and event.type != "statement":
            for actor in people:
                last[actor] = (event, event.place)
        out.append(event)
    return tuple(out)


def _one_journey(earlier: Event, later: Event) -> bool:
    """Whether two moves of one document can belong together: no more than a month apart where both are dated."""
    if earlier.document_id != later.document_id:
        return False
    if earlier.interval is None or later.interval is None:
        return True
    return day_number(later.interval.earliest) - day_number(earlier.interval.latest) <= _LONGEST_STAY_DAYS


def _apart(a: PlaceMention, b: PlaceMention) -> bool:
    """Whether two places are different and neither lies in the other's country-wide circle."""
    if a.place is None or b.place is None or a.place.id == b.place.id:
        return False
    wide = "country" in (a.place.granularity, b.place.granularity)
    return not (wide and a.place.country == b.place.country)
