"""Whether an event happened, goes on, is planned, is possible or did not take place, and the words that say so.

Status is read along the chain from the trigger up: its own negation and auxiliaries first (`timeline.events.clauses`), then each verb, noun
or clause mark that governs it (after Saurí & Pustejovsky 2012, "Are you sure that this event happened?", in a small, rule-based form).
Where no word decides, the model's event heads are asked, and believed when they are sure.
"""

from timeline.events.clauses import ClauseReader
from timeline.events.lexicon import EventLexicon
from timeline.events.statuswords import Factuality, negated, status_words
from timeline.events.triggers import Trigger, particle_of
from timeline.language.tree import Tree
from timeline.records import Parsed, Status, Token

__all__ = ["Factuality", "FactualityReader"]

SURE_UNREAL, SURE_DENIED = 0.9, 0.95
"""From which chance on the model is believed where no word decides; chosen by cross-validation with bench/factuality.py."""
_HIGHEST = 12
"""How many words up the chain of governors are asked."""
_HAPPENED = Factuality(status="happened", why="told as a fact")
_UNREAL = ("planned", "possible")
_CARRIERS = frozenset("include begin start hold continue lead attend join host stage see make conduct".split())
_INDEFINITE = frozenset({"a", "an", "any", "another", "more", "further", "some"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only", "latest", "youngest", "oldest"})
_WHILE = frozenset({"when", "before", "after", "until", "once", "as", "till", "while"})
_EARLIER = frozenset("for after following since over because due despite amid from under".split())
_PERCEPTION = frozenset({"see", "watch", "hear", "feel", "notice"})
_PERIODS = frozenset({"week", "month", "year", "weekend", "season", "summer", "spring", "autumn", "winter", "day"})


class FactualityReader:
    """Reads the status of triggers of one parsed document."""

    def __init__(self, parsed: Parsed, tree: Tree, lexicon: EventLexicon) -> None:
        self.parsed, self.tree, self.lexicon, self.tokens = parsed, tree, lexicon, parsed.tokens
        self.clauses, self.words = ClauseReader(tree, lexicon), status_words()
        self._heads = {signal.token: signal.factuality for signal in parsed.signals}
        self._steps = 0

    def read(self, trigger: Trigger) -> Factuality:
        """The status of one trigger."""
        told = self._read(trigger)
        if told is None and not (trigger.kind == "verb" and self._firm(trigger.clause)):
            told = self._learned(trigger)
        return told or _HAPPENED

    def _firm(self, verb: int) -> bool:
        """Whether the clause has a tense, or completes a verb that has one ("managed to land", "had to turn back")."""
        token = self.tokens[verb]
        return self.clauses.finite(verb) or (token.deprel == "xcomp" and token.head != verb and self.clauses.finite(token.head))

    def _read(self, trigger: Trigger) -> Factuality | None:
        head = self.tokens[trigger.head]
        if head.deprel.split(":")[0] in ("cop", "aux") and head.head != head.index:
            return self._verb(head.head)
        predicate = any(c.deprel.split(":")[0] in ("cop", "aux") for c in self._children(trigger.head)) or self.clauses.infinitive(
            trigger.head
        )
        if trigger.kind == "verb" or predicate:
            return self._verb(trigger.clause)
        own = self._described(trigger.head)
        cancelled = self.lexicon.within("cancelling", self.tokens[trigger.clause].lemma.lower(), self._particle(trigger.clause))
        alone = trigger.clause == trigger.head or cancelled
        above = self._governed_noun(trigger.head) if alone else self._carried(trigger.clause)
        return above if own is None or (above and above.status == "denied") else own

    def _carried(self, verb: int) -> Factuality | None:
        """What the verb that only says that a noun's event takes place says of it."""
        token = self.tokens[verb]
        if token.lemma.lower() in ("begin", "start") and token.xpos == "VBN" and self._perfect(verb) and self.clauses.read(verb) is None:
            return Factuality(status="ongoing", why=f"told as having “{token.text}”")
        return self._verb(verb)

    def _learned(self, trigger: Trigger) -> Factuality | None:
        """What the model says at the trigger, where it is sure of something else than a fact."""
        chances = next((self._heads[i] for i in (trigger.first, trigger.head, trigger.clause) if i in self._heads), None)
        if chances is None:
            return None
        told = dict(chances)
        if told["denied"] >= SURE_DENIED:
            return Factuality(status="denied", why="the model takes it for denied")
        if told["planned"] + told["possible"] < SURE_UNREAL:
            return None
        status: Status = "planned" if told["planned"] >= told["possible"] else "possible"
        return Factuality(status=status, why=f"the model takes it for {status}")

    def _children(self, index: int) -> list[Token]:
        return self.clauses.children(index)

    def _particle(self, verb: int) -> str | None:
        return particle_of(self.tree, self.tokens, verb)

    def _described(self, noun: int) -> Factuality | None:
        """What the noun's own words say: "the planned visit", "no talks", "a trip that was called off", "next week's summit"."""
        for child in self._children(noun):
            word = child.text.lower()
            if child.deprel in ("amod", "acl", "acl:relcl", "compound") and (status := self.words.status("adjective", word)):
                return Factuality(status=status, why=f"called “{child.text}”")
            if child.deprel == "det" and word in ("no", "neither"):
                return negated(child.text)
            if child.deprel == "nmod:poss" and self._to_come(child):
                return Factuality(status="planned", why=f"told as of “{child.text}” to come")
            if child.deprel.startswith("acl") and child.upos == "VERB":
                particle = self._particle(child.index)
                if self.lexicon.within("cancelling", child.lemma.lower(), particle) and child.xpos == "VBN":
                    return Factuality(status="denied", why=f"the text has it “{child.text}”")
                passive = any(c.lemma.lower() == "be" and c.deprel.startswith("aux") for c in self._children(child.index))
                if passive and self.clauses.infinitive(child.index):
                    return self.clauses.read(child.index) or Factuality(status="planned", why=f"“to be {child.text}”")
        return None

    def _to_come(self, owner: Token) -> bool:
        next_one = any(c.text.lower() in ("next", "coming") for c in self._children(owner.index))
        return owner.text.lower() == "tomorrow" or (owner.lemma.lower() in _PERIODS and next_one)

    def _governed_noun(self, noun: int) -> Factuality | None:
        """A noun on its own takes its status from the verb or noun that governs it, where that word decides about it."""
        token = self.tokens[noun]
        governor = self.tokens[token.head]
        if governor.index == token.index:
            return None
        if token.deprel == "conj":
            first = self.tree.first_conjunct(noun)
            return (self._described(first) or self._governed_noun(first)) if self.tokens[first].deprel != "conj" else None
        lemma = governor.lemma.lower()
        if governor.upos in ("NOUN", "PROPN") and token.deprel.startswith(("nmod", "compound")):
            status = self.words.status("noun", lemma)
            loose = token.deprel == "compound" and lemma in ("effort", "talk", "date", "right", "order", "concern", "offer", "warning")
            return Factuality(status=status, why=f"told as a {governor.text}") if status and not loose else None
        if token.deprel.startswith("nsubj") and governor.upos in ("ADJ", "ADV", "VERB"):
            if governor.upos != "VERB" and (status := self.words.status("adjective", governor.text.lower())):
                return self._unless_negated(governor, Factuality(status=status, why=f"said to be “{governor.text}”"))
            if governor.upos != "VERB" and self.clauses.infinitive(governor.index):
                return self.clauses.read(governor.index)
            if self.lexicon.within("occurring", lemma, self._particle(governor.index)) and token.deprel == "nsubj":
                return self._carried(governor.index)
            if self.words.status("infinitive", governor.text.lower()) == "planned" and self.tree.child(governor.index, "xcomp") is not None:
                return self._unless_negated(governor, Factuality(status="planned", why=f"the text says “{governor.text}”"))
        return self._argument(token, governor) if governor.upos == "VERB" else None

    def _perfect(self, verb: int) -> bool:
        return any(c.lemma.lower() == "have" and c.xpos in ("VBZ", "VBP") for c in self._children(verb))

    def _argument(self, token: Token, verb: Token) -> Factuality | None:
        """A noun as the object or subject of a verb, or behind its preposition."""
        lemma, particle = verb.lemma.lower(), self._particle(verb.index)
        if token.deprel in ("obj", "nsubj:pass", "xcomp"):
            if self.lexicon.within("cancelling", lemma, particle):
                return self._unless_negated(verb, Factuality(status="denied", why=f"the text has it “{verb.text}”"))
            status = self.words.status("object", lemma, particle)
            lasting = status == "denied" and any(self.clauses.marked(c.index, "by", "for") for c in self._children(verb.index))
            if status and not lasting:
                return self._unless_negated(verb, Factuality(status=status, why=f"the text says “{verb.text}”"))
        phrase = self.words.status("object", f"{lemma}_{self._preposition(token.index)}") if token.deprel == "obl" else None
        if phrase:
            return self._unless_negated(verb, Factuality(status=phrase, why=f"the text says “{verb.text}”"))
        above = self._verb(verb.index)
        if lemma in ("include", "feature") and above is None and self._on_an_agenda(verb.index):
            return Factuality(status="planned", why="told as part of a plan")
        if above is None or above.status == "happened":
            return None
        indefinite = not any(c.deprel in ("det", "nmod:poss") and c.text.lower() not in _INDEFINITE for c in self._children(token.index))
        if lemma in _CARRIERS and token.deprel in ("obj", "nsubj:pass", "xcomp"):
            return above
        beside = token.deprel.startswith("obl") and self._preposition(token.index) not in _EARLIER
        if above.status in _UNREAL and (beside or (indefinite and token.deprel in ("obj", "nsubj", "nsubj:pass"))):
            return above
        return None

    def _preposition(self, noun: int) -> str:
        return next((c.text.lower() for c in self._children(noun) if c.deprel == "case"), "")

    def _on_an_agenda(self, verb: int) -> bool:
        subject = self.tree.child(verb, "nsubj")
        return subject is not None and self.words.status("agenda", self.tokens[subject].lemma.lower()) is not None

    def _verb(self, verb: int) -> Factuality | None:
        own = self.clauses.read(verb)
        if own and own.status != "happened":
            return own
        return self._above(verb) or own

    def _above(self, verb: int) -> Factuality | None:
        """What governs the clause: "plans to", "failed to", "due to", a purpose, a relative clause of a plan."""
        if self._steps >= _HIGHEST:
            return None
        self._steps += 1
        told = self._governing(verb)
        self._steps -= 1
        return told

    def _governing(self, verb: int) -> Factuality | None:
        token = self.tokens[verb]
        relation = token.deprel.split(":")[0]
        if token.head == verb:
            return None
        governor = self.tokens[token.head]
        infinitive = self.clauses.infinitive(verb)
        if relation == "conj":
            return self._joined(verb, governor)
        if prevented := self._from(verb, governor):
            return prevented
        if relation in ("xcomp", "ccomp", "csubj") or (relation in ("advcl", "acl", "obl") and infinitive):
            return self._complement(token, governor, relation, infinitive=infinitive)
        if relation in ("advcl", "acl", "obl") and token.xpos == "VBG":
            if relation != "advcl" and (status := self.words.status("noun", governor.lemma.lower())):
                return Factuality(status=status, why=f"told as a {governor.text}")
            return self._unreal(governor.index) if relation == "advcl" and not self.clauses.finite(verb) else None
        if relation == "advcl" and token.xpos in ("VBZ", "VBP") and any(c.text.lower() in _WHILE for c in self._children(verb)):
            return self._unreal(governor.index)
        return None

    def _unreal(self, verb: int) -> Factuality | None:
        above = self._verb(verb)
        return above if above and above.status in _UNREAL else None

    def _joined(self, verb: int, governor: Token) -> Factuality | None:
        """The second of two verbs shares what is said of the first, unless it has a tense of its own."""
        if self.clauses.subject(verb) or governor.upos not in ("VERB", "ADJ", "NOUN", "AUX"):
            return None
        if self.clauses.finite(verb):
            if condition := self.clauses.condition(governor.index):
                return condition
            return self._above(governor.index) if not self.clauses.infinitive(governor.index) else None
        return self._verb(governor.index)

    def _from(self, verb: int, governor: Token) -> Factuality | None:
        """ "prevented them from entering"."""
        if self.clauses.marked(verb, "from") and self.words.status("from", governor.lemma.lower()):
            return self._unless_negated(governor, Factuality(status="denied", why=f"“{governor.text} from” says that it did not happen"))
        return None

    def _complement(self, token: Token, governor: Token, relation: str, *, infinitive: bool) -> Factuality | None:
        described = governor.text.lower()
        particle = self._particle(governor.index)
        status = self.words.status("infinitive", described) if infinitive and particle is None else None
        if status and governor.upos in ("ADJ", "VERB", "ADV"):
            return self._arrangement(token, governor, status)
        if infinitive and governor.upos in ("ADJ", "ADV") and any(c.text.lower() == "too" for c in self._children(governor.index)):
            return Factuality(status="denied", why=f"“too {governor.text} to” says that it did not happen")
        if governor.upos in ("NOUN", "PROPN") and (infinitive or relation == "acl"):
            return self._of_noun(governor)
        if governor.upos == "VERB" and (told := self._governed(token, governor, relation, infinitive=infinitive)):
            return told
        if not infinitive and governor.lemma.lower() in _PERCEPTION and self.clauses.infinitive(governor.index):
            return None
        if relation == "xcomp":
            return self._verb(governor.index)
        if relation in ("advcl", "acl", "obl") and infinitive:
            return self._purpose(token, governor)
        return None

    def _arrangement(self, token: Token, governor: Token, status: Status) -> Factuality:
        perfect = any(c.lemma.lower() == "have" and c.deprel.startswith("aux") for c in self._children(token.index))
        if status == "planned" and (perfect or self._past_perfect(governor.index)):
            return Factuality(status="denied", why=f"“{governor.text} to have” tells what did not happen")
        return self._unless_negated(governor, Factuality(status=status, why=f"“{governor.text} to” tells what is arranged"))

    def _past_perfect(self, verb: int) -> bool:
        return any(c.text.lower() == "had" and c.deprel.startswith("aux") for c in self._children(verb))

    def _of_noun(self, governor: Token) -> Factuality | None:
        """ "a plan to visit", "the first man to run"; other nouns tell an aim."""
        children = self._children(governor.index)
        if any(c.text.lower() in _ORDINALS for c in (governor, *children) if c is governor or c.deprel in ("amod", "nmod:poss")):
            return self._unreal_clause(governor)
        if any(c.text.lower() in ("no", "little") and c.deprel in ("det", "amod") for c in children):
            return negated("no")
        status = self.words.status("noun", governor.lemma.lower()) or "planned"
        return Factuality(status=status, why=f"told as the aim of “{governor.text}”")

    def _unreal_clause(self, noun: Token) -> Factuality | None:
        above = self.tokens[self.tree.clause(noun.index)]
        return self._unreal(above.index) if above.upos == "VERB" or above.index == noun.index else None

    def _governed(self, token: Token, governor: Token, relation: str, *, infinitive: bool) -> Factuality | None:
        """What a verb says of the clause that completes it, or None where it passes on what is said of itself."""
        lemma, particle, lexicon = governor.lemma.lower(), self._particle(governor.index), self.lexicon
        gerund = token.xpos == "VBG" and not self.clauses.finite(token.index)
        if lemma == "have" and infinitive and governor.xpos in ("VBZ", "VBP"):
            return self._unless_negated(governor, Factuality(status="planned", why=f"“{governor.text} to” tells what must come"))
        perfect = any(c.lemma.lower() == "have" for c in self._children(token.index) if c.deprel.startswith("aux"))
        if infinitive and not perfect and governor.xpos == "VBN" and self.words.status("opinion", lemma):
            return Factuality(status="possible", why=f"the text says “{governor.text}”")
        if relation in ("xcomp", "ccomp", "advcl") and gerund and (status := self.words.status("gerund", lemma, particle)):
            return self._unless_negated(governor, Factuality(status=status, why=f"the text says “{governor.text}”"))
        if relation == "ccomp" and not infinitive and not gerund:
            bare = token.xpos in ("VB", "VBP") and not any(c.deprel.startswith(("aux", "cop")) for c in self._children(token.index))
            if bare and self.words.status("subjunctive", lemma):
                return Factuality(status="planned", why=f"the text says “{governor.text}”")
            told = self.words.status("clause", lemma)
            return self._unless_negated(governor, Factuality(status=told, why=f"the text says “{governor.text}”")) if told else None
        if relation not in ("xcomp", "ccomp"):
            return None
        if infinitive and lexicon.within("failing", lemma, particle):
            return self._unless_negated(governor, Factuality(status="denied", why=f"“{governor.text}” says that it did not happen"))
        if lemma == "like" and self.words.status("performative", token.lemma.lower()):
            return _HAPPENED
        if infinitive and (lexicon.within("planning", lemma) or lexicon.within("hoping", lemma)):
            if self._past_perfect(governor.index) and lemma in ("hope", "plan", "intend", "mean", "want", "wish", "expect"):
                return Factuality(status="denied", why=f"“had {governor.text}” tells what did not happen")
            status = "planned" if lexicon.within("planning", lemma) else "possible"
            return self._unless_negated(governor, Factuality(status=status, why=f"the text says “{governor.text}”"))
        return None

    def _purpose(self, token: Token, governor: Token) -> Factuality | None:
        """What is told as an aim; "rose to become" and "only to find" tell what came of it."""
        above = self._verb(governor.index)
        if above and above.status != "happened":
            return above
        outcome = token.lemma.lower() == "become" or any(c.text.lower() == "only" for c in self._children(token.index))
        return None if outcome else Factuality(status="planned", why=f"told as the purpose of “{governor.text}”")

    def _unless_negated(self, governor: Token, told: Factuality) -> Factuality:
        """ "was not due to" is denied; "did not fail to" happened."""
        no = self.clauses.negation(governor.index)
        if no is None:
            return told
        if told.status == "denied":
            return Factuality(status="happened", why=f"“{no.text} {governor.text}” says that it happened")
        return negated(f"{no.text} … {governor.text}")
