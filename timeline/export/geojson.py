"""map.geojson, which is also the page's data: RFC 7946, one feature an event."""

from dataclasses import asdict
from typing import Any

from timeline.export.csv import time_of_day
from timeline.export.sources import country_name, documents_by_id, place_name, rounded, sources_of, trigger_in_quote
from timeline.records import Document, Event, PlaceMention, Timeline


def geojson(timeline: Timeline) -> dict[str, Any]:
    """The timeline as a FeatureCollection of points, in order; geometry is null where an event has no place on the map.

    `trigger` holds half-open character offsets (code points) into `quote`. Beyond the design's list each feature has
    `place_id`, `admin1`, `country_name`, `targets`, `quantity`, `attributed_to`, `time` and `action`.
    """
    documents = documents_by_id(timeline)
    features = [_feature(event, sources_of(event, documents)) for event in timeline.events]
    return {"type": "FeatureCollection", "features": features}


def _feature(event: Event, sources: list[Document]) -> dict[str, Any]:
    interval = event.interval
    trigger = trigger_in_quote(event)
    properties = {
        "id": event.id,
        "order": event.order,
        "title": event.title,
        "type": event.type,
        "status": event.status,
        "date": interval.edtf if interval else None,
        "date_start": interval.earliest if interval else None,
        "date_end": interval.latest if interval else None,
        "precision": interval.precision if interval else None,
        "time": time_of_day(event),
        **_where(event.place),
        "origin": _origin(event.origin),
        "actors": list(dict.fromkeys(actor.name for actor in event.actors)),
        "targets": list(dict.fromkeys(actor.name for actor in event.targets)),
        "action": event.action,
        "quantity": event.quantity,
        "attributed_to": event.attributed_to,
        "quote": event.quote,
        "trigger": list(trigger) if trigger else None,
        "sources": [_source(document, event) for document in sources],
        "reasons": {key: why for key, why in asdict(event.reasons).items() if why},
        "salience": rounded(event.salience, 3),
        "confidence": rounded(event.confidence, 3),
    }
    return {"type": "Feature", "id": event.id, "geometry": _point(event.place), "properties": properties}


def _point(mention: PlaceMention | None) -> dict[str, Any] | None:
    if mention is None or mention.place is None:
        return None
    return {"type": "Point", "coordinates": [rounded(mention.place.lon, 5), rounded(mention.place.lat, 5)]}


def _where(mention: PlaceMention | None) -> dict[str, Any]:
    place = mention.place if mention else None
    return {
        "place": place_name(mention) if mention else None,
        "place_id": place.id if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country if place else None,
        "country_name": country_name(place.country) or None if place else None,
        "granularity": place.granularity if place else None,
        "radius_km": rounded(place.radius_km, 1) if place else None,
    }


def _origin(mention: PlaceMention | None) -> dict[str, Any] | None:
    if mention is None:
        return None
    place = mention.place
    return {
        "name": place_name(mention),
        "longitude": rounded(place.lon, 5) if place else None,
        "latitude": rounded(place.lat, 5) if place else None,
    }


def _source(document: Document, event: Event) -> dict[str, Any]:
    quotes = [mention.quote for mention in event.mentions if mention.document_id == document.id]
    source: dict[str, Any] = {"title": document.title or document.source, "url": document.url, "published": document.published}
    if document.id != event.document_id and quotes:
        source["quote"] = quotes[0]
    return source
