"""The readings of one toponym: places that bear its name, with what can be said of each without the rest of the document."""

import math
import re
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from maps.distance import distance_km
from maps.gazetteer import Gazetteer, is_own
from maps.gazetteer.folding import fold
from maps.place import Place, Toponym
from maps.resolve import weights
from maps.resolve.words import DIRECTIONS, KINDS, SETTLED, SITES, named_kind, stands_in_town

_HYPHENED = re.compile(r"\b(north|south)[- ](east|west)", re.IGNORECASE)
"""Both spellings of "South-east Asia" are one name."""
MOST = 60
"""Readings of one name that are weighed; beyond it they are the smallest villages."""

WITHIN = "within"
"""In place of a kind: the name was not found, but it begins with a place's that holds it."""
HOME = "home"
"""The kind of what people are said to be from by its own name ("a Lebanon woman"): anything but a country."""
AFTER_NAME = frozenset({"county", "parish", "district", "province", "river", "township"})
"""Kinds that are a part of many places' names in the gazetteer."""
NATURE = frozenset({"river", "mountain", "island", "site", "other"})
"""A bare name ("Albany") seldom means what is called so with its kind ("Albany River")."""
LANDS = ("ne:", "landmark:", "site:")
"""Beginnings of the ids of lands that are no region of a state: they have no people to be known by."""
LONGEST = 120
"""Letters of the longest name with what it is called after; longer ones are none."""
SHORT = 5
"""Letters from which on a word in capitals is more than an abbreviation: "USA" is no river."""
FEW_NAMES = 4
"""Other names that any town may have."""
KNOWN = 100_000
"""People of a city that may be known far from home."""
SEEN_ABROAD = 20_000
"""People of a town whose other spellings are used abroad."""
SPELLED = 5
"""Letters from which on likeness tells."""
ALIKE = 0.6
"""Share of letters that two spellings of one name have in common."""
NEAR_KM = 60.0
"""So near lies what the text puts near a town."""
WELL_KNOWN = 30_000
"""People of a place that an unknown site's name is believed to be called after."""


@lru_cache(maxsize=1 << 14)
def _places(gazetteer: Gazetteer, text: str, demonym: bool) -> tuple[tuple[Place, ...], str | None]:
    if demonym:
        return gazetteer.demonym(text), None
    if len(text) > LONGEST or not text.strip():
        return (), None
    bare = _HYPHENED.sub(r"\1\2", text.removesuffix("'s").removesuffix("’s"))
    found, seat = gazetteer.lookup(bare), gazetteer.metonym(bare)
    if seat is not None and not any(place.population >= WELL_KNOWN for place in found if fold(place.name) == fold(bare)):
        return (seat, *(place for place in found[:MOST] if fold(place.name) == fold(bare) and place != seat)), None
    if found:
        short = bare.isupper() and len(bare) < SHORT and found[0].granularity == "country"
        return tuple(place for place in found[:MOST] if not short or place.granularity not in NATURE), None
    kind = named_kind(bare)
    if kind is not None and (found := gazetteer.lookup(kind[0])):
        if SETTLED.isdisjoint(KINDS[kind[1]]):
            found = tuple(place for place in found if place.granularity in KINDS[kind[1]])
        if found:
            return found[:MOST], kind[1]
    part = _named_within(bare, gazetteer)
    return (part[:MOST], WITHIN) if part else ((), None)


