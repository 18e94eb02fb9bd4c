"""How much an event is what the story is about (salience), and how sure its row is (confidence); both 0 to 1."""

from collections.abc import Sequence

from timeline.events.draft import Draft

_LIGHT_TYPES = {"statement": -0.3, "other": -0.12}
_STATUS = {"happened": 0.05, "ongoing": 0.0, "planned": 0.0, "possible": -0.1, "denied": -0.08}


def salience(group: Sequence[Draft], sentences: int) -> float:
    """Told in headline or lead, told often, with a date, a place and people of its own: the first things a reader asks of a story."""
    first = group[0]
    value = 0.35 + _LIGHT_TYPES.get(first.trigger.type, 0.0) + _STATUS[first.factuality.status]
    value += 0.15 * any(d.sentence.kind != "body" for d in group)
    value += 0.08 * (min(d.sentence.index for d in group) <= max(2, sentences // 12))
    value += 0.06 * min(len(group) - 1, 3)
    value += 0.14 * (first.dating.interval is not None and first.dating.own)
    value += 0.14 * (first.place is not None and first.place_own)
    value += 0.06 * bool(first.arguments.agents)
    value += 0.04 * any(p.kind in ("person", "state") for p in first.arguments.agents)
    return round(min(1.0, max(0.0, value)), 3)


def confidence(draft: Draft) -> float:
    """Lower for what was inferred (a shared date, a scene's place, an unresolved name) and for words that are weak signs of an event."""
    value = 0.62
    value += 0.1 if draft.trigger.kind == "verb" else -0.06
    value += -0.12 if draft.trigger.type == "other" else 0.04
    value += 0.12 * (draft.dating.interval is not None) - 0.06 * (draft.dating.interval is not None and not draft.dating.own)
    if draft.place is not None:
        value += (0.12 if draft.place.place is not None else -0.1) - 0.1 * (not draft.place_own)
    value += 0.06 * bool(draft.arguments.agents)
    value -= 0.08 * (draft.factuality.status in ("possible", "denied"))
    return round(min(0.98, max(0.05, value)), 3)
