"""Names that the gazetteer lacks, put into what the text says they lie in."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from maps.gazetteer import Gazetteer
from maps.gazetteer.folding import fold
from maps.place import Candidate, Place
from maps.resolve import weights
from maps.resolve.candidates import container
from maps.resolve.evidence import Evidence
from maps.resolve.groups import LOCAL_KM, Group
from maps.resolve.likelihood import doubtful
from maps.resolve.offsets import within
from maps.resolve.reasons import unsure
from maps.resolve.words import in_town, stands_in_town

MAIN_TOWN = 0.7
"""Of all mentions of towns, those that mean the one that a document is about."""
OUTSIDE_KM = 30.0
"""How far off what lies "outside" or "near" a town may be."""
TOLD = 0.3
"""Of all names, those that lie in the country of a town in which an unlisted site is placed."""
Answer = tuple[Place | None, str, tuple[Candidate, ...]]
"""A place or None, why, and the candidates."""


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


def place_unlisted(group: Group, number: int, setting: Setting, beside: Place | None = None) -> Answer:
    """A name that the gazetteer lacks: in the place that the text puts around it, else in the one it is called after, if named near.

    What only stands in a town (a palace, a square) is in the one where the story stands. `number` is the group's in the evidence,
    `beside` the town named before it in its sentence.
    """
    name, town = group.toponym.text, setting.town
    placed = placed_with(group, setting)
    if placed is not None:
        return placed
    place = _called_after(group, number, setting)
    if place is not None:
        return within(group.toponym, place), f"{name}: not in the gazetteer; placed in {place.name}, which its name gives", ()
    if beside is not None and not group.toponym.containers and stands_in_town(name) and _told(beside, setting):
        return within(group.toponym, beside), f"{name}: not in the gazetteer; placed in {beside.name}, named beside it", ()
    if town is not None and not group.toponym.containers and in_town(name):
        return within(group.toponym, town), f"{name}: not in the gazetteer; placed in {town.name}, the town that the text is about", ()
    return None, unsure(group.toponym, [], setting.gazetteer), ()


def placed_with(group: Group, setting: Setting) -> Answer | None:
    """A name of which the gazetteer has no place there, in the small place that the text puts around it or near it."""
    toponym = group.toponym
    outer = _held_by(toponym.containers, setting)
    if outer is not None:
        return within(toponym, outer), f"{toponym.text}: not in the gazetteer; placed in {outer.name}, named with it", ()
    near = toponym.near if not toponym.containers and not in_town(toponym.text) and not any(map(str.isdigit, toponym.text)) else None
    outer = _held_by((near,), setting) if near else None
    if outer is None:
        return None
    around = replace(within(toponym, outer), radius_km=max(outer.radius_km, OUTSIDE_KM))
    return around, f"{toponym.text}: not in the gazetteer; placed near {outer.name}, as the text says", ()


def _told(town: Place, setting: Setting) -> bool:
    """Whether the names of the document, taken together, tell of the town's country."""
    return town.country is not None and setting.evidence.share(town.country) >= TOLD


def main_town(groups: Iterable[Group], home: Place | None) -> Place | None:
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


def _held_by(names: Iterable[str], setting: Setting) -> Place | None:
    """The first of the places around a name that is small and known, as it was read there; None where there is none."""
    for name in names:
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
    return place if supported and not doubtful(group, best) else None
