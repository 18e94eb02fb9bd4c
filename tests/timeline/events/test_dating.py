"""What has gone on since a time has an open interval; what happened at some time since has none."""

import pytest

from timeline.documents import document
from timeline.events.context import Context
from timeline.events.dating import UNDATED, Dater, Dating
from timeline.events.learned import Learned
from timeline.events.lexicon import event_lexicon
from timeline.events.triggers import TriggerFinder
from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Event
from timeline.times import find_times


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return open_pipeline()


def event(pipeline: Pipeline, text: str, trigger: str) -> Event:
    events = pipeline.extract(document({"text": text, "published": "2024-09-05"})).events
    return next(found for found in events if found.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Soldiers have been deployed in Gao since March 2013.", "deployed", "2013-03/.."),
        ("The road to Gori, closed since 2008, was rebuilt.", "closed", "2008/.."),
        ("Troops had occupied Kuwait since August 1990.", "occupied", "1990-08/.."),
        ("Workers have been protesting in Lyon since Monday.", "protesting", "2024-09-02/.."),
    ],
)
def test_what_has_gone_on_since_a_time_begins_then_and_has_no_end(pipeline: Pipeline, text: str, trigger: str, edtf: str) -> None:
    """The days are those of the beginning; the reason says that no end is told."""
    found = event(pipeline, text, trigger)
    assert found.interval is not None
    assert found.interval.edtf == edtf
    assert found.reasons.date.startswith("has gone on since then, with no end told: ‘")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police have killed thirty people in Lagos since 1999.", "killed"),
        ("The firm has closed three mines in Chile since 1999.", "closed"),
        ("Nobody has been deployed in Gao since 2013.", "deployed"),
        ("The minister has visited Accra since March.", "visited"),
    ],
)
def test_what_happened_at_some_time_since_has_no_date(pipeline: Pipeline, text: str, trigger: str) -> None:
    """Counted, denied, or over at once."""
    assert event(pipeline, text, trigger).interval is None


@pytest.mark.parametrize(
    ("text", "trigger", "why"),
    [
        ("The guards arrested two men on Tuesday.", "arrested", "‘Tuesday’ has no date to count from"),
        ("Rebels attacked the fort in March.", "attacked", "‘March’ names no year, and nothing in the text gives one"),
        ("Rebels attacked the fort.", "attacked", ""),
    ],
)  # fmt: skip
def test_an_event_without_a_date_says_which_words_gave_none(pipeline: Pipeline, text: str, trigger: str, why: str) -> None:
    """The reason is that of the time in its clause; a dating that found something is left as it is."""
    parsed = pipeline.english.parse(document({"text": text, "published": None}))
    context = Context(parsed, event_lexicon(), times=find_times(parsed), places=(), actors=())
    triggers = TriggerFinder(parsed, context.tree, context.lexicon).find()
    (found,) = [each for each in triggers if context.words(each.first, each.last) == trigger]
    dater = Dater(context, triggers, Learned(context))
    assert dater.read(found) is UNDATED
    assert dater.explain(found, UNDATED).why == (f"the text gives no date for it: {why}" if why else "")
    told = Dating(time=None, interval=None, why="told")
    assert dater.explain(found, told) is told
