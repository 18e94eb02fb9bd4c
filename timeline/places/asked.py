"""Places of a document from an online geocoder: those that the gazetteer lacks, or all instead of it."""

from collections import Counter
from dataclasses import replace
from typing import Protocol

from maps.gazetteer import is_own
from maps.place import Place
from maps.resolve import is_offset
from timeline.places.replaced import mentions_told, with_places
from timeline.records import Extraction, PlaceMention

SHARE = 0.5
"""Of the places that are known, how many must lie in one country for the unknown ones to be looked for there."""


class Asker(Protocol):
    """What knows places by name (`maps.geocoders.AskedNames`)."""

    name: str
    failure: str | None

    def place(self, text: str, country: str) -> Place | None:
        """The place of a name in a country (ISO 3166-1 alpha-2), or None."""

    def place_read(self, text: str, reading: Place) -> Place | None:
        """Its own place for a name that the gazetteer reads so, or None."""


def fill_unlisted(extraction: Extraction, asker: Asker) -> Extraction:
    """The extraction with places for the names, at which or from which events are told, that the gazetteer lacks.

    They are looked for in the country of most other places; where there is none, nobody is asked. Names of which it is only unsure
    which place they mean stay as they are.
    """
    country = _main_country(extraction)
    if country is None:
        return extraction
    told = dict.fromkeys(mention.text for mention in mentions_told(extraction) if _lacking(mention))
    found = {text: place for text in told if (place := asker.place(text, country)) is not None}

    def filled(mention: PlaceMention) -> PlaceMention:
        place = found.get(mention.text) if _lacking(mention) else None
        why = f"{mention.text}: not in the gazetteer; {asker.name} places it in the country that the text is about"
        return replace(mention, place=place, why=why) if place else mention

    return with_places(extraction, filled) if found else extraction


def place_anew(extraction: Extraction, asker: Asker) -> Extraction:
    """The extraction with the asked one's place, instead of the gazetteer's, for each name at which or from which an event is told.

    Which of several namesakes is meant is read from the text as ever; the question names its region and country. A name that the asked
    one does not know there has no place. A user's own places and points that lie "50 km south of" another stay. Once the asked one has
    failed, what the gazetteer says stays.
    """
    filled = fill_unlisted(extraction, asker)
    told = dict.fromkeys((mention.text, mention.place) for mention in mentions_told(filled) if not mention.demonym)
    found: dict[tuple[str, Place | None], Place | None] = {}
    for text, reading in told:
        if reading is None or reading.source == asker.name or is_own(reading) or is_offset(reading):
            continue
        place = asker.place_read(text, reading)
        if place is not None or asker.failure is None:
            found[text, reading] = place

    def anew(mention: PlaceMention) -> PlaceMention:
        key = (mention.text, mention.place)
        if mention.demonym or key not in found:
            return mention
        place = found[key]
        said = f"where {asker.name} has it" if place else f"{asker.name} knows no such place there"
        return replace(mention, place=place, why=f"{mention.why}; {said}")

    return with_places(filled, anew) if found else filled


def _lacking(mention: PlaceMention) -> bool:
    return mention.place is None and not mention.candidates and not mention.demonym


def _main_country(extraction: Extraction) -> str | None:
    counted = Counter(m.place.country for m in extraction.places if m.place and m.place.country and not m.demonym)
    if not counted:
        return None
    country, most = min(counted.items(), key=lambda item: (-item[1], item[0]))
    return country if most > SHARE * counted.total() else None
