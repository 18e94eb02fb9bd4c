"""Which readings are happenings of the story, and which only words about aims, manners, habits and properties.

Aims ("to help"), manners ("talking to reporters") and bare motions without an end are left out, unless a date or place of their own makes
them happenings; so is what the model's event heads take for no event.
"""

import math

from timeline.events.context import Context
from timeline.events.draft import Draft
from timeline.events.learned import Learned
from timeline.events.triggers import Trigger
from timeline.records import Token

_AIMS = frozenset({"meeting", "visit", "agreement", "election"})
_MANNERS = frozenset("death attack accident arrest disaster crime rescue court agreement appointment closure health".split())
_NEED_MORE = frozenset({"other", "travel", "health", "aid", "business", "construction", "closure", "launch", "sport", "rescue"})
_LIGHT = 6
_TOLD = 0.65
_WEIGHTS = {
    "always": -0.58, "by clause": 0.94, "noun by clause": -0.13, "story": 0.49, "mention": -0.14, "noun": 0.13, "untyped": -0.37,
    "statement": -0.14, "date told": 0.65, "place told": 0.23, "agent": 0.23, "heading": -0.21, "unreal": 0.06,
}  # fmt: skip
"""Fitted by `python bench/weights.py` on stories that the model has not learned from; chances of the model as log odds."""
_PEOPLE = frozenset({"person", "group", "organisation", "state", "role"})
_READ_OUT = frozenset(
    "report statement letter document paper study survey article story book note memo complaint indictment sign court".split()
)
_MASS = frozenset(
    "violence relief aid assistance conflict war fighting combat unrest corruption cooperation patrol crime theft fraud trafficking "
    "smuggling legislation reform construction trade loan grant donation investment infection vaccination treatment sailing drill "
    "exercise stop flight call".split()
)


def chance(trigger: Trigger, learned: Learned) -> float:
    """The model's chance that one of the trigger's words tells an event, of a story or of a corpus."""
    return max(max(learned.story(i), learned.mention(i)) for i in range(trigger.first, trigger.last))


def is_told(draft: Draft, context: Context, learned: Learned) -> bool:
    """Whether a reading belongs on the timeline: by its clause, and by what the model has learned of stories."""
    by_clause = _by_clause(draft, context)
    called_off = draft.trigger.kind == "noun" and draft.factuality.status == "denied" and draft.place is not None and draft.place_own
    if not learned or (by_clause and called_off) or (not by_clause and draft.sentence.kind != "body"):
        return by_clause
    score = sum(_WEIGHTS[name] * value for name, value in evidence(draft, learned, by_clause=by_clause).items())
    return score > _odds(_TOLD)


def evidence(draft: Draft, learned: Learned, *, by_clause: bool) -> dict[str, float]:
    """What speaks for and against a reading's being an event of the story."""
    trigger = draft.trigger
    words = {trigger.head, *range(trigger.first, max(trigger.last, min(trigger.head + 1, trigger.first + _LIGHT)))}
    return {
        "always": 1.0,
        "by clause": float(by_clause),
        "noun by clause": float(by_clause and trigger.kind == "noun"),
        "story": _odds(max(map(learned.story, words))),
        "mention": _odds(max(map(learned.mention, words))),
        "noun": float(trigger.kind == "noun"),
        "untyped": float(trigger.type == "other"),
        "statement": float(trigger.type == "statement"),
        "date told": float(draft.dating.interval is not None and draft.dating.own),
        "place told": float(draft.place is not None and draft.place_own),
        "agent": float(bool(draft.arguments.agents)),
        "heading": float(draft.sentence.kind != "body"),
        "unreal": float(draft.factuality.status != "happened"),
    }


def _odds(chance: float) -> float:
    chance = min(0.995, max(0.005, chance))
    return math.log(chance / (1 - chance))


