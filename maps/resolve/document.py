"""The toponyms of one document resolved together."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from maps.distance import distance_km
from maps.gazetteer import Gazetteer
from maps.gazetteer.folding import fold
from maps.place import Candidate, Place, Resolution, Toponym
from maps.resolve import weights
from maps.resolve.candidates import container, holds_only, readings
from maps.resolve.evidence import Evidence
from maps.resolve.offsets import moved, within
from maps.resolve.reasons import described, reason, unsure
from maps.resolve.words import family, in_town, site_stem

FELLOWS = 3
"""Other names that a reason gives."""
KEPT = 5
"""Candidates that an answer carries."""
LOCAL_KM = 60.0
"""A site that only the text knows is put into a container of at most this radius."""
MAIN_TOWN = 0.7
"""Of all mentions of towns, those that mean the one that a document is about."""
SAME_KM = 100.0
"""A city and the region named after it are one answer when the question is where."""
Answer = tuple[Place | None, str, tuple[Candidate, ...]]


@dataclass(slots=True)
class Group:
    """All mentions of one name in one sense: the readings with their own scores, and how likely each is now.

    `within`: the gazetteer lacks the name, and the readings are those of a place that holds it. `unlisted` and `short` are what the
    document adds to a place of the name that the gazetteer does not hold.
    """

    toponym: Toponym
    family: str
    count: int
    places: list[Place]
    scores: list[float]
    within: bool = False
    likely: list[float] = field(default_factory=list)
    unlisted: float = 0.0
    short: float = 0.0
    total: list[float] = field(default_factory=list)

    @property
    def listed(self) -> bool:
        """Whether the gazetteer has places of that name."""
        return bool(self.places) and not self.within


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a document as a whole says: its evidence, the first names by country, and the town that it is about.

    `read` tells, by name and by place, what the names were read as that the gazetteer lists.
    """

    gazetteer: Gazetteer
    evidence: Evidence
    first: dict[str | None, list[Group]]
    town: Place | None
    read: dict[str | Place, Place | None] = field(default_factory=dict)


def resolve(toponyms: Sequence[Toponym], gazetteer: Gazetteer, *, home: Place | None = None) -> tuple[Resolution, ...]:
    """What each toponym of one document means, in the order given.

    A name has one sense in a document unless the text itself tells two apart ("Springfield, Ill.", "Springfield, Mo."). `home` is
    the place that the source reports from. Where no reading is likely enough, the place is None and the candidates say which.
    """
    inners = _inners(toponyms)
    keys = _keys(toponyms, inners)
    kinds = {key: toponym.feature for key, toponym in reversed(list(zip(keys, toponyms, strict=True))) if toponym.feature}
    groups: dict[tuple[str, ...], Group] = {}
    for key, mention, inner in zip(keys, toponyms, inners, strict=True):
        if key in groups:
            groups[key].count += 1
            continue
        toponym = replace(mention, feature=kinds.get(key))
        found = _within_town(toponym, readings(toponym, gazetteer, inner=inner), gazetteer)
        unknown = not toponym.demonym and holds_only(gazetteer, toponym.text)
        groups[key] = Group(
            toponym=toponym, family=family(toponym), count=1, places=[p for p, _ in found], scores=[s for _, s in found], within=unknown
        )
    _short_for_sites(groups.values())
    evidence = _weigh(list(groups.values()), home)
    first = _by_country(list(groups.values()))
    setting = Setting(gazetteer=gazetteer, evidence=evidence, first=first, town=_town(groups.values(), home))
    answers = {key: _answer(group, number, setting) for number, (key, group) in enumerate(groups.items()) if group.listed}
    setting = replace(setting, read=_readings({key: groups[key] for key in answers}, answers))
    answers |= {key: _unlisted(group, number, setting) for number, (key, group) in enumerate(groups.items()) if not group.listed}
    return tuple(_for_mention(toponym, answers[key]) for key, toponym in zip(keys, toponyms, strict=True))


def _within_town(toponym: Toponym, found: list[tuple[Place, float]], gazetteer: Gazetteer) -> list[tuple[Place, float]]:
    """The readings that a quarter of a named town can have: those near a town of that name."""
    if toponym.feature != "quarter" or not toponym.containers:
        return found
    towns = [place for place in gazetteer.lookup(toponym.containers[0]) if place.granularity in ("city", "site")]
    return [(p, s) for p, s in found if any(distance_km(p, t) <= LOCAL_KM for t in towns)]


