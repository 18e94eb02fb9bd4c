"""Which phrases of a document stand for the same actor: full name and surname, title and role, pronouns.

One pass over the text in order, as a careful reader makes it: a phrase joins the likeliest actor told so far that agrees with it in
number, gender and role, or begins a new one. The sieve order (names, then roles, then pronouns) is that of Raghunathan et al. (2010),
"A multi-pass sieve for coreference resolution".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from timeline.actors.phrases import Phrase

_MALE = frozenset(
    "mr. mr sir lord king prince duke emperor sultan father son brother husband uncle grandfather man boy pope pontiff bishop "
    "archbishop cardinal imam businessman spokesman chairman congressman statesman actor priest monk tsar widower policeman".split()
)
_FEMALE = frozenset(
    "mrs. ms. mrs ms miss madam lady dame queen princess duchess empress mother daughter sister wife aunt grandmother woman girl "
    "nun businesswoman spokeswoman chairwoman congresswoman actress widow policewoman".split()
)
_ARTICLE = re.compile(r"\b[ae]l[- ]")
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_BODIES = frozenset("group band team company firm club party agency organisation organization bank union side carmaker airline".split())
_BODY_SENTENCES = 3
_SUBJECT, _MENTION, _MENTIONS, _NAMELESS = 2.0, 0.35, 8, 1.5
"""What a subject, each mention up to so many, and a name weigh for a pronoun, in sentences; chosen on gold, seeds and our stories."""
_SAME_ROLE = (
    frozenset({"pope", "pontiff"}),
    frozenset({"president", "leader"}),
    frozenset({"premier", "minister", "leader"}),
    frozenset({"secretary", "diplomat", "minister"}),
    frozenset({"envoy", "diplomat", "ambassador"}),
    frozenset({"general", "commander", "leader"}),
    frozenset({"runner", "athlete", "marathoner", "champion"}),
)


@dataclass(slots=True)
class Entity:
    """An actor while the text is being read: what it was called, and what is known of it."""

    name: str
    kind: str
    label: str | None
    gender: str | None = None
    plural: bool = False
    roles: set[str] = field(default_factory=set)
    norps: list[str] = field(default_factory=list)
    count: int | None = None
    sentence: int = 0
    subject: bool = False
    mentions: int = 0
    order: int = 0


def gender_of(phrase: Phrase) -> str | None:
    """ "m" or "f" where a title, a role or the pronoun itself says so."""
    words = {phrase.lemma, *phrase.roles, *phrase.name.lower().split()[:1]}
    if words & _HE or words & _MALE:
        return "m"
    if words & _SHE or words & _FEMALE:
        return "f"
    return None


def _same_name(phrase: Phrase, entity: Entity) -> bool:
    mine, other = (_ARTICLE.sub("", name.lower()).split() for name in (phrase.name, entity.name))
    if mine == other:
        return True
    if phrase.label == "PERSON" and entity.label == "PERSON":
        short, long = sorted((mine, other), key=len)
        return (len(short) == 1 and short[0] in (long[-1], long[0])) or (len(short) > 1 and short[-1] == long[-1] and short[0] == long[0])
    if phrase.label == "ORG" and entity.label == "ORG":
        brief, full = sorted((phrase.name, entity.name), key=len)
        return brief.isupper() and len(brief) > 1 and brief == "".join(w[0] for w in re.split(r"[\s-]+", full) if w[:1].isupper())
    return False


def _roles_agree(phrase: Phrase, entity: Entity) -> bool:
    if phrase.lemma in entity.roles:
        return True
    return any(phrase.lemma in group and group & entity.roles for group in _SAME_ROLE)


class Entities:
    """The actors told so far, in the order of their first mention."""

    def __init__(self, country_of: Callable[[str], str | None]) -> None:
        self.told: list[Entity] = []
        self._country_of = country_of

    def is_state(self, name: str) -> bool:
        """Whether a name is a country's."""
        return self._country_of(name) is not None

    def find(self, phrase: Phrase, *, sentence: int, subject: bool, definite: bool, barred: Entity | None = None) -> Entity | None:
        """The entity that a phrase stands for (told before), or None: a new one, or a pronoun without an antecedent."""
        if phrase.pronoun:
            found = self._antecedent(phrase, sentence, barred)
        elif phrase.label in ("PERSON", "ORG", "PLACE"):
            found = next((e for e in reversed(self.told) if _same_name(phrase, e)), None)
        else:
            found = self._by_noun(phrase, sentence, definite)
        if found:
            self.seen(found, phrase, sentence=sentence, subject=subject)
        return found

    def add(self, phrase: Phrase, kind: str, *, sentence: int, subject: bool) -> Entity:
        """A new entity, first told by this phrase."""
        entity = Entity(name=phrase.name, kind=kind, label=phrase.label, plural=phrase.plural, count=phrase.count, order=len(self.told))
        self.told.append(entity)
        self.seen(entity, phrase, sentence=sentence, subject=subject)
        return entity

    def seen(self, entity: Entity, phrase: Phrase, *, sentence: int, subject: bool) -> None:
        """Note one more mention and what it tells."""
        if phrase.label == "PERSON" and entity.label == "PERSON" and len(phrase.name.split()) > len(entity.name.split()):
            entity.name = phrase.name
        entity.gender = entity.gender or gender_of(phrase)
        entity.roles.update(phrase.roles)
        if not phrase.pronoun and not phrase.label:
            entity.roles.add(phrase.lemma)
        entity.norps += [n for n in phrase.norps if n not in entity.norps]
        entity.count = entity.count or phrase.count
        entity.subject = subject or (entity.subject and entity.sentence == sentence)
        entity.sentence, entity.mentions = sentence, entity.mentions + 1

    def _by_noun(self, phrase: Phrase, sentence: int, definite: bool) -> Entity | None:
        if phrase.label == "NORP" and definite and not phrase.plural:
            return self._compatriot(phrase, sentence) or self._epithet(phrase, sentence)
        if phrase.kind == "role" and definite and not phrase.plural:
            known = [e for e in reversed(self.told) if e.label == "PERSON" and _roles_agree(phrase, e)]
            if known:
                return known[0]
            return self._epithet(phrase, sentence)
        same = [e for e in reversed(self.told) if e.label is None and e.name.lower() == phrase.name.lower()]
        if same and phrase.kind:
            return same[0]
        if definite and not phrase.plural and phrase.lemma in _BODIES:
            near = [e for e in self.told if _is_body(e) and sentence - e.sentence <= _BODY_SENTENCES]
            if near:
                return max(near, key=lambda e: (e.subject, e.sentence, e.mentions, e.order))
        if definite and phrase.kind in ("group", "organisation", "vehicle"):
            return next(
                (e for e in reversed(self.told) if e.label is None and phrase.lemma in e.roles and sentence - e.sentence <= 3), None
            )
        return None

    def _compatriot(self, phrase: Phrase, sentence: int) -> Entity | None:
        """ "the Kenyan": the person last told of who was called so."""
        people = [e for e in self.told if e.label == "PERSON" and sentence - e.sentence <= 6]
        wanted = self._country_of(phrase.name)
        homes = {id(e): {home for n in e.norps if (home := self._country_of(n))} for e in people}
        known = [e for e in people if wanted in homes[id(e)]]
        open_ = [e for e in people if not homes[id(e)]]
        return max(known or open_, key=lambda e: (e.mentions, e.sentence), default=None)

    def described(self, entity: Entity, phrase: Phrase) -> None:
        """Take in what an apposition says of an actor ("his Rwandan trainer")."""
        entity.roles.update((phrase.lemma, *phrase.roles))
        entity.norps += [n for n in phrase.norps if n not in entity.norps]
        entity.gender = entity.gender or gender_of(phrase)

    def _epithet(self, phrase: Phrase, sentence: int) -> Entity | None:
        """ "the 42-year-old runner" after a sentence about one person without another role: that person."""
        gender = gender_of(phrase)
        near = [
            e for e in self.told if e.label == "PERSON" and e.subject and sentence - e.sentence <= 1 and (not gender or e.gender == gender)
        ]
        return near[0] if len(near) == 1 and not near[0].roles else None

    def _antecedent(self, phrase: Phrase, sentence: int, barred: Entity | None) -> Entity | None:
        word = phrase.lemma
        best, best_score = None, 0.0
        for entity in self.told:
            if entity is barred or not _agrees(word, entity):
                continue
            distance = sentence - entity.sentence
            if distance > 4:
                continue
            score = 4.0 - distance + _SUBJECT * entity.subject + _MENTION * min(entity.mentions, _MENTIONS)
            if word in _HE | _SHE and entity.label != "PERSON":
                score -= _NAMELESS
            if score >= best_score:
                best, best_score = entity, score
        if best:
            best.gender = best.gender or ("m" if word in _HE else "f" if word in _SHE else None)
        return best


def _is_body(entity: Entity) -> bool:
    """Whether an actor is an organisation with a name of its own."""
    return entity.label == "ORG" or (entity.label is None and entity.kind == "organisation" and entity.name[:1].isupper())


def _agrees(word: str, entity: Entity) -> bool:
    person = entity.label == "PERSON" or (entity.kind == "role" and not entity.plural)
    if word in _HE:
        return person and entity.gender in (None, "m")
    if word in _SHE:
        return person and entity.gender in (None, "f")
    if word in _THEY:
        return entity.plural or entity.kind in ("group", "organisation")
    return not person and not entity.plural and entity.kind in ("organisation", "state", "group")
