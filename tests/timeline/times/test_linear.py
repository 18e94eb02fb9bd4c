"""No text, however hostile, costs much more for a character than ordinary text, measured side by side in one run."""

import json
import time
from pathlib import Path

import pytest

from timeline.records import Document, Parsed
from timeline.times import find_times

HOSTILE = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "hostile.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
HOSTILE.append("1 May ")
ORDINARY = """The council met on Tuesday to hear what the engineers had found at the old dam above the town. Two days later the river
rose again, and by the evening of 3 March 2019 the lower streets were under water. Nobody was hurt, the mayor said, but more than forty
families had left their houses, some of them for the second time in ten years. The bridge, built in 1887 and widened in the 1950s, had
been closed since the previous autumn. A spokeswoman for the ministry told reporters that repairs would begin next month and cost about
12 million. Last week the same office had called the danger small. "We were told that it would hold," a baker said on Friday. """
CHARACTERS, MOST = 10_000, 3.0


def seconds(piece: str) -> float:
    text = (piece * (CHARACTERS // len(piece) + 1))[:CHARACTERS]
    document = Document(
        id="d", source="test", title=None, text=text, published="2024-09-05", published_basis="option", language="en", digest="d"
    )
    parsed = Parsed(document=document, tokens=(), sentences=(), names=(), quotations=())
    began = time.process_time()
    find_times(parsed)
    return time.process_time() - began


@pytest.fixture(scope="module")
def ordinary() -> float:
    seconds(ORDINARY)
    return min(seconds(ORDINARY) for _ in range(5))


def test_there_are_more_than_a_hundred_hostile_strings() -> None:
    assert len(set(HOSTILE)) > 100


@pytest.mark.parametrize("piece", HOSTILE, ids=lambda piece: ascii(piece)[1:-1][:30])
def test_a_hostile_string_costs_no_more_for_a_character_than_ordinary_text_may(piece: str, ordinary: float) -> None:
    """A slow run is run again: another process may have held the machine."""
    assert any(seconds(piece) <= MOST * ordinary for _ in range(4))
