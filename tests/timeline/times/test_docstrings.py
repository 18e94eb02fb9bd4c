"""What the docstrings show is what happens, and the grammar is closed."""

import doctest
import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.times.find import grammar
from timeline.times.lexer import lex
from timeline.times.vocabulary import CASED, DOTTED, WORDS


@pytest.mark.parametrize("name", ["counting", "days", "edtf", "numerals", "plain", "single", "values"])
def test_the_examples_in_docstrings_are_true(name: str) -> None:
    """Each gives what it says."""
    result = doctest.testmod(importlib.import_module(f"timeline.times.{name}"))
    assert result.failed == 0
    assert result.attempted > 0


KNOWN = sorted(
    {*WORDS, *CASED, *DOTTED, "B.C.", "a.m.", "pm", "twenty", "-", "five", "3rd", "1999", "12", "10:30", "'99", "1990s", "Q3", "FY23", "½"}
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(KNOWN), max_size=20))
def test_every_combination_of_classes_has_its_letter(words: list[str]) -> None:
    """Else a word that tells of time would be read as plain, in silence."""
    rules = grammar()
    for meaning in lex(" ".join(words), rules.literals).meanings:
        assert not meaning or frozenset(meaning) in rules.alphabet.codes
