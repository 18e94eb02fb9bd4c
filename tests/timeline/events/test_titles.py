"""Titles are as `tests/cases/titles.txt` says: who, what and where in the text's own words, and nobody in another's part."""

from pathlib import Path

import pytest

from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Document

CASES = Path(__file__).parents[2] / "cases" / "titles.txt"
BLOCKS = [block.splitlines() for block in CASES.read_text(encoding="utf-8").split("\n\n") if not block.startswith("#")]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return open_pipeline()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: str(block[0])[:50])
def test_titles_say_who_did_what(pipeline: Pipeline, block: list[str]) -> None:
    text, *lines = block
    document = Document(
        id="d", source="d", title=None, text=text, published="2019-03-08", published_basis="given", language="en", digest="d"
    )
    titles = [event.title for event in pipeline.extract(document).events]
    assert [line for line in lines if not line.startswith("!") and line not in titles] == [], titles
    assert [title for title in titles for line in lines if line.startswith("!") and line[1:].strip() in title] == []
