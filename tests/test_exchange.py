"""Nothing is tuned to one story: exchange its countries for others, and the pins move with them."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from timeline.documents import document
from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Event

STORY = (
    "The foreign minister arrived in {a} on Tuesday for talks with the government. Some 300 {b_people} police officers have been deployed"
    " to {a} since May. {a} last held elections in 2015. On Thursday the minister is to travel on to {c}, where he will meet the president."
)
TRIPLES = [
    {"a": "Nepal", "b": "Ghana", "b_people": "Ghanaian", "c": "Vietnam", "codes": "NP GH VN"},
    {"a": "Bolivia", "b": "Spain", "b_people": "Spanish", "c": "Peru", "codes": "BO ES PE"},
    {"a": "Chad", "b": "Rwanda", "b_people": "Rwandan", "c": "the Central African Republic", "codes": "TD RW CF"},
    {"a": "Armenia", "b": "Norway", "b_people": "Norwegian", "c": "Uzbekistan", "codes": "AM NO UZ"},
]
FOUNDING = sorted((Path(__file__).parents[1] / ".." / "shared" / "seeds").glob("*.txt"))
EXCHANGES = [
    {"Haitian": "Malian", "Haiti": "Mali", "Kenyan": "Ghanaian", "Kenya": "Ghana", "Dominican Republic": "Ivory Coast"},
    {"Haitian": "Bolivian", "Haiti": "Bolivia", "Kenyan": "Norwegian", "Kenya": "Norway", "Dominican Republic": "Paraguay"},
    {"Haitian": "Nepalese", "Haiti": "Nepal", "Kenyan": "Kazakh", "Kenya": "Kazakhstan", "Dominican Republic": "Sri Lanka"},
]
CODES = {"HT": "ML BO NP", "KE": "GH NO KZ", "DO": "CI PY LK"}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return open_pipeline()


def country(event: Event, of: str = "place") -> str | None:
    mention = getattr(event, of)
    return mention.place.country if mention is not None and mention.place is not None else None


@pytest.mark.parametrize("triple", TRIPLES, ids=lambda triple: triple["codes"])
def test_pins_are_where_the_text_says(pipeline: Pipeline, triple: dict[str, Any]) -> None:
    a, b, c = triple["codes"].split()
    events = pipeline.extract(document({"text": STORY.format(**triple), "published": "2019-09-05"})).events
    told = {(event.type, country(event), country(event, "origin"), event.status) for event in events}
    assert any(kind in ("visit", "travel") and place == a and status == "happened" for kind, place, _, status in told)
    assert ("deployment", a, b, "happened") in told or ("deployment", a, b, "ongoing") in told
    assert any(kind == "election" and place == a for kind, place, _, _ in told)
    assert any(kind in ("visit", "travel") and place == c and status == "planned" for kind, place, _, status in told)


@pytest.mark.skipif(not FOUNDING, reason="the laboratory's article is not beside this checkout")
@pytest.mark.parametrize("number", range(len(EXCHANGES)))
def test_pins_of_a_real_article_move_with_its_countries(pipeline: Pipeline, number: int) -> None:
    """No pin is in a country that is not exchanged; at most half of a country's pins come or go (chances near their limits)."""
    text = changed = FOUNDING[0].read_text(encoding="utf-8")
    for name, other in EXCHANGES[number].items():
        changed = changed.replace(name, other)
    codes = {code: others.split()[number] for code, others in CODES.items()}
    before, after = (
        Counter(country(event, of) for event in pipeline.extract(document({"text": words})).events for of in ("place", "origin"))
        for words in (text, changed)
    )
    for code, other in codes.items():
        assert before[code] > 0, code
        assert abs(after[other] - before[code]) <= max(1, before[code] // 2), (code, other, before, after)
    strangers = {code for code in after if code} - {codes.get(code, code) for code in before if code}
    assert not strangers, (before, after)
