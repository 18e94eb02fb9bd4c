"""Treebanks (CoNLL-U) and names (spaCy DocBins) to sentences as lines of JSON in training/work/.

A syntax sentence has `words`, `lemmas`, `heads` (0 is the root), `labels`, `xpos` and `upos`; a names sentence has `words` and `names`
(BIO marks, "-" where nobody has marked). Training sentences that also stand in a test set are left out.
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.paths import SOURCES, WORK

Sentence = dict[str, Any]

SYNTAX = {
    "syntax.train": ("ewt.train", "gum-open.train"),
    "syntax.dev": ("ewt.dev", "gum-open.dev"),
    "syntax.ewt.test": ("ewt.test",),
    "syntax.pud.test": ("pud.test",),
    "syntax.gum.test": ("gum-open.test",),
}
NAMES = {
    "names.train": "full.train",
    "names.dev": "dev",
    "names.gmb.test": "gmb.test",
    "names.pud.test": "pud.test",
    "names.uner-ewt.test": "uner-ewt.test",
    "names.gum.test": "gum.test",
}
SHORTEST_TWIN = 6


def conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, words of multi-word tokens apart, empty nodes left out."""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if len(row) == 10:
                if row[0].isdigit():
                    rows.append(row)
            elif rows and not row[0]:
                yield _columns(rows)
                rows = []
    if rows:
        yield _columns(rows)


def _columns(rows: list[list[str]]) -> Sentence:
    return {
        "words": [row[1].replace(" ", "_") for row in rows],
        "lemmas": [row[2] for row in rows],
        "upos": [row[3] for row in rows],
        "xpos": [row[4] for row in rows],
        "heads": [int(row[6]) for row in rows],
        "labels": [row[7] for row in rows],
    }


def docbin(path: Path) -> Iterator[Sentence]:
    """The sentences of a spaCy DocBin with their entity marks."""
    import spacy
    from spacy.tokens import DocBin

    for document in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab):
        for part in document.sents if document.has_annotation("SENT_START") else [document]:
            yield {"words": [token.text for token in part], "names": [_mark(token.ent_iob, token.ent_type_) for token in part]}


def _mark(iob: int, label: str) -> str:
    """spaCy's numbers: 0 nobody has marked, 2 outside, 3 begins, 1 goes on."""
    return {0: "-", 2: "O", 3: f"B-{label}", 1: f"I-{label}"}[iob]


def read(name: str) -> list[Sentence]:
    """The sentences of one converted set, such as "syntax.train"."""
    with gzip.open(WORK / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _write(name: str, sentences: Iterable[Sentence]) -> None:
    with gzip.open(WORK / f"{name}.jsonl.gz", "wt", encoding="utf-8", compresslevel=3) as out:
        for sentence in sentences:
            out.write(json.dumps(sentence, ensure_ascii=False) + "\n")


def convert() -> None:
    """Convert every set that is not yet there and say how large it is."""
    WORK.mkdir(exist_ok=True)
    sets = {name: [s for file in files for s in conllu(SOURCES / "syntax" / f"{file}.conllu.gz")] for name, files in SYNTAX.items()}
    sets |= {name: list(docbin(SOURCES / "names" / f"{file}.spacy")) for name, file in NAMES.items()}
    tests = {_key(sentence) for name, sentences in sets.items() if name.endswith("test") for sentence in sentences}
    for name, sentences in sets.items():
        kept = sentences
        if name.endswith("train"):
            kept = [s for s in sentences if len(s["words"]) < SHORTEST_TWIN or _key(s) not in tests]
        _write(name, kept)
        words = sum(len(sentence["words"]) for sentence in kept)
        print(f"{name}: {len(kept)} sentences, {words} words, {len(sentences) - len(kept)} left out as twins of test sentences", flush=True)


def _key(sentence: Sentence) -> str:
    return "".join(sentence["words"]).lower()
