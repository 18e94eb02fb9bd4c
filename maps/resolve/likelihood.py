"""How likely each reading of each name is, all names weighed against one another."""

import math

from maps.distance import distance_km
from maps.place import Place
from maps.resolve import weights
from maps.resolve.evidence import Evidence
from maps.resolve.groups import Group

WEIGHED = 5
"""Readings that may be the best one together with what lies in them."""
SAME_KM = 100.0
"""A city and the region named after it are one answer when the question is where."""


def weigh(groups: list[Group], home: Place | None) -> Evidence:
    """Set how likely each reading is; the evidence that all names give together. `home` is where the source reports from."""
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
                score + (evidence.support(place, number) + _at_home(place, home) if place.country else group.unlisted)
                for place, score in zip(group.places, group.scores, strict=True)
            ]
        for group in groups:
            group.likely = _softmax(group, warmth)
    return evidence


def ranked(group: Group) -> list[int]:
    """The readings of a name, likeliest first; the first few are weighed with what lies in or on them, as a city's region does."""
    order = sorted(range(len(group.places)), key=lambda i: (-group.total[i], i))
    head = order[:WEIGHED]

    alike = {i: [j for j in head if j == i or _one(group.places[i], group.places[j])] for i in head}
    best = max(head, key=lambda i: (round(sum(group.likely[j] for j in alike[i]), 9), group.total[i], -i), default=None)
    if best is None:
        return order
    likeliest = next(i for i in head if i in alike[best])
    return [likeliest, *(i for i in order if i != likeliest)]


def doubtful(group: Group, best: int) -> bool:
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
