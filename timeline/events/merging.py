"""Mentions of one happening within a document become one event.

Two readings are one event when they tell the same kind of thing, nothing said of one contradicts the other (place, date, actors), and
either the words are related ("deployed", "deployment"), or the later is a definite noun for it ("the accord"), or both tell that the
same people came to the same place.
"""

from collections.abc import Sequence

from timeline.events.context import Context
from timeline.events.draft import Draft
from timeline.records import Interval, PlaceMention

_KINDRED = (
    frozenset({"visit", "travel"}),
    frozenset({"agreement", "meeting"}),
    frozenset({"attack", "crime", "death"}),
    frozenset({"disaster", "accident"}),
    frozenset({"court", "arrest"}),
    frozenset({"deployment", "travel"}),
    frozenset({"rescue", "aid"}),
    frozenset({"launch", "business"}),
)
_VIOLENT = frozenset({"attack", "crime", "death", "accident"})
_NAMED = frozenset({"person", "organisation", "state", "group"})
_POINTING = frozenset({"the", "this", "that", "his", "her", "its", "their", "these", "those"})
_MEMORY = 150
"""Happenings that a reader keeps in mind."""
_MOST = 40
"""Mentions that one happening takes in."""
_ARRIVALS = frozenset("visit arrive arrival land landing trip stay tour come fly travel mission call stop".split())
_GENERAL = frozenset(
    "trip tour journey visit attack deal accord pact agreement meeting talks disaster crash accident blast explosion shooting killing "
    "storm quake earthquake hurricane fire raid trial vote election protest race match game launch mission incident collapse rescue "
    "flight ceremony gathering arrival stay stop truce ceasefire war battle assault offensive strike outbreak epidemic deployment "
    "withdrawal".split()
)


def merge(drafts: Sequence[Draft], context: Context) -> tuple[tuple[Draft, ...], ...]:
    """Groups of readings, each one happening, the fullest reading first; groups in the order of their first mention.

    A reading is compared with the last `_MEMORY` happenings only, so that the time is linear in the text. Statements are never merged:
    who speaks twice has said two things.
    """
    groups: list[list[Draft]] = []
    for draft in drafts:
        near = groups[-_MEMORY:] if draft.trigger.type != "statement" else []
        home = next((g for g in reversed(near) if len(g) < _MOST and _one_happening(g, draft, context)), None)
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    return tuple(tuple(sorted(group, key=_fullness)) for group in groups)


def _fullness(draft: Draft) -> tuple[int, int, int, int]:
    """Sort key: body before heading, verbs with their own date, place and agents before bare nouns, then the order of the text."""
    told = (draft.dating.interval is not None) + (draft.place is not None and draft.place_own) + bool(draft.arguments.agents)
    return (draft.sentence.kind != "body", -told, draft.trigger.kind != "verb", draft.start)


def _one_happening(group: Sequence[Draft], later: Draft, context: Context) -> bool:
    if any(d.trigger.clause == later.trigger.clause and d.ordinal != later.ordinal for d in group):
        return False
    if not all(_compatible(d, later) for d in group):
        return False
    return any(
        _related(d, later) or _points_back(d, later, context) or _same_arrival(d, later) or _purpose(d, later, context) for d in group
    )


def _compatible(a: Draft, b: Draft) -> bool:
    if not same_kind(a.trigger.type, b.trigger.type):
        return False
    real = {"happened", "ongoing"}
    if a.factuality.status != b.factuality.status and not {a.factuality.status, b.factuality.status} <= real:
        repeated = b.trigger.kind == "noun" or a.trigger.kind == "noun"
        if not repeated or (
            "denied" in (a.factuality.status, b.factuality.status) and "happened" not in (a.factuality.status, b.factuality.status)
        ):
            return False
    return _dates_agree(a.dating.interval, b.dating.interval) and places_agree(a.place, b.place) and _actors_agree(a, b)


def same_kind(a: str, b: str) -> bool:
    """Whether two event types can be readings of one happening."""
    return a == b or any(a in kin and b in kin for kin in _KINDRED)


def _dates_agree(a: Interval | None, b: Interval | None) -> bool:
    if a is None or b is None:
        return True
    return not (a.latest < b.earliest or b.latest < a.earliest)


