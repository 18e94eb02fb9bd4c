"""What part a place plays in its sentence: where it happened, whence, whither, or only named."""

from maps.place import Toponym
from timeline.places.draft import NameSpan
from timeline.records import Parsed, PlaceRole

LOCATION = frozenset(
    "in at near on around outside inside across throughout within off over along under beside by amid between among beyond above below "
    "opposite against".split()
)
SOURCE = frozenset({"from", "out"})
GOAL = frozenset({"to", "into", "toward", "towards", "for", "onto", "via", "through"})
MOTION = frozenset(
    "go come travel move fly drive sail walk march head return arrive flee escape leave depart ship send deploy bring take transport "
    "transfer deport evacuate withdraw run ride migrate emigrate march cross visit journey trip flight tour voyage departure arrival "
    "deployment route way bound export import smuggle extradite repatriate airlift land invite move relocate retreat advance rush carry "
    "deliver dispatch proceed set embark trek push fall follow".split()
)


def role(parsed: Parsed, span: NameSpan, toponym: Toponym, *, metonym: bool) -> PlaceRole:
    """The role by the governing preposition and, for "to" and "for", a verb or noun of motion above."""
    if span.demonym or metonym:
        return "mentioned"
    preposition = toponym.preposition
    if preposition in LOCATION or toponym.offset_km is not None:
        return "location"
    if preposition in SOURCE:
        return "origin"
    if preposition in GOAL:
        return "destination" if _moves(parsed, span) else "mentioned"
    if preposition is None and _object_of_motion(parsed, span):
        return "destination"
    return "location" if preposition is None and toponym.containers and span.first == 0 else "mentioned"


def _moves(parsed: Parsed, span: NameSpan) -> bool:
    index = _head(parsed, span)
    for _ in range(3):
        above = parsed.tokens[index].head
        if above == index:
            return False
        if parsed.tokens[above].lemma.lower() in MOTION:
            return True
        index = above
    return False


def _object_of_motion(parsed: Parsed, span: NameSpan) -> bool:
    token = parsed.tokens[_head(parsed, span)]
    above = parsed.tokens[token.head].lemma.lower()
    return token.deprel.startswith("obj") and above in ("visit", "reach", "enter", "tour")


def _head(parsed: Parsed, span: NameSpan) -> int:
    tokens, inside = parsed.tokens, range(span.first, span.last)
    return next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), span.first)
