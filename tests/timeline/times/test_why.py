"""Every time says the words, what it was counted from, and why."""

import re
from pathlib import Path

import pytest

from timeline.records import Document, Parsed, TimeMention
from timeline.times import find_times

CASES = sorted((Path(__file__).parents[2] / "cases").glob("times*.txt"))


def times_of(text: str, published: str | None = None) -> tuple[TimeMention, ...]:
    document = Document(id="d", source="t", title=None, text=text, published=published, published_basis=None, language="en", digest="d")
    return find_times(Parsed(document=document, tokens=(), sentences=(), names=(), quotations=()))


def mentions() -> list[tuple[str, str, TimeMention]]:
    found = []
    for published, text in re.findall(r"^\[(.+?)\] (.+)$", "\n".join(file.read_text(encoding="utf-8") for file in CASES), re.MULTILINE):
        day = None if published == "-" else published
        found += [(text, published, mention) for mention in times_of(text, day)]
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
    (mention,) = times_of(f"They came {words}.")
    assert mention.interval is None
    assert mention.why.endswith(f"’ {reason}")


@pytest.mark.parametrize(
    ("text", "edtf", "why"),
    [
        ("It was built probably in 1850.", "1850?", "‘1850’ is written out, and the text is not sure of it"),
        ("It was built perhaps around 1850.", "1850%", "‘around 1850’ is written out, and is approximate, and the text is not sure of it"),
        ("A painter (1850?) of the town.", "1850?", "‘1850’ is written out, and the text is not sure of it"),
        ("It was built in 1850 or so.", "1850~", "‘1850 or so’ is written out, and is approximate"),
        ("It was built about 5 May 1850.", "1850-05-05~", "‘about 5 May 1850’ is written out, and is approximate"),
        ("The southern winter of 1998 was mild.", "1998-32", "‘The southern winter of 1998’ is written out, with the months of the south"),
        ("Due about 5 May.", "2025-05-05~", "‘about 5 May’ read in 2025, going by the publication date 2024-09-05, and is approximate"),
        ("They met on Thanksgiving 1968.", "1968-11-28", "‘Thanksgiving 1968’ is the fourth Thursday of November in the United States"),
        ("They met on Good Friday 1968.", "1968-04-12", "‘Good Friday 1968’ is 2 days before Easter Sunday of the western churches"),
        ("They met on Bastille Day 1968.", "1968-07-14", "‘Bastille Day 1968’ is 14 July"),
    ],
)  # fmt: skip
def test_the_reason_says_doubt_and_how_a_feast_is_known(text: str, edtf: str, why: str) -> None:
    """What is approximate or uncertain is so in the EDTF and in words."""
    (mention,) = times_of(text, "2024-09-05")
    assert mention.interval is not None
    assert (mention.interval.edtf, mention.why) == (edtf, why)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It was taken in 490 BC. The next year it burned.", "‘The next year’ counted on from ‘490 BC’"),
        ("In 1941 they fled. The next year they returned.", "‘The next year’ counted on from ‘1941’"),
        ("On 3 May 1588 in the evening they met. That night it burned.", "‘That night’ taken from ‘the evening’ (1588-05-03)"),
        ("On 2 August 216 BC it rained. Two days later it was dry.", "‘Two days later’ counted on from ‘2 August 216 BC’"),
        ("They met in the spring of 1942. A year later it was over.", "‘A year later’ counted on from ‘the spring of 1942’ (spring 1942)"),
        ("He came in August and September 1914.", "‘September 1914’ is written out"),
    ],
)
def test_the_date_counted_from_is_named_for_a_reader(text: str, why: str) -> None:
    """In plain words, and once where the words of the text are plain."""
    assert times_of(text)[-1].why == why


def test_the_first_of_two_dates_names_the_second() -> None:
    """Where its year comes from."""
    assert times_of("It rained in August and September 1914.")[0].why == "‘August’ takes its year from ‘September 1914’ after it"
    assert times_of("From August to May 1, 2010 it rained.")[0].why == "‘August’ is of the year before that of ‘May 1, 2010’ after it"
    assert times_of("The revolt lasted from 499 to 493 BC.")[0].why == "‘499’ takes its era from ‘493 BC’ after it"


@pytest.mark.parametrize(("text", "published", "mention"), FOUND, ids=lambda value: value.text if isinstance(value, TimeMention) else "")
def test_no_reason_shows_how_values_are_coded(text: str, published: str, mention: TimeMention) -> None:
    """TIMEX3 is for machines."""
    assert not re.search(r"\((?:BC\d|P\d|PT|X)|\d(?:T(?:MO|MI|AF|EV|NI|\d)|-(?:Q\d|H\d|W\d|SP|SU|FA|WI)\b)", mention.why)
