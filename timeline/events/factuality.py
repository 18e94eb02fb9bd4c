"""Whether an event happened, goes on, is planned, is possible or did not take place, and the words that say so.

Status is read along the chain from the trigger up: its own negation and auxiliaries first, then each verb, noun or clause mark that governs
it (after Saurí & Pustejovsky 2012, "Are you sure that this event happened?", in a small, rule-based form).
"""

from dataclasses import dataclass

from timeline.events.lexicon import EventLexicon
from timeline.events.triggers import Trigger, particle_of
from timeline.language.tree import Tree
from timeline.records import Parsed, Status, Token

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "none", "hardly"})
_MODALS = {"may": "possible", "might": "possible", "could": "possible", "can": "possible", "would": "planned", "should": "possible",
           "must": "possible", "will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned", "’ll": "planned"}  # fmt: skip
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_PLANNED_WORDS = frozenset(
    {"planned", "upcoming", "scheduled", "forthcoming", "future", "next", "proposed", "expected", "due", "impending", "coming"}
)
_CANCELLED_WORDS = frozenset({"cancelled", "canceled", "aborted", "failed", "abandoned", "averted", "thwarted", "attempted"})
_DUE = frozenset(
    {"due", "set", "scheduled", "expected", "slated", "ready", "poised", "bound", "likely", "going", "about", "supposed", "able"}
)
_POSSIBLE_NOUNS = frozenset({"threat", "risk", "possibility", "fear", "prospect", "hope", "chance", "talk", "danger", "suspicion"})
_PLAN_NOUNS = frozenset(
    {"plan", "intention", "decision", "proposal", "promise", "pledge", "agreement", "commitment", "goal", "effort", "schedule", "bid"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """A status and the reason for it in plain words."""

    status: Status
    why: str


_HAPPENED = Factuality(status="happened", why="told as a fact")


class FactualityReader:
    """Reads the status of triggers of one parsed document."""

    def __init__(self, parsed: Parsed, tree: Tree, lexicon: EventLexicon) -> None:
        self.parsed, self.tree, self.lexicon, self.tokens = parsed, tree, lexicon, parsed.tokens

    def read(self, trigger: Trigger) -> Factuality:
        """The status of one trigger."""
        if trigger.kind == "noun":
            own = self._noun(trigger)
            if own:
                return own
            if trigger.clause == trigger.head:
                return self._governed_noun(trigger)
        return self._verb(trigger.clause)

    def _children(self, index: int) -> list[Token]:
        return [self.tokens[c] for c in self.tree.children(index)]

    def _noun(self, trigger: Trigger) -> Factuality | None:
        for child in self._children(trigger.head):
            word = child.text.lower()
            if child.deprel == "amod" and word in _PLANNED_WORDS:
                return Factuality(status="planned", why=f"called “{child.text}”")
            if child.deprel == "amod" and word in _CANCELLED_WORDS:
                return Factuality(status="denied", why=f"called “{child.text}”")
            if child.deprel == "det" and word == "no":
                return Factuality(status="denied", why="told with “no”")
            if child.deprel.startswith("acl") and child.upos == "VERB":
                aux = {c.lemma.lower() for c in self._children(child.index) if c.deprel.startswith("aux")}
                if "be" in aux and any(c.text.lower() == "to" for c in self._children(child.index)):
                    return Factuality(status="planned", why=f"“to be {child.text}”")
        return None

    def _governed_noun(self, trigger: Trigger) -> Factuality:
        """A noun on its own takes its status from the verb or noun that governs it, where that verb decides about it."""
        token = self.tokens[trigger.head]
        governor = self.tokens[token.head]
        if governor.index == token.index:
            return _HAPPENED
        lemma = governor.lemma.lower()
        particle = particle_of(self.tree, self.tokens, governor.index)
        if governor.upos == "VERB" and token.deprel in ("obj", "nsubj:pass", "xcomp"):
            if self.lexicon.within("cancelling", lemma, particle):
                return Factuality(status="denied", why=f"the text has it “{governor.text}”")
            if self.lexicon.within("planning", lemma) or self.lexicon.within("hoping", lemma):
                status: Status = "planned" if self.lexicon.within("planning", lemma) else "possible"
                return Factuality(status=status, why=f"the text says “{governor.text}”")
            if lemma in ("include", "begin", "start", "hold", "continue", "lead", "attend", "join"):
                return self._verb(governor.index)
        if governor.upos in ("NOUN", "PROPN") and lemma in _PLAN_NOUNS | _POSSIBLE_NOUNS:
            status = "planned" if lemma in _PLAN_NOUNS else "possible"
            return Factuality(status=status, why=f"told as a {governor.text}")
        if governor.upos == "VERB" and token.deprel.startswith(("obl", "nsubj")):
            above = self._verb(governor.index)
            if above.status in ("planned", "possible") and token.deprel.startswith("obl"):
                return above
        return _HAPPENED

    def _verb(self, verb: int) -> Factuality:
        own = self._own(verb)
        if own and own.status != "happened":
            return own
        above = self._above(verb)
        return above or own or _HAPPENED

    def _own(self, verb: int) -> Factuality | None:
        """What the clause itself says: negation, modals, aspect."""
        token, children = self.tokens[verb], self._children(verb)
        auxiliaries = [c for c in children if c.deprel.startswith("aux")]
        before = [c for c in children if c.index < verb or c.deprel == "advmod"]
        negated = next(
            (c for c in before if c.text.lower() in _NEGATIONS and c.deprel in ("advmod", "det", "neg", "cc", "cc:preconj")), None
        )
        negated = negated or self._negative_argument(children)
        if negated and not self._until(children):
            return Factuality(status="denied", why=f"denied by “{negated.text}”")
        modal = next((c for c in auxiliaries if c.text.lower() in _MODALS), None)
        perfect = any(c.lemma.lower() == "have" for c in auxiliaries)
        if modal and perfect and modal.text.lower() in ("would", "could", "should", "might"):
            return Factuality(status="denied", why=f"“{modal.text} have” tells what did not happen")
        if modal:
            return Factuality(status=_MODALS[modal.text.lower()], why=f"told with “{modal.text}”")  # type: ignore[arg-type]
        mark = next((c for c in children if c.deprel == "mark" and c.text.lower() in _CONDITIONS), None)
        if mark:
            return Factuality(status="possible", why=f"told under “{mark.text}”")
        going = next((c for c in children if c.text.lower() == "to" and c.deprel in ("mark", "aux")), None)
        if going and any(c.lemma.lower() == "be" and c.deprel.startswith("aux") and c.xpos in ("VBZ", "VBP") for c in children):
            return Factuality(status="planned", why="“is to” tells what is arranged")
        if going and any(c.lemma.lower() == "be" and c.index < going.index and c.deprel in ("aux", "cop") for c in children):
            return Factuality(status="planned", why="“was to” tells what was arranged")
        return self._aspect(token, auxiliaries)

    def _until(self, children: list[Token]) -> bool:
        """ "did not arrive until June": it happened, then."""
        below = [c for child in children for c in (child, *self._children(child.index)) if child.deprel.startswith(("obl", "advcl"))]
        return any(c.text.lower() in ("until", "till") and c.deprel in ("case", "mark") for c in below)

    def _negative_argument(self, children: list[Token]) -> Token | None:
        for child in children:
            if child.deprel.startswith("nsubj") and child.text.lower() in ("nobody", "none", "neither", "no-one"):
                return child
            if child.deprel.startswith(("nsubj", "obj")):
                no = next((g for g in self._children(child.index) if g.text.lower() == "no" and g.deprel == "det"), None)
                if no:
                    return no
        return None

    def _aspect(self, token: Token, auxiliaries: list[Token]) -> Factuality | None:
        present = any(c.xpos in ("VBZ", "VBP") and c.lemma.lower() == "be" for c in auxiliaries)
        if token.xpos == "VBG" and present:
            if self.lexicon.within("motion", token.lemma.lower()):
                return Factuality(status="planned", why=f"“{token.text}” in the present tells a move under way or arranged")
            return Factuality(status="ongoing", why="told as going on")
        if any(c.text.lower() == "still" for c in self._children(token.index)) and token.xpos in ("VBZ", "VBP"):
            return Factuality(status="ongoing", why="told as still going on")
        return None

    def _above(self, verb: int) -> Factuality | None:
        """What governs the clause: "plans to", "failed to", "due to", a purpose, a condition, a relative clause of a plan."""
        token = self.tokens[verb]
        relation = token.deprel.split(":")[0]
        if token.head == verb:
            return None
        governor = self.tokens[token.head]
        infinitive = any(c.text.lower() == "to" and c.deprel == "mark" for c in self._children(verb))
        if relation in ("xcomp", "ccomp", "csubj") or (relation in ("advcl", "acl") and infinitive) or (relation == "obl" and infinitive):
            return self._complement(token, governor, relation, infinitive=infinitive)
        if relation == "conj":
            above = self._own(governor.index) if not self._own_subject(verb) else None
            if above and above.status != "happened":
                return above
            return self._above(governor.index) if governor.upos == "VERB" and not self._own_subject(verb) else None
        if relation == "advcl" and any(c.deprel == "mark" and c.text.lower() in _CONDITIONS for c in self._children(verb)):
            return Factuality(status="possible", why="told as a condition")
        return None

    def _own_subject(self, verb: int) -> bool:
        return any(c.deprel.startswith("nsubj") for c in self._children(verb))

    def _complement(self, token: Token, governor: Token, relation: str, *, infinitive: bool) -> Factuality | None:
        lemma, lexicon = governor.lemma.lower(), self.lexicon
        if governor.upos in ("ADJ", "VERB") and governor.text.lower() in _DUE and infinitive:
            return self._unless_negated(governor, Factuality(status="planned", why=f"“{governor.text} to” tells what is arranged"))
        if relation in ("xcomp", "ccomp") and lexicon.within("failing", lemma) and (infinitive or token.xpos == "VBG"):
            return Factuality(status="denied", why=f"“{governor.text}” says that it did not happen")
        if relation in ("xcomp",) and lexicon.within("planning", lemma):
            return Factuality(status="planned", why=f"the text says “{governor.text}”")
        if relation in ("xcomp",) and lexicon.within("hoping", lemma):
            return Factuality(status="possible", why=f"the text says “{governor.text}”")
        if governor.upos == "NOUN" and infinitive:
            status: Status = "possible" if lemma in _POSSIBLE_NOUNS else "planned"
            return Factuality(status=status, why=f"told as the aim of “{governor.text}”")
        if relation == "xcomp":
            return self._verb(governor.index)
        if relation in ("advcl", "acl") and infinitive:
            above = self._verb(governor.index)
            return above if above.status != "happened" else Factuality(status="planned", why=f"told as the purpose of “{governor.text}”")
        return None

    def _unless_negated(self, governor: Token, planned: Factuality) -> Factuality:
        """ "was due to": arranged; "was not due to": denied."""
        if any(c.text.lower() in _NEGATIONS for c in self._children(governor.index)):
            return Factuality(status="denied", why=f"“not {governor.text}”")
        return planned
