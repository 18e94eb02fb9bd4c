"""What governs a clause and makes its event unreal: "plans to", "failed to", "barred from", a purpose, a condition, a noun of plans."""

from timeline.events.lexicon import EventLexicon
from timeline.events.modality import ModalityReader
from timeline.events.outcomes import Outcomes
from timeline.events.statuswords import Factuality, negated, status_words
from timeline.events.triggers import particle_of
from timeline.language.tree import Tree
from timeline.records import Status, Token

HAPPENED = Factuality(status="happened", why="told as a fact")
UNREAL = ("planned", "possible")
_HIGHEST = 12
"""How many words up the chain of governors are asked."""
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only", "latest", "youngest", "oldest"})
_WHILE = frozenset({"when", "before", "after", "until", "once", "as", "till", "while"})
_PERCEPTION = frozenset({"see", "watch", "hear", "feel", "notice"})
_HOPED = frozenset({"hope", "plan", "intend", "mean", "want", "wish", "expect"})
_DOUBTED = frozenset({"deny", "refute", "reject", "dismiss", "disprove", "dispute", "rebut", "contradict"})
_WRONG = frozenset({"groundless", "unfounded", "baseless", "false", "untrue", "wrong"})
_GRANTING = frozenset({"give", "grant", "issue", "get", "receive", "make", "carry_out"})
_PROOF = frozenset({"sign", "evidence", "proof", "indication", "trace", "reason"})


