"""The words of events: which lemma tells which type, and the closed classes of verbs that status, time and place ask for.

The words themselves are data (`lexicon.txt`, one section a type or class); this module reads them once.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

_SECTION = re.compile(r"\[(verb|noun|class|object|subject) ([a-z_]+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLexicon:
    """Lemma to event type, for verbs (phrasal ones as "set_off") and nouns, and the named classes of lemmas."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]
    pairs: Mapping[tuple[str, str, str], str]

    def pair(self, role: str, verb: str, noun: str) -> str | None:
        """The type that a verb tells with this noun as its "object" or "subject", or None."""
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
    tables: dict[str, dict[str, str]] = {"verb": {}, "noun": {}}
    classes: dict[str, set[str]] = {}
    pairs: dict[tuple[str, str, str], str] = {}
    kind = name = ""
    for line in files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        section = _SECTION.fullmatch(line.strip())
        if section:
            kind, name = section[1], section[2]
        elif line and not line.startswith("#"):
            if kind in ("object", "subject"):
                verbs, nouns = line.split(":")
                pairs.update({(kind, v, n): name for v in verbs.split() for n in nouns.split() if (kind, v, n) not in pairs})
                continue
            for word in line.split():
                if kind == "class":
                    classes.setdefault(name, set()).add(word)
                else:
                    tables[kind].setdefault(word, name)
    return EventLexicon(verbs=tables["verb"], nouns=tables["noun"], classes={k: frozenset(v) for k, v in classes.items()}, pairs=pairs)
