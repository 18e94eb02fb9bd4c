"""Measures the English stage from raw text to Parsed, event heads included, on one core, beside a spaCy tokeniser and sentencizer.

usage: taskset -c 0 python bench/language.py [JSONL] [--documents N] [--rounds N]

JSONL: documents with a "text"; by default ../shared/gold/times/timebank.jsonl. Words are the tokens that Dateline finds, the same number
for both systems; words between blanks are named beside them. Times are processor time, so that others on the core count for little; of
the rounds the fastest counts, after a warm one. Opening is a fresh process with all that it imports; memory is the highest of this process
before spaCy is imported.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import resource

from timeline.language import load
from timeline.language.english import ASSETS
from timeline.records import Document

TIMEBANK = Path(__file__).parents[1] / ".." / "shared" / "gold" / "times" / "timebank.jsonl"
OPENING = "import time; from timeline.language import load; load(); print(time.process_time())"
EMPTY = "import time; print(time.process_time())"


def documents(path: Path, count: int) -> list[Document]:
    """The first `count` documents."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][:count]
    given = {"source": "bench", "title": None, "published": None, "published_basis": None, "language": "en", "digest": ""}
    return [Document(id=str(number), text=row["text"], **given) for number, row in enumerate(rows)]


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Processor time of the fastest round."""
    work()
    found = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


def opening() -> float:
    """Processor seconds of a fresh process that opens the model, less those of an empty one; the best of three."""

    def once(code: str) -> float:
        return float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)

    return min(once(OPENING) for _ in range(3)) - min(once(EMPTY) for _ in range(3))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jsonl", nargs="?", type=Path, default=TIMEBANK)
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts = documents(options.jsonl, options.documents)
    english = load()
    words = sum(len(english.parse(document).tokens) for document in texts)
    blanks = sum(len(document.text.split()) for document in texts)
    own = seconds(lambda: [english.parse(document) for document in texts], options.rounds)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(file.stat().st_size for file in ASSETS.iterdir()) / 1e6
    import spacy

    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    other = seconds(lambda: [blank(document.text) for document in texts], options.rounds)
    print(f"{len(texts)} documents, {words} words, {blanks} between blanks")
    print(f"{'raw text to Parsed':36}{words / own:10,.0f} words/s {blanks / own:10,.0f} between blanks/s")
    print(f"{'spaCy blank, sentencizer':36}{words / other:10,.0f} words/s {blanks / other:10,.0f} between blanks/s")
    print(f"{'opening, with imports':36}{opening():10.2f} s")
    print(f"{'memory at most':36}{memory:10.0f} MB")
    print(f"{'assets':36}{size:10.1f} MB")


if __name__ == "__main__":
    main()
