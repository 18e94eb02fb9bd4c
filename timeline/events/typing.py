"""Which type an event is, when its object, its subject or the matter of the text decides.

A storm strikes, a union strikes; one wins a race or an election; armies beat armies where teams beat teams; crowds storm in protest.
"""

from functools import cached_property

from timeline.events.context import Context
from timeline.events.learned import Learned
from timeline.events.triggers import Trigger

_TYPE_OF_NONE, _TYPE_SURE = 0.4, 0.8
_FITS = frozenset({"heart", "panic", "asthma", "anxiety"})
_ILL = frozenset({"ill", "sick", "unwell"})
_A_FEW = 3
_GAMES = frozenset("beat defeat win lose draw play score host thrash rout edge overcome".split())
_OF_SPORT = frozenset(
    "team match league goal coach player club season cup tournament stadium champion championship final game race runner athlete marathon "
    "olympics medal striker goalkeeper fixture trophy football soccer cricket tennis rugby basketball baseball golf".split()
)
_OF_WAR = frozenset(
    "army battle troop siege war legion soldier cavalry general fleet regiment rebel militia enemy invasion artillery offensive guerrilla "
    "fighter commander infantry".split()
)
_CROWDS = frozenset("crowd protester demonstrator marcher mob rioter striker activist".split())
_IN_PROTEST = frozenset("storm march set block clash rally gather occupy torch burn chant throw stream surround invade".split())
_SENT = frozenset("troop soldier officer police peacekeeper contingent policeman gendarme marine battalion".split())
_ARRIVE = frozenset({"arrive", "land", "reach"})
_INTRANSITIVE = {"sink": "accident", "fall": "travel", "hit": "attack", "drown": "death", "burn": "disaster"}


class Matter:
    """What the text is about, as far as its words tell games from wars."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def _counts(self) -> tuple[int, int]:
        lemmas = [t.lemma.lower() for t in self._context.tokens if t.upos in ("NOUN", "PROPN")]
        return sum(lemma in _OF_SPORT for lemma in lemmas), sum(lemma in _OF_WAR for lemma in lemmas)

    def game(self, lemma: str, kind: str) -> str:
        """The type of a word that tells a game or a fight."""
        sport, war = self._counts
        if war > sport:
            return "attack" if lemma in ("beat", "defeat", "rout", "overcome", "thrash") else "other"
        return kind if sport >= _A_FEW else "other"


def type_of(trigger: Trigger, context: Context, *, matter: Matter, learned: Learned) -> str:
    """The type by grammar and lexicon, or the model's where they know none, or where it is sure of another."""
    kind = refine(trigger, context, matter)
    best, chance = next(iter(learned.types(trigger)), ("other", 0.0))
    return best if chance >= (_TYPE_OF_NONE if kind == "other" else _TYPE_SURE) else kind


def refine(trigger: Trigger, context: Context, matter: Matter) -> str:
    """The trigger's type in the light of its object, subject, complement and of the matter of the text."""
    kind = _by_words(trigger, context)
    lemma = context.tokens[trigger.clause].lemma.lower()
    if trigger.kind == "verb" and kind == "sport" and lemma in _GAMES:
        return matter.game(lemma, kind)
    subjects = {c.lemma.lower() for c in context.children(trigger.clause) if c.deprel == "nsubj"}
    if kind in ("attack", "travel", "other") and lemma in _IN_PROTEST and subjects & _CROWDS:
        return "protest"
    if kind == "travel" and lemma in _ARRIVE and subjects & _SENT:
        return "deployment"
    return kind


def _by_words(trigger: Trigger, context: Context) -> str:
    if trigger.lemma == "attack" and context.tokens[max(0, trigger.head - 1)].lemma.lower() in _FITS:
        return "health"
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
