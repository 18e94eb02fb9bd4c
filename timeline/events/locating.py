"""Where an event happened: the places that its own clause names, their roles, and what the model has learned of verbs and places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.anaphora import POINTING_NOUNS
from timeline.events.context import Context, Reached
from timeline.events.learned import Learned
from timeline.events.triggers import Trigger
from timeline.records import PlaceMention, PlaceRole

_LOCATIVE = frozenset(
    "in at on near off outside inside within around across through throughout over along aboard above beside under beyond behind "
    "between among by past amid opposite beneath toward".split()
)
_GOAL = frozenset({"to", "into", "toward", "towards", "onto", "for", "via"})
_SOURCE = frozenset({"from", "out"})
_OWN_SUBJECT = frozenset({"election", "law", "closure", "protest", "disaster", "health"})
_FALLING = frozenset({"fall", "vote", "flood", "burn", "shake", "surrender", "host", "erupt", "secede"})
_LIKELY = 0.75
"""The chance from which a learned place fills a gap; chosen on held-out sentences and the seeds."""
_ORIGIN = 0.5
_SURE = 0.85
"""The chance from which it stands for another that the clause seemed to give."""
_NO_PLACE_OF_OWN = frozenset({"statement"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where: the places of equal rank that the words give (several for a list), the origin of a move, and the reason in words.

    `names_place`: the clause names a place that is not the event's; `unread`: it points to one that is not known ("his capital").
    """

    places: tuple[PlaceMention, ...]
    origin: PlaceMention | None
    why: str
    own: bool = True
    names_place: bool = False
    unread: bool = False


NOWHERE = Location(places=(), origin=None, why="")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    mention: PlaceMention
    role: PlaceRole
    rank: int
    reached: Reached


