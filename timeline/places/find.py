"""From a parsed document to its toponyms, and to places."""

from maps.gazetteer import Gazetteer
from maps.place import Place, Resolution, Toponym
from maps.resolve import resolve
from timeline.places.context import toponyms
from timeline.places.draft import NameSpan
from timeline.places.roles import role
from timeline.places.spans import name_spans
from timeline.records import Parsed, PlaceMention


def find_toponyms(parsed: Parsed, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The names of places in a document and of the people called after them, in order, with what the text says of each."""
    return toponyms(parsed, name_spans(parsed, gazetteer), gazetteer)


def find_places(parsed: Parsed, gazetteer: Gazetteer, *, home: Place | None = None) -> tuple[PlaceMention, ...]:
    """The same, each read as a place (or not) with its candidates, its role and the reason.

    `home` is where the source reports from, if known. Words for people ("Kenyan") carry `demonym`; metonyms ("the Kremlin") are
    mentions of their city. Both have the role "mentioned".
    """
    spans = name_spans(parsed, gazetteer)
    found = toponyms(parsed, spans, gazetteer)
    read = resolve(found, gazetteer, home=home)
    return tuple(_mention(parsed, span, resolution, gazetteer) for span, resolution in zip(spans, read, strict=True))


def _mention(parsed: Parsed, span: NameSpan, resolution: Resolution, gazetteer: Gazetteer) -> PlaceMention:
    metonym = gazetteer.metonym(span.text) is not None
    return PlaceMention(
        start=span.start,
        end=span.end,
        text=span.text,
        place=resolution.place,
        candidates=resolution.candidates,
        role=role(parsed, span, resolution.toponym, metonym=metonym),
        why=resolution.why,
        demonym=span.demonym,
    )
