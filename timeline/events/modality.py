"""What a clause says of its own event beyond its plain negations and modals: inverted conditions, hedges, open negations, timetables."""

from timeline.events.clauses import ClauseReader
from timeline.events.statuswords import Factuality
from timeline.events.triggers import particle_of
from timeline.records import Token

_FINDING = frozenset("see find hear discover notice learn spot observe detect".split())
_ANY = ("any", "anyone", "anybody", "anything")
_NONE_AFTER = {"not": ("a", "an", "one"), "hardly": _ANY, "scarcely": _ANY, "barely": _ANY}
_OPEN = frozenset({"may", "might"})
_TO_COME = frozenset({"will", "wo", "'ll", "’ll", "can", "ca", "shall", "sha"})
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight weekend".split())
_TELLERS = frozenset({"they", "some", "people", "many", "legend"})


class ModalityReader(ClauseReader):
    """Reads clauses as `ClauseReader` does, and what their words say together."""

    def negation(self, verb: int) -> Token | None:
        """The word that denies the clause, or None; "swore never to return" and "found nobody guilty" deny
        neither swearing nor finding."""
        found = super().negation(verb)
        if found is None:
            return self._not_one(verb)
        if found.index > verb and self._after(found) == "to":
            return None
        object_of = found.head == verb and found.deprel == "obj" and self.tokens[verb].lemma.lower() in _FINDING
        return None if object_of and self._after(found).isalpha() and self._after(found) != "and" else found

    def _after(self, token: Token) -> str:
        return self.tokens[token.index + 1].text.lower() if token.index + 1 < len(self.tokens) else ""

    def _not_one(self, verb: int) -> Token | None:
        """ "Not a shot was fired", "hardly anyone had been warned"."""
        for subject in self.children(verb):
            if subject.index > verb:
                break
            if subject.deprel == "advmod" and subject.text.lower() == "nobody":
                return subject
            below = self.children(subject.index) if subject.deprel.startswith("nsubj") else []
            if found := next((c for c in below if self._after(c) in _NONE_AFTER.get(c.text.lower(), ())), None):
                return found
        return None

    def read(self, verb: int) -> Factuality | None:
        """What the clause's own words say; None where they leave it to what governs the clause."""
        children = self.children(verb)
        return self._inverted(verb, children) or self._left_open(verb, children) or super().read(verb) or self._hedged(verb, children)

    def _inverted(self, verb: int, children: list[Token]) -> Factuality | None:
        """ "Had it collapsed, …" tells what did not happen; "had he not won, …" what did."""
        had = next((c for c in children if c.text.lower() == "had" and c.deprel.startswith("aux")), None)
        subject = next((c for c in children if c.deprel.startswith("nsubj") and c.index < verb), None)
        if had is None or subject is None or had.index > subject.index or self.tokens[verb].deprel != "advcl":
            return None
        if any(had.index != c.index and c.index < had.index for c in children) or super().negation(verb) is None:
            lead = [c for c in children if c.index < had.index and c.deprel != "punct"]
            return None if lead else Factuality(status="denied", why="“had …” before its subject tells what did not happen")
        return Factuality(status="happened", why="“had … not” before its subject tells what happened")

    def _left_open(self, verb: int, children: list[Token]) -> Factuality | None:
        """ "may not come" is open; "cannot open before June" is still to come."""
        modal = next((c for c in children if c.xpos == "MD" and c.deprel.startswith("aux")), None)
        if (modal is None and not self._forbidden(verb, children)) or self.negation(verb) is None:
            return None
        if modal is None:
            return Factuality(status="possible", why="told not to happen")
        word = modal.text.lower()
        if word in ("would", "'d", "’d") and any(c.text.lower() == "rather" and self._after(c) != "than" for c in children):
            return Factuality(status="possible", why=f"“{modal.text} rather not” tells a wish")
        perfect = any(c.lemma.lower() == "have" and c.deprel.startswith("aux") for c in children)
        if word in _OPEN and not perfect:
            return Factuality(status="possible", why=f"“{modal.text} not” leaves it open")
        later = any(c.deprel.startswith("obl") and any(g.text.lower() == "before" for g in self.children(c.index)) for c in children)
        return (
            Factuality(status="planned", why=f"“{modal.text} not … before” tells when it is to come")
            if word in _TO_COME and later
            else None
        )

    def _forbidden(self, verb: int, children: list[Token]) -> bool:
        """ "do not let him in"."""
        orders = any(c.text.lower() == "do" and c.deprel == "aux" for c in children) and self.tokens[verb].xpos == "VB"
        return orders and not self.subject(verb) and self.tokens[verb].deprel in ("root", "parataxis", "ccomp")

    def _hedged(self, verb: int, children: list[Token]) -> Factuality | None:
        """ "it is believed", "they say" beside the clause."""
        for child in children:
            between = self.tokens[min(verb, child.index) : max(verb, child.index)]
            if child.deprel != "parataxis" or any(t.text in (";", ":", "and", "but") for t in between):
                continue
            below = self.children(child.index)
            doubted = (
                child.xpos == "VBN" and self.words.status("opinion", child.lemma.lower()) and any(c.text.lower() == "it" for c in below)
            )
            told = child.lemma.lower() in ("say", "go") and child.xpos != "VBD"
            if doubted or (told and any(c.text.lower() in _TELLERS and c.deprel == "nsubj" for c in below)):
                return Factuality(status="possible", why=f"told with “{child.text}” beside it")
        return None

    def _aspect(self, verb: int, children: list[Token]) -> Factuality | None:
        told = super()._aspect(verb, children)
        if told and told.status == "planned" and self.tokens[verb].xpos == "VBG" and not self._dated_ahead(children):
            return Factuality(status="ongoing", why="told as going on")
        return told

    def _dated_ahead(self, children: list[Token]) -> bool:
        """Whether a day, a month or "next week" stands at the verb."""
        for child in children:
            if child.deprel.startswith(("obl", "advmod")):
                below = {c.text.lower() for c in self.children(child.index)}
                words = {child.text.lower(), *below}
                if (words & (_DAYS | _MONTHS) or {"this", "next"} & below) and not words & {"last", "since", "every", "until", "by"}:
                    return True
        return False

    def _timetable(self, token: Token, children: list[Token], *, present: bool) -> Factuality | None:
        """ "Canada votes on December 17", in a text that tells the past in the past tense."""
        if told := super()._timetable(token, children, present=present):
            return told
        if token.xpos not in ("VBZ", "VBP") or present or self.tree.sentence(token.index).kind != "body":
            return None
        lemma, particle = token.lemma.lower(), particle_of(self.tree, self.tokens, token.index)
        effect = lemma == "take" and any(c.deprel == "obj" and c.lemma.lower() in ("effect", "office", "place") for c in children)
        if not effect and not self.words.status("agreed", lemma, particle):
            return None
        if not self._dated_ahead(children) or not self._past_text():
            return None
        return Factuality(status="planned", why=f"“{token.text}” tells what is arranged for a day to come")

    def _past_text(self) -> bool:
        past = sum(t.xpos == "VBD" for t in self.tokens)
        return past > sum(t.xpos in ("VBZ", "VBP") for t in self.tokens)