def _short_for_sites(groups: Iterable[Group]) -> None:
    """Where the text also names a site that the gazetteer lacks ("San José Mine"), its first words alone may be short for it."""
    sites = {fold(stem) for group in groups if (group.within or not group.places) and (stem := site_stem(group.toponym.text))}
    for group in groups:
        if fold(group.toponym.text) in sites and not group.toponym.containers:
            group.short = weights.SHORT_FOR_SITE


def _inners(toponyms: Sequence[Toponym]) -> list[str | None]:
    """For each toponym the name just before it that the text puts inside it ("Buffalo" for the second of "Buffalo, New York")."""
    inners: list[str | None] = [None] * len(toponyms)
    for index in range(1, len(toponyms)):
        before = toponyms[index - 1]
        if before.containers and before.containers[0] == toponyms[index].text and toponyms[index].start - before.end < 40:
            inners[index] = before.text
    return inners


def _keys(toponyms: Sequence[Toponym], inners: Sequence[str | None]) -> list[tuple[str, ...]]:
    """What makes two mentions one: name, containers, what it holds. One without containers takes those first given for its name."""
    given: dict[str, tuple[str, ...]] = {}
    names = []
    for toponym in toponyms:
        short = toponym.text.isupper() and len(toponym.text) < 5
        name = ("~" if toponym.demonym else "") + (toponym.text if short else fold(toponym.text) or toponym.text)
        names.append(name)
        if toponym.containers:
            given.setdefault(name, toponym.containers)
    return [
        (name, inner or "", *(toponym.containers or given.get(name, ())))
        for name, toponym, inner in zip(names, toponyms, inners, strict=True)
    ]


def _weigh(groups: list[Group], home: Place | None) -> Evidence:
    evidence = Evidence()
    for group in groups:
        group.total = group.scores
        group.likely = _softmax(group, weights.COOLING[0])
    for warmth in weights.COOLING[1:]:
        evidence = Evidence()
        for group in groups:
            evidence.add(group)
        for number, group in enumerate(groups):
            group.unlisted = evidence.unlisted(number)
            group.total = [
                score + evidence.support(place, number) + _at_home(place, home)
                for place, score in zip(group.places, group.scores, strict=True)
            ]
        for group in groups:
            group.likely = _softmax(group, warmth)
    return evidence


def _at_home(place: Place, home: Place | None) -> float:
    if home is None or home.country is None or place.country != home.country or place.granularity == "country":
        return 0.0
    if home.granularity == "city" and distance_km(place, home) < SAME_KM:
        return 3 * weights.HOME
    return weights.HOME * (2 if home.admin1 and place.admin1 == home.admin1 else 1)


def _softmax(group: Group, warmth: float) -> list[float]:
    """How likely each reading is, beside a place that the gazetteer does not hold; the warmer, the more alike."""
    if not group.total:
        return []
    unknown = weights.UNKNOWN + group.unlisted + group.short + (weights.LONG_NAME if " " in group.toponym.text else 0.0)
    top = max(*group.total, unknown)
    powers = [math.exp((score - top) / warmth) for score in group.total]
    total = sum(powers) + math.exp((unknown - top) / warmth)
    return [power / total for power in powers]


def _answer(group: Group, number: int, setting: Setting) -> Answer:
    gazetteer = setting.gazetteer
    order = sorted(range(len(group.places)), key=lambda i: (-group.total[i], i))
    parts = setting.evidence.parts(group.places[order[0]], number)
    candidates = tuple(_candidate(group, i, gazetteer) for i in order[:KEPT])
    if _doubtful(group, order[0]):
        return None, unsure(group.toponym, [group.places[i] for i in order], gazetteer), candidates
    place = group.places[order[0]]
    fellows = _fellows(setting.first, group, place)
    return place, reason(group.toponym, place, gazetteer, rivals=len(order) - 1, parts=parts, fellows=fellows), candidates


def _readings(groups: dict[tuple[str, ...], Group], answers: dict[tuple[str, ...], Answer]) -> dict[str | Place, Place | None]:
    """What each name, and each place that it may mean, was read as; the first mention decides."""
    read: dict[str | Place, Place | None] = {}
    for key, group in groups.items():
        read.setdefault(fold(group.toponym.text), answers[key][0])
        for place in group.places:
            read.setdefault(place, answers[key][0])
    return read


