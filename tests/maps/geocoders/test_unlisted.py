"""Names that the gazetteer lacks are asked of a service on loopback, once, and a service that fails is asked no more."""

from pathlib import Path

import pytest

from maps.gazetteer import open_gazetteer
from maps.geocoders import UnlistedNames, geocoder
from tests.maps.geocoders.conftest import Stub


def asker(stub: Stub, folder: Path) -> UnlistedNames:
    service = geocoder("nominatim", user_agent="tests/1.0", cache=folder, domain=stub.domain, scheme="http", timeout=0.5)
    for limiter in (service._geocode, service._reverse):
        limiter.min_delay_seconds = limiter.error_wait_seconds = 0
    return UnlistedNames(service, "nominatim", open_gazetteer())


def test_an_answer_is_a_place_with_its_source_asked_once(stub: Stub, tmp_path: Path) -> None:
    names = asker(stub, tmp_path)
    place = names.place("Somewhere", "NO")
    assert place is not None
    assert (place.lat, place.lon, place.country, place.source, place.granularity) == (60.39, 5.32, "NO", "nominatim", "other")
    assert place.id == "nominatim:60.39000,5.32000"
    assert names.place("Somewhere", "NO") == place
    assert stub.asked == ["Somewhere, Norway"]
    assert stub.agents == ["tests/1.0"]


def test_an_answer_is_kept_over_runs_even_when_the_service_is_gone(stub: Stub, tmp_path: Path) -> None:
    first = asker(stub, tmp_path).place("Somewhere", "NO")
    stub.mood = "503"
    again = asker(stub, tmp_path)
    assert again.place("Somewhere", "NO") == first
    assert again.failure is None


def test_an_answer_in_another_country_and_none_at_all_are_no_place(stub: Stub, tmp_path: Path) -> None:
    names = asker(stub, tmp_path)
    assert names.place("Somewhere", "KE") is None
    assert names.place("Nowhere", "NO") is None
    assert names.failure is None


@pytest.mark.parametrize("mood", ["429", "503", "403", "500", "slow", "garbage", "html", "list"])
def test_a_service_that_fails_is_left_alone_and_the_reason_is_one_line(stub: Stub, tmp_path: Path, mood: str) -> None:
    stub.mood = mood
    names = asker(stub, tmp_path)
    assert names.place("Somewhere", "NO") is None
    asked = len(stub.asked)
    assert names.place("Elsewhere", "NO") is None
    assert names.failure
    assert "\n" not in names.failure
    assert len(stub.asked) == asked


def test_a_service_that_is_not_there_is_left_alone(tmp_path: Path) -> None:
    gone = Stub()
    gone.server_close()
    names = asker(gone, tmp_path)
    assert names.place("Somewhere", "NO") is None
    assert names.failure
