"""`dateline explain` with a made-up pipeline."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from maps.place import Candidate
from timeline.cli.explain import explain
from timeline.cli.make import make
from timeline.errors import BadOption, BadSource
from timeline.records import Document, Extraction, Interval, TimeMention
from timeline.times import from_days, from_edtf

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


def test_an_article_tells_every_time_of_the_sentence_with_its_value_and_its_reason(
    article: Path, sample_pipeline: Callable[[], Callable[[Document], Extraction]]
) -> None:
    """Also those that give no date; those of other sentences stay away."""

    def time(start: int, value: str, interval: Interval | None, why: str) -> TimeMention:
        return TimeMention(start=start, end=start + 4, text="", type="DATE", value=value, interval=interval, basis="published", why=why)

    def open_with_times() -> Callable[[Document], Extraction]:
        def extract(document: Document) -> Extraction:
            week = from_days("2024-08-26", "2024-09-01", "week")
            times = (
                time(0, "2024-W35", week, "‘last week’ counted back from the publication date 2024-09-05"),
                time(5, "2019", from_edtf("2019"), "‘2019’ is written out"),
                time(9, "PAST_REF", None, "‘recently’ means some time past, which gives no date"),
                time(21, "2018", from_edtf("2018"), "‘2018’ is written out"),
            )
            return replace(sample_pipeline()(document), times=times)

        return extract

    told = explain("1", str(article), opener=open_with_times).partition("   times in its sentence:\n")[2].splitlines()
    assert told[:3] == [
        "      2024-W35 (2024-08-26/2024-09-01) — ‘last week’ counted back from the publication date 2024-09-05",
        "      2019 — ‘2019’ is written out",
        "      PAST_REF (no date) — ‘recently’ means some time past, which gives no date",
    ]
    assert not any("2018" in line for line in told)


def test_an_event_that_is_not_there_is_refused_with_those_that_are(article: Path, tmp_path: Path) -> None:
    make([article], tmp_path / "out")
    with pytest.raises(BadOption, match="it has 1 to 2, or ids like"):
        explain("7", str(tmp_path / "out" / "timeline.json"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"events": [{}]}', "[" * 100_000])
def test_what_is_no_timeline_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "timeline.json").write_text(text)
    with pytest.raises(BadSource, match="dateline make wrote would work"):
        explain("1", str(tmp_path / "timeline.json"))
