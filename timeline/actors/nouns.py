"""Which common nouns can act: roles, groups, organisations and vehicles (`nouns.txt`), and what a suffix tells of the rest."""

import functools
from collections.abc import Mapping
from importlib.resources import files

_HUMAN_SUFFIXES = ("man", "woman", "ist", "ician", "eer", "ologist", "maker", "keeper", "holder", "worker", "person", "goer", "mate")
_AGENTS = ("er", "or", "ist", "ant", "ian", "ee")
_THINGS = frozenset(
    "number letter tower river computer paper power matter order border corner summer winter center quarter chapter counter "
    "container helicopter shelter trailer cluster disaster water weather trouser slipper newspaper poster flower sweater answer "
    "offer murder factor sector motor error terror mirror tractor reactor corridor elevator indicator generator restaurant plant "
    "variant grant warrant committee guarantee degree coffee tree fee century meter kilometer kilometre litre theatre centre "
    "frontier barrier carrier courier layer prayer paper pointer printer scanner server filter meteor harbor harbour color honor "
    "labor vapor refrigerator excavator tremor boulder splinter monitor parameter thunder lumber timber "
    "glacier crater amber ember timer locker".split()
)
_PLURAL_ONLY = frozenset(
    {"people", "police", "troops", "authorities", "men", "women", "children", "forces", "allies", "thousands", "others"}
)


@functools.cache
def _nouns() -> Mapping[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    name = ""
    for line in files(__package__).joinpath("nouns.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
        elif line and not line.startswith("#"):
            sections.setdefault(name, set()).update(line.split())
    return {name: frozenset(words) for name, words in sections.items()}


def actor_kind(lemma: str, *, plural: bool) -> str | None:
    """ "role", "group", "organisation" or "vehicle" for a noun that can act, else None."""
    nouns = _nouns()
    if plural and lemma in nouns["group"] | nouns["role"]:
        return "group"
    for kind in ("role", "organisation", "group", "vehicle"):
        if lemma in nouns[kind]:
            return kind
    if plural and lemma.endswith(("men", "women")) and len(lemma) > 5:
        return "group"
    if plural and lemma.endswith(_AGENTS) and len(lemma) > 5 and lemma not in _THINGS:
        return "group"
    if lemma.endswith(_HUMAN_SUFFIXES) and len(lemma) > 5:
        return "group" if plural else "role"
    return None


def always_plural(word: str) -> bool:
    """Whether a word is plural though it may not look it ("police")."""
    return word.lower() in _PLURAL_ONLY
