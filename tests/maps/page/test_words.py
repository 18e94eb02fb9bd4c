"""Every language of the page says everything that English says."""

import re

import pytest

from maps.page import languages
from maps.page.words import words


def texts(value, path=""):
    """Paths of all texts with the names that they fill in; forms of plurals count as one text."""
    if isinstance(value, str):
        return {path: set(re.findall(r"\{(\w+)\}", value))}
    if isinstance(value, list):
        return {path: len(value)}
    if "other" in value and set(value) <= {"zero", "one", "two", "few", "many", "other"}:
        return {path: set().union(*(re.findall(r"\{(\w+)\}", form) for form in value.values()))}
    return {key: names for name, one in value.items() for key, names in texts(one, f"{path}.{name}").items()}


def test_english_is_there():
    assert {"en", "de", "fr", "es"} <= set(languages())


@pytest.mark.parametrize("language", [one for one in languages() if one != "en"])
def test_a_language_has_every_text_with_the_same_names(language):
    english, own = texts(words("en")), texts(words(language))
    assert set(own) == set(english)
    free = {".dates.century", ".dates.centuryBC"}
    assert {path: names for path, names in own.items() if path not in free} == {p: n for p, n in english.items() if p not in free}


def test_an_unknown_language_is_refused_with_those_that_would_work():
    with pytest.raises(ValueError, match="de, en, es, fr would work"):
        words("../../x")
