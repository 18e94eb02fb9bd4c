"""Online geocoders wait their turn, keep their answers and say what they need; no test asks the network."""

from pathlib import Path

import pytest
from geopy.exc import GeocoderServiceError
from geopy.location import Location
from geopy.point import Point

from maps.geocoders import CachedGeocoder, GazetteerGeocoder, geocoder


class Service:
    """Answers from memory and counts the questions."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def geocode(self, query: str, *, exactly_one: bool = True) -> object:
        self.asked.append(query)
        if query == "down":
            raise GeocoderServiceError("503")
        if query == "nowhere":
            return None
        found = Location("Somewhere", Point(1.5, 2.5), {"id": 7})
        return found if exactly_one else [found]

    def reverse(self, query: object, *, exactly_one: bool = True) -> object:
        return self.geocode(str(query), exactly_one=exactly_one)


def wrapped(folder: Path) -> tuple[Service, CachedGeocoder]:
    service = Service()
    return service, CachedGeocoder("stub", service, folder, min_delay_seconds=0)


def test_a_question_is_asked_once_even_after_a_restart(tmp_path: Path) -> None:
    service, first = wrapped(tmp_path)
    one = first.geocode("here")
    again, second = wrapped(tmp_path)
    two = second.geocode("here")
    assert (one.latitude, one.longitude, one.raw) == (two.latitude, two.longitude, two.raw) == (1.5, 2.5, {"id": 7})
    assert service.asked == ["here"]
    assert again.asked == []


def test_nothing_found_is_remembered_and_several_are_kept_as_several(tmp_path: Path) -> None:
    service, cached = wrapped(tmp_path)
    assert cached.geocode("nowhere") is cached.geocode("nowhere") is None
    assert len(cached.geocode("here", exactly_one=False)) == len(cached.geocode("here", exactly_one=False)) == 1
    assert service.asked == ["nowhere", "here"]


def test_a_failure_is_raised_and_not_remembered(tmp_path: Path) -> None:
    service = Service()
    cached = CachedGeocoder("stub", service, tmp_path, min_delay_seconds=0)
    cached._geocode.max_retries = 0
    for _ in range(2):
        with pytest.raises(GeocoderServiceError):
            cached.geocode("down")
    assert service.asked == ["down", "down"]


def test_the_factory_knows_the_embedded_one_and_says_what_others_need(tmp_path: Path) -> None:
    assert isinstance(geocoder("embedded"), GazetteerGeocoder)
    with pytest.raises(ValueError, match="user_agent"):
        geocoder("nominatim", cache=tmp_path)
    with pytest.raises(ValueError, match="folder"):
        geocoder("photon", user_agent="newsroom/1.0")
    assert geocoder("nominatim", user_agent="newsroom/1.0", cache=tmp_path).name == "nominatim"


def test_an_unknown_service_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nominatim"):
        geocoder("nosuch", user_agent="newsroom/1.0", cache=tmp_path)
