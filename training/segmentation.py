"""Scores on raw text against treebanks: words, sentences and trees as found, and lemmas on gold tags.

`python -m training.segmentation [TREEBANK ...] [--errors N] [--wrap COLUMNS]`. The raw text is a treebank's sentences joined by blanks,
paragraphs and documents parted by blank lines. Words, sentences and arcs count where their characters are the same.
"""

import argparse
import gzip
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from timeline.language import English
from timeline.language.lemmas import Lemmas, open_lemmas
from timeline.language.model import open_model
from timeline.records import Document
from training.convert import conllu
from training.evaluate import syntax
from training.lemmas import accuracy
from training.paths import ASSETS, SOURCES

TREEBANKS = ("pud.test", "ewt.test", "gum-open.test")

Span = tuple[int, int]
Arc = tuple[Span, Span, str]
ROOT: Span = (0, 0)


@dataclass(slots=True, kw_only=True)
class Raw:
    """A document's text with half-open offsets of its words and sentences; arcs are (word, head, label), ROOT above the highest."""

    text: str = ""
    words: set[Span] = field(default_factory=set)
    sentences: set[Span] = field(default_factory=set)
    arcs: set[Arc] = field(default_factory=set)


@dataclass(slots=True)
class Tally:
    """What is in gold, in the answer, and in both."""

    gold: int = 0
    own: int = 0
    right: int = 0

    def add(self, gold: set[Span] | set[Arc], own: set[Span] | set[Arc]) -> None:
        self.gold, self.own, self.right = self.gold + len(gold), self.own + len(own), self.right + len(gold & own)

    def f1(self) -> float:
        """In per cent."""
        return 200 * self.right / max(1, self.gold + self.own)


def documents(name: str) -> Iterator[Raw]:
    """The documents of a treebank as raw text with what its annotators found."""
    raw = Raw()
    for block in _blocks(SOURCES / "syntax" / f"{name}.conllu.gz"):
        comments = [line for line in block if line.startswith("#")]
        if raw.text and any(line.startswith("# newdoc") for line in comments):
            yield raw
            raw = Raw()
        if raw.text:
            raw.text += "\n\n" if any(line.startswith("# newpar") for line in comments) else " "
        sentence = next(line for line in comments if line.startswith("# text = "))[9:]
        _add(raw, sentence, [row for line in block if (row := line.split("\t"))[0].isdigit()])
    yield raw


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
    if block:
        yield block


def _add(raw: Raw, sentence: str, rows: list[list[str]]) -> None:
    place = len(raw.text)
    spans = list(_spans(sentence, place, [row[1] for row in rows]))
    raw.words.update(spans)
    raw.sentences.add((place, place + len(sentence.rstrip())))
    for span, row in zip(spans, rows, strict=True):
        raw.arcs.add((span, spans[int(row[6]) - 1] if row[6] != "0" else ROOT, row[7]))
    raw.text += sentence


def _spans(text: str, offset: int, words: list[str]) -> Iterator[Span]:
    """Where the words stand; one that is not written as it is listed has an empty span, which nothing found can equal."""
    place = 0
    for word in words:
        start = text.find(word, place, place + len(word) + 12)
        if start >= 0:
            place = start + len(word)
            yield offset + start, offset + place
        else:
            yield offset + place, offset + place


def parsed(english: English, text: str) -> Raw:
    """The same of the pipeline's own answer."""
    answer = english.parse(
        Document(id="raw", source="", title=None, text=text, published=None, published_basis=None, language="en", digest="")
    )
    spans = [(token.start, token.end) for token in answer.tokens]
    return Raw(
        text=text,
        words=set(spans),
        sentences={(sentence.start, sentence.end) for sentence in answer.sentences},
        arcs={(spans[t.index], ROOT if t.head == t.index else spans[t.head], t.deprel) for t in answer.tokens},
    )


def wrapped(text: str, columns: int) -> str:
    """The same characters, but every paragraph broken into lines of at most `columns` at its blanks."""
    out = list(text)
    begin = blank = 0
    for place, letter in enumerate(text):
        if letter == "\n":
            begin = place + 1
        elif letter == " ":
            blank = place
        if place - begin >= columns and blank > begin:
            out[blank] = "\n"
            begin = blank + 1
    return "".join(out)


def _syntax_only(arcs: Iterable[Arc]) -> set[Arc]:
    return {arc for arc in arcs if arc[2] != "punct"}


def scores(name: str, english: English, columns: int | None = None) -> tuple[dict[str, float], Counter[str]]:
    """F1 in per cent of words, sentences and labelled arcs (punctuation left out, as in training.evaluate), and what went wrong."""
    words, sentences, arcs = Tally(), Tally(), Tally()
    errors: Counter[str] = Counter()
    for gold in documents(name):
        own = parsed(english, wrapped(gold.text, columns) if columns else gold.text)
        words.add(gold.words, own.words)
        sentences.add(gold.sentences, own.sentences)
        arcs.add(_syntax_only(gold.arcs), _syntax_only(own.arcs))
        errors.update(_word_errors(gold, own))
        errors.update(_boundary_errors(gold, own))
    return {"words": words.f1(), "sentences": sentences.f1(), "LAS raw": arcs.f1()}, errors


def _word_errors(gold: Raw, own: Raw) -> Iterator[str]:
    extra = sorted(own.words - gold.words)
    for start, end in sorted(gold.words - own.words):
        near = " ".join(gold.text[a:b] for a, b in extra if a < end and b > start)
        yield f"word {gold.text[start:end]!r} read as {near!r}"


def _boundary_errors(gold: Raw, own: Raw) -> Iterator[str]:
    ends, own_ends = {end for _, end in gold.sentences}, {end for _, end in own.sentences}
    for sign, places in (("missed", ends - own_ends), ("false", own_ends - ends)):
        for end in sorted(places):
            yield f"{sign} boundary {gold.text[max(0, end - 40) : end]!r} | {gold.text[end : end + 30]!r}"


def lemma_accuracy(name: str, lemmas: Lemmas) -> float:
    """Per cent of lemmas right on gold words and tags; case does not count."""
    _, errors = accuracy(name, lemmas)
    total = sum(len(sentence["words"]) for sentence in conllu(SOURCES / "syntax" / f"{name}.conllu.gz"))
    wrong = sum(count for (_, lemma, own), count in errors.items() if lemma.lower() != own.lower())
    return 100 - 100 * wrong / total


def main() -> None:
    """Print one line a treebank. The test sets are for final figures: look at the errors of the development sets only."""
    parser = argparse.ArgumentParser(prog="python -m training.segmentation", description=__doc__)
    parser.add_argument("treebanks", nargs="*", default=TREEBANKS, help="such as ewt.dev; without any, the test sets")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the N most frequent errors")
    parser.add_argument("--wrap", type=int, metavar="COLUMNS", help="break the paragraphs into lines of so many characters first")
    options = parser.parse_args()
    model, lemmas = open_model(ASSETS), open_lemmas(ASSETS)
    english = English(model, lemmas)
    for name in options.treebanks:
        found, errors = scores(name, english, options.wrap)
        found["LAS gold words"] = syntax(conllu(SOURCES / "syntax" / f"{name}.conllu.gz"), model)["las"]
        found["lemmas"] = lemma_accuracy(name, lemmas)
        print(name, *(f"{key} {value:.2f}" for key, value in found.items()), sep=" | ", flush=True)
        for error, count in errors.most_common(options.errors):
            print(f"{count:6} {error}")


if __name__ == "__main__":
    main()
