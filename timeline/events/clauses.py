"""What a clause says of its own event: negation, modals, conditions, adverbs, aspect, and the infinitives of arrangements."""

from timeline.events.lexicon import EventLexicon
from timeline.events.statuswords import Factuality, negated, status_words
from timeline.events.triggers import particle_of
from timeline.language.tree import Tree
from timeline.records import Status, Token

_MODALS: dict[str, Status] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "would": "planned", "should": "possible",
    "must": "possible", "will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned", "’ll": "planned", "'d": "planned",
    "ought": "possible", "ca": "possible", "sha": "planned",
}  # fmt: skip
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_UNREAL_PERFECT = frozenset({"would", "could", "should", "ought"})
_BUT_MORE = frozenset("only just merely simply least before sooner less fewer doubt matter wonder more".split())
"""Behind "not", "no" or "never": "not only", "never before", "no sooner" deny nothing."""
_NOBODY = frozenset({"nobody", "none", "neither", "no-one", "nothing"})
_OCCASIONS = frozenset({"means", "way", "time", "point", "circumstances", "account"})
_LATER = frozenset({"next", "tomorrow", "tonight", "weekend", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_FINITE = ("VBD", "VBZ", "VBP")


class ClauseReader:
    """Reads clauses of one parsed document, each by its own words alone."""

    def __init__(self, tree: Tree, lexicon: EventLexicon) -> None:
        self.tree, self.tokens, self.lexicon, self.words = tree, tree.tokens, lexicon, status_words()

    def children(self, index: int) -> list[Token]:
        """The tokens that a token governs."""
        return [self.tokens[c] for c in self.tree.children(index)]

    def marked(self, verb: int, *words: str) -> bool:
        """Whether one of the words joins the clause to what governs it."""
        return any(c.text.lower() in words and c.deprel in ("mark", "case", "cc") and c.index < verb for c in self.children(verb))

    def infinitive(self, verb: int) -> bool:
        """Whether the clause is one with "to"."""
        return any(c.text.lower() == "to" and c.deprel in ("mark", "aux") for c in self.children(verb))

    def subject(self, verb: int) -> bool:
        """Whether the clause has a subject of its own."""
        return any(c.deprel.startswith(("nsubj", "csubj")) for c in self.children(verb))

    def finite(self, verb: int) -> bool:
        """Whether the clause has a tense of its own."""
        auxiliaries = [c for c in self.children(verb) if c.deprel.startswith(("aux", "cop"))]
        return self.tokens[verb].xpos in _FINITE or any(c.xpos in (*_FINITE, "MD") for c in auxiliaries)

    def negation(self, verb: int) -> Token | None:
        """The word that denies the clause, or None; "not only" and "not until June" deny nothing."""
        children = self.children(verb)
        if self._until(children):
            return None
        for child in children:
            before = child.index < verb or child.deprel == "advmod"
            word = child.text.lower()
            grammar = child.deprel in ("advmod", "det", "neg", "cc", "cc:preconj")
            if before and grammar and (word == "no" or self.words.status("adverb", word) == "denied"):
                following = self.tokens[child.index + 1].text.lower() if child.index + 1 < len(self.tokens) else ""
                if following not in _BUT_MORE and not (child.deprel == "cc:preconj" and word == "not"):
                    return child
            if word == "longer" and any(c.text.lower() == "no" for c in self.children(child.index)):
                return child
        return self._negative_argument(children)

    def _until(self, children: list[Token]) -> bool:
        """ "did not arrive until June": it happened, then."""
        below = [c for child in children for c in (child, *self.children(child.index)) if child.deprel.startswith(("obl", "advcl"))]
        return any(c.text.lower() in ("until", "till") and c.deprel in ("case", "mark") for c in below)

    def _negative_argument(self, children: list[Token]) -> Token | None:
        for child in children:
            if child.deprel.startswith(("nsubj", "obj")) and child.text.lower() in _NOBODY:
                return child
            never = child.deprel.startswith("obl") and child.text.lower() in _OCCASIONS
            if child.deprel.startswith(("nsubj", "obj")) or never:
                below = [g for g in self.children(child.index) if g.deprel in ("det", "cc:preconj")]
                no = next((g for g in below if g.text.lower() in ("no", "neither")), None)
                if no:
                    return no
        return None

    def read(self, verb: int) -> Factuality | None:
        """What the clause's own words say; None where they leave it to what governs the clause."""
        children = self.children(verb)
        if (no := self.negation(verb)) is not None:
            return negated(no.text)
        if self.marked(verb, "without"):
            return negated("without")
        if self.marked(verb, "rather", "instead"):
            return negated("instead")
        return self._modal(children) or self._doubt(verb, children) or self._arranged(verb, children) or self._aspect(verb, children)

    def _modal(self, children: list[Token]) -> Factuality | None:
        auxiliaries = [c for c in children if c.deprel.startswith("aux")]
        modal = next((c for c in auxiliaries if c.text.lower() in _MODALS and c.xpos == "MD"), None)
        if modal is None:
            return None
        word = modal.text.lower()
        if word in ("could", "can") and any(c.text.lower() == "before" and c.deprel in ("mark", "advmod") for c in children):
            return Factuality(status="denied", why=f"“before … {modal.text}” tells what did not happen")
        if word in _UNREAL_PERFECT and any(c.lemma.lower() == "have" for c in auxiliaries):
            return Factuality(status="denied", why=f"“{modal.text} have” tells what did not happen")
        conditional = word == "would" and any(c.deprel == "advcl" and self.marked(c.index, *_CONDITIONS) for c in children)
        return Factuality(status="possible" if conditional else _MODALS[word], why=f"told with “{modal.text}”")

    def _doubt(self, verb: int, children: list[Token]) -> Factuality | None:
        if condition := self.condition(verb):
            return condition
        adverb = next((c for c in children if c.deprel == "advmod" and self.words.status("adverb", c.text.lower()) == "possible"), None)
        if adverb:
            return Factuality(status="possible", why=f"told with “{adverb.text}”")
        token = self.tokens[verb]
        sentence = self.tree.sentence(verb)
        last = self.tokens[sentence.last - 1].text
        if token.xpos == "VB" and token.head == verb and sentence.kind == "body" and not self._helped(verb):
            return Factuality(status="planned", why="told as a command")
        asked = last == "?" and token.head == verb and not any(c.xpos.startswith("W") for c in children)
        return Factuality(status="possible", why="asked") if asked else None

    def _helped(self, verb: int) -> bool:
        """Whether a bare verb has a subject, an auxiliary or "to" beside it."""
        return self.subject(verb) or any(c.deprel.startswith("aux") or c.text.lower() == "to" for c in self.children(verb))

    def condition(self, verb: int) -> Factuality | None:
        """What "if", "unless" or "whether" says; "if compared to last year" says nothing."""
        mark = next((c for c in self.children(verb) if c.deprel == "mark" and c.text.lower() in _CONDITIONS), None)
        if mark and (self.tokens[verb].xpos != "VBN" or self.subject(verb) or self.finite(verb)):
            return Factuality(status="possible", why=f"told under “{mark.text}”")
        return None

    def _arranged(self, verb: int, children: list[Token]) -> Factuality | None:
        """ "is to visit", "due to visit" and the headline's bare "to visit"."""
        near = [*children, *(g for c in children if c.index < verb for g in self.children(c.index) if g.deprel == "fixed")]
        to = next((c for c in near if c.text.lower() == "to" and c.deprel in ("mark", "aux", "fixed")), None)
        if to is None or self.tokens[verb].xpos not in ("VB", "VBN", "JJ") or self.tokens[verb].deprel == "xcomp":
            return None
        before = [c for c in children if c.index < to.index]
        if any(c.text.lower() == "yet" for c in before):
            return Factuality(status="denied", why="“yet to” says that it has not happened")
        due = next((c for c in before if self.words.status("infinitive", c.text.lower())), None)
        if due:
            status = self.words.status("infinitive", due.text.lower()) or "planned"
            return Factuality(status=status, why=f"“{due.text} to” tells what is arranged")
        be = next((c for c in before if c.lemma.lower() == "be" and c.deprel.split(":")[0] in ("aux", "cop")), None)
        if be and any(c.lemma.lower() == "have" and c.index > to.index for c in children if c.deprel.startswith("aux")):
            return Factuality(status="denied", why=f"“{be.text} to have” tells what did not happen")
        if be and be.xpos in ("VBZ", "VBP", "VBD"):
            tense = "is" if be.xpos != "VBD" else "was"
            return Factuality(status="planned", why=f"“{tense} to” tells what {tense} arranged")
        if (self.tokens[verb].head == verb and not self.finite(verb)) or self._verbless(verb):
            return Factuality(status="planned", why="“to” in a headline tells what is to come")
        return None

    def _verbless(self, verb: int) -> bool:
        """Whether the sentence has no finite verb, as headlines have none ("Norway to host a summit")."""
        sentence = self.tree.sentence(verb)
        return not any(t.xpos in ("VBD", "VBZ", "VBP", "MD") for t in self.tokens[sentence.first : sentence.last])

    def _aspect(self, verb: int, children: list[Token]) -> Factuality | None:
        token = self.tokens[verb]
        auxiliaries = [c for c in children if c.deprel.startswith("aux")]
        present = any(c.xpos in ("VBZ", "VBP") and c.lemma.lower() in ("be", "have") for c in auxiliaries)
        going = any(c.lemma.lower() == "be" for c in auxiliaries) and token.xpos == "VBG"
        if present and going:
            perfect = any(c.lemma.lower() == "have" for c in auxiliaries)
            if self.lexicon.within("motion", token.lemma.lower()) and not perfect:
                return Factuality(status="planned", why=f"“{token.text}” in the present tells a move under way or arranged")
            return Factuality(status="ongoing", why="told as going on")
        if present and token.xpos == "VBN" and any(c.text.lower() == "being" for c in auxiliaries):
            return Factuality(status="ongoing", why="told as going on")
        if any(c.text.lower() == "still" for c in children) and token.xpos in ("VBZ", "VBP"):
            return Factuality(status="ongoing", why="told as still going on")
        return self._timetable(token, children, present=bool(auxiliaries))

    def _timetable(self, token: Token, children: list[Token], *, present: bool) -> Factuality | None:
        """ "the talks begin on Monday" in running text; a headline's present tense tells the past."""
        if token.xpos not in ("VBZ", "VBP") or present or self.tree.sentence(token.index).kind != "body":
            return None
        if not self.words.status("timetable", token.lemma.lower(), particle_of(self.tree, self.tokens, token.index)):
            return None
        if any(self.lexicon.within("generic_time", c.text.lower()) for c in children):
            return None
        for child in children:
            if child.deprel.startswith(("obl", "advmod")) and not child.text.lower().endswith("s"):
                words = {child.text.lower(), *(c.text.lower() for c in self.children(child.index))}
                if words & _LATER and "last" not in words and "every" not in words:
                    return Factuality(status="planned", why=f"“{token.text}” tells what is arranged for a day to come")
        return None
