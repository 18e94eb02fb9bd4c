"""Whether an event happened, goes on, is planned, is possible or did not take place, and the words that say so.

Status is read along the chain from the trigger up: its own negation and auxiliaries first (`timeline.events.clauses`), then each verb, noun
or clause mark that governs it (after Saurí & Pustejovsky 2012, "Are you sure that this event happened?", in a small, rule-based form).
Where no word decides, the model's event heads are asked, and believed when they are sure.
"""

from timeline.events.governing import HAPPENED, UNREAL, GoverningReader
from timeline.events.lexicon import EventLexicon
from timeline.events.statuswords import Factuality, negated, status_words
from timeline.events.triggers import Trigger
from timeline.language.tree import Tree
from timeline.records import Parsed, Status, Token

__all__ = ["Factuality", "FactualityReader"]

SURE_UNREAL, SURE_DENIED = 0.95, 0.95
"""From which chance on the model is believed where no word decides; chosen by cross-validation with bench/factuality.py."""
_CARRIERS = frozenset("include begin start hold continue lead attend join host stage see make conduct play fight".split())
_INDEFINITE = frozenset({"a", "an", "any", "another", "more", "further", "some"})
_EARLIER = frozenset("for after following since over because due despite amid from under".split())
_OBJECTS = ("obj", "nsubj:pass", "nsubj:outer", "xcomp")
_SIGNS = frozenset("sign evidence report indication trace hope chance question word prospect need plan talk record".split())
_LOOSE = frozenset("effort talk date right order concern offer warning".split())
"""Nouns of plans that make none of what stands before them: "peace talks" and "relief efforts" go on."""
_WHERE_AND_WHEN = frozenset({"at", "in", "on", "from", "during", "after", "before"})
_PARTS = frozenset({"round", "day", "part", "phase", "stage", "leg", "half", "session"})
_PERIODS = frozenset({"week", "month", "year", "weekend", "season", "summer", "spring", "autumn", "winter", "day"})


