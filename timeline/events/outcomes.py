"""What came of plans, attempts and purposes: "went to see him", "tried to land", "meant to go, but fell ill"."""

from timeline.events.clauses import ClauseReader
from timeline.events.lexicon import EventLexicon
from timeline.events.statuswords import Factuality, status_words
from timeline.events.triggers import particle_of
from timeline.records import Token

TRIED = frozenset({"try", "attempt", "seek", "struggle", "fight"})
_VAINLY = frozenset({"unsuccessfully", "vainly", "vain", "success", "avail"})


class Outcomes:
    """Reads outcomes in one parsed document."""

    def __init__(self, clauses: ClauseReader, lexicon: EventLexicon) -> None:
        self.clauses, self.lexicon, self.words, self.tokens = clauses, lexicon, status_words(), clauses.tokens

    def past(self, verb: int) -> bool:
        """Whether the clause is told in the past tense, or before it."""
        auxiliaries = [c for c in self.clauses.children(verb) if c.deprel.startswith(("aux", "cop"))]
        if any(c.xpos == "MD" for c in auxiliaries):
            return False
        return self.tokens[verb].xpos == "VBD" or any(c.xpos == "VBD" for c in auxiliaries)

    def in_vain(self, governor: Token) -> bool:
        """ "asked in vain to", "tried unsuccessfully to", "tried to … but failed"."""
        tried = governor.lemma.lower() in TRIED
        for child in self.clauses.children(governor.index):
            if child.deprel.startswith(("advmod", "obl")) and child.text.lower() in _VAINLY:
                return child.text.lower() not in ("success", "avail") or self._without(child)
            if tried and child.deprel == "conj" and child.lemma.lower() == "fail":
                return not any(c.deprel == "xcomp" for c in self.clauses.children(child.index))
        return False

    def _without(self, noun: Token) -> bool:
        return any(c.text.lower() in ("without", "no", "little") for c in self.clauses.children(noun.index))

    def attempted(self, governor: Token) -> bool:
        """Whether "tried to" stands in the past tense, which leaves to understand that it failed."""
        return governor.lemma.lower() in ("try", "attempt") and governor.xpos != "VBG" and self.past(governor.index)

    def achieved(self, token: Token, governor: Token) -> bool:
        """Whether what was done for a purpose served it as far as is told: "rode out to confer with him"."""
        if any(c.text.lower() == "only" for c in self.clauses.children(token.index)) or token.lemma.lower() == "become":
            return True
        lemma = governor.lemma.lower()
        ahead = self.words.status("awaiting", lemma) or self.words.status("resolving", lemma) or self.lexicon.within("planning", lemma)
        return self.past(governor.index) and not self.clauses.subject(token.index) and not ahead

    def overtaken(self, verb: int) -> Factuality | None:
        """What came between: "he meant to go, but fell ill", "it was proposed to move; the idea was dropped"."""
        token = self.tokens[verb]
        above = [token.head] if token.deprel in ("xcomp", "advcl") and token.head != verb else []
        for top in (verb, *above):
            if not self.past(top):
                continue
            for child in self.clauses.children(top):
                if (
                    child.index > max(verb, top)
                    and child.deprel in ("conj", "parataxis")
                    and self._against(child, told_to=self._told_to(top))
                ):
                    return Factuality(status="denied", why=f"“{child.text}” tells what came between")
        return None

    def _told_to(self, verb: int) -> bool:
        return (
            any(c.deprel in ("obj", "iobj") for c in self.clauses.children(verb))
            and self.words.status("asking", self.tokens[verb].lemma) is not None
        )

    def _against(self, verb: Token, *, told_to: bool) -> bool:
        children = self.clauses.children(verb.index)
        if not told_to and any(c.text.lower() == "but" and c.deprel == "cc" for c in children):
            return self.past(verb.index)
        lemma, particle = verb.lemma.lower(), particle_of(self.clauses.tree, self.tokens, verb.index)
        passive = any(c.deprel == "aux:pass" for c in children)
        failed = lemma in ("refuse", "decline") or self.words.status("failing", lemma, particle)
        return self.past(verb.index) and bool(failed or (passive and self.words.status("undone", lemma, particle)))
