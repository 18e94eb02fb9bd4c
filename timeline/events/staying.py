"""Whether the scene of a text goes on: which place told before, or beside, an event without words for its place is its place.

Every place that came up shortly before is a candidate. A small network (scenemodel.py) tells from what can be seen of event, candidate and
the words between, and from what the language model made of the two words, the chance that the event is there; the best candidate is taken
from LIKELY on.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.events.arguments import Arguments
from timeline.events.context import Context
from timeline.events.dating import Dating
from timeline.events.locating import Location
from timeline.events.scenemodel import Vectors, scene_model
from timeline.events.triggers import Trigger
from timeline.records import PlaceMention, Token

LIKELY = 0.6
_SENTENCES = 10
_CANDIDATES = 6
_NEAR = 3
_APART = frozenset({"because", "although", "though", "after", "before", "since", "until", "unless", "if"})
_DECISIONS = frozenset({"law", "court", "sanction", "appointment", "election", "agreement", "business", "launch"})
_BODIES = frozenset({"attack", "crime", "death", "accident", "rescue", "arrest", "protest", "disaster", "health"})
_OCCASIONS = frozenset({"meeting", "visit", "sport", "award", "construction", "closure", "deployment", "aid"})
_COARSE = frozenset({"country", "continent"})
_INDOORS = frozenset({"in", "at", "inside", "outside", "on", "into", "through", "near", "around", "to"})
_OPENING = 25
_FEATURES = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that may be the event's, its head token, the number of the trigger that told it (None: none did), and what can be seen."""

    mention: PlaceMention
    head: int
    source: int | None
    features: _FEATURES


