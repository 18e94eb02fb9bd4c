"""Events stand in the order that dates, words and telling give them, in that rank."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.ordering import join_legs, order_events
from timeline.ordering.bounds import day_number
from timeline.records import Event, Interval, Participant, Place, PlaceMention, Reasons, Relation, Span, Status


def an_event(name: str, *, at: int, day: str | None = None, status: Status = "happened", document: str = "d") -> Event:
    interval = Interval(edtf=day, earliest=day, latest=day, precision="day") if day else None
    return Event(
        id=name,
        document_id=document,
        type="travel",
        action=name,
        trigger=Span(start=at, end=at + 3, text=name),
        mentions=(),
        title=name,
        actors=(),
        targets=(),
        quantity=None,
        place=None,
        places=(),
        origin=None,
        interval=interval,
        time_basis=None,
        time=None,
        status=status,
        attributed_to=None,
        salience=0.5,
        confidence=0.5,
        reasons=Reasons(),
        quote=name,
    )


def order_of(events: list[Event], relations: tuple[Relation, ...] = (), published: str | None = "2020-06-30") -> list[str]:
    return [e.id for e in order_events(events, relations, {"d": published}).events]


def test_dates_win_over_the_order_of_telling() -> None:
    """What the text tells last but dates first comes first."""
    assert order_of([an_event("late", at=0, day="2020-05-02"), an_event("early", at=9, day="1999-01-01")]) == ["early", "late"]


def test_an_undated_event_stays_where_the_text_tells_it() -> None:
    """Between the dated events around it in the text."""
    events = [an_event("a", at=0, day="2020-01-01"), an_event("b", at=5), an_event("c", at=9, day="2020-02-01")]
    assert order_of(events) == ["a", "b", "c"]


def test_words_move_an_undated_event_before_a_dated_one() -> None:
    """ "b had happened before a" puts b first though it is told second."""
    events = [an_event("a", at=0, day="2020-01-01"), an_event("b", at=5)]
    assert order_of(events, (Relation(before="b", after="a", why="had"),)) == ["b", "a"]


def test_a_planned_event_comes_after_what_has_happened() -> None:
    """Even where the text tells the plan first."""
    events = [an_event("plan", at=0, status="planned"), an_event("done", at=5, day="2020-06-01")]
    assert order_of(events) == ["done", "plan"]


def test_words_that_contradict_dates_are_kept_as_a_conflict() -> None:
    """The dates hold, and the disagreement is reported with both events."""
    events = [an_event("a", at=0, day="2020-01-01"), an_event("b", at=5, day="2020-03-01")]
    ordered = order_events(events, (Relation(before="b", after="a", why="after"),), {"d": None})
    assert [e.id for e in ordered.events] == ["a", "b"]
    assert ordered.conflicts[0].events == ("b", "a")
    assert ordered.relations == ()


def test_a_circle_of_words_does_not_hang_or_lose_an_event() -> None:
    """The relation that would close the circle is left out."""
    events = [an_event(n, at=i) for i, n in enumerate("abc")]
    circle = tuple(Relation(before=x, after=y, why="then") for x, y in ("ab", "bc", "ca"))
    assert order_of(events, circle) == ["a", "b", "c"]


def test_one_trigger_at_two_places_shares_a_number() -> None:
    """Searches in two towns told with one verb are told as simultaneous."""
    twin = an_event("x", at=3)
    ordered = order_events([twin, replace(twin, id="y"), an_event("z", at=9)], (), {})
    assert [e.order for e in ordered.events] == [1, 1, 2]


def test_an_origin_is_inferred_from_where_the_traveller_was_last() -> None:
    """The second leg starts where the first ended, and the reason says that this is inferred."""

    def at(name: str, lat: float) -> PlaceMention:
        where = {"lat": lat, "lon": 0.0, "radius_km": 5.0}
        place = Place(name=name, country=name[:2].upper(), admin1=None, granularity="city", id=name, source="test", **where)
        return PlaceMention(start=0, end=1, text=name, place=place, candidates=(), role="destination", why="")

    who = (Participant(start=0, end=1, name="Ann", actor_id="1", kind="person"),)
    first, second = (replace(an_event(n, at=i), actors=who, place=at(n, i * 9.0)) for i, n in enumerate(("quito", "lima")))
    legs = join_legs((first, second))
    assert legs[0].origin is None
    assert legs[1].origin is not None
    assert legs[1].origin.text == "quito"
    assert "inferred" in legs[1].reasons.origin


@pytest.mark.parametrize(("iso", "days"), [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11017), ("0000-03-01", -719468)])
def test_day_numbers_count_from_1970_in_both_directions(iso: str, days: int) -> None:
    """Known values of the proleptic Gregorian calendar."""
    assert day_number(iso) == days


@given(st.lists(st.tuples(st.integers(0, 28), st.booleans()), min_size=1, max_size=12), st.data())
def test_every_event_is_ordered_once_and_numbers_have_no_gap(rows: list[tuple[int, bool]], data: st.DataObject) -> None:
    """Whatever the dates and the words say, no event is lost, and orders run from 1."""
    events = [an_event(str(i), at=i * 5, day=f"2020-01-{d + 1:02d}" if dated else None) for i, (d, dated) in enumerate(rows)]
    names = st.sampled_from([e.id for e in events])
    pairs = data.draw(st.lists(st.tuples(names, names), max_size=8))
    relations = tuple(Relation(before=a, after=b, why="") for a, b in pairs if a != b)
    ordered = order_events(events, relations, {"d": None})
    assert sorted(e.id for e in ordered.events) == sorted(e.id for e in events)
    assert [e.order for e in ordered.events] == list(range(1, len(events) + 1))
    days = [e.interval.earliest for e in ordered.events if e.interval]
    position = {e.id: e.order for e in ordered.events}
    assert all(position[r.before] < position[r.after] for r in ordered.relations)
    if not ordered.relations:
        assert days == sorted(days)
