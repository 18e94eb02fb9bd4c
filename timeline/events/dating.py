"""When an event happened, by the time expressions of its own clause.

A trigger takes the expression that its own clause holds; never one of another clause, and never the publication date by default.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.events.context import Context
from timeline.events.learned import Learned
from timeline.events.triggers import Trigger
from timeline.records import Interval, TimeMention
from timeline.times import join
from timeline.times.edtf import since

_SURE = 0.8
"""The chance from which the model's word for the time fills a gap."""
_RANK = {
    "minute": 0,
    "hour": 0,
    "part": 0,
    "day": 0,
    "week": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "year": 4,
    "decade": 5,
    "century": 6,
}
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split())
_DAY_WORDS = frozenset("this today tonight yesterday tomorrow last next that overnight today's yesterday's".split())
_TURNS = frozenset({"dawn", "noon", "midnight", "sunrise", "sunset", "dusk", "daybreak", "midday", "nightfall"})
_ELSEWHEN = frozenset({"after", "before", "since", "until", "till", "than", "ahead", "following"})


# What goes on: "has ruled since 1999" tells of 1999 and of what follows; of a change only its outcome does, "has been closed since 1999".
_LASTING = frozenset(
    """
    occupy hold keep live reside dwell rule govern reign lead head chair run operate control command serve work stay remain stand lie
    garrison surround besiege blockade shelter house host guard patrol protect administer own manage
    """.split()
)
_OUTCOMES = _LASTING | frozenset(
    """
    close shut detain imprison jail confine intern base station deploy block encircle trap strand ban bar outlaw prohibit suspend freeze
    displace exile employ
    """.split()
)


