"""Whether a text is still at the time told before: which date beside or before an event without words for its time is its date.

Every date that came up shortly before, or in the sentence, is a candidate. A small network (scenemodel.py) tells from what can be seen of
event, candidate and the words between, and from what the language model made of the event's word and of the time's, the chance that the
event has that date; the best candidate is taken from LIKELY on.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.arguments import Arguments
from timeline.events.context import Context
from timeline.events.dating import UNDATED, Dating
from timeline.events.scenemodel import Vectors, day_model
from timeline.events.triggers import Trigger
from timeline.records import Token

LIKELY = 0.65
_SENTENCES, _CANDIDATES, _MANY_TOKENS = 3, 4, 8
_FINE = frozenset({"day", "part", "hour", "minute"})
_LATER = frozenset(
    "later soon eventually afterwards afterward subsequently finally meanwhile ultimately earlier previously once already since gradually "
    "increasingly long years months weeks days decades".split()
)
_THEN = frozenset({"then", "and", "when", "while", "as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeCandidate:
    """A date that may be the event's, the head of its words, the number of the trigger that told it (None: none did), what can be seen."""

    dating: Dating
    head: int
    source: int | None
    features: dict[str, float]


class Lasting:
    """Chooses among the dates of the scene, for the triggers of one document."""

    def __init__(self, context: Context, triggers: Sequence[Trigger], *, arguments: Sequence[Arguments], unreal: Sequence[bool]) -> None:
        self.context, self.triggers = context, triggers
        self.vectors = Vectors(context.parsed)
        self._people = [frozenset(p.actor_id for p in (*a.agents, *a.patients)) for a in arguments]
        self._unreal = unreal
        self._times = [(i, m) for i, m in sorted(context.time_at.items()) if m.interval is not None]

    def dates(self, datings: Sequence[Dating]) -> list[Dating]:
        """Datings with those of the scene filled in; dated events are never changed."""
        out = list(datings)
        for number in range(len(self.triggers)):
            if out[number] is UNDATED and (found := self.choose(number, out)):
                out[number] = found
        return out

    def choose(self, number: int, datings: Sequence[Dating]) -> Dating | None:
        """The scene's date for an event without one, or None where no candidate is likely."""
        found = self.candidates(number, datings)
        if not found:
            return None
        event = self.vectors.trigger(self.triggers[number].head)
        chances = day_model().chances([c.features for c in found], event, self.vectors.fillers([c.head for c in found]))
        best = max(chances)
        if best < LIKELY:
            return None
        candidate = found[chances.index(best)]
        return replace(candidate.dating, own=False, why=self._why(candidate))

    def _why(self, candidate: TimeCandidate) -> str:
        dating, told = candidate.dating, "no date is told here: the text is "
        if candidate.source is None:
            return f"{told}at “{dating.time.text}”" if dating.time is not None else told
        trigger, first = self.triggers[candidate.source], dating.why
        while first.startswith(told):
            first = first.partition("; ")[2]
        fine = dating.interval is None or dating.interval.precision in _FINE
        still = f"still {'on the day' if fine else 'at the time'} of “{self.context.words(trigger.first, trigger.last)}”"
        return f"{told}{still}; {first}" if first else told + still

    def candidates(self, number: int, datings: Sequence[Dating]) -> list[TimeCandidate]:
        """Dates of events and bare times, nearest first, each date once."""
        head, here = self.triggers[number].head, self._sentence(number)
        sources: list[tuple[int, Dating, int | None]] = []
        for other, dating in enumerate(datings):
            if other != number and dating.interval is not None and 0 <= here - self._sentence(other) <= _SENTENCES:
                sources.append((self.triggers[other].head, dating, other))
        attached = {dating.time.start for _, dating, _ in sources if dating.time is not None}
        for index, mention in self._times:
            if mention.start not in attached and 0 <= here - self.context.tokens[index].sentence <= _SENTENCES:
                sources.append((index, Dating(time=mention, interval=mention.interval, why=""), None))
        sources.sort(key=lambda s: (here - self.context.tokens[s[0]].sentence, s[0] > head, s[2] is None, abs(head - s[0])))
        out: list[TimeCandidate] = []
        seen: set[str] = set()
        for index, dating, source in sources:
            key = dating.interval.edtf if dating.interval else ""
            if key not in seen and len(out) < _CANDIDATES:
                seen.add(key)
                features = self._features(number, index, dating, source=source, rank=len(out), datings=datings)
                at = self.context.head_of(dating.time.start, dating.time.end) if dating.time is not None else index
                out.append(TimeCandidate(dating=dating, head=at, source=source, features=features))
        return out

    def _features(
        self, number: int, index: int, dating: Dating, *, source: int | None, rank: int, datings: Sequence[Dating]
    ) -> dict[str, float]:
        context, trigger = self.context, self.triggers[number]
        tokens, sentences = context.tokens, context.parsed.sentences
        here, there = sentences[tokens[trigger.head].sentence], sentences[tokens[index].sentence]
        precision = dating.interval.precision if dating.interval else "day"
        words = [t.text.lower() for t in tokens[here.first : here.last]]
        subject = next((c for c in context.children(trigger.clause) if c.deprel.startswith("nsubj")), None)
        dated = [n for n, d in enumerate(datings) if n < number and d.interval is not None]
        published = context.published
        told: dict[str, bool | float] = {
            "always": True,
            "same sentence": here.index == there.index,
            "two sentences back": here.index - there.index == 2,
            "three back": here.index - there.index > 2,
            "told after": index > trigger.head,
            "new paragraph": here.paragraph != there.paragraph,
            "second": rank == 1,
            "third or later": rank > 1,
            "month": precision == "month",
            "coarse": precision not in _FINE and precision != "month",
            "far in the sentence": here.index == there.index and abs(index - trigger.head) > _MANY_TOKENS,
            "own": dating.own,
            "told by no event": source is None,
            "plain past": tokens[trigger.clause].xpos == "VBD",
            "had done": self._auxiliary(trigger, "had"),
            "to come": self._auxiliary(trigger, "will") or self._auxiliary(trigger, "would"),
            "present": tokens[trigger.clause].xpos in ("VBZ", "VBP") or self._auxiliary(trigger, "has") or self._auxiliary(trigger, "have"),
            "passive": any(c.deprel == "aux:pass" for c in context.children(trigger.clause)),
            "noun": trigger.kind == "noun",
            "words": trigger.type == "statement",
            "harm": trigger.type in ("attack", "crime", "death", "accident", "disaster"),
            "move": trigger.type in ("travel", "visit", "withdrawal", "deployment"),
            "other type": trigger.type == "other",
            "unreal": self._unreal[number],
            "history": published is None,
            "published that day": published is not None and dating.interval is not None and dating.interval.earliest[:10] == published,
            "moves on": any(word in _LATER for word in words),
            "then": bool(words) and words[0] in _THEN,
            "another time here": any(m.interval is None for m in context.times_in(here.index)),
            "times here": min(3, len(context.times_in(here.index))),
            "pronoun": subject is not None and subject.upos == "PRON",
            "no subject": subject is None,
            "opens a paragraph": here.index == 0 or sentences[here.index - 1].paragraph != here.paragraph,
            "events then": math.log(1 + sum(self._same(datings[n], dating) for n in dated)),
            "last date": bool(dated) and self._same(datings[dated[-1]], dating),
        }
        if source is not None:
            other = self.triggers[source]
            told |= {
                "same people": bool(self._people[number] & self._people[source]),
                "other people": bool(self._people[number] and self._people[source]) and not self._people[number] & self._people[source],
                "source in plain past": tokens[other.clause].xpos == "VBD",
                "source had done": self._auxiliary(other, "had"),
                "source unreal": self._unreal[source],
                "source words": other.type == "statement",
                "source noun": other.kind == "noun",
                "same type": other.type == trigger.type,
                "below it": self._governor(trigger.clause) == other.clause,
                "above it": self._governor(other.clause) == trigger.clause,
                "coordinate": tokens[trigger.clause].deprel == "conj" and self._governor(trigger.clause) == other.clause,
                "relative clause": tokens[trigger.clause].deprel.startswith("acl"),
                "adverbial clause": tokens[trigger.clause].deprel.startswith("advcl"),
                "complement": tokens[trigger.clause].deprel in ("ccomp", "xcomp", "parataxis"),
            }
            told["both plain past"] = bool(told["plain past"] and told["source in plain past"])
            told["goes on"] = bool(told["both plain past"] and not told["moves on"] and not told["new paragraph"] and told["own"])
        return {name: float(value) for name, value in told.items() if value}

    def _same(self, one: Dating, other: Dating) -> bool:
        return one.interval is not None and other.interval is not None and one.interval.edtf == other.interval.edtf

    def _auxiliary(self, trigger: Trigger, word: str) -> bool:
        return any(c.deprel.startswith("aux") and c.text.lower() == word for c in self._children(trigger))

    def _children(self, trigger: Trigger) -> list[Token]:
        return self.context.children(trigger.clause)

    def _governor(self, clause: int) -> int:
        return self.context.tokens[clause].head

    def _sentence(self, number: int) -> int:
        return self.context.tokens[self.triggers[number].head].sentence
