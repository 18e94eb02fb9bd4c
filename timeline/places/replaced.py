"""An extraction with some of its places told anew, in its mentions and in its events alike."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from timeline.records import Event, Extraction, PlaceMention


def mentions_told(extraction: Extraction) -> Iterator[PlaceMention]:
    """The mentions at which or from which events are told, in the order of the events; the same one more than once."""
    for event in extraction.events:
        yield from (mention for mention in (event.place, *event.places, event.origin) if mention is not None)


def with_places(extraction: Extraction, anew: Callable[[PlaceMention], PlaceMention]) -> Extraction:
    """The extraction with every mention of a place as `anew` gives it; a changed one adds its reason to its event's."""

    def retold(event: Event) -> Event:
        place, origin = event.place and anew(event.place), event.origin and anew(event.origin)
        reasons = event.reasons
        if place and place != event.place:
            reasons = replace(reasons, place=_joined(reasons.place, place.why))
        if origin and origin != event.origin:
            reasons = replace(reasons, origin=_joined(reasons.origin, origin.why))
        return replace(event, place=place, places=tuple(map(anew, event.places)), origin=origin, reasons=reasons)

    return replace(extraction, places=tuple(map(anew, extraction.places)), events=tuple(map(retold, extraction.events)))


def _joined(before: str, why: str) -> str:
    return f"{before}; {why}" if before else why
