"""`dateline explain` with a made-up pipeline."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from maps.place import Candidate
from timeline.cli.explain import explain
from timeline.cli.make import make
from timeline.errors import BadOption, BadSource
from timeline.records import Document, Extraction

pytestmark = pytest.mark.usefixtures("sample_pipeline")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Anna slept in Oslo. Bert danced in Bergen.", encoding="utf-8")
    return path


def test_an_event_of_a_timeline_is_explained_by_number_or_id(article: Path, tmp_path: Path) -> None:
    event = make([article], tmp_path / "out").events[1]
    told = explain("2", str(tmp_path / "out" / "timeline.json"))
    assert told == explain(event.id, str(tmp_path / "out" / "timeline.json"))
    assert "“Bert danced in Bergen.”" in told
    assert "2001-01-02" in told
    assert "Bergen (XX, city)" in told


def test_an_article_tells_the_readings_that_lost_too(
    article: Path, sample_pipeline: Callable[[], Callable[[Document], Extraction]]
) -> None:
    def open_with_candidates() -> Callable[[Document], Extraction]:
        def extract(document: Document) -> Extraction:
            extraction = sample_pipeline()(document)
            event = extraction.events[0]
            assert event.place
            assert event.place.place
            other = replace(event.place.place, name="Oslo", admin1="Minnesota", country="US", id="x:other")
            mention = replace(event.place, candidates=(Candidate(place=other, score=0.25, why="it is small"),))
            return replace(extraction, events=(replace(event, place=mention),))

        return extract

    told = explain("1", str(article), opener=open_with_candidates)
    assert "Oslo, Minnesota, US (city), score 0.25 — it is small" in told


def test_an_event_that_is_not_there_is_refused_with_those_that_are(article: Path, tmp_path: Path) -> None:
    make([article], tmp_path / "out")
    with pytest.raises(BadOption, match="it has 1 to 2, or ids like"):
        explain("7", str(tmp_path / "out" / "timeline.json"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"events": [{}]}', "[" * 100_000])
def test_what_is_no_timeline_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "timeline.json").write_text(text)
    with pytest.raises(BadSource, match="dateline make wrote would work"):
        explain("1", str(tmp_path / "timeline.json"))
