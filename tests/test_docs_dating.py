"""docs/dating.md is true: every row of its tables of forms is what the program answers."""

import re
from pathlib import Path

import pytest

from timeline.documents import document
from timeline.language import English, load
from timeline.times import find_times, from_edtf

PAGE = (Path(__file__).parents[1] / "docs" / "dating.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (.*\*\*.+?\*\*.*?) \| (\S+) \| `(.+?)` \| `?(.+?)`? \| (.+) \|$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def english() -> English:
    return load()


def test_the_page_has_a_table_of_forms() -> None:
    assert len(ROWS) >= 40
    assert len(ROWS) == len([line for line in PAGE.splitlines() if line.startswith("|") and "**" in line])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_is_what_the_program_answers(english: English, row: tuple[str, str, str, str, str]) -> None:
    """The bold words are read as one expression, with this value, this interval and this reason."""
    marked, published, value, edtf, why = row
    before, words, after = marked.split("**")
    parsed = english.parse(document({"text": before + words + after, "published": None if published == "–" else published}))
    (mention,) = [found for found in find_times(parsed) if found.start == len(before)]
    assert mention.text == words
    assert (mention.value, mention.interval.edtf if mention.interval else "–", mention.why) == (value, edtf, why)


LOOKALIKES = re.findall(r"^\| (.+?) \|$", PAGE.partition("### What only looks like a date")[2].partition("|---|")[2], re.MULTILINE)


@pytest.mark.parametrize("text", LOOKALIKES)
def test_what_only_looks_like_a_date_is_none(english: English, text: str) -> None:
    """Also in news, where a weekday or month would count from the day of publication."""
    assert find_times(english.parse(document({"text": text, "published": "2024-09-05"}))) == ()


def test_there_are_lookalikes() -> None:
    assert len(LOOKALIKES) >= 10


def test_the_forms_of_edtf_that_are_explained_are_read() -> None:
    table = PAGE.partition("| EDTF | meaning |")[2].partition("\n\n")[0]
    forms = re.findall(r"`([^`]+)`", "\n".join(row.split("|")[1] for row in table.splitlines()[2:]))
    assert len(forms) >= 12
    for form in forms:
        assert from_edtf(form).edtf == form


def test_the_keys_that_are_explained_are_those_of_annotate() -> None:
    from timeline.export.annotate import _time
    from timeline.records import TimeMention

    keys = re.findall(r"`([^`]+)`", "\n".join(re.findall(r"^\| (`text`.*?|`type`.*?|`edtf`|`basis`|`why`) \|", PAGE, re.MULTILINE)))
    mention = TimeMention(start=0, end=3, text="now", type="DATE", value="PRESENT_REF", interval=None, basis="stated", why="")
    assert sorted(keys) == sorted(_time(mention))