def _unlisted(group: Group, number: int, setting: Setting) -> Answer:
    """A name that the gazetteer lacks: in the place that the text puts around it, else in the one it is called after, if named near."""
    name, town = group.toponym.text, setting.town
    outer = _held_by(group, setting)
    if outer is not None:
        return within(group.toponym, outer), f"{name}: not in the gazetteer; placed in {outer.name}, named with it", ()
    place = _called_after(group, number, setting)
    if place is not None:
        return within(group.toponym, place), f"{name}: not in the gazetteer; placed in {place.name}, which its name gives", ()
    if town is not None and not group.toponym.containers and in_town(name):
        return within(group.toponym, town), f"{name}: not in the gazetteer; placed in {town.name}, the town that the text is about", ()
    return None, unsure(group.toponym, [], setting.gazetteer), ()


def _town(groups: Iterable[Group], home: Place | None) -> Place | None:
    """The town that most mentions of towns in a document mean, its home counted with them; None where there is none."""
    named: dict[Place, int] = {home: 1} if home is not None and home.granularity == "city" else {}
    for group in groups:
        if group.within or group.toponym.demonym:
            continue
        best = max(range(len(group.places)), key=group.likely.__getitem__, default=None)
        if best is not None and group.places[best].granularity == "city" and group.likely[best] > weights.SURE:
            named[group.places[best]] = named.get(group.places[best], 0) + group.count
    if not named:
        return None
    most = max(named, key=named.__getitem__)
    return most if named[most] >= MAIN_TOWN * sum(named.values()) else None


def _by_country(groups: list[Group]) -> dict[str | None, list[Group]]:
    """The first names of the document that mainly lie in each country."""
    first: dict[str | None, list[Group]] = {}
    for group in groups:
        for country in {place.country: None for place, likely in zip(group.places, group.likely, strict=True) if likely > 0.5}:
            known = first.setdefault(country, [])
            if len(known) <= FELLOWS:
                known.append(group)
    return first


def _fellows(first: dict[str | None, list[Group]], group: Group, place: Place) -> list[str]:
    """Other names of the document that lie in the same country."""
    return [other.toponym.text for other in first.get(place.country, []) if other.family != group.family][:FELLOWS]


def _doubtful(group: Group, best: int) -> bool:
    """Whether the readings like the best one (what lies in or on it counts with it) are too unlikely together."""
    place = group.places[best]
    own, rival = 0.0, 1.0 - sum(group.likely)
    for other, likely in zip(group.places, group.likely, strict=True):
        if other is place or _one(other, place):
            own += likely
        else:
            rival = max(rival, likely)
    return own < weights.SURE and (own < weights.LIKELY or own < weights.LEAD * rival)


def _one(a: Place, b: Place) -> bool:
    """Whether two places of one name lie in or on each other, as a city and its region do, or two outlines of one range."""
    if a.country is not None and b.country is not None and a.country != b.country:
        return False
    return distance_km(a, b) < max(SAME_KM, a.radius_km, b.radius_km)


def _held_by(group: Group, setting: Setting) -> Place | None:
    """The place that the text puts around a name, as it was read there; None where that is too wide or not known."""
    for name in group.toponym.containers:
        key = fold(name)
        outer = setting.read[key] if key in setting.read else next(iter(container(name, setting.gazetteer)), None)
        if outer is not None and outer.radius_km <= LOCAL_KM:
            return outer
    return None


def _called_after(group: Group, number: int, setting: Setting) -> Place | None:
    """The place that a name begins with, read as it is where it stands alone; else only with the support of other names."""
    if group.toponym.containers or not group.places:
        return None
    best = max(range(len(group.places)), key=lambda i: (group.total[i], -i))
    place = group.places[best]
    if place in setting.read:
        read = setting.read[place]
        return read if read in group.places else None
    supported = setting.evidence.support(place, number) >= weights.CALLED_AFTER
    return place if supported and not _doubtful(group, best) else None


def _candidate(group: Group, index: int, gazetteer: Gazetteer) -> Candidate:
    place = group.places[index]
    return Candidate(place=place, score=round(group.likely[index], 4), why=described(place, gazetteer))


def _for_mention(toponym: Toponym, answer: Answer) -> Resolution:
    place, why, candidates = answer
    point = moved(place, toponym) if place else None
    if place and point:
        place, why = point, f"{why}; {toponym.offset_km:g} km {toponym.bearing} of it"
    return Resolution(toponym=toponym, place=place, why=why, candidates=candidates)
