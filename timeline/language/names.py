"""One name, one sense a document: the names that the model labelled sentence by sentence, brought into agreement.

Gale, Church & Yarowsky (1992), "One sense per discourse".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.records import Name, Token

_DECIDED = frozenset({"PERSON", "ORG", "PLACE"})


def joined(names: Iterable[Name], tokens: Sequence[Token]) -> list[Name]:
    """The names, an adjective in capitals made one with the body it belongs to where the model cut them apart ("Red" and "Cross")."""
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if before and before.last == name.first and name.label == "ORG" and before.last - before.first == 1:
            token = tokens[before.first]
            if token.upos == "ADJ" and token.deprel == "amod" and name.first <= token.head < name.last:
                gap = " " * (name.start - before.end)
                out[-1] = replace(name, first=before.first, start=before.start, text=before.text + gap + name.text)
                continue
        out.append(name)
    return out


def agreed(names: Iterable[Name]) -> tuple[Name, ...]:
    """The names with, for each text, the label that most of its mentions have; of several the one told first.

    Only PERSON, ORG and PLACE are weighed against each other. A name is only overruled by a clear majority of two to one.
    """
    found = list(names)
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in found:
        if name.label in _DECIDED:
            votes[name.text][name.label] += 1
    out = []
    for name in found:
        best, count = votes[name.text].most_common(1)[0] if name.label in _DECIDED else (name.label, 1)
        overruled = best != name.label and count >= 2 * votes[name.text][name.label]
        out.append(replace(name, label=best) if overruled else name)
    return tuple(out)