class Staying:
    """Chooses among the places of the scene, for the triggers of one document."""

    def __init__(
        self,
        context: Context,
        triggers: Sequence[Trigger],
        *,
        arguments: Sequence[Arguments],
        datings: Sequence[Dating],
        unreal: Sequence[bool],
    ) -> None:
        self.context, self.triggers = context, triggers
        self.vectors = Vectors(context.parsed)
        self._people = [frozenset(p.actor_id for p in (*a.agents, *a.patients)) for a in arguments]
        self._datings, self._unreal = datings, unreal
        self._bare = [(i, m) for i, m in sorted(context.place_at.items()) if not m.demonym]
        self._often: dict[str, int] = {}
        for _, mention in self._bare:
            self._often[_key(mention)] = self._often.get(_key(mention), 0) + 1

    def choose(self, number: int, locations: Sequence[Location]) -> Location | None:
        """The scene's place for a trigger without one of its own, or None where no candidate is likely."""
        found = self.candidates(number, locations)
        if not found:
            return None
        event = self.vectors.trigger(self.triggers[number].head)
        chances = scene_model().chances([c.features for c in found], event, self.vectors.fillers([c.head for c in found]))
        best = max(chances)
        if best < LIKELY:
            return None
        candidate = found[chances.index(best)]
        where = candidate.mention.text
        told = self._word(candidate.source) if candidate.source is not None else None
        why = f"no place is named here: the text is still at {where}" + (f", where “{told}” was told" if told else "")
        return Location(places=(candidate.mention,), origin=None, own=False, why=why)

    def candidates(self, number: int, locations: Sequence[Location]) -> list[Candidate]:
        """Places of events and bare places, nearest first, each place once."""
        head, here = self.triggers[number].head, self._sentence(number)
        sources: list[tuple[int, PlaceMention, int | None]] = []
        for other, location in enumerate(locations):
            if other != number and len(location.places) == 1 and 0 <= here - self._sentence(other) <= _SENTENCES:
                sources.append((self.triggers[other].head, location.places[0], other))
        attached = {m.start for _, m, _ in sources}
        for index, mention in self._bare:
            if mention.start not in attached and 0 <= here - self.context.tokens[index].sentence <= _SENTENCES:
                sources.append((index, mention, None))
        sources.sort(key=lambda s: (s[0] > head, here - self.context.tokens[s[0]].sentence, s[2] is None, abs(head - s[0])))
        out: list[Candidate] = []
        seen: set[str] = set()
        for index, mention, source in sources:
            if _key(mention) not in seen and len(out) < _CANDIDATES:
                features = self._features(number, index, mention, source=source, rank=len(out), locations=locations)
                seen.add(_key(mention))
                head_of = self.context.head_of(mention.start, mention.end)
                out.append(Candidate(mention=mention, head=head_of, source=source, features=features))
        return out

    def _features(
        self, number: int, index: int, mention: PlaceMention, *, source: int | None, rank: int, locations: Sequence[Location]
    ) -> dict[str, float]:
        trigger, tokens = self.triggers[number], self.context.tokens
        sentences = self.context.parsed.sentences
        here, there = sentences[tokens[trigger.head].sentence], sentences[tokens[index].sentence]
        place = mention.place
        apart = any(c.deprel == "mark" and c.text.lower() in _APART for c in self.context.children(trigger.clause))
        told: dict[str, bool | float] = {
            "always": True,
            "same sentence": here.index == there.index,
            "two sentences back": here.index - there.index == 2,
            "farther back": here.index - there.index > 2,
            "told after": index > trigger.head,
            "new paragraph": here.paragraph != there.paragraph,
            "second nearest": rank == 1,
            "third nearest or farther": rank > 1,
            "named often": math.log(self._often.get(_key(mention), 1)),
            "not found in the gazetteer": place is None,
            "country": place is not None and place.granularity in _COARSE,
            "region": place is not None and place.granularity in ("region", "county"),
            "site": place is not None and place.granularity in ("site", "neighbourhood"),
            "sea or other": place is not None and place.granularity in ("sea", "other"),
            "told by no event": source is None,
            "decision": trigger.type in _DECISIONS,
            "harm": trigger.type in _BODIES,
            "occasion": trigger.type in _OCCASIONS,
            "words": trigger.type == "statement",
            "move": self._moves(number),
            "noun": trigger.kind == "noun",
            "unreal": self._unreal[number],
            "had done": self._perfect(number),
            "apart": apart and here.index == there.index,
            "names a place": locations[number].names_place,
            "begins a move": locations[number].origin is not None,
            "other places between": min(
                3, len({_key(m) for i, m in self._bare if min(index, trigger.head) < i < max(index, trigger.head)} - {_key(mention)})
            ),
            "later": any(t.text.lower() in _LATER for t in tokens[here.first : here.last]),
        }
        if source is not None:
            told |= {
                "of its scene too": not locations[source].own,
                "arrival": mention.role == "destination",
                "same people": bool(self._people[number] & self._people[source]),
                "other people": bool(self._people[number] and self._people[source]) and not self._people[number] & self._people[source],
                "other time": self._other_time(number, source),
                "same time": self._same_time(number, source),
                "words before": self.triggers[source].type == "statement",
                "unreal before": self._unreal[source],
                "move before": self._moves(source) and mention.role != "destination",
            }
            told["goes on bodily"] = bool(
                trigger.type in _BODIES | _OCCASIONS | {"travel", "other"}
                and not told["move"]
                and not told["names a place"]
                and not told["apart"]
                and not told["new paragraph"]
                and not told["told after"]
                and locations[source].own
                and here.index - there.index <= _NEAR
            )
        told |= self._clues(number, index, mention, locations)
        if told["decision"] and told["country"]:
            told["decision of a country"] = True
        if told["harm"] and not told["new paragraph"]:
            told["harm in one paragraph"] = True
        return {name: float(value) for name, value in told.items() if value}

    def _clues(self, number: int, index: int, mention: PlaceMention, locations: Sequence[Location]) -> dict[str, bool | float]:
        """What event and candidate look like by themselves: subject, tense and spot of the one, standing in the text of the other."""
        context, trigger = self.context, self.triggers[number]
        tokens, sentences = context.tokens, context.parsed.sentences
        children = context.children(trigger.clause)
        subject = next((c for c in children if c.deprel.startswith("nsubj")), None)
        here, there = sentences[tokens[trigger.head].sentence], sentences[tokens[index].sentence]
        key = _key(mention)
        scenes = [n for n, location in enumerate(locations) if n < number and len(location.places) == 1]
        at = [n for n in scenes if _key(locations[n].places[0]) == key]
        return {
            "spot word": any(_spot(context, c) for c in children),
            "pronoun": subject is not None and subject.upos == "PRON",
            "no subject": subject is None,
            "in the title": mention.text.lower() in (context.parsed.document.title or "").lower(),
            "in the opening": index < _OPENING,
            "events there": math.log(1 + len(at)),
            "last scene": bool(scenes) and scenes[-1] in at,
            "plain past": tokens[trigger.clause].xpos == "VBD",
            "dated": self._datings[number].interval is not None,
            "opens a paragraph": here.index == 0 or sentences[here.index - 1].paragraph != here.paragraph,
            "candidate opens a paragraph": there.index == 0 or sentences[there.index - 1].paragraph != there.paragraph,
            "named most": self._often.get(key, 1) == max(self._often.values(), default=1),
        }

    def _moves(self, number: int) -> bool:
        trigger = self.triggers[number]
        return trigger.type in ("travel", "withdrawal") or self.context.lexicon.within("motion", trigger.lemma, trigger.particle)

    def _perfect(self, number: int) -> bool:
        return any(c.deprel == "aux" and c.text.lower() == "had" for c in self.context.children(self.triggers[number].clause))

    def _other_time(self, number: int, source: int) -> bool:
        one, other = self._datings[number].interval, self._datings[source].interval
        return one is not None and other is not None and (one.latest < other.earliest or other.latest < one.earliest)

    def _same_time(self, number: int, source: int) -> bool:
        one, other = self._datings[number].interval, self._datings[source].interval
        return one is not None and one == other

    def _sentence(self, number: int) -> int:
        return self.context.tokens[self.triggers[number].head].sentence

    def _word(self, number: int) -> str:
        return self.context.words(self.triggers[number].first, self.triggers[number].last)


_LATER = frozenset("later soon eventually afterwards afterward subsequently finally meanwhile earlier previously once since".split())


def _spot(context: Context, token: Token) -> bool:
    """Whether a word is "in the courtyard", "at the hospital": a common noun that tells where."""
    return token.deprel.startswith("obl") and token.upos == "NOUN" and context.preposition(token.index) in _INDOORS


def _key(mention: PlaceMention) -> str:
    return mention.place.id if mention.place is not None else mention.text
