"""Names exchanged for names of the same kind, so that no part of the world reads worse than another.

Persons come from the training names themselves, each name as likely as any other however often it stands there; places from the
GeoNames towns of 1,000 people and more, every country as likely as any other.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from random import Random

from timeline.language.tokens import tokenise
from training.convert import Sentence
from training.paths import SOURCES

EXCHANGED = 0.12
TOWNS = 300
LONGEST = 4


class Exchange:
    """The names that may stand in for others."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._persons = sorted({name for one in sentences for name in _spans(one, "PERSON") if all(word[:1].isupper() for word in name)})
        self._towns = _towns()
        self._countries = sorted(self._towns)

    def __call__(self, sentence: Sentence, random: Random) -> Sentence:
        """A names sentence with some of its persons and places exchanged."""
        if random.random() > EXCHANGED:
            return sentence
        words: list[str] = []
        marks: list[str] = []
        old_words, old_marks = sentence["words"], sentence["names"]
        i = 0
        while i < len(old_words):
            end = i + 1
            label = old_marks[i][2:]
            if old_marks[i][:2] == "B-":
                while end < len(old_words) and old_marks[end] == f"I-{label}":
                    end += 1
            new: Sequence[str] = old_words[i:end]
            if old_marks[i][:2] == "B-" and old_words[i][:1].isupper() and random.random() < 0.5:
                new = self._other(label, random) or new
            words += new
            marks += [old_marks[i], *([f"I-{label}"] * (len(new) - 1))]
            i = end
        return {**sentence, "words": words, "names": marks}

    def _other(self, label: str, random: Random) -> Sequence[str]:
        if label == "PERSON":
            return random.choice(self._persons)
        if label == "PLACE":
            return random.choice(self._towns[random.choice(self._countries)])
        return ()


def _spans(sentence: Sentence, label: str) -> list[tuple[str, ...]]:
    found: list[list[str]] = []
    for word, mark in zip(sentence["words"], sentence["names"], strict=True):
        if mark == f"B-{label}":
            found.append([word])
        elif mark == f"I-{label}" and found:
            found[-1].append(word)
    return [tuple(name) for name in found if len(name) <= LONGEST]


def _towns() -> dict[str, list[list[str]]]:
    """By country, at most TOWNS names, picked evenly."""
    path = SOURCES.parent / "geonames" / "cities1000.json.gz"
    by_country: dict[str, list[str]] = defaultdict(list)
    for town in json.loads(gzip.decompress(path.read_bytes())):
        by_country[town["country"]].append(town["name"])
    out = {}
    for country, names in by_country.items():
        words = [[name[a:b] for a, b in tokenise(name)] for name in names[:: max(1, len(names) // TOWNS)]]
        out[country] = [one for one in words if one and len(one) <= LONGEST]
    return {country: names for country, names in out.items() if names}
