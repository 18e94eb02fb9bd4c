"""Which stretches of words are names of places: the names head proposes, the gazetteer and the rest of the document decide."""

from maps.gazetteer import Gazetteer
from timeline.places.draft import Draft, NameSpan
from timeline.places.matched import from_gazetteer, repeated
from timeline.places.proposed import from_names
from timeline.records import Parsed


def name_spans(parsed: Parsed, gazetteer: Gazetteer) -> tuple[NameSpan, ...]:
    """Every stretch of words that names a place or its people, in order, none overlapping."""
    draft = Draft(parsed, gazetteer)
    from_names(draft)
    from_gazetteer(draft)
    repeated(draft)
    return tuple(sorted(draft.found, key=lambda span: span.start))
