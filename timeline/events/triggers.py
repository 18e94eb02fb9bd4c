"""Which words of a document tell an event: verbs, eventive nouns, and light verbs with their noun ("held talks")."""

from dataclasses import dataclass
from typing import Literal

from timeline.actors.nouns import actor_kind
from timeline.events.lexicon import EventLexicon
from timeline.language.tree import Tree
from timeline.records import Parsed, Token

_SPECIFIC = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "a", "an", "another", "both"})
_FIXED = {
    "take": frozenset({"place", "effect", "shape"}),
    "come": frozenset({"force", "effect", "end"}),
    "go": frozenset({"effect"}),
    "enter": frozenset({"force"}),
    "get": frozenset({"underway", "way"}),
}
_VOUCHED = 0.9
"""The chance of a story's event from which a word is a trigger that grammar and lexicon do not make one."""
_OBJECTS = ("obj", "nsubj:pass")
_PARTICLES = frozenset("out off up down in over back away through home ashore aground apart together ahead on across around".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that tell an event. `head` is the token the event hangs on in the tree; `first` up to `last` the words themselves.

    `clause` is the verb whose arguments are the event's too (the light or occurring verb of a noun), else `head`.
    """

    head: int
    clause: int
    first: int
    last: int
    kind: Literal["verb", "noun"]
    lemma: str
    particle: str | None
    type: str


def particle_of(tree: Tree, tokens: tuple[Token, ...], verb: int) -> str | None:
    """The particle of a phrasal verb ("set off"), lower case, or None."""
    for child in tree.children(verb):
        token = tokens[child]
        if token.deprel == "compound:prt" or (token.deprel == "advmod" and child == verb + 1 and token.text.lower() in _PARTICLES):
            return token.text.lower()
    return None


class TriggerFinder:
    """Finds the triggers of one parsed document."""

    def __init__(self, parsed: Parsed, tree: Tree, lexicon: EventLexicon) -> None:
        self.parsed, self.tree, self.lexicon, self.tokens = parsed, tree, lexicon, parsed.tokens
        self.vouched = {signal.token for signal in parsed.signals if signal.story >= _VOUCHED}
        self.inside_name = {i for n in parsed.names if n.label in ("PERSON", "PLACE", "ORG") for i in range(n.first, n.last)}
        self.inside_name |= {i for n in parsed.names if n.label == "DATE" for i in range(n.first, n.last) if self.tokens[i].upos == "PROPN"}

    def find(self) -> tuple[Trigger, ...]:
        """All triggers in the order of the text; no word belongs to two."""
        taken: set[int] = set()
        found: list[Trigger] = []
        for token in self.tokens:
            trigger = None
            if token.index in taken:
                continue
            if token.upos == "VERB":
                trigger = self._verb(token)
            elif token.upos in ("NOUN", "PROPN"):
                trigger = self._noun(token)
            if trigger:
                taken.update((trigger.head, trigger.clause))
                found.append(trigger)
        words = {i for t in found for i in (t.head, t.clause, *range(t.first, t.last))}
        found += [self._learned(self.tokens[i]) for i in sorted(self.vouched - words) if self._may_tell(self.tokens[i])]
        return tuple(sorted(found, key=lambda t: (t.first, t.last)))

    def _may_tell(self, token: Token) -> bool:
        """Whether a word that only the model takes for an event may be one: a verb that is no helper, or a noun in no name."""
        if token.upos == "VERB":
            return token.deprel.split(":")[0] not in ("aux", "cop", "case", "mark", "fixed") and not self._habit(token)
        return token.upos in ("NOUN", "PROPN") and token.index not in self.inside_name and token.deprel not in ("flat", "fixed")

    def _learned(self, token: Token) -> Trigger:
        """A trigger on the model's word alone."""
        lemma, verb = token.lemma.lower(), token.upos == "VERB"
        particle = particle_of(self.tree, self.tokens, token.index) if verb else None
        known = self.lexicon.verb_type(lemma, particle) if verb else self.lexicon.noun_type(lemma)
        follows = particle and token.index + 1 < len(self.tokens) and self.tokens[token.index + 1].text.lower() == particle
        return Trigger(
            head=token.index, clause=token.index, first=token.index, last=token.index + 1 + bool(follows),
            kind="verb" if verb else "noun", lemma=lemma, particle=particle, type=known or "other",
        )  # fmt: skip

    def _verb(self, token: Token) -> Trigger | None:
        lexicon, lemma = self.lexicon, token.lemma.lower()
        particle = particle_of(self.tree, self.tokens, token.index)
        if not token.xpos.startswith("VB") or token.deprel.split(":")[0] in ("amod", "aux", "cop", "case", "mark", "fixed", "compound"):
            return None
        if lexicon.within("light", lemma, particle) and (noun := self._light_object(token)) is not None:
            return self._light(token, noun)
        particle = particle or self._place_taken(token)
        if lexicon.within("occurring", lemma, particle) and self._eventive_subject(token):
            return None
        if self._carries_another(token, lemma):
            return None
        kind = self._verb_type(token, lemma, particle)
        if kind is None or not self._told(token, kind):
            return None
        last = token.index + 1
        if particle and last < len(self.tokens) and self.tokens[last].text.lower() == particle:
            last += 1
        return Trigger(
            head=token.index, clause=token.index, first=token.index, last=last, kind="verb", lemma=lemma, particle=particle, type=kind
        )

    def _place_taken(self, token: Token) -> str | None:
        """ "take place", "take effect", "come into force" are one verb, with their noun in the part of a particle."""
        nouns = _FIXED.get(token.lemma.lower())
        return (
            next((word for c in self.tree.children(token.index) if (word := self.tokens[c].text.lower()) in nouns), None) if nouns else None
        )

    def _verb_type(self, token: Token, lemma: str, particle: str | None) -> str | None:
        lexicon = self.lexicon
        if lemma == "become" and any(
            actor_kind(self.tokens[c].lemma.lower(), plural=False) == "role" for c in self.tree.children(token.index) if c > token.index
        ):
            return "appointment"
        if particle == "place":
            return "other"
        if particle and lexicon.verbs.get(f"{lemma}_{particle}"):
            return lexicon.verbs[f"{lemma}_{particle}"]
        if lexicon.within("stative", lemma):
            return None
        return lexicon.verb_type(lemma, particle) or "other"

    def _carries_another(self, token: Token, lemma: str) -> bool:
        """Whether the verb only says how its complement stands ("plans to visit", "began to sink", "failed to meet")."""
        lexicon = self.lexicon
        open_complement = any(self.tokens[c].deprel == "xcomp" and self.tokens[c].upos == "VERB" for c in self.tree.children(token.index))
        if not open_complement:
            return False
        auxiliary = any(lexicon.within(name, lemma) for name in ("planning", "hoping", "failing", "achieving"))
        return auxiliary and lexicon.verb_type(lemma) != "statement"

    def _told(self, token: Token, kind: str) -> bool:
        """Whether the clause tells a happening of the story rather than a habit, a property or an empty aim."""
        if self.parsed.sentences[token.sentence].kind != "body":
            return True
        children = [self.tokens[c] for c in self.tree.children(token.index)]
        auxiliaries = [c for c in children if c.deprel.startswith("aux")]
        if self._habit(token):
            return False
        if kind == "statement":
            return True
        if token.xpos in ("VBZ", "VBP") and not auxiliaries:
            return False
        if any(a.lemma.lower() in ("can", "must", "should") for a in auxiliaries):
            return kind != "other" and self._specific_clause(token)
        return True

    def _habit(self, token: Token) -> bool:
        """Whether an adverb makes the verb a habit ("usually buys")."""
        children = (self.tokens[c] for c in self.tree.children(token.index))
        return any(self.lexicon.within("generic_time", c.lemma.lower()) for c in children if c.deprel == "advmod")

    def _specific_clause(self, token: Token) -> bool:
        inside = self.tree.subtree(token.index)
        return any(self.tokens[i].upos == "PROPN" for i in inside)

    def _light_object(self, token: Token) -> int | None:
        for child in self.tree.children(token.index):
            noun = self.tokens[child]
            if noun.deprel in _OBJECTS and noun.upos == "NOUN" and self._noun_type(noun):
                return child
        return None

    def _light(self, token: Token, noun: int) -> Trigger:
        """The verb with its noun where they stand close ("held talks"), else the verb alone; with the verb's arguments."""
        lemma = self.tokens[noun].lemma.lower()
        kind = self.lexicon.noun_type(lemma) or "other"
        near = 0 < noun - token.index <= 2 and not self.lexicon.within("telling", token.lemma.lower())
        first, last = token.index, noun + 1 if near else token.index + 1
        return Trigger(head=noun, clause=token.index, first=first, last=last, kind="noun", lemma=lemma, particle=None, type=kind)

    def _eventive_subject(self, token: Token) -> bool:
        """Whether the verb only says that a noun's event took place: "talks opened", "the summit that was held"."""
        nouns = [self.tokens[c] for c in self.tree.children(token.index) if self.tokens[c].deprel.startswith("nsubj")]
        if token.deprel.startswith("acl") and (not nouns or nouns[0].xpos in ("WDT", "WP")):
            nouns = [self.tokens[token.head]]
        return any(n.upos in ("NOUN", "PROPN") and self.lexicon.noun_type(n.lemma.lower()) for n in nouns)

    def _noun(self, token: Token) -> Trigger | None:
        lemma = token.lemma.lower()
        kind = self._noun_type(token)
        if kind is None or token.index in self.inside_name or token.deprel in ("compound", "flat", "nmod:desc", "fixed", "root:cop"):
            return None
        clause = token.index
        governor = self.tokens[token.head]
        particle = particle_of(self.tree, self.tokens, governor.index) or self._place_taken(governor)
        occurs = governor.upos == "VERB" and self.lexicon.within("occurring", governor.lemma.lower(), particle)
        if token.deprel == "nsubj" and not occurs and self.lexicon.pair("subject", governor.lemma.lower(), lemma):
            return None
        if token.deprel in ("nsubj", "nsubj:pass") and occurs:
            clause = governor.index
        elif (relative := self._relative(token)) is not None:
            clause = relative
        elif not self._specific(token):
            return None
        last = clause + 1 if 0 < clause - token.index <= 2 else token.index + 1
        return Trigger(head=token.index, clause=clause, first=token.index, last=last, kind="noun", lemma=lemma, particle=None, type=kind)

    def _relative(self, noun: Token) -> int | None:
        """The verb of a relative clause that says of a noun's event that it was held."""
        for child in self.tree.children(noun.index):
            verb = self.tokens[child]
            particle = particle_of(self.tree, self.tokens, child)
            if verb.deprel.startswith("acl") and verb.upos == "VERB" and self.lexicon.within("occurring", verb.lemma.lower(), particle):
                return child if self._eventive_subject(verb) else None
        return None

    def _specific(self, token: Token) -> bool:
        """Whether a noun tells one happening: told with an article or possessor, a name, a number or a date of its own."""
        heading = self.parsed.sentences[token.sentence].kind != "body"
        children = [self.tokens[c] for c in self.tree.children(token.index)]
        named = any(
            self.tokens[i].upos == "PROPN" or self.tokens[i].xpos == "CD"
            for c in children
            if c.deprel.startswith(("nmod", "compound", "amod"))
            for i in self.tree.subtree(c.index)
        )
        if heading:
            return named
        determined = any(c.text.lower() in _SPECIFIC or c.deprel == "nmod:poss" for c in children)
        return named or (determined and token.xpos == "NN")

    def _noun_type(self, noun: Token) -> str | None:
        """The noun's event type; "talk" is a meeting in the plural only."""
        lemma = noun.lemma.lower()
        return None if lemma == "talk" and noun.text.lower() != "talks" else self.lexicon.noun_type(lemma)
