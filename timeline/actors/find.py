"""The actors of a document and every phrase that stands for one."""

import hashlib
from dataclasses import replace

from maps.gazetteer import Gazetteer
from timeline.actors.coreference import Entities
from timeline.actors.entities import Entity
from timeline.actors.phrases import Phrase, Phrases
from timeline.actors.ranking import Place
from timeline.language.tree import Tree
from timeline.records import Actor, ActorKind, ActorMention, Parsed

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "both"})
_RELATIVE = frozenset({"who", "whom", "whose"})
_PARTNERS = frozenset({"against", "with", "between", "among"})
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl")
_KINDS: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation", "PLACE": "state", "NORP": "group"}


def find_actors(parsed: Parsed, gazetteer: Gazetteer) -> tuple[ActorMention, ...]:
    """Every phrase that stands for somebody who can act, with the actor it stands for, in the order of the text.

    A place counts as an actor (kind "state") only where it acts or is acted for: as subject, agent, possessor or partner.
    Words that stand for several at once ("they", "the two men") have one actor, whose id is theirs, joined by "+".
    """
    phrases = Phrases(parsed, Tree(parsed))
    entities = Entities(lambda name: _country(name, gazetteer))
    found: list[tuple[Phrase, Entity]] = []
    by_head: dict[int, Entity] = {}
    for head in phrases.heads():
        phrase = phrases.at(head)
        if phrase is None:
            continue
        entity = _entity(phrase, phrases, entities, by_head)
        if entity is not None:
            by_head[head] = entity
            found.append((phrase, entity))
            _join(phrase, entity, phrases, entities, by_head)
    actors = {id(entity): _actor(entity, parsed, gazetteer) for _, entity in found}
    return tuple(
        ActorMention(start=p.start, end=p.end, text=parsed.document.text[p.start : p.end], actor=actors[id(e)], head=p.head)
        for p, e in found
    )


def _entity(phrase: Phrase, phrases: Phrases, entities: Entities, by_head: dict[int, Entity]) -> Entity | None:
    token = phrases.tokens[phrase.head]
    if phrase.pronoun and phrase.lemma in _RELATIVE:
        return by_head.get(_relative_antecedent(phrases, token.index))
    if _is_title(phrase, phrases) or (token.deprel == "amod" and phrase.label == "NORP"):
        return None
    if token.deprel == "appos" and token.head in by_head and phrase.label in (None, "NORP"):
        entities.described(by_head[token.head], phrase)
        return None
    subject = token.deprel.startswith("nsubj")
    kind = _kind(phrase, subject=subject or _acts(phrase, phrases, entities))
    if not phrase.pronoun and kind is None:
        return None
    at = _place(phrases, token.index)
    words = {phrases.tokens[c].text.lower() for c in phrases.tree.children(token.index)}
    owners = [c for c in phrases.tree.children(token.index) if phrases.tokens[c].deprel == "nmod:poss"]
    barred = {by_head[c] for c in owners if c in by_head} | _others_of_clause(phrases, token.index, by_head)
    found = entities.find(
        phrase, at, definite=bool(words & _DEFINITE) or bool(owners) or "both" in phrase.name.lower(), owned=bool(owners), barred=barred
    )
    if not found and not phrase.pronoun and kind is not None:
        found = entities.add(phrase, kind, at)
    return found


def _is_title(phrase: Phrase, phrases: Phrases) -> bool:
    """Whether a noun is only the title before a name ("President" of "President Ruto"), which the name's phrase has taken in."""
    token = phrases.tokens[phrase.head]
    if phrase.label is not None or token.deprel not in ("nmod:desc", "compound", "nmod") or token.head <= token.index:
        return False
    name = phrases.name_of.get(token.head)
    return (
        name is not None
        and name.label == "PERSON"
        and not any(phrases.tokens[c].deprel == "case" for c in phrases.tree.children(token.index))
    )


def _place(phrases: Phrases, index: int) -> Place:
    first = phrases.tree.first_conjunct(index)
    token, deprel = phrases.tokens[index], phrases.tokens[first].deprel
    relation = "other"
    if deprel.startswith("nsubj"):
        relation = "subject"
    elif deprel == "nmod:poss":
        relation = "possessor"
    elif deprel in ("obj", "iobj"):
        relation = "object"
    return Place(
        sentence=token.sentence, token=index, relation=relation, joined=len(phrases.tree.conjuncts(first)) > 1,
        main=relation == "subject" and phrases.tree.is_root(phrases.tree.first_conjunct(phrases.tokens[first].head)),
    )  # fmt: skip


def _join(phrase: Phrase, entity: Entity, phrases: Phrases, entities: Entities, by_head: dict[int, Entity]) -> None:
    """Tell the entities who are named together: joined by "and", or doer and partner of one deed."""
    token = phrases.tokens[phrase.head]
    if entity.members or (phrase.pronoun and phrase.lemma not in ("he", "she", "him", "her")):
        return
    if token.deprel == "conj":
        first = phrases.tree.first_conjunct(token.index)
        together = [by_head[c] for c in phrases.tree.conjuncts(first) if c in by_head and c <= token.index]
        entities.join(together, replace(_place(phrases, first), token=token.index, joined=False))
    else:
        first, together = token.index, [entity]
    role = phrases.tokens[first]
    if role.deprel in ("obj", "iobj", "obl", "obl:agent"):
        doer = _subject_of(phrases, role.head, by_head)
        if doer is not None and doer not in together and all(e.kind == doer.kind in ("person", "state") for e in together):
            entities.join([doer, *together], Place(sentence=token.sentence, token=token.index, relation="other"), loose=True)


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


def _acts(phrase: Phrase, phrases: Phrases, entities: Entities) -> bool:
    """Whether a name stands where somebody acts or is acted upon, alone or joined by "and" to one who does."""
    token = phrases.tokens[phrases.tree.first_conjunct(phrase.head)]
    marks = {phrases.tokens[c].text.lower() for c in phrases.tree.children(token.index) if phrases.tokens[c].deprel == "case"}
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


def _others_of_clause(phrases: Phrases, index: int, by_head: dict[int, Entity]) -> set[Entity]:
    """Who else takes part in the deed: a plain pronoun cannot stand for one of them."""
    token = phrases.tokens[index]
    relation = token.deprel.split(":")[0]
    if relation not in ("obj", "iobj", "obl", "nsubj") or token.text.lower().endswith(("self", "selves")):
        return set()
    beside = {
        by_head[c]
        for c in phrases.tree.children(token.head)
        if c != index and phrases.tokens[c].deprel.split(":")[0] in _ARGUMENTS and c in by_head
    }
    doer = _subject_of(phrases, token.head, by_head) if relation != "nsubj" else None
    return beside | ({doer} if doer else set())


def _subject_of(phrases: Phrases, verb: int, by_head: dict[int, Entity]) -> Entity | None:
    """Who does what a verb tells, from the verb it is joined to where it has no subject of its own."""
    subject = phrases.tree.subject(verb)
    return by_head.get(subject) if subject is not None else None


def _actor(entity: Entity, parsed: Parsed, gazetteer: Gazetteer) -> Actor:
    if entity.members:
        members = [_actor(member, parsed, gazetteer) for member in entity.members]
        names = [member.name for member in members]
        return Actor(id="+".join(m.id for m in members), name=f"{', '.join(names[:-1])} and {names[-1]}", kind="group")
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
