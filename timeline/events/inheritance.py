"""What a trigger shares with the one its clause hangs on."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.context import Context
from timeline.events.dating import UNDATED, Dating
from timeline.events.locating import Location
from timeline.events.triggers import Trigger

_SAME_TIME = ("xcomp", "advcl", "conj", "acl", "obj", "obl", "nmod", "ccomp", "nsubj")
_ELSEWHERE_MARKS = frozenset({"after", "before", "since", "until", "because", "although", "though", "while", "as", "if", "unless", "once"})


class Inheritance:
    """Hands dates and places down the clauses of a sentence."""

    def __init__(self, context: Context, triggers: Sequence[Trigger]) -> None:
        self.context, self.tokens = context, context.tokens
        self._at: dict[int, int] = {}
        for number, trigger in enumerate(triggers):
            self._at.setdefault(trigger.clause, number)
            self._at[trigger.head] = number

    def governor(self, trigger: Trigger) -> tuple[int, str] | None:
        """The trigger whose clause this one hangs on most nearly (its number) and the relation, or None."""
        here = self.tokens[trigger.clause]
        relation = here.deprel
        for _ in range(6):
            if here.head == here.index:
                return None
            above = self._at.get(here.head)
            if above is not None:
                return above, relation
            here = self.tokens[here.head]
            if here.deprel.startswith(("acl", "advcl", "ccomp", "parataxis", "conj")):
                relation = here.deprel
        return None

    def dates(self, triggers: Sequence[Trigger], datings: Sequence[Dating]) -> list[Dating]:
        """Datings with those of clauses that share their governor's time filled in, governors first."""
        out = list(datings)
        for number, trigger in enumerate(triggers):
            if out[number] is UNDATED and (found := self._date_below(trigger, triggers, datings)):
                out[number] = found
        for number, trigger in enumerate(triggers):
            if out[number] is UNDATED and (found := self._date_above(trigger, triggers, out)):
                out[number] = found
        return out

    def _date_below(self, trigger: Trigger, triggers: Sequence[Trigger], datings: Sequence[Dating]) -> Dating | None:
        """ "was killed when the car left the road on Sunday": a "when" clause tells the time of the main one."""
        for child in self.context.children(trigger.clause):
            below = self._at.get(child.index)
            if below is None or not child.deprel.startswith("advcl") or datings[below].interval is None:
                continue
            if any(c.text.lower() in ("when", "as") and c.deprel in ("advmod", "mark") for c in self.context.children(child.index)):
                dating = datings[below]
                return replace(dating, why=f"at the time of “{self._word(triggers[below])}”: {dating.why}", own=False)
        return None

    def _date_above(self, trigger: Trigger, triggers: Sequence[Trigger], datings: Sequence[Dating]) -> Dating | None:
        above = self.governor(trigger)
        if above is None:
            return None
        number, relation = above
        dating, base = datings[number], relation.split(":")[0]
        if dating.interval is None or triggers[number].type == "statement" or base not in _SAME_TIME:
            return None
        if relation == "acl:relcl" and not self._where_clause(trigger):
            return None
        if base in ("ccomp", "nmod", "nsubj") or self._apart(trigger, triggers[number]):
            return None
        word = self._word(triggers[number])
        return replace(dating, why=f"shares the time of “{word}”: {dating.why}", own=False)

    def _word(self, trigger: Trigger) -> str:
        return self.context.words(trigger.first, trigger.last)

    def _motion(self, trigger: Trigger) -> bool:
        return self.context.lexicon.within("motion", trigger.lemma, trigger.particle)

    def _while(self, trigger: Trigger) -> bool:
        """A clause of the same time and so of the same place ("when", "as", "while", "after opening fire in ...")."""
        marks = {c.text.lower() for c in self.context.children(trigger.clause) if c.deprel in ("mark", "advmod")}
        return bool(marks & {"when", "as", "while"}) or ("after" in marks and self.tokens[trigger.clause].xpos == "VBG")

    def _same_subject(self, trigger: Trigger) -> bool:
        """The second of two verbs with one subject ("burned the hall and killed two men in Gori")."""
        return not any(c.deprel.startswith("nsubj") for c in self.context.children(trigger.clause))

    def _where_clause(self, trigger: Trigger) -> bool:
        return any(c.text.lower() == "where" for c in self.context.children(trigger.clause))

    def _apart(self, trigger: Trigger, above: Trigger) -> bool:
        """Whether tense, a mark or an aim sets the clause in another time than its governor."""
        children = self.context.children(trigger.clause)
        marks = {c.text.lower() for c in children if c.deprel == "mark"}
        opens = self.context.tree.subtree(trigger.clause)[0]
        marks |= {word for t in self.tokens[max(0, opens - 1) : opens + 3] if (word := t.text.lower()) in ("after", "before")}
        if marks & _ELSEWHERE_MARKS or any(c.deprel == "case" and c.text.lower() in _ELSEWHERE_MARKS for c in children):
            return True
        mine = {c.lemma.lower() for c in children if c.deprel.startswith("aux")}
        theirs = {c.lemma.lower() for c in self.context.children(above.clause) if c.deprel.startswith("aux")}
        modal = {"will", "would", "may", "might", "could", "have"}
        return bool((mine ^ theirs) & modal) and trigger.kind == "verb" and "to" not in marks

    def places(self, triggers: Sequence[Trigger], locations: Sequence[Location]) -> list[Location]:
        """Locations with those shared with a governing clause, or with a noun below, filled in."""
        out = list(locations)
        for number, trigger in enumerate(triggers):
            if not out[number].places and trigger.type != "statement":
                shared = self._place_above(trigger, triggers, out) or self._place_below(trigger, number, triggers, locations)
                if shared:
                    out[number] = replace(shared, origin=out[number].origin)
        return out

    def _place_above(self, trigger: Trigger, triggers: Sequence[Trigger], locations: Sequence[Location]) -> Location | None:
        above = self.governor(trigger)
        if above is None:
            return None
        number, relation = above
        base = relation.split(":")[0]
        location = locations[number]
        if len(location.places) != 1 or base not in ("xcomp", "advcl", "conj", "acl", "obj", "obl", "nmod") or relation == "acl:relcl":
            return None
        marks = {c.text.lower() for c in self.context.children(trigger.clause) if c.deprel == "mark"}
        if base == "advcl" and marks & _ELSEWHERE_MARKS - {"as", "while"}:
            return None
        if base == "conj" and (self._motion(trigger) or self._motion(triggers[number])):
            return None
        if base == "acl" and any(c.text.lower() == "to" and c.deprel == "mark" for c in self.context.children(trigger.clause)):
            return None
        word = self._word(triggers[number])
        return Location(places=location.places, origin=None, own=False, why=f"shares the place of “{word}” ({location.places[0].text})")

    def _place_below(self, trigger: Trigger, number: int, triggers: Sequence[Trigger], locations: Sequence[Location]) -> Location | None:
        """A noun inside the clause has the place: "launched an assault" with "on Tripoli" on the noun."""
        for other, below in enumerate(triggers):
            hanging = self.tokens[below.head]
            if other == number or hanging.head != trigger.clause:
                continue
            if (
                hanging.deprel.startswith(("obj", "obl"))
                or (hanging.deprel.startswith("advcl") and self._while(below))
                or (
                    hanging.deprel == "conj"
                    and not self._motion(trigger)
                    and not self._motion(below)
                    and self._same_subject(below)
                    and locations[other].places
                    and locations[other].places[0].role == "location"
                )
            ):
                location = locations[other]
                if len(location.places) == 1:
                    return replace(location, own=False, why=f"shares the place of “{self._word(below)}” ({location.places[0].text})")
        return None
