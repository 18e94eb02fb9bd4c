"""A scene goes on at the place where it began, and no longer than that."""

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


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Thousands gathered in Lyon on Saturday. Police fired tear gas at the crowd.", "fired", "Lyon"),
        ("The train derailed near Graz on 2 March 2019. Four passengers were killed.", "killed", "Graz"),
        ("Fire broke out in a hotel in Bergen on Sunday night. Guests jumped from windows.", "jumped", "Bergen"),
        ("The delegation landed in Bamako on Tuesday. The visitors laid a wreath.", "laid", "Bamako"),
    ],
)
def test_what_is_told_next_without_a_place_is_where_the_scene_began(pipeline: Pipeline, text: str, trigger: str, place: str) -> None:
    """And the reason says that no place is named for it."""
    found = event(pipeline, text, trigger)
    assert found.place is not None
    assert found.place.text == place
    assert found.reasons.place.startswith(f"no place is named here: the text is still at {place}")


def test_a_place_of_its_own_ends_the_scene(pipeline: Pipeline) -> None:
    """The vote is where its parliament is."""
    text = "The delegation landed in Bamako on Tuesday. The parliament in Paris had voted for the mission a year earlier."
    found = event(pipeline, text, "voted")
    assert found.place is not None
    assert found.place.text == "Paris"


def test_what_points_to_a_place_that_is_not_known_is_nowhere_rather_than_at_the_scene(pipeline: Pipeline) -> None:
    """“His capital” is not the town that he visits."""
    text = "Ngoma flew to Nairobi and signed the treaty on Friday. Rebels attacked the main prison in his capital."
    assert event(pipeline, text, "attacked").place is None
