"""How much an event is what the story is about (salience), and how sure its row is (confidence); both 0 to 1."""

import math
from collections.abc import Sequence

from timeline.events.draft import Draft

_LIGHT_TYPES = {"statement": -0.3, "other": -0.12}
_BIAS = -4.28
_WEIGHTS = {
    "chance": 0.06, "verb": 0.91, "untyped": -0.52, "statement": -0.09, "date told": 1.79, "date shared": 0.0, "place told": 1.94,
    "place shared": 0.5, "place unknown": -1.02, "agent": 0.7, "agent by name": 0.55, "unreal": 0.19, "heading": 0.0,
}  # fmt: skip
"""Fitted by `python bench/quality.py --fit` (logistic regression over the rows of the gold stories and the seeds)."""
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


def evidence(draft: Draft, chance: float) -> dict[str, float]:
    """What speaks for and against a row, each 0 or 1, and the model's chance that its words tell an event (0 to 1)."""
    dated, placed = draft.dating.interval is not None, draft.place is not None
    located = draft.place is not None and draft.place.place is not None
    people = {p.kind for p in draft.arguments.agents}
    return {
        "chance": chance,
        "verb": float(draft.trigger.kind == "verb"),
        "untyped": float(draft.trigger.type == "other"),
        "statement": float(draft.trigger.type == "statement"),
        "date told": float(dated and draft.dating.own),
        "date shared": float(dated and not draft.dating.own),
        "place told": float(located and draft.place_own),
        "place shared": float(located and not draft.place_own),
        "place unknown": float(placed and not located),
        "agent": float(bool(people)),
        "agent by name": float(bool(people & {"person", "state"})),
        "unreal": float(draft.factuality.status in ("planned", "possible", "denied")),
        "heading": float(draft.sentence.kind != "body"),
    }


def confidence(draft: Draft, chance: float) -> float:
    """The probability that the row is right: found, its date, place, actors and status all as a reader would have them."""
    score = _BIAS + sum(_WEIGHTS[name] * value for name, value in evidence(draft, chance).items())
    return round(1 / (1 + math.exp(-score)), 3)
