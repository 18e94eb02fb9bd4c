"""The words of events: which lemma tells which type, and the closed classes of verbs that status, time and place ask for.

The words themselves are data (`lexicon.txt`, one section a type or class); this module reads them once.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import product

_SECTION = re.compile(r"\[(verb|noun|sense|class|group|object|subject|oblique|modifier) ([a-z_]+)\]")
_ROLES = ("object", "subject", "oblique", "modifier")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLexicon:
    """Lemma to event type, for verbs (phrasal ones as "set_off") and nouns, and the named classes of lemmas.

    `senses` are nouns that have a type without making an event: they type what the model found.
    """

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    senses: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]
    pairs: Mapping[tuple[str, str, str], str]

    def pair(self, role: str, verb: str, noun: str) -> str | None:
        """The type that a verb tells with a noun as its "object", "subject" or "oblique" (behind a preposition), or None.

        As "modifier" the pair is a noun and the word before it ("hunger strike").
        """
        return self.pairs.get((role, verb, noun))

    def verb_type(self, lemma: str, particle: str | None = None) -> str | None:
        """The type a verb tells, with its particle when the pair has an entry of its own; None when it has none."""
        if particle and f"{lemma}_{particle}" in self.verbs:
            return self.verbs[f"{lemma}_{particle}"]
        return self.verbs.get(lemma)

    def noun_type(self, lemma: str) -> str | None:
        """The type an eventive noun tells, or None."""
        return self.nouns.get(lemma)

    def within(self, name: str, lemma: str, particle: str | None = None) -> bool:
        """Whether a lemma (or the lemma with its particle) belongs to the class."""
        members = self.classes[name]
        return lemma in members or (particle is not None and f"{lemma}_{particle}" in members)


@functools.cache
def event_lexicon() -> EventLexicon:
    """The lexicon of the package; the first section that names a lemma decides its type."""
    tables: dict[str, dict[str, str]] = {"verb": {}, "noun": {}, "sense": {}}
    sets: dict[str, dict[str, set[str]]] = {"class": {}, "group": {}}
    pairs: dict[tuple[str, str, str], str] = {}
    for kind, name, line in _lines():
        if kind in _ROLES:
            verbs, nouns = (_spelled_out(part, sets["group"]) for part in line.split(":"))
            for verb, noun in product(verbs, nouns):
                pairs.setdefault((kind, verb, noun), name)
        elif kind in sets:
            sets[kind].setdefault(name, set()).update(line.split())
        else:
            for word in line.split():
                tables[kind].setdefault(word, name)
    classes = {name: frozenset(words) for name, words in sets["class"].items()}
    return EventLexicon(verbs=tables["verb"], nouns=tables["noun"], senses=tables["sense"], classes=classes, pairs=pairs)


def _lines() -> Iterator[tuple[str, str, str]]:
    """The lines of the file that hold words, each with the kind and the name of its section."""
    kind = name = ""
    for line in files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        section = _SECTION.fullmatch(line.strip())
        if section:
            kind, name = section[1], section[2]
        elif line and not line.startswith("#"):
            yield kind, name, line


def _spelled_out(words: str, groups: Mapping[str, set[str]]) -> list[str]:
    """The words of a line, with those of a group in the place of its name ("@vehicle")."""
    return [each for word in words.split() for each in (sorted(groups[word[1:]]) if word.startswith("@") else [word])]
