"""A day goes on through the sentences that tell of it, and no longer than that."""

import pytest

from timeline.documents import document
from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Event


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return open_pipeline()


def event(pipeline: Pipeline, text: str, trigger: str) -> Event:
    events = pipeline.extract(document({"text": text, "published": "2019-03-08"})).events
    return next(found for found in events if found.trigger.text == trigger)


BOMB = (
    "A bomb went off at a market in Kano on Monday. Six people died and many were wounded. "
    "In London, the foreign secretary condemned the attack. A shopkeeper had warned the police in January."
)


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (BOMB, "died", "2019-03-04"),
        ("Thousands gathered in Lyon on Saturday. Police fired tear gas at the crowd.", "fired", "2019-03-02"),
    ],
)
def test_what_follows_in_the_scene_has_its_day(pipeline: Pipeline, text: str, trigger: str, edtf: str) -> None:
    """The basis is an inference, and the reason names the event whose day it is and how that is known."""
    found = event(pipeline, text, trigger)
    assert found.interval is not None
    assert found.interval.edtf == edtf
    assert found.time_basis == "inferred"
    assert found.reasons.date.startswith("no date is told here: ")
    assert "on the day of “" in found.reasons.date or "of the day of “" in found.reasons.date
    assert found.reasons.date.count("no date is told here") == 1


def test_a_reaction_elsewhere_has_no_day(pipeline: Pipeline) -> None:
    """It may have come a day later."""
    assert event(pipeline, BOMB, "condemned").interval is None


def test_a_time_of_its_own_ends_the_scene(pipeline: Pipeline) -> None:
    """The warning came in January."""
    found = event(pipeline, BOMB, "warned").interval
    assert found is not None
    assert found.edtf == "2019-01"
