"""Times in running text: found, normalised, anchored, and nothing invented."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.records import Document, Parsed, TimeMention
from timeline.times import find_times, from_edtf

CASES = sorted((Path(__file__).parents[2] / "cases").glob("times*.txt"))


def parsed(text: str, published: str | None = None) -> Parsed:
    document = Document(
        id="d", source="test", title=None, text=text, published=published, published_basis="option", language="en", digest="d"
    )
    return Parsed(document=document, tokens=(), sentences=(), names=(), quotations=())


def only(text: str, published: str | None = None) -> TimeMention:
    (mention,) = find_times(parsed(text, published))
    return mention


def cases() -> list[tuple[str, str | None, list[tuple[str, str]]]]:
    found = []
    for paragraph in (paragraph for file in CASES for paragraph in file.read_text(encoding="utf-8").split("\n\n")):
        lines = [line for line in paragraph.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        published, text = re.fullmatch(r"\[(.+?)\] (.+)", lines[0]).groups()  # type: ignore[union-attr]
        expected = [(words, value) for words, _, value in (line.rpartition(" = ") for line in lines[1:] if line != "none")]
        found.append((text, None if published == "-" else published, expected))
    return found


@pytest.mark.parametrize(("text", "published", "expected"), cases(), ids=lambda value: value[:50] if isinstance(value, str) else None)
def test_a_sentence_gives_its_times(text: str, published: str | None, expected: list[tuple[str, str]]) -> None:
    """The words and the value of each, in order, and no others."""
    found = find_times(parsed(text, published))
    assert [mention.value for mention in found] == [value for _, value in expected]
    for mention, (words, _) in zip(found, expected, strict=True):
        assert words in mention.text or mention.text in words


def test_the_reason_names_the_words_and_what_they_count_from() -> None:
    """In words a reader understands."""
    mention = only("The minister resigned on Tuesday.", "2024-09-05")
    assert mention.why == "‘Tuesday’ counted back from the publication date 2024-09-05"
    assert mention.basis == "published"


def test_a_narrative_anchor_is_named_with_its_date() -> None:
    """The reader can check the count."""
    mention = find_times(parsed("It opened on 3 May 1888. Two days later it burned."))[1]
    assert (mention.value, mention.basis) == ("1888-05-05", "relative")
    assert mention.why == "‘Two days later’ counted on from ‘3 May 1888’ (1888-05-03)"


def test_a_written_date_says_so() -> None:
    """Basis stated, precision day."""
    mention = only("It opened on 3 May 1888.")
    assert (mention.basis, mention.why) == ("stated", "‘3 May 1888’ is written out")
    assert mention.interval is not None
    assert (mention.interval.edtf, mention.interval.precision) == ("1888-05-03", "day")


def test_last_week_is_the_seven_days_of_the_week_before() -> None:
    """Monday to Sunday, while the TIMEX3 value names the week."""
    mention = only("They met last week.", "2024-09-05")
    assert mention.interval is not None
    assert (mention.value, mention.interval.edtf) == ("2024-W35", "2024-08-26/2024-09-01")


def test_early_in_a_year_is_the_year() -> None:
    """The edge is kept in mod."""
    mention = only("They met in early 2024.", "2024-09-05")
    assert mention.interval is not None
    assert (mention.interval.edtf, mention.mod) == ("2024", "START")


def test_about_a_year_is_marked_as_approximate() -> None:
    """EDTF has a mark for it."""
    mention = only("It was built around 1850.")
    assert mention.interval is not None
    assert mention.interval.edtf == "1850~"


def test_the_last_week_of_a_month_has_its_days() -> None:
    """Though TIMEX3 calls it a length of time."""
    mention = find_times(parsed("It rained in the last week of August 1918."))[0]
    assert mention.interval is not None
    assert (mention.value, mention.interval.edtf) == ("P1W", "1918-08-25/1918-08-31")


def test_an_ambiguous_date_in_digits_is_no_day() -> None:
    """The year is all that is sure, and the reason says so."""
    mention = only("The invoice of 04/05/2019 was paid.")
    assert mention.interval is not None
    assert mention.interval.edtf == "2019-XX-XX"
    assert "nothing in the text says which" in mention.why


@pytest.mark.parametrize(
    "words", ["on Tuesday", "yesterday", "last week", "three months ago", "that night", "the following day", "now", "in March"]
)
def test_without_a_date_to_count_from_there_is_no_interval(words: str) -> None:
    """Never today's date."""
    for mention in find_times(parsed(f"They came {words} to the town.")):
        assert mention.interval is None


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Offsets are those of the words; every interval is sound EDTF; the second run is as the first."""
    first = find_times(parsed(text, "2024-09-05"))
    assert first == find_times(parsed(text, "2024-09-05"))
    for mention in first:
        assert text[mention.start : mention.end] == mention.text
        if mention.interval:
            assert from_edtf(mention.interval.edtf).earliest == mention.interval.earliest


WORDS = st.sampled_from(
    "the on in of and last next first 5 31 1999 2024 12/11/10 10:30 p.m. May March Monday Sept. week year years two few ago later before "
    "that same morning fall winter quarter century BC AD 's - , . early 1990s '99 noon today now every half a third Easter day".split()
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(WORDS, max_size=25), st.sampled_from([None, "2024-02-29", "0044-03-15", "9999-12-31"]))
def test_words_of_time_in_any_order_are_read_without_an_error(words: list[str], published: str | None) -> None:
    """However they are heaped up; mentions stand in order and apart."""
    found = find_times(parsed(" ".join(words), published))
    ends = 0
    for mention in found:
        assert mention.start >= ends
        ends = mention.end


@pytest.mark.parametrize(
    "unit", ["1", "12 ", "the ", "(", "٣", "one ", "hundred and ", "May ", "1-", "1/", "11:", "a.", "'", "first ", "1,111,", "\n", "’s "]
)
def test_hostile_text_costs_no_more_for_being_long(unit: str) -> None:
    """Eight times the text takes about eight times as long: nothing is quadratic."""
    find_times(parsed("warm", "2024-09-05"))

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        find_times(parsed(text, "2024-09-05"))
        return time.process_time() - start

    short = min(seconds(10_000) for _ in range(3))
    assert seconds(80_000) < 8 * 4 * short + 0.2


ORDINARY = (
    "The council of the river town met on Tuesday to hear what the engineers had found after the bridge was closed last week. "
    "It has stood since 1931, they said, and was painted twice; nobody had looked at the bolts below the water line. "
    "A diver who went down in August saw rust on every one of them, and a second team that was sent from the capital agreed. "
    "Traders on the east bank, whose customers come from across the water, asked for a ferry, and the mayor promised one. "
)


@pytest.mark.parametrize(
    "unit",
    [
        "12 May 1990, ",
        "on Monday, 3 May 1888; ",
        "two years ago, ",
        "last week, ",
        "the third quarter of 1984, ",
        "10:30 p.m. on 3 May 1990; ",
    ],
)
def test_a_list_of_dates_costs_little_more_than_ordinary_text(unit: str) -> None:
    """Character by character at most three times as much; the bound leaves room for a busy machine."""
    length = 60_000
    find_times(parsed(ORDINARY, "2024-09-05"))

    def seconds(text: str) -> float:
        start = time.process_time()
        find_times(parsed(text, "2024-09-05"))
        return time.process_time() - start

    dense, ordinary = (unit * (length // len(unit)), ORDINARY * (length // len(ORDINARY)))
    assert min(seconds(dense) for _ in range(3)) < 4 * min(seconds(ordinary) for _ in range(3))


@pytest.mark.parametrize(
    ("words", "value", "edtf"),
    [
        ("A week later", "1966-W33", "1966-08-19~"),
        ("Two weeks later", "1966-W34", "1966-08-26~"),
        ("Five weeks later", "1966-W37", "1966-09-12/1966-09-18"),
    ],
)
def test_a_week_from_a_day_is_about_the_day(words: str, value: str, edtf: str) -> None:
    """Though TIMEX3 calls it by the week; after many weeks nobody means the day."""
    mention = find_times(parsed(f"They sailed on 12 August 1966. {words} they landed."))[1]
    assert mention.interval is not None
    assert (mention.value, mention.interval.edtf) == (value, edtf)
