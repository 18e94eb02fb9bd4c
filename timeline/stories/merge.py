"""One timeline from the extractions of several documents.

Two events of different documents are one when they tell the same kind of thing with kindred words, at places that agree, in intervals that
overlap, with an actor in common. The narrowest date and place stand; days that overlap but differ are kept as a conflict, never averaged.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.events.merging import both_arrivals, places_agree, related_words, same_kind
from timeline.ordering import join_legs, order_events
from timeline.ordering.bounds import day_number
from timeline.records import Conflict, Document, Event, Extraction, Interval, Participant, Problem, Relation, Timeline

_Key = tuple[str, str]
_SPECIFIC_DAYS = frozenset({"minute", "hour", "part", "day", "week", "month"})
_NARROW_DAYS = 62
_STEM = 4
"""Letters that related words share at the least (`related_words`)."""


def merge(extractions: Iterable[Extraction], problems: Sequence[Problem] = ()) -> Timeline:
    """The timeline of all extractions (documents in the order given; equal ids are taken once)."""
    documents: dict[str, Document] = {}
    events: list[Event] = []
    relations: list[Relation] = []
    troubles = list(problems)
    for extraction in extractions:
        if extraction.document.id not in documents:
            documents[extraction.document.id] = extraction.document
            events += extraction.events
            relations += extraction.relations
        troubles += extraction.problems
    merged, renamed, conflicts = _merged(events) if len(documents) > 1 else (events, {}, [])
    told = dict.fromkeys((renamed.get(r.before, r.before), renamed.get(r.after, r.after), r.why) for r in relations)
    kept = [Relation(before=a, after=b, why=why) for a, b, why in told if a != b]
    ordered = order_events(merged, kept, {d.id: d.published for d in documents.values()})
    final = join_legs(ordered.events)
    return Timeline(
        documents=tuple(documents.values()), events=final, relations=ordered.relations, conflicts=(*conflicts, *ordered.conflicts),
        undated=tuple(e.id for e in final if e.interval is None), problems=tuple(dict.fromkeys(troubles)),
    )  # fmt: skip


def _merged(events: Sequence[Event]) -> tuple[list[Event], dict[str, str], list[Conflict]]:
    """Events with those of one happening joined, the new id of each joined one, and the disagreements."""
    groups: list[list[Event]] = []
    near: defaultdict[_Key, defaultdict[int | None, set[int]]] = defaultdict(lambda: defaultdict(set))
    for event in events:
        keys, months = _keys(event), _months(event.interval)
        candidates = sorted({g for key in keys for month in _where(near[key], months) for g in near[key][month]})
        home = next((g for g in candidates if all(_one_happening(event, other) for other in groups[g])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(event)
        for key in keys:
            for month in months:
                near[key][month].add(home)
    out, renamed, conflicts = [], {}, []
    for group in groups:
        joined = _joined(sorted(group, key=lambda e: (e.document_id, e.trigger.start)))
        out.append(joined)
        renamed.update({e.id: joined.id for e in group})
        conflicts += _disagreements(group, joined)
    return out, renamed, conflicts


def _keys(event: Event) -> list[_Key]:
    """Shelves on which to look for the same happening: each actor's last name word with the beginning of the event's word."""
    if event.type == "statement":
        return []
    words = [event.action[:_STEM], *(["*arrival"] if both_arrivals(event.action, event.action) else [])]
    return [(p.name.split()[-1].casefold(), word) for p in event.actors for word in words]


def _months(interval: Interval | None) -> list[int | None]:
    """Stretches of 31 days that an interval touches; [None] for no interval or one of more than two months."""
    if interval is None:
        return [None]
    first, last = day_number(interval.earliest), day_number(interval.latest)
    return [None] if last - first > _NARROW_DAYS else list(range(first // 31, last // 31 + 1))


def _where(shelf: Mapping[int | None, set[int]], months: Sequence[int | None]) -> Sequence[int | None]:
    """The stretches in which an event of these months may have been told: all of them for one without narrow dates."""
    return list(shelf) if None in months else [*months, None]


def _one_happening(a: Event, b: Event) -> bool:
    if a.document_id == b.document_id or not same_kind(a.type, b.type) or not _kindred(a, b):
        return False
    if {a.status, b.status} not in ({"happened"}, {"ongoing"}, {"happened", "ongoing"}, {"planned"}, {"denied"}):
        return False
    if not places_agree(a.place, b.place) or not _days_agree(a.interval, b.interval):
        return False
    dated = a.interval is not None and b.interval is not None
    placed = a.place is not None and b.place is not None
    shared = {p.name.split()[-1].casefold() for p in a.actors} & {p.name.split()[-1].casefold() for p in b.actors}
    return bool(shared) and (dated or placed)


def _kindred(a: Event, b: Event) -> bool:
    return related_words(a.action, b.action) or both_arrivals(a.action, b.action)


def _days_agree(a: Interval | None, b: Interval | None) -> bool:
    if a is None or b is None:
        return True
    if a.precision not in _SPECIFIC_DAYS and b.precision not in _SPECIFIC_DAYS:
        return a.edtf == b.edtf
    return not (a.latest < b.earliest or b.latest < a.earliest)


def _joined(group: Sequence[Event]) -> Event:
    """One event with the first member's id and words, the narrowest date and place of all, everybody's mentions and people."""
    first = group[0]
    if len(group) == 1:
        return first
    dated = min((e for e in group if e.interval), key=_width, default=first)
    placed = min((e for e in group if e.place and e.place.place), key=_radius, default=first)
    origin = next((e for e in group if e.origin), first)
    reasons = replace(first.reasons, date=dated.reasons.date, place=placed.reasons.place, origin=origin.reasons.origin)
    return replace(
        first, mentions=tuple(m for e in group for m in e.mentions), interval=dated.interval, time_basis=dated.time_basis, time=dated.time,
        place=placed.place, places=placed.places, origin=origin.origin, reasons=reasons, actors=_people(e.actors for e in group),
        targets=_people(e.targets for e in group), quantity=next((e.quantity for e in group if e.quantity), None),
        salience=round(min(1.0, max(e.salience for e in group) + 0.05 * (len(group) - 1)), 3),
        confidence=round(min(0.98, max(e.confidence for e in group) + 0.03 * (len(group) - 1)), 3),
    )  # fmt: skip


def _width(event: Event) -> tuple[bool, str, str, str]:
    """What the text states before what was inferred, then the narrowest."""
    interval = event.interval
    assert interval is not None
    order = ("minute", "hour", "part", "day", "week", "month", "season", "quarter", "year", "decade", "century")
    return (event.time_basis == "inferred", f"{order.index(interval.precision):02d}", event.document_id, event.id)


def _radius(event: Event) -> tuple[float, str, str]:
    assert event.place is not None
    assert event.place.place is not None
    return (event.place.place.radius_km, event.document_id, event.id)


def _people(lists: Iterable[Sequence[Participant]]) -> tuple[Participant, ...]:
    out: dict[str, Participant] = {}
    for people in lists:
        for person in people:
            known = next((k for k in out if k.split()[-1] == person.name.casefold().split()[-1]), None)
            if known is None:
                out[person.name.casefold()] = person
    return tuple(out.values())


def _disagreements(group: Sequence[Event], joined: Event) -> list[Conflict]:
    days = sorted({e.interval.edtf for e in group if e.interval and e.interval.precision == "day"})
    if len(days) > 1:
        return [Conflict(events=(joined.id,), why=f"the sources give different days: {', '.join(days)}")]
    return []
