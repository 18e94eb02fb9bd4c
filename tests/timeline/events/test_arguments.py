"""Who takes part in an event: doers, partners and those it is done to, and not what it is done with."""

import pytest

from timeline.documents import document
from timeline.pipeline import Pipeline, open_pipeline

CASES = (
    ("Maria Lund drove to Bergen by car on Monday.", "drove", {"Maria Lund"}),
    ("The prisoners were taken by bus to Lima on Monday.", "taken", {"prisoners"}),
    ("Rebels attacked the French embassy in Lima on Monday.", "attacked", {"Rebels"}),
    ("Peter Holm visited Oslo. His jet landed in Bergen on Friday.", "landed", {"Peter Holm"}),
    ("Anna Berg died in May. Her body was cremated in Oslo on June 3.", "cremated", {"Anna Berg"}),
    ("Peter Holm flew to Oslo. A train took him to Bergen on Friday.", "took", {"Peter Holm"}),
    ("Soldiers under General Carlos Ruiz landed in Lima on May 3.", "landed", {"Soldiers", "Carlos Ruiz"}),
    ("Peter Holm met Erik Dahl in Oslo on Monday. The two men signed a treaty on Friday.", "signed", {"Peter Holm", "Erik Dahl"}),
    ("Chile, Peru and Bolivia signed a treaty in Lima on Monday.", "signed", {"Chile", "Peru", "Bolivia"}),
)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return open_pipeline()


@pytest.mark.parametrize(("text", "trigger", "names"), CASES, ids=[case[0][:40] for case in CASES])
def test_an_event_names_who_takes_part_and_nothing_else(pipeline: Pipeline, text: str, trigger: str, names: set[str]) -> None:
    """People, groups and states that do or suffer it; vehicles, buildings and offices only where they act."""
    events = pipeline.extract(document({"text": text})).events
    found = [event for event in events if trigger in event.trigger.text]
    assert found, f"no event at {trigger}: {[event.trigger.text for event in events]}"
    assert {actor.name for actor in found[-1].actors} == names


def test_people_told_together_are_participants_one_by_one(pipeline: Pipeline) -> None:
    """ "They" gives each of them a place of his own, with the id that his name has elsewhere."""
    text = "Peter Holm and Erik Dahl flew to Oslo on Monday. They signed a treaty there on Friday."
    events = {event.trigger.text.split()[0]: event for event in pipeline.extract(document({"text": text})).events}
    assert {a.actor_id for a in events["flew"].actors} == {a.actor_id for a in events["signed"].actors}
    assert len(events["signed"].actors) == 2
