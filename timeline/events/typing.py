"""Which type an event is, when its object or subject decides: a storm strikes, a union strikes; one wins a race or an election."""

from timeline.events.context import Context
from timeline.events.triggers import Trigger

_ILL = frozenset({"ill", "sick", "unwell"})
_INTRANSITIVE = {"sink": "accident", "fall": "travel", "hit": "attack", "drown": "death", "burn": "disaster"}


def refine(trigger: Trigger, context: Context) -> str:
    """The trigger's type in the light of its object, subject and complement."""
    if trigger.kind == "noun" and trigger.clause == trigger.head:
        return trigger.type
    verb = context.tokens[trigger.clause]
    lemma, lexicon = verb.lemma.lower(), context.lexicon
    children = context.children(verb.index)
    objects = [c for c in children if c.deprel in ("obj", "nsubj:pass", "xcomp", "obl:obj") or c.index == trigger.head != verb.index]
    for child in objects:
        word = child.lemma.lower()
        found = lexicon.pair("object", lemma, word)
        if found and (trigger.kind == "verb" or found != "other"):
            return found
    if any(c.text.lower() in _ILL for c in children if c.deprel in ("xcomp", "advmod", "acl", "obj")):
        return "health"
    passive = any(c.deprel == "nsubj:pass" for c in children)
    for child in children:
        if child.deprel.startswith("nsubj"):
            words = [child.lemma.lower(), *(["hurricane"] if _is_storm(child.index, context) else [])]
            for word in words:
                found = lexicon.pair("subject", lemma, word)
                if found and not (passive and found == "disaster") and (trigger.kind == "verb" or found == "disaster"):
                    return found
            if trigger.kind == "noun":
                continue
            if not passive and child.deprel == "nsubj" and not any(c.deprel == "obj" for c in children) and lemma in _INTRANSITIVE:
                return _INTRANSITIVE[lemma] if not (lemma == "fall" and child.index in context.place_at) else "attack"
    return trigger.type


def _is_storm(index: int, context: Context) -> bool:
    """Whether a bare name was told as a storm's ("Hurricane Ian", then "Ian")."""
    name = context.tokens[index].text
    return name[:1].isupper() and name in context.storms
