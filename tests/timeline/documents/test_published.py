"""The day of publication, from words given for it or from a dateline."""

from pathlib import Path

import pytest

from timeline.documents.published import day, from_text

_CASES = Path(__file__).parents[2] / "cases" / "published.txt"


def _cases(kind: str) -> list[tuple[str, str | None]]:
    found = []
    for block in _CASES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line and not line.startswith("#")]
        if lines and lines[0] == f"[{kind}]":
            *words, answer = lines[1:]
            found.append(("\n".join(words).replace("\\n", "\n"), None if answer == "= none" else answer.removeprefix("= ")))
    assert len(found) > 5
    return found


@pytest.mark.parametrize(("words", "expected"), _cases("day"))
def test_one_whole_day_is_read_and_nothing_less(words: str, expected: str | None) -> None:
    assert day(words) == expected


@pytest.mark.parametrize(("text", "expected"), _cases("text"))
def test_a_dateline_is_read_near_the_top_only(text: str, expected: str | None) -> None:
    assert from_text(text) == expected


def test_a_year_from_metadata_completes_a_dateline() -> None:
    assert from_text("OSLO, Dec. 3 (AP) - Snow fell.", year="2010") == "2010-12-03"


def test_an_impossible_day_is_no_day() -> None:
    assert from_text("OSLO, Feb. 30, 2010 - Snow fell.") is None


def test_a_long_first_line_costs_no_time() -> None:
    assert from_text("A, " * 2_000_000) is None
    assert from_text("Aa Bb. " * 1_000_000) is None
