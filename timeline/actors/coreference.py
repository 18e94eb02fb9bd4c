"""Which phrases of a document stand for the same actor: full name and surname, title and role, pronouns, several told together.

One pass over the text in order, as a careful reader makes it: a phrase joins the likeliest actor told so far that agrees with it in
number, gender and role, or begins a new one. Names are matched by rule; for pronouns and descriptions `ranking` weighs the actors told
of last. Of these a reader keeps only so many in mind, so that the time is linear in the text.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

from timeline.actors.agreement import (
    agrees,
    body_features,
    counted_kinds,
    may_be_body,
    may_be_called,
    nobody,
    pronoun_features,
    pronoun_kind,
    role_features,
)
from timeline.actors.entities import HE, SHE, Entity, gender_of, same_name
from timeline.actors.phrases import Phrase
from timeline.actors.ranking import Features, Place, choose, told

_MEMORY = 40
"""Actors that a reader keeps in mind."""
_REACH = 4
"""Sentences that a pronoun looks back, and a count of people told together ("the two men")."""
_FAR = 8
"""Sentences that such a count looks back for people told apart."""
_NAMESAKES = 20


class Entities:
    """The actors told so far, in the order of their first mention."""

    def __init__(self, country_of: Callable[[str], str | None]) -> None:
        self.told: list[Entity] = []
        self._country_of = country_of
        self._recent: list[Entity] = []
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._sets: dict[tuple[int, ...], Entity] = {}
        self._opened = -1

    def is_state(self, name: str) -> bool:
        """Whether a name is a country's."""
        return self._country_of(name) is not None

    def find(self, phrase: Phrase, at: Place, *, definite: bool, owned: bool, barred: Collection[Entity] = ()) -> Entity | None:
        """The entity that a phrase stands for (told before), or None: a new one, or a pronoun without an antecedent.

        `owned` says that it is somebody's ("his trainer"), `barred` who it cannot be.
        """
        if phrase.pronoun:
            found = self._pronoun(phrase, at, barred)
        elif phrase.label in ("PERSON", "ORG", "PLACE"):
            found = self._by_name(phrase)
        else:
            found = self._by_noun(phrase, at, definite=definite, owned=owned, barred=barred)
        if found:
            self.seen(found, phrase, at)
        return found

    def add(self, phrase: Phrase, kind: str, at: Place) -> Entity:
        """A new entity, first told by this phrase."""
        entity = Entity(
            name=phrase.name,
            kind=kind,
            label=phrase.label,
            plural=phrase.plural,
            count=phrase.count,
            order=len(self.told),
            thing=phrase.kind == "vehicle",
        )
        self.told.append(entity)
        self._index(entity)
        self.seen(entity, phrase, at)
        return entity

    def join(self, members: Sequence[Entity], at: Place, *, loose: bool = False) -> Entity | None:
        """Several told together, as one that "they" may stand for; None where they are no two."""
        alone = tuple(dict.fromkeys(m for e in members for m in (e.members or (e,))))
        if len(alone) < 2:
            return None
        key = tuple(sorted(m.order for m in alone))
        entity = self._sets.get(key)
        if entity is None:
            entity = Entity(name="", kind="group", label=None, plural=True, members=alone, loose=loose, order=len(self.told))
            self.told.append(entity)
            self._sets[key] = entity
        entity.loose = entity.loose and loose
        self._mark(entity, at, pronoun=False)
        return entity

    def described(self, entity: Entity, phrase: Phrase) -> None:
        """Take in what an apposition says of an actor ("his Rwandan trainer")."""
        entity.learn(phrase)
        entity.roles.add(phrase.lemma)

    def seen(self, entity: Entity, phrase: Phrase, at: Place) -> None:
        """Note one more mention and what it tells."""
        if phrase.label == "PERSON" and entity.label == "PERSON" and len(phrase.name.split()) > len(entity.name.split()):
            entity.name = phrase.name
            self._index(entity)
        entity.learn(phrase)
        self._mark(entity, at, pronoun=phrase.pronoun)

    def _mark(self, entity: Entity, at: Place, *, pronoun: bool) -> None:
        again = entity.sentence == at.sentence and entity.mentions > 0
        entity.main = at.main or (entity.main and again)
        entity.joined = at.joined
        entity.opening = self._opened != at.sentence or (entity.opening and again)
        self._opened = at.sentence
        entity.sentence, entity.token, entity.relation, entity.pronoun = at.sentence, at.token, at.relation, pronoun
        entity.mentions += 1
        if entity in self._recent:
            self._recent.remove(entity)
        self._recent.append(entity)
        del self._recent[:-_MEMORY]

    def _index(self, entity: Entity) -> None:
        words = entity.name.lower().split()
        letters = "".join(w[0] for w in entity.name.replace("-", " ").split() if w[:1].isupper()).lower()
        for word in dict.fromkeys((*words[:1], *words[-1:], letters)):
            if not self._by_word[word] or self._by_word[word][-1] is not entity:
                self._by_word[word].append(entity)

    def _namesakes(self, phrase: Phrase) -> list[Entity]:
        """The actors whose name may be this one, by its first and last word and by its letters, in the order of the text."""
        words = phrase.name.lower().split()
        letters = "".join(w[0] for w in phrase.name.replace("-", " ").split() if w[:1].isupper()).lower()
        found = {id(e): e for word in (*words[:1], *words[-1:], letters) for e in self._by_word.get(word, [])[-_NAMESAKES:]}
        return sorted(found.values(), key=lambda e: e.order)

    def _by_name(self, phrase: Phrase) -> Entity | None:
        """Who bears a name: a person before a body or a place, as the tagger may take a surname alone for either."""
        alike = [e for e in reversed(self._namesakes(phrase)) if same_name(phrase, e)]
        found = next((e for e in alike if e.label == "PERSON"), None) or next(iter(alike), None)
        if found is None and phrase.label == "PERSON":
            found = next((e for e in self._recent if e.label is None and e.name[:1].isupper() and e.name.lower() in phrase.roles), None)
            if found:
                found.label, found.name, found.kind = phrase.label, phrase.name, "person"
                self._index(found)
        return found

    def _pronoun(self, phrase: Phrase, at: Place, barred: Collection[Entity]) -> Entity | None:
        word, kind = phrase.lemma, pronoun_kind(phrase.lemma)
        able = [e for e in self._recent if at.sentence - e.sentence <= _REACH and e not in barred and agrees(word, e)]
        options = self._weighed(able, at, lambda e: pronoun_features(phrase, e))
        if not options:
            return None
        if kind != "person":
            options.insert(0, (None, nobody(phrase, known=False, owned=False)))
        found = choose(kind, options)
        if found and kind == "person" and not found.thing:
            found.gender = found.gender or ("m" if word in HE else "f" if word in SHE else None)
        return found

    def _weighed(self, able: Sequence[Entity], at: Place, features: Callable[[Entity], Features]) -> list[tuple[Entity | None, Features]]:
        most = max((e.mentions for e in able), default=0)
        nearest = max((e.token for e in able), default=-1)
        return [(e, {**told(e, at, most, nearest), **features(e)}) for e in able]

    def _by_noun(self, phrase: Phrase, at: Place, *, definite: bool, owned: bool, barred: Collection[Entity]) -> Entity | None:
        if definite and phrase.plural and phrase.number and phrase.label is None:
            counted = self._counted(phrase, at)
            if counted:
                return counted
        if phrase.label == "NORP" and definite and not phrase.plural:
            return self._compatriot(phrase, at.sentence)
        if phrase.kind == "role" and definite and not phrase.plural:
            able = [e for e in self._recent if e not in barred and may_be_called(phrase, e, self._country_of, owned=owned)]
            return self._choose("role", phrase, at, able, owned=owned, features=lambda e: role_features(phrase, e))
        if phrase.kind and definite and phrase.label is None:
            able = [e for e in self._recent if e not in barred and may_be_body(phrase, e)]
            return self._choose("body", phrase, at, able, owned=owned, features=lambda e: body_features(phrase, e))
        same = (e for e in reversed(self._namesakes(phrase)) if e.label is None and e.name.lower() == phrase.name.lower())
        return next(same, None) if phrase.kind else None

    def _choose(
        self, kind: str, phrase: Phrase, at: Place, able: Sequence[Entity], *, owned: bool, features: Callable[[Entity], Features]
    ) -> Entity | None:
        known = any(phrase.lemma in e.roles for e in able)
        options = self._weighed(able, at, features)
        options.insert(0, (None, nobody(phrase, known=known, owned=owned)))
        return choose(kind, options)

    def _counted(self, phrase: Phrase, at: Place) -> Entity | None:
        """ "The two men", "both governments": those told together last; of two, else the two most told of in the last sentences."""
        near = [e for e in self._recent if at.sentence - e.sentence <= _REACH]
        kinds = counted_kinds(phrase)
        together = [e for e in near if len(e.members) == phrase.number and all(m.kind in kinds for m in e.members)]
        if together:
            return together[-1]
        if phrase.number != 2:
            return None
        gender = gender_of(phrase)
        near = [e for e in self._recent if at.sentence - e.sentence <= _FAR]
        alone = [e for e in near if not e.members and e.kind in kinds and not e.plural and (not gender or e.gender in (gender, None))]
        alone = sorted(alone, key=lambda e: (-e.mentions, -e.token))[:2]
        return self.join(sorted(alone, key=lambda e: e.order), at)

    def _compatriot(self, phrase: Phrase, sentence: int) -> Entity | None:
        """ "the Kenyan": the person last told of who was called so."""
        people = [e for e in self._recent if e.label == "PERSON" and sentence - e.sentence <= 6]
        wanted = self._country_of(phrase.name)
        homes = {id(e): {home for n in e.norps if (home := self._country_of(n))} for e in people}
        known = [e for e in people if wanted in homes[id(e)]]
        open_ = [e for e in people if not homes[id(e)]]
        return max(known or open_, key=lambda e: (e.mentions, e.sentence), default=None)