def places_agree(a: PlaceMention | None, b: PlaceMention | None) -> bool:
    """Whether two places can be those of one happening: one unknown, the same, or one around the other."""
    if a is None or b is None or a.place is None or b.place is None:
        return a is None or b is None or a.text == b.text
    if a.place.id == b.place.id:
        return True
    small, large = sorted((a.place, b.place), key=lambda p: p.radius_km)
    if large.granularity == "country":
        return small.country == large.country
    return large.granularity == "region" and (small.country, small.admin1) == (large.country, large.name)


def _actors_agree(a: Draft, b: Draft) -> bool:
    mine, theirs = a.actor_ids, b.actor_ids
    return not mine or not theirs or bool(mine & theirs) or _same_head(a, b) or _nameless(a, b)


def _nameless(a: Draft, b: Draft) -> bool:
    """Whether one of two readings of violence names nobody: "a man was shot", "the shooting of the teenager" may be one."""
    if {a.trigger.type, b.trigger.type} - _VIOLENT:
        return False
    return any(not any(p.kind in _NAMED for p in (*d.arguments.agents, *d.arguments.patients)) for d in (a, b))


def _same_head(a: Draft, b: Draft) -> bool:
    """Whether two readings name kindred actors: by the last word, or a state and people of that state ("Kenya", "Kenyan police")."""
    mine, theirs = ((*d.arguments.agents, *d.arguments.patients) for d in (a, b))
    if {p.name.split()[-1].lower() for p in mine} & {p.name.split()[-1].lower() for p in theirs}:
        return True
    states, groups = ({p.country for p in people if p.country and p.kind in ("state", "group")} for people in (mine, theirs))
    return bool(states & groups)


def related_words(a: str, b: str) -> bool:
    """Whether two lemmas are one word or share a stem ("deploy", "deployment"; "arrive", "arrival").

    >>> related_words("deploy", "deployment"), related_words("invade", "invasion"), related_words("sign", "signal")
    (True, True, False)
    """
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    shared = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return len(short) > 4 and shared >= max(4, len(short) - 2)


def _related(a: Draft, b: Draft) -> bool:
    """The same or a kindred word, told of the same actors or place (a bare repetition of a common verb is not enough)."""
    if not related_words(a.trigger.lemma, b.trigger.lemma):
        return False
    if "noun" in (a.trigger.kind, b.trigger.kind) or a.sentence.kind != b.sentence.kind:
        return True
    if a.sentence.kind != "body":
        return True
    placed = a.place is not None and b.place is not None and a.place_own and b.place_own
    dated = a.dating.interval is not None and a.dating.interval == b.dating.interval
    bare = b.trigger.type != "travel" and (_bare(b) or (b.trigger.type in _VIOLENT and _bare(a)))
    return bool(a.actor_ids & b.actor_ids) and (placed or dated or bare)


def _bare(draft: Draft) -> bool:
    """Whether a reading has neither a place of its own nor a date."""
    return not (draft.place is not None and draft.place_own) and draft.dating.interval is None


def _same_arrival(a: Draft, b: Draft) -> bool:
    """ "arrived in Haiti", "his visit to Haiti": one stay told with two words, where who and where are the same."""
    if not both_arrivals(a.trigger.lemma, b.trigger.lemma) or not a.actor_ids & b.actor_ids:
        return False
    return a.place is not None and b.place is not None and a.place.place is not None and a.place.place == (b.place.place)


def _purpose(a: Draft, b: Draft, context: Context) -> bool:
    """ "arrived for a visit", "came on a tour": a kindred noun inside the clause that tells nobody else."""
    inside = context.tokens[b.trigger.head].head == a.trigger.clause
    return b.trigger.kind == "noun" and inside and both_arrivals(a.trigger.lemma, b.trigger.lemma) and b.actor_ids <= a.actor_ids


def both_arrivals(a: str, b: str) -> bool:
    """Whether two lemmas can tell one stay of a traveller ("arrive", "visit")."""
    return {a, b} <= _ARRIVALS


def _points_back(earlier: Draft, later: Draft, context: Context) -> bool:
    """ "the accord", "his trip": a definite noun after the event it names."""
    if later.trigger.kind != "noun" or later.start < earlier.start or later.trigger.lemma not in _GENERAL:
        return False
    new_place = later.place is not None and later.place_own and earlier.place is None
    new_date = later.dating.interval is not None and later.dating.own and earlier.dating.interval is None
    if new_place or new_date:
        return False
    return any(c.text.lower() in _POINTING or c.deprel == "nmod:poss" for c in context.children(later.trigger.head))
