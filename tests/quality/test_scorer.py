"""The scorer and the pinning, on answers made by hand."""

import copy
from typing import Any

import pytest

from tests.quality.days import stretch
from tests.quality.marks import place_figures, time_figures
from tests.quality.measure import rows
from tests.quality.repin import main, repinned
from tests.quality.scorer import figures


def perfect_answer(story: dict[str, Any]) -> dict[str, Any]:
    """The expected timeline, told as the program would tell it."""
    events = []
    for event in story["events"]:
        first = event["mentions"][0]
        events.append(
            {
                **{key: event[key] for key in ("id", "type", "status", "date", "place", "origin", "mentions")},
                "start": first["start"],
                "end": first["end"],
                "actors": [{"name": name} for name in event["actors"]],
                "targets": [{"name": name} for name in event["targets"]],
                "confidence": 1.0,
                "salience": 0.1 if event["optional"] else 0.9,
            }
        )
    later: dict[str, int] = {}
    for _ in events:
        for before, after in story["order"]:
            later[after] = max(later.get(after, 0), later.get(before, 0) + 1)
    return {"events": [event | {"order": later.get(event["id"], 0)} for event in events]}


STORIES = rows("seeds")
PERFECT = {story["id"]: perfect_answer(story) for story in STORIES}
LOW = {"invented_date", "false_date", "false_country"}


def changed(**values: Any) -> dict[str, float]:
    answers = copy.deepcopy(PERFECT)
    for answer in answers.values():
        for event in answer["events"]:
            event.update(values)
    return figures(STORIES, answers)


def test_the_expected_timeline_itself_gets_full_marks() -> None:
    told = figures(STORIES, PERFECT)
    assert {name: value for name, value in told.items() if name not in LOW | {"confidence_auc"}} == pytest.approx(
        {name: 1.0 for name in told if name not in LOW | {"confidence_auc"}}
    )
    assert [told[name] for name in sorted(LOW)] == [0, 0, 0]


def test_no_answer_at_all_gets_none() -> None:
    told = figures(STORIES, {key: {"events": []} for key in PERFECT})
    assert (told["found"], told["perfect_rows"], told["order_pairs"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("values", "hurt"),
    [
        ({"date": "1999-01-01"}, {"when", "invented_date", "false_date"}),
        ({"date": None}, {"when"}),
        ({"place": None}, {"where"}),
        ({"place": {"lat": 0.0, "lon": 0.0, "country": "GH", "granularity": "city"}}, {"where", "where_none", "false_country"}),
        ({"origin": None}, {"origin"}),
        ({"status": "denied"}, {"status"}),
        ({"actors": [], "targets": []}, {"who"}),
        ({"type": "statement"}, {"found"}),
        ({"order": 1}, {"order_pairs"}),
        ({"start": 0, "end": 200, "mentions": []}, {"found"}),
    ],
)
def test_each_mistake_costs_its_own_figure(values: dict[str, Any], hurt: set[str]) -> None:
    told, full = changed(**values), figures(STORIES, PERFECT)
    for figure in hurt:
        assert (told[figure] > full[figure]) if figure in LOW else (told[figure] < full[figure]), figure
    if values.keys() != {"order"} and values.keys() != {"origin"}:
        assert told["perfect_rows"] < 1


def test_false_alarms_cost() -> None:
    answers = copy.deepcopy(PERFECT)
    for answer in answers.values():
        answer["events"] += [{**answer["events"][0], "start": 0, "end": 1, "mentions": [], "type": "visit"}] * 5
    assert figures(STORIES, answers)["found"] < 1


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2001-03-01", 1), ("2001-02", 28), ("2000-02", 29), ("2001", 365), ("-0217", 365), ("0000", 366), ("199X", 3652),
        ("2001-21", 92), ("2001-24", 90), ("2001-01-30/2001-02-02", 4), ("2001-03~", 31), ("2001-01-01T10:00", 1),
    ],
)  # fmt: skip
def test_dates_are_as_long_as_they_are(edtf: str, days: int) -> None:
    found = stretch(edtf)
    assert found is not None
    assert found.length + 1 == days


@pytest.mark.parametrize("edtf", [None, "", "soon", "2001-13", "2001-02-30", "2002/2001", "2001-02-00"])
def test_what_is_no_date_is_none(edtf: str | None) -> None:
    assert stretch(edtf) is None


def test_days_follow_one_another_through_the_year_of_christ() -> None:
    first, second = stretch("-0001-12-31"), stretch("0000-01-01")
    assert first is not None
    assert second is not None
    assert second.first == first.first + 1


def test_a_floor_is_raised_but_not_lowered_without_a_reason() -> None:
    old = {"digest": "a", "figures": {"found": 0.5, "invented_date": 0.1, "who": 0.5}}
    now = {"found": 0.6, "invented_date": 0.2, "who": 0.4}
    entry, refused = repinned(old, now, "b", None)
    assert refused == ["invented_date", "who"]
    assert entry["figures"] == {"found": 0.6, "invented_date": 0.1, "who": 0.5}
    entry, refused = repinned(old, now, "b", "the stories grew")
    assert (refused, entry["figures"]) == ([], now)
    assert entry["lowered"][0]["reason"] == "the stories grew"


@pytest.mark.parametrize("arguments", [["--lower"], ["--reason", "because"], ["--lower", "--reason", " "]])
def test_leave_to_lower_needs_the_flag_and_a_reason(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)


def test_marks_are_counted_once_each() -> None:
    gold = {"id": "a", "timexes": [{"start": 0, "end": 5, "value": "2001"}, {"start": 10, "end": 15, "value": "2002"}]}
    told = [{"start": 0, "end": 3, "value": "2001"}, {"start": 3, "end": 5, "value": "2001"}, {"start": 12, "end": 15, "value": "2003"}]
    assert time_figures([gold], {"a": {"times": told}}) == {"found": 0.8, "value": 0.4}


def test_a_place_is_right_when_it_is_near() -> None:
    gold = {"id": "a", "toponyms": [{"start": 0, "end": 5, "lat": 60.0, "lon": 10.0}]}
    for lat, granularity, share in ((60.9, "city", 1.0), (62.0, "city", 0.0), (62.0, "country", 1.0), (None, "city", 0.0)):
        told = [{"start": 0, "end": 5, "lat": lat, "lon": 10.0, "granularity": granularity}]
        assert place_figures([gold], {"a": {"places": told}})["located"] == share
