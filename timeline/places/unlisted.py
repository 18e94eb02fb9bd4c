"""Places of a document that the gazetteer lacks, filled in from an online geocoder."""

from collections import Counter
from dataclasses import replace
from typing import Protocol

from maps.place import Place
from timeline.records import Event, Extraction, PlaceMention

SHARE = 0.5
"""Of the places that are known, how many must lie in one country for the unknown ones to be looked for there."""


class Asker(Protocol):
    """What knows more names than the gazetteer (`maps.geocoders.UnlistedNames`)."""

    name: str

    def place(self, text: str, country: str) -> Place | None:
        """The place of a name in a country (ISO 3166-1 alpha-2), or None."""


def fill_unlisted(extraction: Extraction, asker: Asker) -> Extraction:
    """The extraction with places for the names, at which or from which events are told, that the gazetteer lacks.

    They are looked for in the country of most other places; where there is none, nobody is asked. Names of which it is only unsure
    which place they mean stay as they are.
    """
    country = _main_country(extraction)
    if country is None:
        return extraction
    told = {m.text: None for e in extraction.events for m in (e.place, *e.places, e.origin) if m is not None and _lacking(m)}
    found = {text: place for text in told if (place := asker.place(text, country)) is not None}
    if not found:
        return extraction

    def filled(mention: PlaceMention) -> PlaceMention:
        place = found.get(mention.text) if _lacking(mention) else None
        return replace(mention, place=place, why=_why(mention, asker)) if place else mention

    def retold(event: Event) -> Event:
        place, origin = event.place and filled(event.place), event.origin and filled(event.origin)
        reasons = event.reasons
        if place and place != event.place:
            reasons = replace(reasons, place=_joined(reasons.place, place.why))
        if origin and origin != event.origin:
            reasons = replace(reasons, origin=_joined(reasons.origin, origin.why))
        return replace(event, place=place, places=tuple(map(filled, event.places)), origin=origin, reasons=reasons)

    return replace(extraction, places=tuple(map(filled, extraction.places)), events=tuple(map(retold, extraction.events)))


def _lacking(mention: PlaceMention) -> bool:
    return mention.place is None and not mention.candidates and not mention.demonym


def _main_country(extraction: Extraction) -> str | None:
    counted = Counter(m.place.country for m in extraction.places if m.place and m.place.country and not m.demonym)
    if not counted:
        return None
    country, most = min(counted.items(), key=lambda item: (-item[1], item[0]))
    return country if most > SHARE * counted.total() else None


def _why(mention: PlaceMention, asker: Asker) -> str:
    return f"{mention.text}: not in the gazetteer; {asker.name} places it in the country that the text is about"


def _joined(before: str, why: str) -> str:
    return f"{before}; {why}" if before else why