def _by_clause(draft: Draft, context: Context) -> bool:
    trigger = draft.trigger
    dated = draft.dating.interval is not None and draft.dating.own
    placed = draft.place is not None and draft.place_own
    token = context.tokens[trigger.clause]
    if trigger.kind == "noun":
        return _noun_told(draft, context, dated=dated, placed=placed)
    children = context.children(trigger.clause)
    infinitive = _infinitive(token.index, context)
    subject = any(c.deprel.startswith("nsubj") for c in children)
    if draft.sentence.kind != "body" and token.xpos == "VBN" and token.deprel in ("root", "parataxis") and not subject:
        return False
    auxiliary = any(c.deprel.startswith("aux") for c in children)
    if infinitive:
        return (trigger.type in _AIMS and (dated or draft.place is not None)) or (dated and placed)
    if trigger.type in ("other", "statement") and not _finite(draft, context):
        return trigger.type == "other" and placed and draft.sentence.kind == "body" and bool(draft.arguments.agents)
    if token.deprel == "acl" and token.xpos == "VBG":
        return dated or (placed and trigger.type in _MANNERS and bool(draft.arguments.patients))
    if dated or placed:
        return True
    if token.xpos == "VBG" and not auxiliary:
        return trigger.type in _MANNERS and bool(draft.arguments.agents or draft.arguments.patients)
    if trigger.type == "statement":
        return not _said_by_a_thing(children, context)
    if trigger.type in _NEED_MORE:
        people = any(p.kind in _PEOPLE for p in draft.arguments.agents + draft.arguments.patients)
        carried = context.tokens[context.roots(trigger.head, trigger.clause, frozenset())[-1]]
        main = carried.deprel.split(":")[0] in ("root", "conj", "parataxis")
        told = main or draft.dating.interval is not None or draft.place is not None
        return people and told and token.deprel not in ("acl:relcl", "advcl")
    return True


def _said_by_a_thing(children: list[Token], context: Context) -> bool:
    """Whether what speaks is nobody ("the efforts highlight a need"), and nothing that is read out ("the report says")."""
    subject = next((c for c in children if c.deprel == "nsubj"), None)
    if subject is None or subject.upos != "NOUN" or subject.index in context.actor_at:
        return False
    return subject.lemma.lower() not in _READ_OUT


def _infinitive(verb: int, context: Context) -> bool:
    """Whether the clause is an aim ("to greet him"), also as the second of two ("to see him and thank him")."""
    token, children = context.tokens[verb], context.children(verb)
    if token.xpos != "VB" or any(c.deprel.startswith(("aux", "nsubj")) for c in children):
        return False
    relation = token.deprel.split(":")[0]
    if relation == "conj":
        return _infinitive(token.head, context)
    marked = any(c.text.lower() == "to" and c.deprel == "mark" for c in children)
    return marked and relation in ("advcl", "acl", "ccomp", "csubj", "obl")


def _finite(draft: Draft, context: Context) -> bool:
    """Whether the clause has a verb in a tense of its own, or shares that of the clause it is joined to."""
    token, children = context.tokens[draft.trigger.clause], context.children(draft.trigger.clause)
    own = token.xpos in ("VBD", "VBZ", "VBP") or any(c.deprel.startswith("aux") for c in children)
    subject = any(c.deprel.startswith("nsubj") for c in children)
    shared = draft.sentence.kind == "body" and token.deprel.split(":")[0] in ("conj", "xcomp", "acl") and token.xpos in ("VBD", "VBN", "VB")
    return (own and (subject or token.deprel == "conj")) or shared


def _noun_told(draft: Draft, context: Context, *, dated: bool, placed: bool) -> bool:
    trigger = draft.trigger
    if trigger.clause != trigger.head:
        return True
    children = context.children(trigger.head)
    determined = any(c.deprel in ("det", "nmod:poss", "nummod") for c in children)
    if trigger.lemma in _MASS and not (determined and (dated or placed)):
        return False
    if draft.sentence.kind != "body":
        return placed or dated or bool(draft.arguments.agents)
    return determined or dated