_NONE = frozenset({"not", "never", "no", "nobody", "none", "nothing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """The expression an event is dated by, the interval it gives, and the reason in words; all empty for an undated event."""

    time: TimeMention | None
    interval: Interval | None
    why: str
    own: bool = True


UNDATED = Dating(time=None, interval=None, why="")


class Dater:
    """Dates the triggers of one document from their own clauses."""

    def __init__(self, context: Context, triggers: Sequence[Trigger], learned: Learned) -> None:
        self.context, self.tokens, self.learned = context, context.tokens, learned
        self._heads = frozenset(t.head for t in triggers) | frozenset(t.clause for t in triggers)

    def read(self, trigger: Trigger) -> Dating:
        """The date that the trigger's own clause gives it, or the one that the model is sure of; `UNDATED` where neither gives one."""
        dating = self._by_clause(trigger)
        if dating.interval is not None or trigger.type == "statement":
            return dating
        for token, chance in self.learned.fillers(trigger, "time"):
            mention = self._time_of.get(token)
            if chance >= _SURE and mention is not None and self._tells_when(mention, trigger):
                why = (
                    f"the model reads ‘{mention.text}’ as when “{self.context.words(trigger.first, trigger.last)}” happened; {mention.why}"
                )
                return Dating(time=mention, interval=mention.interval, why=why)
        return dating

    def _tells_when(self, mention: TimeMention, trigger: Trigger) -> bool:
        index = self.context.head_of(mention.start, mention.end)
        if self._bare_clock(mention) or self._of_another(mention) or self._elsewhen(index, mention, trigger):
            return False
        return not self._beyond_relative(trigger.head, self.tokens[index].head) and not self._within_relative(index, trigger.head)

    def _within_relative(self, index: int, trigger: int) -> bool:
        """Whether the time stands in a relative clause that is not the trigger's: "he met the man who took office in August"."""
        above = {trigger, *self.context.tree.ancestors(trigger)}
        return any(self.tokens[i].deprel == "acl:relcl" and i not in above for i in (index, *self.context.tree.ancestors(index)))

    def _beyond_relative(self, here: int, governor: int) -> bool:
        """Whether the trigger stands in a relative clause about a word of the time's: "the war that the deal is to end began in April"."""
        for index in (here, *self.context.tree.ancestors(here)):
            if index == governor:
                return False
            if self.tokens[index].deprel == "acl:relcl":
                return True
        return False

    @cached_property
    def _time_of(self) -> dict[int, TimeMention]:
        """The time expressions with an interval, by each of their tokens."""
        dated = [m for m in self.context.time_at.values() if m.interval is not None and m.type in ("DATE", "TIME")]
        at = self.context.token_at
        return {i: m for m in dated for i in range(at(m.start), at(max(m.start, m.end - 1)) + 1)}

    def _by_clause(self, trigger: Trigger) -> Dating:
        modified = self._modified_time(trigger)
        if modified:
            return self._dating(modified)
        stop = self._heads - {trigger.head, trigger.clause}
        found: list[tuple[int, int, int, TimeMention]] = []
        for reached in self.context.reach(self.context.roots(trigger.head, trigger.clause, stop), stop):
            mention = self.context.time_at.get(reached.index)
            if mention is None or mention.interval is None or mention.type == "SET":
                continue
            if (
                self._bare_clock(mention)
                or self._of_another(mention)
                or self._elsewhen(reached.index, mention, trigger)
                or self._inside_participant(reached.path)
            ):
                continue
            found.append(
                (_RANK[mention.interval.precision], len(reached.path), abs(mention.start - self.tokens[trigger.clause].start), mention)
            )
        if not found:
            fronted = self._fronted(trigger)
            return self._dating(fronted) if fronted else self._ongoing(trigger, stop)
        best = min(found, key=lambda f: f[:3])[3]
        return self._span(best, [f[3] for f in found if f[3] is not best])

    def explain(self, trigger: Trigger, dating: Dating) -> Dating:
        """The dating; one that found nothing gets the reason of a time in its clause that gives no date ("in March" of no year)."""
        if dating is not UNDATED:
            return dating
        stop = self._heads - {trigger.head, trigger.clause}
        for reached in self.context.reach(self.context.roots(trigger.head, trigger.clause, stop), stop):
            mention = self.context.time_at.get(reached.index)
            if mention and mention.interval is None and not self._inside_participant(reached.path):
                return Dating(time=None, interval=None, why=f"the text gives no date for it: {mention.why}")
        return UNDATED

    def _fronted(self, trigger: Trigger) -> TimeMention | None:
        """The date that opens a sentence ("On Feb. 27 one of the strongest earthquakes ever measured shook ...") dates its main clause."""
        clause = self.tokens[trigger.clause]
        sentence = self.context.parsed.sentences[clause.sentence]
        if clause.head != clause.index:
            return None
        for index in range(sentence.first, min(sentence.first + 4, sentence.last)):
            mention = self.context.time_at.get(index)
            opens = mention is not None and self.context.token_at(mention.start) <= sentence.first + 1
            if (
                mention
                and opens
                and mention.interval
                and mention.type in ("DATE", "TIME")
                and not self._bare_clock(mention)
                and not self._elsewhen(index, mention, trigger)
            ):
                return mention
        return None

    def _ongoing(self, trigger: Trigger, stop: frozenset[int]) -> Dating:
        """An open interval for what has gone on since a time: "has been closed since 1999"; else `UNDATED`."""
        if not self._lasts(trigger):
            return UNDATED
        for reached in self.context.reach((trigger.head, trigger.clause), stop):
            mention = self.context.time_at.get(reached.index)
            if (
                mention
                and mention.interval
                and mention.type == "DATE"
                and self.context.prepositions(reached.index) == ("since",)
                and len(reached.path) == 1
                and ".." not in mention.interval.edtf
            ):
                return Dating(
                    time=mention, interval=since(mention.interval), why=f"has gone on since then, with no end told: {mention.why}"
                )
        return UNDATED

    def _lasts(self, trigger: Trigger) -> bool:
        """Whether the perfect tense, or a participle alone, tells of a state or of what takes its time ("has been living there since").

        What is counted or denied tells of no one state: "has closed three mines since 1999".
        """
        clause = self.tokens[trigger.clause]
        children = self.context.children(clause.index)
        below = [c for child in children if child.deprel.startswith(("obj", "nsubj")) for c in (child, *self.context.children(child.index))]
        if any(c.deprel == "nummod" or c.lemma.lower() in _NONE for c in (*children, *below)):
            return False
        helpers = {c.lemma.lower() for c in children if c.deprel.startswith(("aux", "cop"))}
        if clause.xpos == "VBG":
            return {"have", "be"} <= helpers
        bare = clause.xpos == "VBN" and not helpers and clause.deprel.startswith(("acl", "advcl"))
        outcome = bare or {"have", "be"} <= helpers
        return clause.lemma.lower() in (_OUTCOMES if outcome else _LASTING) and (bare or "have" in helpers)

    def _span(self, best: TimeMention, others: Sequence[TimeMention]) -> Dating:
        """The date, or the stretch from one to the other where the text joins two ("on 19 and 20 May", "from June to September")."""
        here = self.context.head_of(best.start, best.end)
        for other in others:
            there = self.context.head_of(other.start, other.end)
            joined = self.tokens[there].head == here and self.tokens[there].deprel == "conj"
            ends = {self.context.preposition(here), self.context.preposition(there)}
            assert best.interval is not None
            assert other.interval is not None
            if (
                joined or ("from" in ends and ends & {"to", "until", "till", "through"})
            ) and best.interval.precision == other.interval.precision:
                first, last = sorted((best, other), key=lambda m: m.start)
                assert first.interval is not None
                assert last.interval is not None
                return Dating(time=first, interval=join(first.interval, last.interval), why=f"{first.why}; {last.why}")
        return self._dating(best)

    def _dating(self, mention: TimeMention) -> Dating:
        return Dating(time=mention, interval=mention.interval, why=mention.why)

    def _modified_time(self, trigger: Trigger) -> TimeMention | None:
        """ "on Aug. 5, when a slab of rock sealed the tunnel": the clause tells what happened then."""
        token = self.tokens[trigger.clause]
        if not token.deprel.startswith(("acl", "advcl")) or token.head == token.index:
            return None
        when = any(c.text.lower() == "when" for c in self.context.children(token.index))
        if not when:
            return None
        mention = self.context.time_at.get(token.head)
        if mention is None:
            near = [m for m in self.context.times_in(token.sentence) if m.end <= token.start]
            clause = self.context.tree.subtree(token.index)[0]
            mention = next((m for m in near if 0 <= self.tokens[clause].start - m.end <= 2), None)
        return mention if mention and mention.interval else None

    def _elsewhen(self, index: int, mention: TimeMention, trigger: Trigger) -> bool:
        """Whether a preposition puts the event before or after the time named, not at it."""
        prepositions = self.context.prepositions(index)
        if not any(p in _ELSEWHEN for p in prepositions) or self.tokens[index].lemma.lower() in _TURNS:
            return False
        head = self.tokens[index]
        return (
            not (prepositions[-1] in ("after", "before") and mention.text.lower().startswith(("after", "before")))
            and head.index != trigger.head
        )

    def _of_another(self, mention: TimeMention) -> bool:
        """ "the day before the vote": counted from an event, not from the date told last."""
        if not mention.text.lower().endswith((" before", " after")):
            return False
        following = self.context.token_at(mention.end - 1) + 1
        return following < len(self.tokens) and self.tokens[following].upos != "PUNCT"

    def _bare_clock(self, mention: TimeMention) -> bool:
        """Whether an hour or part of a day stands without a day ("around noon"): the publication day is nobody's word for it."""
        if mention.type != "TIME" or mention.basis != "published":
            return False
        return not any(word in _DAY_WORDS or word.rstrip(".") in _WEEKDAYS for word in mention.text.lower().split())

    def _inside_participant(self, path: tuple[str, ...]) -> bool:
        """A date that belongs to a noun of the clause ("the leader of the 2012 revolt met ...") does not date the clause."""
        return path[0].startswith("nsubj") and len(path) > 1
