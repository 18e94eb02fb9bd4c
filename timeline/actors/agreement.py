"""Which actors a pronoun or a description may stand for, and what speaks for each beyond where it was told of."""

from collections.abc import Callable

from timeline.actors.entities import HE, SHE, THEY, Entity, gender_of
from timeline.actors.nouns import actor_kind
from timeline.actors.phrases import Phrase

_SAME_ROLE = (
    frozenset({"pope", "pontiff"}),
    frozenset({"president", "leader"}),
    frozenset({"premier", "minister", "leader"}),
    frozenset({"secretary", "diplomat", "minister"}),
    frozenset({"envoy", "diplomat", "ambassador"}),
    frozenset({"general", "commander", "leader"}),
    frozenset({"runner", "athlete", "marathoner", "champion"}),
)
_OFFICES = frozenset(
    {"president", "premier", "minister", "king", "queen", "pope", "emperor", "empress", "sultan", "chancellor", "governor"}
)
_BODIES = frozenset("group band team company firm club agency organisation organization bank union side carmaker airline maker".split())
_OFFICIAL = frozenset("party committee council government court federation association regulator bloc commission board unit".split())
_COLLECTIVE = frozenset({"army", "force", "team", "group", "party", "gang", "crew", "family"})
_STATES = frozenset({"government", "country", "side", "nation", "neighbour", "neighbor", "state"})


_AT_LARGE = frozenset({"people", "others", "thousands", "hundreds", "dozens", "crowd", "crowds", "millions", "men", "women"})


def pronoun_kind(word: str) -> str:
    """Which weights decide for a pronoun: "person", "they" or "it"."""
    return "person" if word in HE | SHE else "they" if word in THEY else "it"


def agrees(word: str, entity: Entity) -> bool:
    """Whether a pronoun can stand for an actor by number, gender and kind."""
    person = entity.label == "PERSON" or (entity.kind == "role" and not entity.plural)
    if word in HE:
        return person and entity.gender in (None, "m")
    if word in SHE:
        return (person and entity.gender in (None, "f")) or (entity.thing and entity.name[:1].isupper())
    if word in THEY:
        return bool(entity.members) or (not entity.thing and (entity.plural or entity.kind in ("group", "organisation")))
    return not person and not entity.members and not entity.plural and entity.kind in ("organisation", "state", "group")


def pronoun_features(phrase: Phrase, entity: Entity) -> dict[str, float]:
    """What speaks for an actor that a pronoun agrees with."""
    gender = "m" if phrase.lemma in HE else "f" if phrase.lemma in SHE else None
    return {
        "gender known": float(gender is not None and entity.gender == gender),
        "set": float(bool(entity.members) and not entity.loose),
        "loose set": float(entity.loose),
        "plural": float(entity.plural and not entity.members),
        "body": float(entity.kind == "organisation"),
        "state": float(entity.kind == "state"),
        "proper": float(entity.name[:1].isupper()),
        "people at large": float(entity.plural and entity.name.lower() in _AT_LARGE),
        "thing": float(entity.thing),
    }


def roles_agree(phrase: Phrase, entity: Entity) -> float:
    """1 where an actor was told of in the same role, 0.5 in a kindred one, else 0."""
    if phrase.lemma in entity.roles:
        return 1.0
    return 0.5 * any(phrase.lemma in group and group & entity.roles for group in _SAME_ROLE)


def may_be_called(phrase: Phrase, entity: Entity, country_of: Callable[[str], str | None], *, owned: bool) -> bool:
    """Whether a description of one person ("the former minister") can be an actor's: no other gender, no other people.

    Whoever is somebody's ("his brother") has been called so before, guests and hosts excepted.
    """
    if owned and not roles_agree(phrase, entity) and phrase.lemma not in ("guest", "host", "visitor"):
        return False
    if entity.label != "PERSON" and not (entity.kind == "role" and not entity.plural and phrase.lemma in entity.roles):
        return False
    gender = gender_of(phrase)
    if gender and entity.gender not in (gender, None):
        return False
    mine, theirs = ({home for n in norps if (home := country_of(n))} for norps in (phrase.norps, entity.norps))
    return not (mine and theirs and not mine & theirs)


def role_features(phrase: Phrase, entity: Entity) -> dict[str, float]:
    """What speaks for a person that a description may be of."""
    agree = roles_agree(phrase, entity)
    office = phrase.lemma in _OFFICES
    return {
        "same role": float(agree == 1.0),
        "kindred role": float(agree == 0.5),
        "same role, named": float(agree == 1.0 and entity.label == "PERSON"),
        "same people": float(bool(set(phrase.norps) & set(entity.norps))),
        "another people": float(bool(phrase.norps) and not set(phrase.norps) & set(entity.norps)),
        "no role yet": float(not entity.roles),
        "another office": float(office and not agree and bool(entity.roles & _OFFICES)),
        "same words": float(entity.label is None and entity.name.lower() == phrase.name.lower()),
    }


def may_be_body(phrase: Phrase, entity: Entity) -> bool:
    """Whether a description of a group or body ("the agency", "the troops") can be an actor's."""
    if entity.label == "PERSON" or entity.kind == "role" or entity.members:
        return False
    return phrase.lemma in entity.roles or entity.label == "ORG" or entity.plural == phrase.plural


def body_features(phrase: Phrase, entity: Entity) -> dict[str, float]:
    """What speaks for a group or body that a description may be of."""
    proper = entity.label == "ORG" or (entity.label is None and entity.name[:1].isupper())
    return {
        "same noun": float(phrase.lemma in entity.roles),
        "same words": float(entity.name.lower() == phrase.name.lower()),
        "named body": float(proper and entity.kind == "organisation" and phrase.lemma in _BODIES),
        "named body, official": float(proper and entity.kind == "organisation" and phrase.lemma in _OFFICIAL),
        "name has the noun": float(phrase.lemma in entity.name.lower().split()),
        "same kind": float(phrase.kind == entity.kind),
        "thing for thing": float(phrase.kind == "vehicle" and entity.thing),
        "named thing": float(phrase.kind == "vehicle" and entity.thing and proper),
        "same number": float(phrase.plural == entity.plural),
    }


def nobody(phrase: Phrase, *, known: bool, owned: bool) -> dict[str, float]:
    """What speaks for a phrase that stands for nobody told before: whether its noun is `known`, and whether it is somebody's."""
    return {
        "nobody": 1.0,
        "nobody, noun known": float(known),
        "nobody, owned": float(owned),
        "nobody, long": float(len(phrase.name.split()) > 1),
        "nobody, people told": float(bool(phrase.norps)),
        "nobody, counted": float(phrase.count is not None),
        "nobody, plural": float(phrase.plural),
        "nobody, office": float(phrase.lemma in _OFFICES),
        "nobody, body": float(phrase.lemma in _BODIES),
    }


def counted_kinds(phrase: Phrase) -> tuple[str, ...]:
    """Which kinds of actors a count is of: states ("the two sides"), people ("the two men", "both"), or none that it tells."""
    if phrase.lemma in _STATES:
        return ("state",)
    people = actor_kind(phrase.lemma, plural=False) == "role" or phrase.lemma in ("couple", "pair", "duo") or len(phrase.name.split()) == 1
    return ("person", "role") if people and phrase.lemma not in _COLLECTIVE else ()
