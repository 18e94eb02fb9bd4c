"""The actors of a document and every phrase that stands for one."""

import hashlib

from maps.gazetteer import Gazetteer
from timeline.actors.coreference import Entities, Entity
from timeline.actors.phrases import Phrase, Phrases
from timeline.language.tree import Tree
from timeline.records import Actor, ActorKind, ActorMention, Parsed

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "both"})
_RELATIVE = frozenset({"who", "whom", "whose"})
_PARTNERS = frozenset({"against", "with", "between", "among"})
_KINDS: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation", "PLACE": "state", "NORP": "group"}


def find_actors(parsed: Parsed, gazetteer: Gazetteer) -> tuple[ActorMention, ...]:
    """Every phrase that stands for somebody who can act, with the actor it stands for, in the order of the text.

    A place counts as an actor (kind "state") only where it acts or is acted for: as subject, agent or possessor.
    """
    tree = Tree(parsed)
    phrases = Phrases(parsed, tree)
    entities = Entities(lambda name: _country(name, gazetteer))
    found: list[tuple[Phrase, Entity]] = []
    by_head: dict[int, Entity] = {}
    for head in phrases.heads():
        phrase = phrases.at(head)
        if phrase is None:
            continue
        entity = _entity(phrase, phrases, tree, entities, by_head)
        if entity is not None:
            by_head[head] = entity
            found.append((phrase, entity))
    actors = {id(entity): _actor(entity, parsed, gazetteer) for _, entity in found}
    return tuple(
        ActorMention(start=p.start, end=p.end, text=parsed.document.text[p.start : p.end], actor=actors[id(e)], head=p.head)
        for p, e in found
    )


def _entity(phrase: Phrase, phrases: Phrases, tree: Tree, entities: Entities, by_head: dict[int, Entity]) -> Entity | None:
    token = phrases.tokens[phrase.head]
    subject = token.deprel.startswith("nsubj")
    if phrase.pronoun and phrase.lemma in _RELATIVE:
        return by_head.get(_relative_antecedent(phrases, token.index))
    if token.deprel == "appos" and token.head in by_head and phrase.label in (None, "NORP"):
        entities.described(by_head[token.head], phrase)
        return None
    kind = _kind(phrase, subject=subject or _acts(phrase, phrases, tree, entities))
    if not phrase.pronoun and kind is None:
        return None
    definite = any(phrases.tokens[c].text.lower() in _DEFINITE for c in tree.children(token.index))
    found = entities.find(
        phrase, definite=definite, barred=_subject_beside(phrases, tree, token.index, by_head), sentence=token.sentence, subject=subject
    )
    if found or phrase.pronoun or kind is None:
        return found
    return entities.add(phrase, kind, sentence=token.sentence, subject=subject)


def _kind(phrase: Phrase, *, subject: bool) -> ActorKind | None:
    if phrase.label == "PLACE":
        return "state" if subject else None
    if phrase.label == "ORG" and phrase.kind == "vehicle":
        return "group"
    if phrase.label in _KINDS:
        return _KINDS[phrase.label]
    if phrase.proper and subject and phrase.kind is None:
        return "organisation"
    if phrase.kind in ("role", "group", "organisation"):
        kind: ActorKind = phrase.kind  # type: ignore[assignment]
        return "group" if kind == "role" and phrase.plural else kind
    if phrase.kind == "vehicle" or (phrase.count and subject and phrase.plural):
        return "group"
    return None


def _acts(phrase: Phrase, phrases: Phrases, tree: Tree, entities: Entities) -> bool:
    """Whether a name stands where somebody acts or is acted upon, alone or joined by "and" to one who does."""
    token = phrases.tokens[tree.first_conjunct(phrase.head)]
    marks = {phrases.tokens[c].text.lower() for c in tree.children(token.index) if phrases.tokens[c].deprel == "case"}
    if token.deprel.startswith("nsubj") or token.deprel in ("nmod:poss", "obl:agent") or "by" in marks:
        return True
    partner = token.deprel in ("obj", "iobj") or bool(marks & _PARTNERS)
    return partner and phrase.label == "PLACE" and entities.is_state(phrase.name)


def _relative_antecedent(phrases: Phrases, index: int) -> int:
    """The head that a relative pronoun stands for: what its clause modifies."""
    token = phrases.tokens[index]
    while token.head != token.index:
        if token.deprel.startswith("acl"):
            return token.head
        token = phrases.tokens[token.head]
    return -1


def _subject_beside(phrases: Phrases, tree: Tree, index: int, by_head: dict[int, Entity]) -> Entity | None:
    """The subject of the same verb: a plain object pronoun cannot stand for it."""
    token = phrases.tokens[index]
    if token.deprel not in ("obj", "iobj", "obl") or token.text.lower().endswith(("self", "selves")):
        return None
    return next((by_head[c] for c in tree.children(token.head) if phrases.tokens[c].deprel.startswith("nsubj") and c in by_head), None)


def _actor(entity: Entity, parsed: Parsed, gazetteer: Gazetteer) -> Actor:
    kind: ActorKind = "person" if entity.label == "PERSON" else entity.kind  # type: ignore[assignment]
    key = f"{parsed.document.id}\0{entity.order}\0{entity.name}"
    country = None
    for norp in ([entity.name] if kind == "state" else []) + entity.norps:
        country = country or _country(norp, gazetteer)
    identity = hashlib.sha256(key.encode()).hexdigest()[:12]
    return Actor(id=identity, name=entity.name, kind=kind, country=country, count=entity.count)


def _country(name: str, gazetteer: Gazetteer) -> str | None:
    """The country that a demonym or a country's own name points to."""
    bare = name.removesuffix("'s").removesuffix("’s")
    for place in (*gazetteer.demonym(bare)[:1], *gazetteer.lookup(bare)[:1]):
        if place.granularity == "country":
            return place.country
    return None