class GoverningReader:
    """Reads the status of verbs of one parsed document: their own clause first, then what governs it."""

    def __init__(self, tree: Tree, lexicon: EventLexicon) -> None:
        self.tree, self.tokens, self.lexicon = tree, tree.tokens, lexicon
        self.clauses, self.words = ModalityReader(tree, lexicon), status_words()
        self.outcomes = Outcomes(self.clauses, lexicon)
        self._steps = 0

    def _children(self, index: int) -> list[Token]:
        return self.clauses.children(index)

    def particle(self, verb: int) -> str | None:
        """The particle of a phrasal verb, or None."""
        return particle_of(self.tree, self.tokens, verb)

    def read(self, verb: int) -> Factuality | None:
        """The status of a verb, None where no word decides."""
        told = self.clauses.read(verb)
        if told and told.status == "denied" and self._asked_not(verb):
            return Factuality(status="possible", why="asked not to happen")
        if told is None or told.status == "happened":
            told = self._above(verb) or told
        if told and told.status in UNREAL:
            return self._disproved(verb) or self.outcomes.overtaken(verb) or told
        return told

    def _disproved(self, verb: int) -> Factuality | None:
        """ "no sign that it is about to burst"."""
        token = self.tokens[verb]
        that = self.clauses.marked(verb, "that")
        clause = self.tokens[token.head] if token.deprel == "xcomp" else token
        content = self._content(self.tokens[clause.head]) if clause.deprel == "acl" and that else None
        return content if content and content.status == "denied" else None

    def _asked_not(self, verb: int) -> bool:
        """ "urged her not to go" leaves open whether she went."""
        token = self.tokens[verb]
        governor = self.tokens[token.head]
        asks = self.words.status("asking", governor.lemma.lower(), self.particle(governor.index))
        return bool(token.head != verb and token.deprel in ("xcomp", "advcl", "ccomp") and self.clauses.infinitive(verb) and asks)

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
        if self.clauses.marked(verb, "against") and token.xpos == "VBG":
            return Factuality(status="denied", why=f"“{governor.text} against” says that it did not happen")
        if token.deprel == "acl" and not infinitive and self.clauses.marked(verb, "that"):
            return self._content(governor)
        if token.xpos == "VBG" and self.clauses.marked(verb, "of", "with") and self.words.status("charging", governor.lemma.lower()):
            return self._says(governor, "possible")
        if relation in ("xcomp", "ccomp", "csubj") or (relation in ("advcl", "acl", "obl") and infinitive):
            return self._complement(token, governor, relation, infinitive=infinitive)
        if relation in ("advcl", "acl", "obl") and token.xpos == "VBG":
            if relation != "advcl" and (status := self.words.status("noun", governor.lemma.lower())):
                if undone := self.undone(governor):
                    return undone
                return Factuality(status=status, why=f"told as a {governor.text}")
            return self._unreal(governor.index) if relation == "advcl" and not self.clauses.finite(verb) else None
        if relation == "advcl" and token.xpos in ("VBZ", "VBP", "VBN") and self._at_that_time(verb):
            return self._unreal(governor.index)
        return None

    def _content(self, noun: Token) -> Factuality | None:
        """ "rumours that a man perished", "no sign that it will", "denied the tale that they fled"."""
        verb = self.tokens[noun.head]
        if noun.deprel in ("obj", "nsubj:pass") and verb.lemma.lower() in _DOUBTED and self.clauses.negation(verb.index) is None:
            return Factuality(status="denied", why=f"the text says “{verb.text}”")
        if noun.lemma.lower() in _PROOF and any(c.text.lower() in ("no", "little") for c in self._children(noun.index)):
            return negated(f"no {noun.text}")
        if noun.deprel == "nsubj" and any(c.text.lower() in _WRONG for c in (verb, *self._children(verb.index))):
            return Factuality(status="denied", why=f"told as a {noun.text} that was wrong")
        status = self.words.status("content", noun.lemma.lower())
        return Factuality(status=status, why=f"told as a {noun.text}") if status else None

    def _at_that_time(self, verb: int) -> bool:
        """Whether the clause says when, and not in the past: "until the drill is repaired"."""
        children = self._children(verb)
        past = any(c.xpos == "VBD" and c.deprel.startswith("aux") for c in children)
        return not past and any(c.text.lower() in _WHILE for c in children)

    def _unreal(self, verb: int) -> Factuality | None:
        above = self.read(verb)
        return above if above and above.status in UNREAL else None

    def _joined(self, verb: int, governor: Token) -> Factuality | None:
        """The second of two verbs shares what is said of the first, unless it has a tense of its own."""
        if self.clauses.subject(verb) or governor.upos not in ("VERB", "ADJ", "NOUN", "AUX"):
            return None
        if self.clauses.finite(verb):
            if (no := self._nobody(governor.index)) is not None:
                return negated(no.text)
            if condition := self.clauses.condition(governor.index):
                return condition
            return self._above(governor.index) if not self.clauses.infinitive(governor.index) else None
        return self.read(governor.index)

    def _nobody(self, verb: int) -> Token | None:
        """The word that denies the subject of a clause: "no one was charged or lost his post"."""
        no = self.clauses.negation(verb)
        subjects = [c.index for c in self._children(verb) if c.deprel.startswith("nsubj")]
        return no if no and (no.index in subjects or no.head in subjects) and no.deprel != "advmod" else None

    def _from(self, verb: int, governor: Token) -> Factuality | None:
        """ "prevented them from entering"."""
        short = any(c.text.lower() == "short" for c in (governor, *self._children(governor.index)))
        if short and self.clauses.marked(verb, "of"):
            return Factuality(status="denied", why="“short of” says that it did not happen")
        if self.clauses.marked(verb, "from") and self.words.status("from", governor.lemma.lower()):
            return self.unless_negated(governor, Factuality(status="denied", why=f"“{governor.text} from” says that it did not happen"))
        return None

    def _complement(self, token: Token, governor: Token, relation: str, *, infinitive: bool) -> Factuality | None:
        described = governor.text.lower()
        if infinitive and governor.lemma.lower() in ("have", "be") and self._yet(token, governor):
            return Factuality(status="denied", why="“yet to” says that it has not happened")
        particle = self.particle(governor.index)
        status = self.words.status("infinitive", described) if infinitive and particle is None else None
        if status and governor.upos in ("ADJ", "VERB", "ADV"):
            return self._arrangement(token, governor, status)
        if governor.upos in ("ADJ", "ADV") and relation != "acl":
            return self._of_adjective(governor, infinitive=infinitive)
        if (governor.upos in ("NOUN", "PROPN") and (infinitive or relation == "acl")) or (relation == "acl" and self._ranked(governor)):
            return self._of_noun(governor)
        if governor.upos == "VERB" and (told := self._governed(token, governor, relation, infinitive=infinitive)):
            return told
        if not infinitive and governor.lemma.lower() in _PERCEPTION and self.clauses.infinitive(governor.index):
            return None
        if relation == "xcomp":
            return self.read(governor.index)
        if relation in ("advcl", "acl", "obl") and infinitive:
            return self._purpose(token, governor)
        return None

    def _of_adjective(self, governor: Token, *, infinitive: bool) -> Factuality | None:
        """ "too weak to land", "not strong enough to land"; "glad to land" says that it happened; "likely that it landed"."""
        if infinitive and any(c.text.lower() == "too" for c in self._children(governor.index)):
            return Factuality(status="denied", why=f"“too {governor.text} to” says that it did not happen")
        status = None if infinitive else self.words.status("adjective", governor.text.lower())
        if status:
            return self.unless_negated(governor, Factuality(status=status, why=f"said to be “{governor.text}”"))
        return self.read(governor.index)

    def _perfect(self, verb: int) -> bool:
        return any(c.lemma.lower() == "have" and c.deprel.startswith("aux") for c in self._children(verb))

    def _arrangement(self, token: Token, governor: Token, status: Status) -> Factuality:
        if status == "planned" and (self._perfect(token.index) or self._past_perfect(governor.index)):
            return Factuality(status="denied", why=f"“{governor.text} to have” tells what did not happen")
        return self.unless_negated(governor, Factuality(status=status, why=f"“{governor.text} to” tells what is arranged"))

    def _past_perfect(self, verb: int) -> bool:
        return any(c.text.lower() == "had" and c.deprel.startswith("aux") for c in self._children(verb))

    def _of_noun(self, governor: Token) -> Factuality | None:
        """ "a plan to visit", "the first man to run"; other nouns tell an aim."""
        children = self._children(governor.index)
        if self._ranked(governor):
            return self._unreal_clause(governor)
        if any(c.text.lower() in ("no", "little") and c.deprel in ("det", "amod") for c in children):
            return negated("no")
        if undone := self.undone(governor):
            return undone
        status = self.words.status("noun", governor.lemma.lower()) or "planned"
        return Factuality(status=status, why=f"told as the aim of “{governor.text}”")

    def _ranked(self, noun: Token) -> bool:
        """ "the first to land", "the only one of them to land"."""
        return any(
            c is noun or c.deprel in ("amod", "nmod:poss") for c in (noun, *self._children(noun.index)) if c.text.lower() in _ORDINALS
        )

    def undone(self, noun: Token) -> Factuality | None:
        """What became of a plan or an attempt: "a failed attempt to", "abandoned plans to", "the attempt to … failed"."""
        if self.words.status("noun", noun.lemma.lower()) not in UNREAL or noun.head == noun.index:
            return None
        verb = self.tokens[noun.head]
        about = [c for c in self._children(noun.index) if c.deprel == "amod"]
        if verb.upos == "VERB":
            lemma, particle = verb.lemma.lower(), self.particle(verb.index)
            object_of = noun.deprel in ("obj", "nsubj:pass") and self.words.status("undone", lemma, particle)
            subject_of = noun.deprel == "nsubj" and self.words.status("failing", lemma, particle)
            negated_verb = self.clauses.negation(verb.index) is not None
            never_given = negated_verb and lemma in _GRANTING and noun.deprel in ("obj", "nsubj:pass")
            about += [verb] if never_given or ((object_of or subject_of) and not negated_verb) else []
        word = next((c for c in about if c is verb or self.words.status("failed", c.text.lower())), None)
        return Factuality(status="denied", why=f"“{word.text} … {noun.text}” tells what did not happen") if word else None

    def _unreal_clause(self, noun: Token) -> Factuality | None:
        above = self.tokens[self.tree.clause(noun.index)]
        return self._unreal(above.index) if above.upos == "VERB" or above.index == noun.index else None

    def _governed(self, token: Token, governor: Token, relation: str, *, infinitive: bool) -> Factuality | None:
        """What a verb says of the clause that completes it, or None where it passes on what is said of itself."""
        if infinitive:
            told = self._of_infinitive(token, governor, relation)
        elif token.xpos == "VBG" and not self.clauses.finite(token.index):
            status = self.words.status("gerund", governor.lemma.lower(), self.particle(governor.index))
            told = self._says(governor, status) if status else None
        elif relation == "ccomp" or self.clauses.marked(token.index, "that"):
            return self._of_finite(token, governor)
        else:
            return None
        return self.unless_negated(governor, told) if told and told.status != "happened" else told

    def _of_infinitive(self, token: Token, governor: Token, relation: str) -> Factuality | None:
        lemma, particle, within = governor.lemma.lower(), self.particle(governor.index), self.lexicon.within
        if governor.xpos == "VBN" and self.words.status("opinion", lemma):
            return self._says(governor, "possible")
        if lemma == "have" and governor.xpos in ("VBZ", "VBP"):
            return Factuality(status="planned", why=f"“{governor.text} to” tells what must come")
        if relation not in ("xcomp", "ccomp"):
            return None
        if within("failing", lemma, particle) or self.words.status("barring", lemma):
            return Factuality(status="denied", why=f"“{governor.text}” says that it did not happen")
        if lemma == "like" and self.words.status("performative", token.lemma.lower()):
            return HAPPENED
        if self.outcomes.in_vain(governor):
            return Factuality(status="denied", why=f"“{governor.text}” without success says that it did not happen")
        if self.outcomes.attempted(governor):
            return Factuality(status="denied", why=f"“{governor.text} to” says that it was tried and no more")
        if self.words.status("implying", lemma) and self.outcomes.past(governor.index):
            return HAPPENED
        planned = within("planning", lemma) or self.words.status("resolving", lemma) == "planned"
        if not planned and not within("hoping", lemma):
            return None
        if lemma in _HOPED and self._past_perfect(governor.index):
            return Factuality(status="denied", why=f"“had {governor.text}” tells what did not happen")
        return self._says(governor, "planned" if planned else "possible")

    def _of_finite(self, token: Token, governor: Token) -> Factuality | None:
        """ "fears that it burst", "demanded that he resign", "ensures that he leaves"."""
        lemma = governor.lemma.lower()
        if lemma in ("ensure", "guarantee"):
            return self.read(governor.index)
        helpers = [c for c in self._children(token.index) if c.deprel.startswith(("aux", "cop"))]
        bare = (token.xpos in ("VB", "VBP") and not helpers) or [c.text.lower() for c in helpers] == ["be"]
        if bare and self.words.status("subjunctive", lemma):
            return self._says(governor, "planned")
        status = self.words.status("clause", lemma)
        return self.unless_negated(governor, self._says(governor, status)) if status else None

    def _says(self, governor: Token, status: Status) -> Factuality:
        return Factuality(status=status, why=f"the text says “{governor.text}”")

    def _yet(self, token: Token, governor: Token) -> bool:
        """ "has yet to sign"."""
        words = (*self._children(governor.index), *self._children(token.index))
        return any(c.text.lower() == "yet" and c.index < token.index for c in words)

    def _purpose(self, token: Token, governor: Token) -> Factuality | None:
        """What is told as an aim; "rode out to meet him" and "rose to become" tell what came of it."""
        above = self.read(governor.index)
        if above and above.status in (*UNREAL, "denied"):
            return above
        known = self._perfect(token.index) or self.outcomes.achieved(token, governor)
        return None if known else Factuality(status="planned", why=f"told as the purpose of “{governor.text}”")

    def unless_negated(self, governor: Token, told: Factuality) -> Factuality:
        """ "was not due to" is denied; "did not fail to" happened."""
        no = self.clauses.negation(governor.index)
        if no is None:
            return told
        if told.status == "denied":
            return Factuality(status="happened", why=f"“{no.text} {governor.text}” says that it happened")
        return negated(f"{no.text} … {governor.text}")