def _named_within(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """What an unknown name says it is a part of: "central Ontario", "Anderson County Courthouse"; () where it does not."""
    words = text.split()
    if len(words) > 1 and words[0].lower().replace("-", "") in DIRECTIONS:
        return gazetteer.lookup(" ".join(words[1:]))
    if words[-1].lower() in SITES:
        for count in range(len(words) - 1, 0, -1):
            found = gazetteer.lookup(" ".join(words[:count]))
            if found and (found[0].population >= WELL_KNOWN or found[0].granularity == "county"):
                return found
    return ()


def readings(toponym: Toponym, gazetteer: Gazetteer, *, inner: str | None = None) -> list[tuple[Place, float]]:
    """Each place that the toponym may mean with its score from name, kind, population and containers.

    `inner` is a name that the text puts inside this one.
    """
    found, kind = _places(gazetteer, toponym.text, toponym.demonym)
    if toponym.feature and not toponym.demonym and (whole := _with_kind(toponym, found, gazetteer)):
        return readings(replace(toponym, text=whole, feature=None), gazetteer, inner=inner)
    fitting = KINDS.get((toponym.feature or kind or "").lower())
    bare = not fitting and len(found) > 1 and not toponym.text.lower().startswith("the ")
    around = [container(name, gazetteer) for name in toponym.containers]
    near = _nearby(toponym.near, gazetteer) if toponym.near and not around else ()
    held = _places(gazetteer, inner, False)[0][:MOST] if inner else ()
    out = []
    for place, alone in zip(found, _alone(gazetteer, toponym.text, toponym.demonym), strict=True):
        score = alone - (weights.BARE_RIVER if bare and place.granularity == "river" else 0.0)
        if fitting:
            fits = place.granularity in fitting
            score += (0.0 if fits else -2 * weights.FEATURE) if toponym.feature == HOME else weights.FEATURE if fits else -weights.FEATURE
        if around:
            share = sum(any(gazetteer.contains(outer, place) for outer in outers) for outers in around) / len(around)
            score += weights.INSIDE * (1.5 * share - 0.5)
        if near and place.radius_km <= NEAR_KM:
            score += weights.INSIDE * (1.0 if any(distance_km(outer, place) <= NEAR_KM for outer in near) else -0.5)
        if held and any(gazetteer.contains(place, other) for other in held):
            score += weights.HOLDS
        out.append((place, score))
    return out


@lru_cache(maxsize=1 << 12)
def _nearby(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The towns and sites that a name near which another lies may mean."""
    return tuple(place for place in gazetteer.lookup(name)[:MOST] if place.granularity in ("city", "neighbourhood", "site"))


def _with_kind(toponym: Toponym, found: tuple[Place, ...], gazetteer: Gazetteer) -> str | None:
    """The name with its kind, where only so the gazetteer has a place of that kind: "Love" of "Grayson and Love counties"."""
    feature = (toponym.feature or "").lower()
    if feature not in AFTER_NAME or any(place.granularity in KINDS[feature] for place in found):
        return None
    whole = f"{toponym.text} {feature.title()}"
    return whole if gazetteer.known(whole) else None


def holds_only(gazetteer: Gazetteer, text: str) -> bool:
    """Whether the readings of a name are those of a place that holds it, not its own."""
    return _places(gazetteer, text, False)[1] == WITHIN


@lru_cache(maxsize=1 << 14)
def _alone(gazetteer: Gazetteer, text: str, demonym: bool) -> tuple[float, ...]:
    """Scores of a name's places by prominence and name, a region's below those of cities ranked before it."""
    found, kind = _places(gazetteer, text, demonym)
    key = fold(text)
    usual = gazetteer.usual(text)
    taken = any(p.population >= KNOWN and p.id in usual and fold(p.name) == key for p in found)
    owned = any(p.id in usual or key in (fold(p.name), *fold(p.name).split()) for p in found)
    scores = []
    for p in found:
        cost = 0.0 if demonym or p.id in usual else usual_name(p, key, kind) * (2 if taken else 1)
        if cost and not owned and p.granularity == "city" and p.population >= SEEN_ABROAD and alike(fold(p.name), key):
            cost *= weights.SPELT
        scores.append(prominence(p, gazetteer) + cost)
    for index in range(1, len(scores)):
        if found[index].granularity == "region" and any(place.granularity == "city" for place in found[:index]):
            scores[index] = min(scores[index], scores[index - 1] - weights.RANKED)
    return tuple(_after_its_country(found, _after_cities(found, _after_its_seat(found, scores, key), key)))


def _after_its_seat(found: tuple[Place, ...], scores: list[float], key: str) -> list[float]:
    """A region or county that shares the name with a town in it is meant only where the text says so ("Mendoza Province").

    English names most regions of the world after their seat in this way and means the town. States and provinces of North America are
    the exception ("Quebec", "New York").
    """
    towns: dict[tuple[str | None, str | None], float] = {}
    for place, score in zip(found, scores, strict=True):
        if place.granularity == "city" and place.admin1:
            towns[place.country, place.admin1] = max(score, towns.get((place.country, place.admin1), score))
    out = []
    for place, score in zip(found, scores, strict=True):
        seat = towns.get((place.country, place.name if place.granularity == "region" else place.admin1))
        only_other_name = fold(place.name) != key
        if place.granularity in ("region", "county") and seat is not None and (only_other_name or place.country not in ("US", "CA")):
            score = min(score, seat - (weights.NAMESAKE if only_other_name else weights.RANKED))
        out.append(score)
    return out


def _after_cities(found: tuple[Place, ...], scores: list[float], key: str) -> list[float]:
    """By a bare name a county is meant after any large city ("York"), and a river or mountain seldom where a region bears it ("Ohio")."""
    cities = [s for p, s in zip(found, scores, strict=True) if p.granularity == "city" and p.population >= KNOWN and fold(p.name) == key]
    area = any(place.granularity in ("country", "region") for place in found)
    out = []
    for place, score in zip(found, scores, strict=True):
        if place.granularity == "county" and cities and fold(place.name) == key:
            score = min(score, max(cities) - weights.RANKED)
        out.append(score - weights.BESIDE_AREA if area and place.granularity in NATURE else score)
    return out


def _after_its_country(found: tuple[Place, ...], scores: list[float]) -> list[float]:
    """A region or town named as its own country is (Mexico, Luxembourg) is meant only where the text says so."""
    nations = {place.country: score for place, score in zip(found, scores, strict=True) if place.granularity == "country"}
    return [
        min(score, nations[place.country] - weights.NAMESAKE) if place.granularity != "country" and place.country in nations else score
        for place, score in zip(found, scores, strict=True)
    ]


@lru_cache(maxsize=1 << 12)
def container(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """What a name said to contain another may mean: its most prominent readings, regions and countries first."""
    found = gazetteer.lookup(name) or gazetteer.abbreviation(name) or gazetteer.demonym(name)
    if not found and (kind := named_kind(name)):
        found = gazetteer.lookup(kind[0])
    areas = [place for place in found[:MOST] if place.granularity in ("country", "region", "county", "continent", "island", "city")]
    if areas and areas[0].granularity in ("country", "region", "continent"):
        areas = [place for place in areas if place.granularity in ("country", "region", "continent")][:2]
    return tuple(areas[:4])


@lru_cache(maxsize=1 << 14)
def could_contain(inner: str, outer: str, gazetteer: Gazetteer, *, demonym: bool = False) -> bool:
    """Whether some reading of one name lies in some reading of another; an unknown inner name may lie in any known place."""
    around = gazetteer.demonym(outer)[:2] if demonym else container(outer, gazetteer)
    found, kind = _places(gazetteer, inner, False)
    if not found or kind == WITHIN or stands_in_town(inner):
        return bool(around) and not demonym
    if around and found[0].granularity == around[0].granularity and found[0].granularity in ("country", "region"):
        return False
    return any(gazetteer.contains(o, place) for o in around for place in found)


@lru_cache(maxsize=1 << 15)
def prominence(place: Place, gazetteer: Gazetteer) -> float:
    """How likely a place is meant when nothing is known but its name."""
    if is_own(place):
        return weights.OWN
    land = place.granularity == "region" and place.id.startswith(LANDS)
    score = weights.KIND["other" if land else place.granularity]
    if place.granularity in ("city", "region", "county") and not land:
        people = math.log10(max(place.population, 300))
        score += weights.PEOPLE * people
        if place.granularity != "city" or place.renown >= FEW_NAMES:
            score += weights.BIG * max(0.0, people - 5)
    if place.granularity == "city":
        score += weights.RENOWN * math.log2(max(place.renown, FEW_NAMES) / FEW_NAMES)
    if place.id.startswith("region:") and place.granularity == "region":
        score += weights.WORLD_REGION
    if gazetteer.is_capital(place):
        score += weights.CAPITAL
    return score


def alike(name: str, other: str) -> bool:
    """Whether two folded names are spellings of one: most of their letters in the same order."""
    return len(other) >= SPELLED and SequenceMatcher(None, name, other, autojunk=False).ratio() >= ALIKE


def usual_name(place: Place, key: str, kind: str | None) -> float:
    """The cost of a name that is not the place's usual one."""
    own = fold(place.name)
    if own == key or place.granularity in ("country", "continent") or (kind and own in key):
        return 0.0
    words = own.split()
    if place.granularity == "city":
        if own.startswith(f"{key} "):
            return 0.0 if key == words[0] else weights.OTHER_NAME / 3
        return weights.OTHER_NAME / (2 if key in words else 1)
    return 0.0 if key in words and place.granularity not in NATURE else weights.OTHER_NAME / 2
