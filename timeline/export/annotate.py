"""One document's extraction as a line of `dateline annotate`: exactly the keys of the contract."""

from dataclasses import asdict
from typing import Any

from timeline.export.sources import place_name, rounded
from timeline.records import ActorMention, Event, Extraction, Participant, PlaceMention, Problem, Relation, TimeMention

Json = dict[str, Any]


def annotation(extraction: Extraction) -> Json:
    """The document's times, places, actors, events, relations and problems as JSON values.

    Offsets are half-open characters into the document's text. `lat` and `lon` are null where a name was not resolved.
    Demonyms are left out of `places`: "Kenyan" says whose, never where.
    """
    return {
        "id": extraction.document.id,
        "times": [_time(mention) for mention in extraction.times],
        "places": [_place_mention(mention) for mention in extraction.places if not mention.demonym],
        "actors": [_actor(mention) for mention in extraction.actors],
        "events": [event_json(event) for event in extraction.events],
        "relations": [relation_json(relation) for relation in extraction.relations],
        "problems": [problem_json(problem) for problem in extraction.problems],
    }


def event_json(event: Event) -> Json:
    """One event as the annotate contract has it; `mentions` are those in the event's own document."""
    own = [mention for mention in event.mentions if mention.document_id == event.document_id]
    interval = event.interval
    return {
        "id": event.id,
        "start": event.trigger.start,
        "end": event.trigger.end,
        "text": event.trigger.text,
        "mentions": [{"start": mention.start, "end": mention.end} for mention in own],
        "type": event.type,
        "title": event.title,
        "status": event.status,
        "attributed_to": event.attributed_to,
        "quantity": event.quantity,
        "actors": [_participant(actor) for actor in event.actors],
        "targets": [_participant(actor) for actor in event.targets],
        "place": _event_place(event.place),
        "places": [_event_place(mention) for mention in event.places],
        "origin": _event_place(event.origin),
        "date": interval.edtf if interval else None,
        "earliest": interval.earliest if interval else None,
        "latest": interval.latest if interval else None,
        "time_basis": event.time_basis,
        "order": event.order,
        "salience": rounded(event.salience, 4),
        "confidence": rounded(event.confidence, 4),
        "reasons": asdict(event.reasons),
        "quote": event.quote,
    }


def relation_json(relation: Relation) -> Json:
    """A relation as JSON values."""
    return {"before": relation.before, "after": relation.after, "why": relation.why}


def problem_json(problem: Problem) -> Json:
    """A problem as JSON values."""
    return {"document_id": problem.document_id, "source": problem.source, "reason": problem.reason}


def _time(mention: TimeMention) -> Json:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "value": mention.value,
        "edtf": mention.interval.edtf if mention.interval else None,
        "basis": mention.basis,
        "why": mention.why,
    }


def _place_mention(mention: PlaceMention) -> Json:
    place = mention.place
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "name": place_name(mention),
        "country": place.country if place else None,
        "lat": rounded(place.lat, 5) if place else None,
        "lon": rounded(place.lon, 5) if place else None,
        "granularity": place.granularity if place else None,
        "id": place.id if place else None,
        "why": mention.why,
    }


def _event_place(mention: PlaceMention | None) -> Json | None:
    if mention is None:
        return None
    kept = ("start", "end", "name", "country", "lat", "lon", "granularity")
    full = _place_mention(mention)
    return {key: full[key] for key in kept}


def _actor(mention: ActorMention) -> Json:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "name": mention.actor.name,
        "kind": mention.actor.kind,
    }


def _participant(actor: Participant) -> Json:
    return {"start": actor.start, "end": actor.end, "name": actor.name}