class Locator:
    """Reads the places of the triggers of one document from their own clauses."""

    def __init__(self, context: Context, triggers: Sequence[Trigger], learned: Learned) -> None:
        self.context, self.tokens, self.learned = context, context.tokens, learned
        self._heads = frozenset(t.head for t in triggers) | frozenset(t.clause for t in triggers)

    def read(self, trigger: Trigger) -> Location:
        """Where the trigger's event happened: by its own clause, and by what the model has learned of events and places."""
        return self._heeded(trigger, self._by_clause(trigger))

    def _heeded(self, trigger: Trigger, location: Location) -> Location:
        """The clause's reading, mended where the model is sure of another place, or that a loosely tied one is none."""
        found = self.learned.places(trigger)
        if found is None or trigger.type == "statement":
            return location
        told = {p.start for p in location.places}
        begins_at = next((m for m, chance in found["origin"] if chance >= _ORIGIN and m.start not in told), None)
        if location.origin is None and begins_at is not None:
            location = replace(location, origin=replace(begins_at, role="origin"))
        chances: dict[int, tuple[PlaceMention, float]] = {}
        for mention, chance in (*found["place"], *found["destination"]):
            begins = location.origin is not None and mention.start == location.origin.start
            if (
                not begins
                and not self._others_goal(trigger, mention)
                and not self._owner(trigger, mention)
                and (mention.start not in chances or chances[mention.start][1] < chance)
            ):
                chances[mention.start] = (mention, chance)
        likely = sorted((pair for pair in chances.values() if pair[1] >= _LIKELY), key=lambda pair: (-pair[1], pair[0].start))
        if not likely:
            return location
        told = {p.start for p in location.places}
        mended = likely[0][1] >= _SURE and not told & {m.start for m, _ in likely}
        return self._learned(trigger, likely, location) if mended or not location.places else location

    def _owner(self, trigger: Trigger, mention: PlaceMention) -> bool:
        """Whether the place is the state that acts: "Kenya's deployment" need not be in Kenya."""
        token = self.tokens[self.context.head_of(mention.start, mention.end)]
        return token.deprel == "nmod:poss" and token.head == trigger.head and trigger.type not in _OWN_SUBJECT

    def _others_goal(self, trigger: Trigger, mention: PlaceMention) -> bool:
        """Whether the place is where another word leads: "a journey to Kenya" says nothing of what else the sentence tells."""
        head = self.context.head_of(mention.start, mention.end)
        governor = self.tokens[head].head
        own = self.context.roots(trigger.head, trigger.clause, frozenset())
        return self.context.preposition(head) in ("to", "from") and self.tokens[head].deprel == "nmod" and governor not in own

    def _learned(self, trigger: Trigger, likely: list[tuple[PlaceMention, float]], location: Location) -> Location:
        first = likely[0][0]
        here = self.context.head_of(first.start, first.end)
        listed = [m for m, _ in likely[1:] if self._coordinate(here, self.context.head_of(m.start, m.end))]
        places = tuple(replace(m, role="location") for m in sorted((first, *listed), key=lambda m: m.start))
        why = f"the model reads {first.text} as where “{self._word(trigger)}” took place"
        return replace(location, places=places, why=why)

    def _by_clause(self, trigger: Trigger) -> Location:
        """The place words of one trigger's own clause; `NOWHERE` where it has none."""
        modified = self._modified_place(trigger)
        if modified:
            return Location(places=(modified,), origin=None, why=f"“where” stands for {modified.text}")
        readings = self._readings(trigger)
        origins = [r for r in readings if r.role == "origin"]
        goals = [r for r in readings if r.role == "destination"]
        spots = [r for r in readings if r.role == "location"]
        chosen = sorted(goals or spots, key=lambda r: r.rank)
        if goals and spots and not self._moves(trigger):
            chosen = sorted(spots + goals, key=lambda r: r.rank)
        origin = origins[0].mention if origins else None
        if not chosen:
            named, unread = self._names_place(trigger)
            return Location(places=(), origin=origin, why="", names_place=named or unread, unread=unread)
        places = self._list(chosen)
        first = places[0]
        return Location(places=places, origin=origin, why=f"“{self._words(chosen, first)}” stands with “{self._word(trigger)}”")

    def _modified_place(self, trigger: Trigger) -> PlaceMention | None:
        """ "in Lusaka, where she will meet ...": the clause tells what happens there."""
        where = next((c for c in self.context.children(trigger.clause) if c.text.lower() == "where" and c.deprel == "advmod"), None)
        if where is None:
            return None
        before = [(i, m) for i, m in self.context.places_in(where.sentence) if 0 < where.index - i <= 6 and not m.demonym]
        near = max(before, key=lambda pair: pair[0], default=None)
        head = self.context.place_at.get(self.tokens[trigger.clause].head)
        mention = head if head is not None and not head.demonym else near[1] if near else None
        return replace(mention, role="location") if mention else None

    def _word(self, trigger: Trigger) -> str:
        return self.context.words(trigger.first, trigger.last)

    def _words(self, readings: list[_Reading], mention: PlaceMention) -> str:
        reading = next(r for r in readings if r.mention is mention)
        preposition = reading.reached.preposition
        return f"{preposition} {mention.text}" if preposition else mention.text

    def _moves(self, trigger: Trigger) -> bool:
        return self.context.lexicon.within("motion", self.tokens[trigger.clause].lemma.lower(), trigger.particle) or trigger.type in (
            "travel",
            "visit",
            "deployment",
            "withdrawal",
        )

    def _readings(self, trigger: Trigger) -> list[_Reading]:
        stop = self._heads - {trigger.head, trigger.clause}
        found: list[_Reading] = []
        for reached in self.context.reach(self.context.roots(trigger.head, trigger.clause, stop), stop):
            mention = self.context.place_at.get(reached.index)
            if mention is None or mention.demonym:
                continue
            role, rank = self._role(trigger, reached)
            if role:
                found.append(_Reading(mention=replace(mention, role=role), role=role, rank=rank, reached=reached))
        return found

    def _names_place(self, trigger: Trigger) -> tuple[bool, bool]:
        """Whether the clause names some place, though not as the event's own, and whether it points to one that could not be read."""
        stop = self._heads - {trigger.head, trigger.clause}
        reached = [r.index for r in self.context.reach(self.context.roots(trigger.head, trigger.clause, stop), stop)]
        mentions = [self.context.place_at.get(index) for index in reached]
        named = any(mention is not None and not mention.demonym for mention in mentions)
        unread = any(m is None and self.tokens[i].lemma.lower() in POINTING_NOUNS for i, m in zip(reached, mentions, strict=True))
        return named, unread

    def _role(self, trigger: Trigger, reached: Reached) -> tuple[PlaceRole | None, int]:
        """The role and rank (0 is nearest) of a place reached from the trigger; None where it is only mentioned."""
        relation, preposition, depth = reached.relation.split(":")[0], reached.preposition, len(reached.path)
        lemma = self.tokens[trigger.clause].lemma.lower()
        direct = depth == 1 or all(step in ("conj", "flat", "compound", "appos") for step in reached.path[1:])
        if self._adjectival(reached.index):
            return None, 0
        if trigger.type in _NO_PLACE_OF_OWN and not (relation == "obl" and preposition in ("in", "at", "aboard") and direct):
            return None, 0
        if reached.first in _SOURCE and len(reached.path) > 1 and preposition not in _SOURCE:
            return ("destination", depth) if preposition == "to" and relation == "obl" and self._moves(trigger) else (None, 0)
        if preposition in _SOURCE and relation in ("obl", "nmod", "advmod"):
            return ("origin", depth) if self._moves(trigger) else (None, 0)
        if preposition in _GOAL and relation in ("obl", "nmod", "advmod"):
            return self._goal(trigger, preposition, depth)
        if relation in ("obl", "nmod", "advmod") and reached.path[0] != "nmod:poss" and (preposition in _LOCATIVE or preposition is None):
            return "location", depth
        if relation == "nmod" and preposition == "of" and trigger.kind == "noun":
            return "location", depth + 1
        if relation in ("obj", "iobj"):
            return self._object(trigger, reached, lemma, direct=direct)
        if relation == "nsubj":
            return self._subject(trigger, reached, lemma, direct=direct)
        if reached.path[0] == "nmod:poss" and trigger.type not in _OWN_SUBJECT:
            return None, 0
        if relation in ("compound", "amod", "nmod") and trigger.kind == "noun" and preposition is None:
            return "location", depth + 1
        return None, 0

    def _adjectival(self, index: int) -> bool:
        """A country's name that only says whose something is ("the US embassy", "a U.S. raid")."""
        mention = self.context.place_at[index]
        country = mention.place is not None and mention.place.granularity in ("country", "continent")
        return (
            country
            and self.tokens[index].deprel in ("compound", "amod", "nmod:desc", "nmod:poss")
            and self.tokens[index].head not in self._heads
        )

    def _goal(self, trigger: Trigger, preposition: str | None, depth: int) -> tuple[PlaceRole | None, int]:
        if self._moves(trigger):
            return "destination", depth
        if preposition in ("into", "onto"):
            return "location", depth
        return ("location", depth + 2) if preposition == "to" and trigger.kind == "noun" else (None, 0)

    def _object(self, trigger: Trigger, reached: Reached, lemma: str, *, direct: bool) -> tuple[PlaceRole | None, int]:
        takes = self.context.lexicon.within("placeobject", lemma, trigger.particle)
        if not direct and takes and self.context.lexicon.within("leaver", lemma, trigger.particle) and trigger.kind == "verb":
            return None, 0
        if direct and takes:
            if self.context.lexicon.within("leaver", lemma, trigger.particle) and trigger.kind == "verb":
                return ("origin", 1) if self._moves(trigger) else ("location", 1)
            return "location", 1
        if not direct and (reached.preposition in _LOCATIVE or (takes and reached.preposition in (None, "of"))):
            return "location", len(reached.path) + 1
        return None, 0

    def _subject(self, trigger: Trigger, reached: Reached, lemma: str, *, direct: bool) -> tuple[PlaceRole | None, int]:
        passive = reached.path[0] == "nsubj:pass"
        if passive and not direct and reached.preposition == "of" and self.context.lexicon.within("placeobject", lemma):
            return "location", 2
        if direct and (
            lemma in _FALLING or (passive and self.context.lexicon.within("placeobject", lemma)) or trigger.type in _OWN_SUBJECT
        ):
            return "location", 3
        if not direct and reached.preposition in ("in", "at", "near", "outside", "on", "off") and trigger.type != "statement":
            return "location", len(reached.path) + 3
        return None, 0

    def _list(self, chosen: list[_Reading]) -> tuple[PlaceMention, ...]:
        """The best reading, or all of a list "A, B and C"; a place inside another one wins over it."""
        best = chosen[0]
        narrower = [r for r in chosen if r.rank <= best.rank + 3 and _inside(r.mention, best.mention)]
        if narrower:
            best = min(narrower, key=lambda r: r.mention.place.radius_km if r.mention.place else 1e9)
        listed = [r for r in chosen if r is not best and self._coordinate(best.reached.index, r.reached.index) and r.role == best.role]
        ordered = sorted([best, *listed], key=lambda r: r.mention.start)
        if best.reached.preposition == "between":
            ordered = ordered[:1]
        return tuple(r.mention for r in ordered)

    def _coordinate(self, a: int, b: int) -> bool:
        tree = self.context.tree
        return tree.first_conjunct(a) == tree.first_conjunct(b)


def _inside(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether one place is narrower than another and may lie in it (same country, smaller circle)."""
    a, b = inner.place, outer.place
    if a is None or b is None or a.id == b.id or a.radius_km >= b.radius_km * 0.6:
        return False
    return b.country is None or a.country == b.country
