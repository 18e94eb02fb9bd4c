"""The events in which a name takes part."""

import re
from dataclasses import replace

from timeline.records import Event, Timeline

_WORD = re.compile(r"[^\W_]+")


def only_about(timeline: Timeline, name: str) -> Timeline:
    """The timeline of the events that have `name` among their actors, places or in their title; the order counts anew.

    A name matches where all its words stand together in one of these, however capitalised: "kenya" does not match "Kenyan".
    """
    wanted = _words(name)
    events = [event for event in timeline.events if wanted and any(_holds(words, wanted) for words in _named(event))]
    ranks = {order: rank for rank, order in enumerate(sorted({event.order for event in events}), 1)}
    kept = {event.id for event in events}
    return replace(
        timeline,
        events=tuple(replace(event, order=ranks[event.order]) for event in events),
        relations=tuple(relation for relation in timeline.relations if {relation.before, relation.after} <= kept),
        conflicts=tuple(conflict for conflict in timeline.conflicts if kept >= set(conflict.events)),
        undated=tuple(key for key in timeline.undated if key in kept),
    )


def _named(event: Event) -> list[list[str]]:
    names = [event.title, event.action, *(actor.name for actor in (*event.actors, *event.targets))]
    for mention in (event.place, event.origin, *event.places):
        if mention is not None:
            names.append(mention.text)
            names += [mention.place.name, mention.place.admin1 or ""] if mention.place else []
    if event.quantity:
        names.append(event.quantity)
    return [_words(name) for name in names]


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _holds(words: list[str], wanted: list[str]) -> bool:
    return any(words[start : start + len(wanted)] == wanted for start in range(len(words) - len(wanted) + 1))
