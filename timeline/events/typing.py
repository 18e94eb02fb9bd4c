"""Which type an event is, when its object, its subject or the matter of the text decides.

A storm strikes, a union strikes; one wins a race or an election; armies beat armies where teams beat teams; crowds storm in protest.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from timeline.events.context import Context
from timeline.events.learned import Learned
from timeline.events.triggers import Trigger
from timeline.records import Token

Source = Literal["none", "vague", "word", "pair"]
_YIELDS: dict[Source, float] = {"none": 0.3, "vague": 0.5, "word": 0.75, "pair": 0.9}
"""From which chance of the model's likeliest type that one is taken, by what the lexicon's own rests on."""
_ILL = frozenset({"ill", "sick", "unwell"})
_CAUSED = frozenset({"injure", "wound", "hurt", "destroy", "damage"})
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
_CROWDS = frozenset("crowd protester demonstrator marcher mob rioter striker activist supporter student farmer trucker docker".split())
_IN_PROTEST = frozenset("storm march set block clash rally gather occupy torch burn chant throw stream surround invade".split())
_SENT = frozenset("troop soldier officer police peacekeeper contingent policeman gendarme marine battalion".split())
_ARRIVE = frozenset({"arrive", "land", "reach"})
_INTRANSITIVE = {"sink": "accident", "fall": "travel", "hit": "attack", "drown": "death", "burn": "disaster"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A type and what it rests on: nothing ("other"), a verb of many senses, a word, or a verb with its subject, object or complement."""

    type: str
    source: Source


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
    """The type by grammar and lexicon, or the model's where they know none, or where it is surer of another than they are."""
    told = reading(trigger, context, matter)
    best, chance = next(iter(learned.types(trigger)), ("other", 0.0))
    return best if chance >= _YIELDS[told.source] else told.type


def reading(trigger: Trigger, context: Context, matter: Matter) -> Reading:
    """The trigger's type in the light of its object, subject, complement and of the matter of the text."""
    told = _by_words(trigger, context)
    lemma = context.tokens[trigger.clause].lemma.lower()
    if trigger.kind == "verb" and told.type == "sport" and lemma in _GAMES:
        return _reading(matter.game(lemma, told.type), told.source)
    subjects = {c.lemma.lower() for c in context.children(trigger.clause) if c.deprel == "nsubj"}
    if told.type in ("attack", "travel", "closure", "sanction", "other") and lemma in _IN_PROTEST and subjects & _CROWDS:
        return _reading("protest", "pair")
    if told.type == "travel" and lemma in _ARRIVE and subjects & _SENT:
        return _reading("deployment", "pair")
    return told


def _reading(kind: str, source: Source) -> Reading:
    return Reading(type=kind, source="none" if kind == "other" else source)


def _by_words(trigger: Trigger, context: Context) -> Reading:
    if trigger.kind == "noun" and (kind := _by_modifier(trigger, context)):
        return _reading(kind, "pair")
    if trigger.kind == "noun" and trigger.clause == trigger.head:
        return _by_itself(trigger, context)
    children = context.children(trigger.clause)
    if any(c.text.lower() in _ILL for c in children if c.deprel in ("xcomp", "advmod", "acl", "obj")):
        return _reading("health", "pair")
    kind = _by_object(trigger, context, children) or _by_subject(trigger, context, children)
    if kind is None and trigger.kind == "verb":
        kind = _by_pairs("oblique", trigger, context, [c.lemma.lower() for c in children if c.deprel.startswith(("obl", "xcomp"))])
    return _reading(kind, "pair") if kind else _by_itself(trigger, context)


def _by_modifier(trigger: Trigger, context: Context) -> str | None:
    """The type of a noun with the words before it ("hunger strike")."""
    before = [c for c in context.children(trigger.head) if c.index < trigger.head and c.deprel.startswith(("compound", "amod", "nmod"))]
    words = [*before, *context.tokens[max(0, trigger.head - 1) : trigger.head]]
    return next((kind for word in words if (kind := context.lexicon.pair("modifier", trigger.lemma, word.lemma.lower()))), None)


def _by_itself(trigger: Trigger, context: Context) -> Reading:
    """The type of the word alone; a hurt or a loss is the kind of event that its sentence says has caused it."""
    if trigger.lemma in _CAUSED and (cause := _cause(trigger, context)):
        return _reading(cause, "word")
    if trigger.kind == "noun":
        return _reading(trigger.type if trigger.type != "other" else context.lexicon.senses.get(trigger.lemma, "other"), "word")
    return _reading(trigger.type, "vague" if context.lexicon.within("vague", trigger.lemma, trigger.particle) else "word")


def _cause(trigger: Trigger, context: Context) -> str | None:
    """The first disaster, accident or attack that the sentence names by a noun, unless it is an attack."""
    sentence = context.parsed.sentences[context.tokens[trigger.head].sentence]
    nouns = [t.lemma.lower() for t in context.tokens[sentence.first : sentence.last] if t.upos == "NOUN"]
    kinds = (context.lexicon.noun_type(noun) for noun in nouns)
    found = next((kind for kind in kinds if kind in ("disaster", "accident", "attack")), None)
    return found if found != "attack" else None


def _by_object(trigger: Trigger, context: Context, children: list[Token]) -> str | None:
    objects = [c for c in children if c.deprel in ("obj", "nsubj:pass", "xcomp", "obl:obj") or c.index == trigger.head != trigger.clause]
    return _by_pairs("object", trigger, context, [c.lemma.lower() for c in objects])


def _by_pairs(role: str, trigger: Trigger, context: Context, words: list[str]) -> str | None:
    """The type that the verb, with its particle or alone, tells with the first of the words that it tells one with."""
    verb, pair = context.tokens[trigger.clause].lemma.lower(), context.lexicon.pair
    for word in words:
        found = (trigger.particle and pair(role, f"{verb}_{trigger.particle}", word)) or pair(role, verb, word)
        if found and (trigger.kind == "verb" or found != "other"):
            return found
    return None


def _by_subject(trigger: Trigger, context: Context, children: list[Token]) -> str | None:
    lemma = context.tokens[trigger.clause].lemma.lower()
    passive = any(c.deprel == "nsubj:pass" for c in children)
    for child in children:
        if not child.deprel.startswith("nsubj"):
            continue
        words = [child.lemma.lower(), *(["hurricane"] if _is_storm(child.index, context) else [])]
        found = next((kind for word in words if (kind := _by_pairs("subject", trigger, context, [word]))), None)
        if found and not (passive and found == "disaster") and (trigger.kind == "verb" or found == "disaster"):
            return found
        if trigger.kind == "verb" and not passive and not any(c.deprel == "obj" for c in children) and lemma in _INTRANSITIVE:
            return _INTRANSITIVE[lemma] if not (lemma == "fall" and child.index in context.place_at) else "attack"
    return None


def _is_storm(index: int, context: Context) -> bool:
    """Whether a bare name was told as a storm's ("Hurricane Ian", then "Ian")."""
    name = context.tokens[index].text
    return name[:1].isupper() and name in context.storms
