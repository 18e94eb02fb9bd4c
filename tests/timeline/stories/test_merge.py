"""Reports of one happening become one event; what tells two happenings stays two."""

from dataclasses import replace

import pytest

from maps.place import Place
from timeline.records import (
    Document,
    Event,
    EventMention,
    Extraction,
    Interval,
    Participant,
    PlaceMention,
    Problem,
    Reasons,
    Relation,
    Span,
    Status,
)
from timeline.stories import merge

NAIROBI = Place(
    name="Nairobi", country="KE", admin1="Nairobi", lat=-1.28, lon=36.82, radius_km=15.0, granularity="city", id="p1", source="test",
)  # fmt: skip
MOMBASA = replace(NAIROBI, name="Mombasa", admin1="Mombasa", lat=-4.05, lon=39.67, id="p2")
KENYA = replace(NAIROBI, name="Kenya", admin1=None, lat=0.5, lon=37.9, radius_km=500.0, granularity="country", id="p3")


def a_document(key: str, *, published: str | None = "2020-06-30") -> Document:
    return Document(
        id=key, source=f"{key}.txt", title=None, text="…", published=published, published_basis=None, language="en", digest=key,
    )  # fmt: skip


def a_day(day: str, until: str | None = None) -> Interval:
    return Interval(edtf=f"{day}/{until}" if until else day, earliest=day, latest=until or day, precision="month" if until else "day")


def at(place: Place) -> PlaceMention:
    return PlaceMention(start=0, end=1, text=place.name, place=place, candidates=(), role="location", why="told")


def who(*names: str) -> tuple[Participant, ...]:
    return tuple(Participant(start=0, end=1, name=name, actor_id=f"id of {name}", kind="person") for name in names)


ANNA = who("Anna Berg")
SECOND_OF_JUNE = a_day("2020-06-02")


def an_event(
    key: str,
    document: str,
    *,
    kind: str = "visit",
    action: str = "visit",
    people: tuple[Participant, ...] = ANNA,
    place: Place | None = NAIROBI,
    interval: Interval | None = SECOND_OF_JUNE,
    status: Status = "happened",
    at_offset: int = 0,
) -> Event:
    mention = EventMention(document_id=document, start=at_offset, end=at_offset + 5, quote=key, quote_start=0, quote_end=9)
    return Event(
        id=key, document_id=document, type=kind, action=action, trigger=Span(start=at_offset, end=at_offset + 5, text=action),
        mentions=(mention,), title=key, actors=people, targets=(), quantity=None, place=at(place) if place else None,
        places=(at(place),) if place else (), origin=None, interval=interval, time_basis="stated" if interval else None, time=None,
        status=status, attributed_to=None, salience=0.5, confidence=0.5, reasons=Reasons(date=f"date of {key}", place=f"place of {key}"),
        quote=key,
    )  # fmt: skip


def told(document: str, *events: Event, relations: tuple[Relation, ...] = (), problems: tuple[Problem, ...] = ()) -> Extraction:
    return Extraction(
        document=a_document(document), times=(), places=(), actors=(), events=events, relations=relations, problems=problems,
    )  # fmt: skip


def ids(*extractions: Extraction) -> list[str]:
    return [event.id for event in merge(extractions).events]


def test_two_reports_of_one_happening_are_one_event_with_two_sources() -> None:
    timeline = merge([told("a", an_event("a1", "a")), told("b", an_event("b1", "b"))])
    (event,) = timeline.events
    assert event.id == "a1"
    assert [m.document_id for m in event.mentions] == ["a", "b"]
    assert [p.name for p in event.actors] == ["Anna Berg"]
    assert event.order == 1
    assert [d.id for d in timeline.documents] == ["a", "b"]
    assert timeline.conflicts == ()


def test_an_event_that_two_sources_tell_weighs_more() -> None:
    (event,) = merge([told("a", an_event("a1", "a")), told("b", an_event("b1", "b"))]).events
    assert event.salience > 0.5
    assert event.confidence > 0.5


def test_a_surname_and_a_full_name_are_one_person() -> None:
    (event,) = merge([told("a", an_event("a1", "a")), told("b", an_event("b1", "b", people=who("Berg", "Karl Lund")))]).events
    assert [p.name for p in event.actors] == ["Anna Berg", "Karl Lund"]


def test_kindred_words_and_types_tell_one_happening() -> None:
    assert ids(
        told("a", an_event("a1", "a", kind="deployment", action="deploy")),
        told("b", an_event("b1", "b", kind="deployment", action="deployment")),
    ) == ["a1"]


def test_the_narrowest_date_and_place_stand_with_their_reasons() -> None:
    wide = an_event("a1", "a", place=KENYA, interval=a_day("2020-06-01", "2020-06-30"))
    (event,) = merge([told("a", wide), told("b", an_event("b1", "b"))]).events
    assert event.interval == SECOND_OF_JUNE
    assert event.place == at(NAIROBI)
    assert (event.reasons.date, event.reasons.place) == ("date of b1", "place of b1")


def test_a_stated_month_stands_before_a_day_that_was_inferred() -> None:
    month = an_event("a1", "a", interval=a_day("2020-06-01", "2020-06-30"))
    inferred = replace(an_event("b1", "b"), time_basis="inferred")
    (event,) = merge([told("a", month), told("b", inferred)]).events
    assert event.interval == month.interval
    assert event.time_basis == "stated"


