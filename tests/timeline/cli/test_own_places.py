"""`dateline make --gazetteer FILE` and `--geocoder NAME`: own places win, an online geocoder fills gaps, mistakes are told at once."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from maps.place import Place
from tests.maps.geocoders.conftest import Stub, stub  # noqa: F401 - the fixture
from tests.timeline.cli.conftest import extract
from timeline.cli.make import make
from timeline.errors import BadOption
from timeline.records import Document, Extraction, PlaceMention

HEADER = "name,other names,latitude,longitude,kind,country\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("Anna slept in Oslo. Bert danced in Oslo. Carl slept in Qwertyvik.", encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def norwegian(document: Document) -> Extraction:
    """The made-up pipeline in Norway, where the gazetteer lacks Qwertyvik."""

    def known(mention: PlaceMention) -> PlaceMention:
        place = mention.place and replace(mention.place, country="NO")
        return replace(mention, place=place if mention.text != "Qwertyvik" else None)

    found = extract(document)
    events = tuple(replace(e, place=e.place and known(e.place), places=tuple(map(known, e.places))) for e in found.events)
    return replace(found, places=tuple(p for e in events for p in e.places), events=events)


def opener() -> Callable[[Document], Extraction]:
    return norwegian


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "timeline.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_own_places_reach_the_table(tmp_path: Path) -> None:
    own, text = tmp_path / "own.csv", tmp_path / "text.txt"
    own.write_text(HEADER + "Camp Zulu,,12.5,43.25,camp,YE\n", encoding="utf-8")
    text.write_text("Soldiers attacked Camp Zulu on 3 May 2019. Two guards were killed in Camp Zulu.", encoding="utf-8")
    make([text], tmp_path / "out", gazetteer=own)
    placed = [row for row in rows(tmp_path / "out") if row["latitude"]]
    assert placed
    assert {(row["location"], row["country_code"], float(row["latitude"])) for row in placed} == {("Camp Zulu", "YE", 12.5)}


def test_a_mistake_in_own_places_ends_the_run_with_its_line(article: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(HEADER + "Camp Zulu,,north,43.25,camp,YE\n", encoding="utf-8")
    with pytest.raises(BadOption, match="line 2: latitude is ‘north’"):
        make([article], tmp_path / "out", gazetteer=own)
    assert not (tmp_path / "out").exists()


def test_a_geocoder_fills_what_the_gazetteer_lacks(article: Path, tmp_path: Path, stub: Stub) -> None:  # noqa: F811
    spec = f"nominatim:domain={stub.domain},scheme=http"
    make([article], tmp_path / "out", geocoder=spec, user_agent="tests/1.0", opener=opener)
    last = rows(tmp_path / "out")[-1]
    assert (last["location"], last["latitude"], last["country_code"]) == ("Qwertyvik", "60.39", "NO")
    assert "nominatim" in last["why_place"]
    assert stub.asked == ["Qwertyvik, Norway"]


def test_a_geocoder_that_is_down_costs_nothing_but_its_places_and_that_is_said(article: Path, tmp_path: Path, stub: Stub) -> None:  # noqa: F811
    stub.mood = "html"
    timeline = make(
        [article], tmp_path / "out", geocoder=f"nominatim:domain={stub.domain},scheme=http", user_agent="tests/1.0", opener=opener
    )
    assert len(timeline.events) == 3
    assert rows(tmp_path / "out")[-1]["latitude"] == ""
    assert [(problem.source, "without a place" in problem.reason) for problem in timeline.problems] == [("geocoder nominatim", True)]


def test_a_geocoder_can_stand_in_for_the_gazetteer(article: Path, tmp_path: Path, stub: Stub) -> None:  # noqa: F811
    spec = f"nominatim:domain={stub.domain},scheme=http"
    make([article], tmp_path / "out", geocoder=spec, geocoder_only=True, user_agent="tests/1.0", opener=opener)
    found = rows(tmp_path / "out")
    assert {row["latitude"] for row in found} == {"60.39"}
    assert {row["location"] for row in found} == {"Oslo", "Qwertyvik"}
    assert all("nominatim" in row["why_place"] for row in found)
    assert len(stub.asked) == 2


def test_what_the_stand_in_does_not_know_has_no_place(article: Path, tmp_path: Path, stub: Stub) -> None:  # noqa: F811
    article.write_text("Anna slept in Nowhere. Bert danced in Oslo.", encoding="utf-8")
    spec = f"nominatim:domain={stub.domain},scheme=http"
    make([article], tmp_path / "out", geocoder=spec, geocoder_only=True, user_agent="tests/1.0", opener=opener)
    first = rows(tmp_path / "out")[0]
    assert first["latitude"] == ""
    assert "knows no such place" in first["why_place"]


def test_where_the_stand_in_is_down_the_gazetteers_places_stay(article: Path, tmp_path: Path, stub: Stub) -> None:  # noqa: F811
    stub.mood = "html"
    spec = f"nominatim:domain={stub.domain},scheme=http"
    timeline = make([article], tmp_path / "out", geocoder=spec, geocoder_only=True, user_agent="tests/1.0", opener=opener)
    assert rows(tmp_path / "out")[0]["latitude"] not in ("", "60.39")
    assert [problem.source for problem in timeline.problems] == ["geocoder nominatim"]


def test_only_a_geocoder_that_is_named_can_be_the_only_one(article: Path, tmp_path: Path) -> None:
    with pytest.raises(BadOption, match="--geocoder nominatim"):
        make([article], tmp_path / "out", geocoder_only=True, opener=opener)


@pytest.mark.parametrize(
    ("spec", "told"),
    [("nominatim", "user_agent"), ("nosuch", "nominatim"), ("geonames", "username"), ("photon:nosuch=1", "user_agent")],
)
def test_a_geocoder_that_cannot_be_opened_is_refused_at_once(article: Path, tmp_path: Path, spec: str, told: str) -> None:
    with pytest.raises(BadOption, match=told):
        make([article], tmp_path / "out", geocoder=spec, opener=opener)
    assert not (tmp_path / "out").exists()


def test_nothing_is_asked_where_no_country_is_known(article: Path, tmp_path: Path, stub: Stub) -> None:  # noqa: F811
    def lost() -> Callable[[Document], Extraction]:
        return lambda document: replace(
            norwegian(document), places=tuple(replace(p, place=_nowhere(p.place)) for p in norwegian(document).places)
        )

    make([article], tmp_path / "out", geocoder=f"nominatim:domain={stub.domain},scheme=http", user_agent="tests/1.0", opener=lost)
    assert stub.asked == []


def _nowhere(place: Place | None) -> Place | None:
    return place and replace(place, country=None)
