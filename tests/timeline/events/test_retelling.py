"""A word that tells a happening once more is a mention of it, not a row."""

import pytest

from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Document


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return open_pipeline()


def _mentions(pipeline: Pipeline, text: str) -> dict[str, list[str]]:
    document = Document(
        id="d", source="d", title=None, text=text, published="2019-03-08", published_basis="given", language="en", digest="d"
    )
    return {e.trigger.text: [text[m.start : m.end] for m in e.mentions] for e in pipeline.extract(document).events}


def test_a_bare_noun_of_the_same_word_is_a_mention_of_the_happening(pipeline: Pipeline) -> None:
    told = _mentions(pipeline, "Rebels attacked the port of Hodeidah on Tuesday. Doctors treated attack victims in tents.")
    assert told["attacked"][0] == "attacked"
    assert "attack" in told["attacked"]


def test_a_word_with_another_place_is_another_happening(pipeline: Pipeline) -> None:
    told = _mentions(pipeline, "Rebels attacked the port of Hodeidah on Tuesday. Officials compared it to attacks in Somalia.")
    assert "attacks" not in told["attacked"]