def test_a_date_that_one_report_lacks_comes_from_the_other() -> None:
    (event,) = merge([told("a", an_event("a1", "a", interval=None)), told("b", an_event("b1", "b"))]).events
    assert event.interval == SECOND_OF_JUNE
    assert event.time_basis == "stated"


def test_days_that_overlap_but_differ_are_kept_as_a_conflict() -> None:
    """One report tells of the 2nd, one of the 2nd and 3rd: the day is the first one told, and the page can show that they differ."""
    both = replace(a_day("2020-06-02", "2020-06-03"), precision="day")
    timeline = merge([told("a", an_event("a1", "a")), told("b", an_event("b1", "b", interval=both))])
    assert [e.interval for e in timeline.events] == [SECOND_OF_JUNE]
    (conflict,) = timeline.conflicts
    assert conflict.events == ("a1",)
    assert "2020-06-02, 2020-06-02/2020-06-03" in conflict.why


def test_a_day_is_found_in_a_wider_stretch_and_the_other_way_about() -> None:
    """A season that one report tells and a day in it that the other does are one happening, whichever comes first."""
    season = replace(a_day("2020-06-01", "2020-08-31"), precision="season")
    for first, second in ((season, SECOND_OF_JUNE), (SECOND_OF_JUNE, season)):
        timeline = merge([told("a", an_event("a1", "a", interval=first)), told("b", an_event("b1", "b", interval=second))])
        assert [e.interval for e in timeline.events] == [SECOND_OF_JUNE]


def test_a_week_over_the_end_of_a_month_is_found_from_either_month() -> None:
    week = replace(a_day("2020-06-29", "2020-07-05"), precision="week")
    for day in ("2020-06-29", "2020-07-05"):
        timeline = merge([told("a", an_event("a1", "a", interval=week)), told("b", an_event("b1", "b", interval=a_day(day)))])
        assert [e.interval for e in timeline.events] == [a_day(day)]


def test_an_arrival_and_a_visit_are_one_stay() -> None:
    arrival = an_event("a1", "a", kind="travel", action="arrive")
    assert ids(told("a", arrival), told("b", an_event("b1", "b"))) == ["a1"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(an_event("b1", "b", people=who("Karl Lund")), id="other people"),
        pytest.param(an_event("b1", "b", people=()), id="nobody told"),
        pytest.param(an_event("b1", "b", place=MOMBASA), id="another place"),
        pytest.param(an_event("b1", "b", interval=a_day("2020-06-04")), id="another day"),
        pytest.param(an_event("b1", "b", kind="attack"), id="another kind"),
        pytest.param(an_event("b1", "b", action="leave"), id="another word"),
        pytest.param(an_event("b1", "b", status="planned"), id="planned"),
        pytest.param(an_event("b1", "b", status="denied"), id="denied"),
        pytest.param(an_event("b1", "b", place=None, interval=None), id="neither date nor place"),
    ],
)
def test_what_differs_stays_another_event(other: Event) -> None:
    first = an_event("a1", "a") if other.place or other.interval else an_event("a1", "a", place=None, interval=None)
    assert sorted(ids(told("a", first), told("b", other))) == ["a1", "b1"]


def test_statements_are_never_joined() -> None:
    first, second = (an_event(f"{key}1", key, kind="statement", action="say") for key in "ab")
    assert len(ids(told("a", first), told("b", second))) == 2


def test_two_events_of_one_document_are_never_joined_here() -> None:
    one = told("a", an_event("a1", "a"), an_event("a2", "a", at_offset=9))
    assert len(ids(one, told("b", an_event("b1", "b", people=who("Karl Lund"))))) == 3


def test_a_document_that_comes_twice_is_taken_once() -> None:
    timeline = merge([told("a", an_event("a1", "a")), told("a", an_event("a1", "a"))])
    assert len(timeline.documents) == 1
    assert [len(e.mentions) for e in timeline.events] == [1]


def test_relations_follow_a_joined_event() -> None:
    """What the second report puts behind its own telling stands behind the joined event."""
    later = an_event("b2", "b", kind="attack", action="attack", interval=None, at_offset=9)
    relation = Relation(before="b1", after="b2", why="“after”")
    timeline = merge([told("a", an_event("a1", "a")), told("b", an_event("b1", "b"), later, relations=(relation,))])
    assert timeline.relations == (Relation(before="a1", after="b2", why="“after”"),)
    assert [e.id for e in timeline.events] == ["a1", "b2"]


def test_undated_events_and_problems_are_listed() -> None:
    problem = Problem(document_id="a", source="a.txt", reason="cut short")
    timeline = merge([told("a", an_event("a1", "a", interval=None), problems=(problem,))], [problem])
    assert timeline.undated == ("a1",)
    assert timeline.problems == (problem,)


def test_the_order_of_the_documents_changes_no_pin() -> None:
    """The same happening, day and place whichever report is read first."""
    a, b = told("a", an_event("a1", "a", place=KENYA)), told("b", an_event("b1", "b"))
    assert merge([a, b]).events == merge([b, a]).events
