"""Where a deployment came from, when only the nationality of those sent tells it ("Kenyan police ... to Haiti")."""

from dataclasses import replace

from timeline.events.arguments import Arguments
from timeline.events.context import Context
from timeline.events.triggers import Trigger
from timeline.records import PlaceMention

_SENT = frozenset({"deployment", "withdrawal"})


def origin_of_nationality(
    trigger: Trigger, arguments: Arguments, place: PlaceMention | None, context: Context
) -> tuple[PlaceMention, str] | None:
    """The home country of those deployed and the reason, where the event's place lies in another country; else None.

    The country is told by a demonym or a country's name inside the words for those sent, or by the noun's possessor ("Kenya's deployment").
    """
    if trigger.type not in _SENT or place is None or place.place is None:
        return None
    spans = [(p.start, p.end) for p in (*arguments.agents, *arguments.patients)]
    spans += [
        (context.tokens[c].start, context.tokens[c].end)
        for c in context.tree.children(trigger.head)
        if context.tokens[c].deprel in ("nmod:poss", "amod")
    ]
    sentences = dict.fromkeys(context.tokens[context.token_at(start)].sentence for start, _ in spans)
    for mention in (m for sentence in sentences for _, m in context.places_in(sentence)):
        inside = any(start <= mention.start and mention.end <= end for start, end in spans)
        home = mention.place
        if inside and home is not None and home.granularity == "country" and home.country != place.place.country:
            return replace(mention, role="origin"), f"the origin is inferred from “{mention.text}”, said of those sent"
    return None
