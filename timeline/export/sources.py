"""What an event rests on: its documents, and the trigger's place in the sentence."""

from timeline.records import Document, Event, PlaceMention, Timeline


def documents_by_id(timeline: Timeline) -> dict[str, Document]:
    """The timeline's documents by id; the first of two with the same id."""
    found: dict[str, Document] = {}
    for document in timeline.documents:
        found.setdefault(document.id, document)
    return found


def sources_of(event: Event, documents: dict[str, Document]) -> list[Document]:
    """The documents that tell of the event, its own first, each once."""
    ids = [event.document_id, *(mention.document_id for mention in event.mentions)]
    return [documents[key] for key in dict.fromkeys(ids) if key in documents]


def trigger_in_quote(event: Event) -> tuple[int, int] | None:
    """Half-open character offsets of the trigger in `event.quote`; None where the quote does not hold it."""
    words = event.trigger.text
    for mention in event.mentions:
        start = mention.start - mention.quote_start
        end = mention.end - mention.quote_start
        if mention.quote == event.quote and 0 <= start < end and event.quote[start:end] == words:
            return start, end
    start = event.quote.find(words) if words else -1
    return (start, start + len(words)) if start >= 0 else None


def place_name(mention: PlaceMention) -> str:
    """The gazetteer's name of the place, else the words of the text."""
    return mention.place.name if mention.place else mention.text


def country_name(code: str | None) -> str:
    """The English name of an ISO 3166-1 alpha-2 code; "" for None, the code itself where the gazetteer has no name."""
    if not code:
        return ""
    from maps.gazetteer import open_gazetteer

    return open_gazetteer().country_name(code) or code


def rounded(value: float, digits: int) -> float:
    """The value to so many decimals, never minus zero."""
    return round(float(value), digits) + 0.0
