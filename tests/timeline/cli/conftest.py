"""A made-up pipeline for the commands: every capitalised word after "in" is a place, every sentence an event."""

import re
from collections.abc import Callable

import pytest

from maps.place import Place
from timeline.records import Document, Event, EventMention, Extraction, Interval, PlaceMention, Reasons, Span, Timeline


def extract(document: Document) -> Extraction:
    if "boom" in document.text:
        raise RuntimeError("boom")
    events = []
    for number, match in enumerate(re.finditer(r"(\w+) (\w+) in (\w+)\.", document.text), 1):
        who, action, where = match.groups()
        place = Place(
            name=where, country="XX", admin1=None, lat=1.0, lon=2.0, radius_km=3.0, granularity="city", id=f"x:{where}", source="test"
        )
        mention = PlaceMention(
            start=match.start(3), end=match.end(3), text=where, place=place, candidates=(), role="location", why="it says so"
        )
        span = EventMention(
            document_id=document.id,
            start=match.start(2),
            end=match.end(2),
            quote=match.group(),
            quote_start=match.start(),
            quote_end=match.end(),
        )
        day = f"2001-01-{number:02}"
        events.append(
            Event(
                id=f"{document.id}-{number}",
                document_id=document.id,
                type="visit",
                action=action,
                trigger=Span(start=match.start(2), end=match.end(2), text=action),
                mentions=(span,),
                title=match.group()[:-1],
                actors=(),
                targets=(),
                quantity=None,
                place=mention,
                places=(mention,),
                origin=None,
                interval=Interval(edtf=day, earliest=day, latest=day, precision="day"),
                time_basis="stated",
                time=None,
                status="happened",
                attributed_to=None,
                salience=0.5,
                confidence=0.5,
                reasons=Reasons(),
                quote=match.group(),
                order=number,
            )
        )
        assert who
    return Extraction(document=document, times=(), places=(), actors=(), events=tuple(events), relations=())


def open_sample() -> Callable[[Document], Extraction]:
    return extract


def merge(extractions: list[Extraction]) -> Timeline:
    return Timeline(
        documents=tuple(e.document for e in extractions),
        events=tuple(event for e in extractions for event in e.events),
        relations=(),
        conflicts=(),
        undated=(),
    )


@pytest.fixture
def sample_pipeline(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Callable[[Document], Extraction]]:
    """`make` with the made-up pipeline in place of the real one."""
    monkeypatch.setattr("timeline.cli.make.open_extractor", open_sample)
    monkeypatch.setattr("timeline.stories.merge", merge)
    return open_sample
