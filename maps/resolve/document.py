"""The toponyms of one document resolved together."""

from collections.abc import Sequence
from dataclasses import replace

from maps.gazetteer import Gazetteer
from maps.gazetteer.folding import fold
from maps.place import Candidate, Place, Resolution, Toponym
from maps.resolve.beside import towns_beside
from maps.resolve.groups import Group, grouped
from maps.resolve.likelihood import doubtful, ranked, weigh
from maps.resolve.offsets import moved
from maps.resolve.reasons import described, reason, unsure
from maps.resolve.unlisted import Answer, Setting, main_town, place_unlisted, placed_with

FELLOWS = 3
"""Other names that a reason gives."""
KEPT = 5
"""Candidates that an answer carries."""


def resolve(toponyms: Sequence[Toponym], gazetteer: Gazetteer, *, home: Place | None = None) -> tuple[Resolution, ...]:
    """What each toponym of one document means, in the order given.

    A name has one sense in a document unless the text itself tells two apart ("Springfield, Ill.", "Springfield, Mo."). `home` is
    the place that the source reports from. Where no reading is likely enough, the place is None and the candidates say which.
    """
    keys, groups = grouped(toponyms, gazetteer)
    evidence = weigh(list(groups.values()), home)
    first = _by_country(list(groups.values()))
    setting = Setting(gazetteer=gazetteer, evidence=evidence, first=first, town=main_town(groups.values(), home))
    answers = {key: _answer(group, number, setting) for number, (key, group) in enumerate(groups.items()) if group.listed}
    beside = towns_beside(toponyms, keys, {key: place for key, (place, _, _) in answers.items()})
    setting = replace(setting, read=_readings({key: groups[key] for key in answers}, answers))
    for key, (place, _, _) in list(answers.items()):
        if place is None and (placed := placed_with(groups[key], setting)):
            answers[key] = placed
    answers |= {
        key: place_unlisted(group, number, setting, beside.get(key))
        for number, (key, group) in enumerate(groups.items())
        if not group.listed
    }
    return tuple(_for_mention(toponym, answers[key]) for key, toponym in zip(keys, toponyms, strict=True))


def _answer(group: Group, number: int, setting: Setting) -> Answer:
    gazetteer = setting.gazetteer
    order = ranked(group)
    parts = setting.evidence.parts(group.places[order[0]], number)
    candidates = tuple(_candidate(group, i, gazetteer) for i in order[:KEPT])
    if doubtful(group, order[0]):
        return None, unsure(group.toponym, [group.places[i] for i in order], gazetteer), candidates
    place = group.places[order[0]]
    fellows = _fellows(setting.first, group, place)
    return place, reason(group.toponym, place, gazetteer, rivals=len(order) - 1, parts=parts, fellows=fellows), candidates


def _candidate(group: Group, index: int, gazetteer: Gazetteer) -> Candidate:
    place = group.places[index]
    return Candidate(place=place, score=round(group.likely[index], 4), why=described(place, gazetteer))


def _for_mention(toponym: Toponym, answer: Answer) -> Resolution:
    place, why, candidates = answer
    point = moved(place, toponym) if place else None
    if place and point:
        place, why = point, f"{why}; {toponym.offset_km:g} km {toponym.bearing} of it"
    return Resolution(toponym=toponym, place=place, why=why, candidates=candidates)


def _readings(groups: dict[tuple[str, ...], Group], answers: dict[tuple[str, ...], Answer]) -> dict[str | Place, Place | None]:
    """What each name, and each place that it may mean, was read as; the first mention decides."""
    read: dict[str | Place, Place | None] = {}
    for key, group in groups.items():
        read.setdefault(fold(group.toponym.text), answers[key][0])
        for place in group.places:
            read.setdefault(place, answers[key][0])
    return read


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
