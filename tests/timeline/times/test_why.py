"""Every time says the words, what it was counted from, and why."""

import re
from pathlib import Path

import pytest

from timeline.records import Document, Parsed, TimeMention
from timeline.times import find_times

CASES = Path(__file__).parents[2] / "cases" / "times.txt"


def mentions() -> list[tuple[str, str, TimeMention]]:
    found = []
    for published, text in re.findall(r"^\[(.+?)\] (.+)$", CASES.read_text(encoding="utf-8"), re.MULTILINE):
        day = None if published == "-" else published
        document = Document(id="d", source="t", title=None, text=text, published=day, published_basis=None, language="en", digest="d")
        times = find_times(Parsed(document=document, tokens=(), sentences=(), names=(), quotations=()))
        found += [(text, published, mention) for mention in times]
    return found


FOUND = mentions()


def test_there_is_something_to_explain() -> None:
    assert len(FOUND) > 100
    assert {mention.basis for _, _, mention in FOUND} == {"stated", "relative", "published", "inferred"}


@pytest.mark.parametrize(("text", "published", "mention"), FOUND, ids=lambda value: value.text if isinstance(value, TimeMention) else "")
def test_the_reason_quotes_the_words_and_names_the_date_counted_from(text: str, published: str, mention: TimeMention) -> None:
    """The words come first; who counts names the day of publication, or quotes words of the same text."""
    words = f"‘{mention.text}’ "
    assert mention.why.startswith(words)
    reason = mention.why.removeprefix(words)
    assert reason
    if mention.basis == "published":
        assert f"the publication date {published}" in reason
    if mention.basis in ("relative", "inferred") and mention.interval:
        anchors = re.findall("‘(.+?)’(?= |$|,)", reason)
        assert f"the publication date {published}" in reason or any(anchor in text for anchor in anchors)
    if mention.basis == "published" or published == "-":
        assert ("publication" in reason) == (published != "-")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("on Tuesday", "has no date to count from"),
        ("in March", "names no year, and nothing in the text gives one"),
        ("for three weeks", "is a length of time, not a date"),
        ("twice a week", "recurs, and is no single date"),
        ("recently", "means some time past, which gives no date"),
    ],
)
def test_what_stays_open_says_why(words: str, reason: str) -> None:
    document = Document(
        id="d", source="t", title=None, text=f"They came {words}.", published=None, published_basis=None, language="en", digest="d"
    )
    (mention,) = find_times(Parsed(document=document, tokens=(), sentences=(), names=(), quotations=()))
    assert mention.interval is None
    assert mention.why.endswith(f"’ {reason}")
