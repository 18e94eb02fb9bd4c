"""The sample stories and their expected timelines agree with one another and with the conventions."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from timeline.documents import read
from timeline.records import Document

SEEDS = Path(__file__).parents[2] / "seeds"
FILES = sorted(SEEDS.glob("*/*.md"))
TYPES = {row["type"] for row in json.loads((Path(__file__).parents[2] / "timeline" / "event_types.json").read_text(encoding="utf-8"))}
GRANULARITIES = {"site", "neighbourhood", "city", "county", "region", "country", "continent", "sea", "river", "mountain", "island", "other"}
STATUSES = {"happened", "ongoing", "planned", "possible", "denied"}


def expected(path: Path) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return row


def test_there_are_stories_and_each_answer_has_one() -> None:
    assert len(FILES) >= 4
    assert [path.with_suffix(".json") for path in FILES] == sorted(SEEDS.glob("*/*.json"))


def test_no_two_stories_have_one_id() -> None:
    assert len({expected(path)["id"] for path in FILES}) == len(FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_expected_timeline_is_of_the_text_as_it_is_read(path: Path) -> None:
    (document,) = [item for item in read([path]) if isinstance(item, Document)]
    row = expected(path)
    assert (row["text"], row["title"], row["published"]) == (document.text, document.title, document.published)
    assert 230 <= len(document.text.split()) <= 650


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_event_stands_where_it_says(path: Path) -> None:
    row = expected(path)
    ids = [event["id"] for event in row["events"]]
    assert len(set(ids)) == len(ids)
    for event in row["events"]:
        for mention in event["mentions"]:
            assert row["text"][mention["start"] : mention["end"]] == mention["text"]
            assert 1 <= len(mention["text"].split()) <= 4
        assert event["quote"] in row["text"]
        assert event["mentions"][0]["text"] in event["quote"]
        assert event["type"] in TYPES, event["id"]
        assert event["status"] in STATUSES
        assert set(event["targets"]) <= set(event["targets"] + event["actors"])
        for place in (event["place"], event["origin"]):
            if place is not None:
                assert place["text"] in row["text"], event["id"]
                assert place["granularity"] in GRANULARITIES
                assert abs(place["lat"]) <= 90
                assert abs(place["lon"]) <= 180
                assert place["country"] is None or re.fullmatch("[A-Z]{2}", place["country"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_order_names_events_and_goes_round_in_no_circle(path: Path) -> None:
    row = expected(path)
    later: dict[str, set[str]] = {event["id"]: set() for event in row["events"]}
    for before, after in row["order"]:
        later[before].add(after)
    while later:
        last = {key for key, others in later.items() if not others & set(later)}
        assert last, "a circle"
        later = {key: others for key, others in later.items() if key not in last}
