"""Languages are told apart in headlines and in stories, and English with foreign names stays English."""

from pathlib import Path

import pytest

from timeline.documents.language import language_name, language_of
from timeline.documents.record import document_and_problems

_LINES = (Path(__file__).parents[2] / "cases" / "languages.tsv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in _LINES]


@pytest.mark.parametrize(("code", "text"), CASES)
def test_a_text_is_read_as_what_it_is(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(("code", "text"), CASES)
def test_what_is_not_english_is_a_problem_that_names_the_language(code: str, text: str) -> None:
    reasons = [problem.reason for problem in document_and_problems({"text": text})[1]]
    assert [language_name(code) in reason for reason in reasons] == ([] if code == "en" else [True])


@pytest.mark.parametrize("code", sorted({code for code, _ in CASES} - {"und"}))
def test_many_texts_of_a_language_are_read_as_one(code: str) -> None:
    assert language_of("\n\n".join(text for other, text in CASES if other == code) * 20) == code


@pytest.mark.parametrize(
    "text", ["", " \n", "12 3 2024", "👍🏽 🎉", "A" * 100_000, "de la " * 50_000, "ъ" * 100_000, "бъ" * 50_000, "\ud800 a"]
)
def test_any_text_has_an_answer(text: str) -> None:
    assert language_of(text)