class FactualityReader:
    """Reads the status of triggers of one parsed document."""

    def __init__(self, parsed: Parsed, tree: Tree, lexicon: EventLexicon) -> None:
        self.parsed, self.tree, self.lexicon, self.tokens = parsed, tree, lexicon, parsed.tokens
        self.governing, self.words = GoverningReader(tree, lexicon), status_words()
        self.clauses = self.governing.clauses
        self._heads = {signal.token: signal.factuality for signal in parsed.signals}

    def read(self, trigger: Trigger) -> Factuality:
        """The status of one trigger."""
        told = self._bound(trigger) or self._failed(trigger) or self._read(trigger)
        if told is None and not (trigger.kind == "verb" and self._firm(trigger.clause)):
            told = self._learned(trigger)
        return told or HAPPENED

    def _bound(self, trigger: Trigger) -> Factuality | None:
        """ "bound for Jalalabad" tells where it was to go."""
        following = self.tokens[trigger.head + 1].text.lower() if trigger.head + 1 < len(self.tokens) else ""
        bound = self.tokens[trigger.head].text.lower() == "bound" and following == "for"
        return Factuality(status="planned", why="“bound for” tells where it was to go") if bound else None

    def _failed(self, trigger: Trigger) -> Factuality | None:
        """ "failed to sign", also where the tree has the first verb as an auxiliary of the second."""
        before = self.tokens[max(0, trigger.clause - 2) : trigger.clause]
        failed = [t.text.lower() for t in before] in (["failed", "to"], ["fails", "to"]) and before[0].head == trigger.clause
        return Factuality(status="denied", why=f"“{before[0].text} to” says that it did not happen") if failed else None

    def _firm(self, verb: int) -> bool:
        """Whether the clause has a tense, or completes a verb that has one ("managed to land", "had to turn back")."""
        token = self.tokens[verb]
        return self.clauses.finite(verb) or (token.deprel == "xcomp" and token.head != verb and self.clauses.finite(token.head))

    def _read(self, trigger: Trigger) -> Factuality | None:
        head = self.tokens[trigger.head]
        if head.deprel.split(":")[0] in ("cop", "aux") and head.head != head.index:
            return self.governing.read(head.head)
        predicate = any(c.deprel.split(":")[0] in ("cop", "aux") for c in self._children(trigger.head))
        if trigger.kind == "verb" or predicate or self.clauses.infinitive(trigger.head):
            return self.governing.read(trigger.clause)
        own = self._described(trigger.head)
        cancelled = self.lexicon.within("cancelling", self.tokens[trigger.clause].lemma.lower(), self.governing.particle(trigger.clause))
        alone = trigger.clause == trigger.head or cancelled
        above = self._governed_noun(trigger.head) if alone else self._carried(trigger.clause)
        return above if own is None or (above and above.status == "denied") else own

    def _carried(self, verb: int) -> Factuality | None:
        """What the verb that only says that a noun's event takes place says of it."""
        token = self.tokens[verb]
        if token.lemma.lower() in ("begin", "start") and token.xpos == "VBN" and self._perfect(verb) and self.clauses.read(verb) is None:
            return Factuality(status="ongoing", why=f"told as having “{token.text}”")
        return self.governing.read(verb)

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

    def _described(self, noun: int) -> Factuality | None:
        """What the noun's own words say: "the planned visit", "no talks", "a trip that was called off", "next week's summit"."""
        for child in self._children(noun):
            word = child.text.lower()
            if child.deprel in ("amod", "acl", "acl:relcl", "compound") and (status := self.words.status("adjective", word)):
                return Factuality(status=status, why=f"called “{child.text}”")
            if self._denies(child, noun):
                return negated(child.text)
            if child.deprel == "nmod:poss" and self._to_come(child):
                return Factuality(status="planned", why=f"told as of “{child.text}” to come")
            if child.deprel.startswith("acl") and child.upos == "VERB" and (told := self._clause_of(child)):
                return told
        return None

    def _denies(self, child: Token, noun: int) -> bool:
        """ "no talks", "without a fight", "not a surprise"."""
        word = child.text.lower()
        if child.deprel in ("det", "cc:preconj") and word in ("no", "neither"):
            return True
        if child.deprel == "case" and word in ("without", "instead"):
            return True
        return child.index < noun and child.deprel == "advmod" and word in ("not", "never") and self.tokens[noun].deprel in ("conj", "root")

    def _clause_of(self, verb: Token) -> Factuality | None:
        """ "a trip called off by the mayor", "a trip to be called off"."""
        particle = self.governing.particle(verb.index)
        if self.lexicon.within("cancelling", verb.lemma.lower(), particle) and verb.xpos == "VBN":
            return Factuality(status="denied", why=f"the text has it “{verb.text}”")
        passive = any(c.lemma.lower() == "be" and c.deprel.startswith("aux") for c in self._children(verb.index))
        if passive and self.clauses.infinitive(verb.index):
            return self.clauses.read(verb.index) or Factuality(status="planned", why=f"“to be {verb.text}”")
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
        if governor.upos in ("NOUN", "PROPN") and token.deprel.startswith(("nmod", "compound")):
            return self._of_noun(token, governor)
        if token.deprel.startswith("nsubj") and (told := self._predicated(token, governor)):
            return told
        if token.deprel.startswith("nsubj") and governor.upos == "ADJ" and (told := self._arranged(governor)):
            return told
        return self._argument(token, governor) if governor.upos == "VERB" else None

    def _arranged(self, governor: Token) -> Factuality | None:
        """ "the trial is set to begin"."""
        status = self.words.status("infinitive", governor.text.lower())
        if status is None or not any(c.deprel == "xcomp" for c in self._children(governor.index)):
            return None
        told = Factuality(status=status, why=f"“{governor.text} to” tells what is arranged")
        return self.governing.unless_negated(governor, told)

    def _of_noun(self, token: Token, governor: Token) -> Factuality | None:
        """ "plans for a visit", "no sign of a truce"."""
        lemma = governor.lemma.lower()
        if (
            token.deprel == "nmod"
            and lemma in _SIGNS
            and any(c.deprel == "det" and c.text.lower() == "no" for c in self._children(governor.index))
        ):
            return negated(f"no {governor.text}")
        if token.deprel == "nmod" and (undone := self.governing.undone(governor)):
            return undone
        if lemma in _PARTS and token.deprel == "nmod":
            return self._described(governor.index) or self._governed_noun(governor.index)
        status = self.words.status("noun", lemma)
        loose = token.deprel == "compound" and lemma in _LOOSE
        return Factuality(status=status, why=f"told as a {governor.text}") if status and not loose else None

    def _predicated(self, token: Token, governor: Token) -> Factuality | None:
        """ "a strike is likely", "talks are to open", "the summit will be in May", "the trial is set to begin"."""
        told = None
        if governor.upos != "VERB" and self.clauses.infinitive(governor.index):
            return self.clauses.read(governor.index)
        if governor.upos != "VERB" and self._preposition(governor.index) in _WHERE_AND_WHEN:
            above = self.clauses.read(governor.index)
            return above if above and above.status in UNREAL else None
        if governor.upos != "VERB":
            status = self.words.status("adjective", governor.text.lower())
            told = Factuality(status=status, why=f"said to be “{governor.text}”") if status else None
        elif (
            self.lexicon.within("occurring", governor.lemma.lower(), self.governing.particle(governor.index))
            and token.deprel != "nsubj:pass"
        ):
            return self._carried(governor.index)
        elif self.words.status("infinitive", governor.text.lower()) == "planned" and self.tree.child(governor.index, "xcomp") is not None:
            told = Factuality(status="planned", why=f"the text says “{governor.text}”")
        return self.governing.unless_negated(governor, told) if told else None

    def _perfect(self, verb: int) -> bool:
        return any(c.lemma.lower() == "have" and c.xpos in ("VBZ", "VBP") for c in self._children(verb))

    def _argument(self, token: Token, verb: Token) -> Factuality | None:
        """A noun as the object or subject of a verb, or behind its preposition."""
        if told := self._decided(token, verb):
            return self.governing.unless_negated(verb, told)
        above = self.governing.read(verb.index)
        lemma = verb.lemma.lower()
        if lemma in ("include", "feature") and above is None and self._on_an_agenda(verb.index):
            return Factuality(status="planned", why="told as part of a plan")
        if above is None or above.status == "happened":
            return None
        if lemma in _CARRIERS and token.deprel in _OBJECTS:
            return above
        indefinite = not any(c.deprel in ("det", "nmod:poss") and c.text.lower() not in _INDEFINITE for c in self._children(token.index))
        if above.status == "denied":
            return above if indefinite and token.deprel == "obj" and self.clauses.negation(verb.index) is not None else None
        beside = token.deprel.startswith("obl") and self._preposition(token.index) not in _EARLIER
        return above if above.status in UNREAL and (beside or (indefinite and token.deprel in (*_OBJECTS, "nsubj"))) else None

    def _decided(self, token: Token, verb: Token) -> Factuality | None:
        """What the verb itself makes of the noun: "cancelled the visit", "plans a visit", "called for a visit"."""
        lemma, particle = verb.lemma.lower(), self.governing.particle(verb.index)
        if token.deprel in _OBJECTS and self.lexicon.within("cancelling", lemma, particle):
            return Factuality(status="denied", why=f"the text has it “{verb.text}”")
        status = None
        if token.deprel in _OBJECTS:
            status = self.words.status("object", lemma, particle)
            lasting = lemma == "delay" and any(self.clauses.marked(c.index, "by", "for") for c in self._children(verb.index))
            status = None if lasting else status
        elif token.deprel == "obl":
            status = self.words.status("object", f"{lemma}_{self._preposition(token.index)}")
        return Factuality(status=status, why=f"the text says “{verb.text}”") if status else None

    def _preposition(self, noun: int) -> str:
        return next((c.text.lower() for c in self._children(noun) if c.deprel == "case"), "")

    def _on_an_agenda(self, verb: int) -> bool:
        subject = self.tree.child(verb, "nsubj")
        return subject is not None and self.words.status("agenda", self.tokens[subject].lemma.lower()) is not None
