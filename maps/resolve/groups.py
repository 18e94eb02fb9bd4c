"""The names of one document, all mentions of a name in one sense together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from maps.distance import distance_km
from maps.gazetteer import Gazetteer
from maps.gazetteer.folding import fold
from maps.place import Place, Toponym
from maps.resolve import weights
from maps.resolve.candidates import HOME, holds_only, readings
from maps.resolve.words import family, is_street, site_stem

LOCAL_KM = 60.0
"""A site that only the text knows is put into a container of at most this radius."""


REACH = 3
"""Names before and behind one that tell most of it."""
MOST_BESIDE = 12


@dataclass(slots=True)
class Group:
    """All mentions of one name in one sense: the readings with their own scores, and how likely each is now.

    `within`: the gazetteer lacks the name, and the readings are those of a place that holds it. `unlisted` and `short` are what the
    document adds to a place of the name that the gazetteer does not hold. `beside` are the numbers of the names that stand near it in its
    paragraphs.
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
    beside: list[int] = field(default_factory=list)

    @property
    def listed(self) -> bool:
        """Whether the gazetteer has places of that name."""
        return bool(self.places) and not self.within


def grouped(toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[list[tuple[str, ...]], dict[tuple[str, ...], Group]]:
    """The key of each toponym's group, and the groups in the order of their first mentions.

    A kind that the text says at any mention holds for all; what a street lies in is no country.
    """
    inners = _inners(toponyms)
    keys = _keys(toponyms, inners)
    kinds: dict[tuple[str, ...], str] = {}
    for key, toponym, inner in zip(keys, toponyms, inners, strict=True):
        if kind := toponym.feature or (HOME if inner and is_street(inner) else None):
            kinds.setdefault(key, kind)
    groups: dict[tuple[str, ...], Group] = {}
    for key, mention, inner in zip(keys, toponyms, inners, strict=True):
        if key in groups:
            groups[key].count += 1
        else:
            groups[key] = _group(replace(mention, feature=kinds.get(key)), inner, gazetteer)
    _short_for_sites(groups.values())
    _beside(keys, toponyms, groups)
    return keys, groups


def _group(toponym: Toponym, inner: str | None, gazetteer: Gazetteer) -> Group:
    found = _within_town(toponym, readings(toponym, gazetteer, inner=inner), gazetteer)
    return Group(
        toponym=toponym,
        family=family(toponym),
        count=1,
        places=[place for place, _ in found],
        scores=[score for _, score in found],
        within=not toponym.demonym and holds_only(gazetteer, toponym.text),
    )


def _within_town(toponym: Toponym, found: list[tuple[Place, float]], gazetteer: Gazetteer) -> list[tuple[Place, float]]:
    """The readings that a quarter of a named town can have: those near a town of that name."""
    if toponym.feature != "quarter" or not toponym.containers:
        return found
    towns = [place for place in gazetteer.lookup(toponym.containers[0]) if place.granularity in ("city", "site")]
    return [(p, s) for p, s in found if any(distance_km(p, t) <= LOCAL_KM for t in towns)]


def _short_for_sites(groups: Iterable[Group]) -> None:
    """Where the text also names a mine or camp ("San José Mine"), its first words alone may be short for it."""
    sites = {fold(stem) for group in groups if (stem := site_stem(group.toponym.text))}
    for group in groups:
        if fold(group.toponym.text) in sites and not group.toponym.containers:
            group.short = weights.SHORT_FOR_SITE


def _beside(keys: Sequence[tuple[str, ...]], toponyms: Sequence[Toponym], groups: dict[tuple[str, ...], Group]) -> None:
    """Note for each name those of other families that stand within `REACH` names of it in one paragraph, `MOST_BESIDE` at most."""
    number = {key: at for at, key in enumerate(groups)}
    for index, (key, toponym) in enumerate(zip(keys, toponyms, strict=True)):
        if toponym.paragraph is None:
            continue
        group = groups[key]
        for near in range(max(0, index - REACH), min(len(keys), index + REACH + 1)):
            other = groups[keys[near]]
            if toponyms[near].paragraph != toponym.paragraph or other.family == group.family or len(group.beside) >= MOST_BESIDE:
                continue
            if number[keys[near]] not in group.beside:
                group.beside.append(number[keys[near]])


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
