"""Names are asked of a service on loopback, once, each service in its own format, and one that fails is asked no more."""

from pathlib import Path

import pytest

from maps.gazetteer import open_gazetteer
from maps.geocoders import AskedNames, geocoder
from tests.maps.geocoders.conftest import BERGEN, Stub

KEYS: dict[str, dict[str, str]] = {"nominatim": {}, "photon": {}, "pelias": {"api_key": "k"}, "geonames": {"username": "me"}, "arcgis": {}}


def asker(stub: Stub, folder: Path, name: str = "nominatim") -> AskedNames:
    service = geocoder(name, user_agent="tests/1.0", cache=folder, domain=stub.domain, scheme="http", timeout=0.5, **KEYS[name])
    for limiter in (service._geocode, service._reverse):
        limiter.min_delay_seconds = limiter.error_wait_seconds = 0
    return AskedNames(service, name, open_gazetteer())


@pytest.mark.parametrize("name", list(KEYS))
def test_each_service_is_understood_in_its_own_format(stub: Stub, tmp_path: Path, name: str) -> None:
    stub.answer = {**BERGEN, "addresstype": "city", "boundingbox": ["60.34", "60.44", "5.22", "5.42"]}
    names = asker(stub, tmp_path, name)
    place = names.place("Somewhere", "NO")
    assert place is not None
    assert (place.lat, place.lon, place.country, place.source, place.granularity) == (60.39, 5.32, "NO", name, "city")
    assert place.radius_km == pytest.approx(6.2, abs=0.2)
    assert names.place("Nowhere", "NO") is None
    assert names.failure is None
    assert stub.asked == ["Somewhere, Norway", "Nowhere, Norway"]
    assert set(stub.agents) == {"tests/1.0"}


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


@pytest.mark.parametrize("name", list(KEYS))
@pytest.mark.parametrize("mood", ["429", "503", "403", "500", "slow", "garbage", "html", "list"])
def test_a_service_that_fails_is_left_alone_and_the_reason_is_one_line(stub: Stub, tmp_path: Path, mood: str, name: str) -> None:
    stub.mood = mood
    names = asker(stub, tmp_path, name)
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


def test_a_name_that_the_gazetteer_reads_is_asked_with_its_region_and_country(stub: Stub, tmp_path: Path) -> None:
    reading = next(place for place in open_gazetteer().lookup("Bergen") if place.country == "NO")
    names = asker(stub, tmp_path)
    place = names.place_read("Bergen", reading)
    assert place is not None
    assert (place.name, place.lat, place.country, place.granularity, place.source) == ("Bergen", 60.39, "NO", "city", "nominatim")
    assert stub.asked == [f"Bergen, {reading.admin1}, Norway"]


def test_a_country_stays_an_area_and_an_answer_in_another_country_is_none(stub: Stub, tmp_path: Path) -> None:
    gazetteer, names = open_gazetteer(), asker(stub, tmp_path)
    norway, bergen = gazetteer.country("NO"), next(place for place in gazetteer.lookup("Bergen") if place.country == "DE")
    assert norway is not None
    country = names.place_read("Norway", norway)
    assert country is not None
    assert (country.granularity, country.radius_km, country.admin1) == ("country", norway.radius_km, None)
    assert names.place_read("Bergen", bergen) is None
    assert stub.asked[0] == "Norway"
