"""Scores of words and sentences found in raw text against treebanks."""

import gzip
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from training.paths import SOURCES

Spans = set[tuple[int, int]]


def documents(name: str) -> Iterator[tuple[str, Spans, Spans]]:
    """Text, word spans and sentence spans of each document of a treebank; paragraphs are parted by a blank line."""
    text, words, sentences = "", set[tuple[int, int]](), set[tuple[int, int]]()
    for block in _blocks(SOURCES / "syntax" / f"{name}.conllu.gz"):
        comments = [line for line in block if line.startswith("#")]
        if text and any(line.startswith("# newdoc") for line in comments):
            yield text, words, sentences
            text, words, sentences = "", set(), set()
        if text:
            text += "\n\n" if any(line.startswith("# newpar") for line in comments) else " "
        sentence = next(line for line in comments if line.startswith("# text = "))[9:]
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        place = len(text)
        words |= {(place + start, place + end) for start, end in _spans(sentence, [row[1] for row in rows if row[0].isdigit()])}
        sentences.add((place, place + len(sentence.rstrip())))
        text += sentence
    yield text, words, sentences


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


def _spans(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand; one that is not written as it is listed ends the search at the next that is."""
    place = 0
    for word in words:
        start = text.find(word, place, place + len(word) + 12)
        if start >= 0:
            yield start, start + len(word)
            place = start + len(word)


def word_f1(name: str, tokenise: Callable[[str], list[tuple[int, int]]]) -> tuple[float, Counter[tuple[str, str]]]:
    """F1 of words in per cent, and the stretches that were read otherwise: (gold words, own words), a count."""
    right = gold_total = own_total = 0
    errors: Counter[tuple[str, str]] = Counter()
    for text, gold, _ in documents(name):
        own = set(tokenise(text))
        right, gold_total, own_total = right + len(gold & own), gold_total + len(gold), own_total + len(own)
        for start, end in sorted(gold - own):
            near = sorted(span for span in own - gold if span[0] < end and span[1] > start)
            errors[text[start:end], " ".join(text[a:b] for a, b in near)] += 1
    return 200 * right / (gold_total + own_total), errors


def sentence_f1(name: str, split: Callable[[str], list[tuple[int, int]]]) -> tuple[float, list[str]]:
    """F1 of whole sentences in per cent, and what stands around each wrong boundary."""
    right = gold_total = own_total = 0
    errors: list[str] = []
    for text, _, gold in documents(name):
        own = set(split(text))
        right, gold_total, own_total = right + len(gold & own), gold_total + len(gold), own_total + len(own)
        for sign, ends in (("missed", {e for _, e in gold} - {e for _, e in own}), ("false", {e for _, e in own} - {e for _, e in gold})):
            errors += [f"{sign}: {text[max(0, end - 30) : end]!r} | {text[end : end + 30]!r}" for end in sorted(ends)]
    return 200 * right / (gold_total + own_total), errors
