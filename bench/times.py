"""Measures the times stage on text that is already parsed, beside dateparser's search on the same text in the same run.

usage: python bench/times.py [--words 1500] [--documents 12] [--hostile]

Words a second of CPU time, one core. dateparser is told the language (it is then some fifty times faster) and the day of publication.
Where ../shared lies beside the repository, both are scored on the first documents of each gold set. --hostile repeats every string of
tests/cases/hostile.txt to a megabyte and prints those that cost most for a character, as a ratio to ordinary text (minutes).
"""

import argparse
import datetime
import importlib.util
import json
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from dateparser.date import DateDataParser
from dateparser.search import search_dates

from timeline.documents import document
from timeline.documents.published import day
from timeline.language import load
from timeline.records import Document, Parsed
from timeline.times import find_times, parse_one

ROOT = Path(__file__).parents[1]
SHARED = ROOT / ".." / "shared"
CORPORA = ("timebank", "meantime-dev", "wikiwars-train")
HEIDELTIME_WORDS_A_SECOND = (300, 1_700)  # as its authors and users publish it; it is not run here
MEGABYTE = 1_000_000
ANYDAY = "2024-09-05"


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """CPU seconds of the quickest of several runs."""
    took = []
    for _ in range(times):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took)


def sample(words: int) -> list[Document]:
    """The sample stories, as many as make up so many words, each with a day of publication to count from."""
    documents: list[Document] = []
    count = 0
    for path in sorted((ROOT / "seeds").glob("**/*.md")):
        if count >= words:
            break
        text = path.read_text(encoding="utf-8")
        documents.append(document({"text": text, "published": ANYDAY}))
        count += len(text.split())
    return documents


def dates_of(text: str, published: str | None) -> list[tuple[str, datetime.datetime]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return search_dates(text, languages=["en"], settings=settings(published)) or []


def settings(published: str | None) -> dict[str, Any]:
    return {"RELATIVE_BASE": datetime.datetime.fromisoformat((published or ANYDAY)[:10])}


def speeds(documents: list[Document], parsed: list[Parsed]) -> None:
    words = sum(len(item.text.split()) for item in documents)
    find_times(parsed[0])
    dates_of("3 May 2011", None)
    ours = words / seconds(lambda: [find_times(item) for item in parsed], 5)
    theirs = words / seconds(lambda: [dates_of(item.text, item.published) for item in documents])
    low, high = HEIDELTIME_WORDS_A_SECOND
    print(f"{words:,} words in {len(documents)} documents, one core, CPU time")
    print(f"dateline, times stage on parsed text   {ours:>10,.0f} words/s")
    print(f"dateparser search_dates, language en   {theirs:>10,.0f} words/s   dateline is {ours / theirs:,.0f} times as fast")
    print(
        f"HeidelTime as published (not run) {low:,} to {high:,} words/s   dateline is {ours / high:,.0f} to {ours / low:,.0f} times as fast"
    )


def single_strings() -> None:
    """What one string of metadata costs, in microseconds: our own forms, and those left to dateparser in the language named."""
    for words in ("2024-09-05T10:00:00Z", "March 1, 2008", "Thu, 05 Sep 2024 10:00:00 GMT"):
        print(f"day of publication {words!r}: {seconds(lambda words=words: day(words), 20) * 1e6:,.0f} microseconds")
    foreign = parse_one.__wrapped__
    took = seconds(lambda: foreign("5 mars 2024", languages=("fr",)), 20)
    print(f"single date in French '5 mars 2024': {took * 1e6:,.0f} microseconds")


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tasks", SHARED / "score" / "tasks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def quality(number: int) -> None:
    """F1 of spans and values on the first documents of each gold set, dateline above dateparser."""
    tasks, english = scorer(), load()
    for corpus in CORPORA:
        rows = tasks.rows(SHARED / "gold" / "times" / f"{corpus}.jsonl")[:number]
        ours, theirs = [], []
        for row in rows:
            item = document({"text": row["text"], "published": row.get("dct")})
            ours.append((row, {"times": [as_row(mention) for mention in find_times(english.parse(item))]}))
            theirs.append((row, {"times": searched(row["text"], item.published)}))
        for name, pairs in (("dateline", ours), ("dateparser", theirs)):
            figures = tasks.score_times(pairs, [])
            told = f"strict {figures['strict']['f1']:.3f}, relaxed {figures['relaxed']['f1']:.3f}, value {figures['value_f1']:.3f}"
            print(f"{corpus} ({len(rows)} documents) {name}: {told}")


def as_row(mention: Any) -> dict[str, Any]:
    return {"start": mention.start, "end": mention.end, "text": mention.text, "type": mention.type, "value": mention.value}


def searched(text: str, published: str | None) -> list[dict[str, Any]]:
    """What dateparser finds, as TIMEX3: it gives no offsets and no grain, so each string is looked for and its grain asked for again."""
    parser = DateDataParser(languages=["en"], settings=settings(published))
    rows, done = [], 0
    for words, date in dates_of(text, published):
        start = text.find(words, done)
        if start < 0:
            continue
        done = start + len(words)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            period = parser.get_date_data(words).period
        value = date.strftime({"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M"}.get(period, "%Y-%m-%d"))
        rows.append({"start": start, "end": done, "text": words, "type": "TIME" if period == "time" else "DATE", "value": value})
    return rows


def hostile(documents: list[Document]) -> None:
    def for_a_character(piece: str) -> float:
        text = (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
        item = Document(
            id="d", source="bench", title=None, text=text, published=ANYDAY, published_basis="option", language="en", digest="d"
        )
        parsed = Parsed(document=item, tokens=(), sentences=(), names=(), quotations=())
        return seconds(lambda: find_times(parsed)) / MEGABYTE

    ordinary = for_a_character("\n\n".join(item.text for item in documents) + "\n\n")
    lines = (ROOT / "tests" / "cases" / "hostile.txt").read_text(encoding="utf-8").splitlines()
    ratios = sorted(((for_a_character(piece) / ordinary, piece) for piece in map(json.loads, lines[1:])), reverse=True)
    print(f"{len(ratios)} hostile strings of 1 MB, time for a character over that of ordinary text; the worst ten:")
    for ratio, piece in ratios[:10]:
        print(f"{ratio:6.2f}  {piece!a}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--words", type=int, default=1500, help="words of the sample stories to measure speed on")
    options.add_argument("--documents", type=int, default=12, help="documents of each gold set to score")
    options.add_argument("--hostile", action="store_true", help="also measure hostile strings of a megabyte")
    chosen = options.parse_args()
    documents, english = sample(chosen.words), load()
    speeds(documents, [english.parse(item) for item in documents])
    single_strings()
    if (SHARED / "gold" / "times").is_dir() and chosen.documents:
        quality(chosen.documents)
    if chosen.hostile:
        hostile(documents)


if __name__ == "__main__":
    main()
