"""The embedded gazetteer passes geopy's own conventions."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from geopy.adapters import BaseAsyncAdapter
from geopy.exc import GeocoderQueryError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from maps.geocoders import GazetteerGeocoder

DELTA_DEG = 0.2


@pytest.fixture(scope="module")
def geocoder() -> GazetteerGeocoder:
    return GazetteerGeocoder()


@pytest.mark.parametrize(
    ("query", "lat", "lon"),
    [
        ("Port-au-Prince, Haiti", 18.54, -72.34),
        ("Nairobi", -1.28, 36.82),
        ("Springfield, Illinois, USA", 39.80, -89.64),
        ("Springfield, Mo.", 37.22, -93.29),
        ("São Paulo", -23.55, -46.64),
        ("St. Petersburg, Russia", 59.94, 30.31),
        ("Paris, Texas", 33.66, -95.56),
        ("Tripoli, Lebanon", 34.43, 35.84),
    ],
)
def test_a_place_is_found_near_where_it_lies(geocoder: GazetteerGeocoder, query: str, lat: float, lon: float) -> None:
    location = geocoder.geocode(query)
    assert isinstance(location, Location)
    assert location.latitude == pytest.approx(lat, abs=DELTA_DEG)
    assert location.longitude == pytest.approx(lon, abs=DELTA_DEG)


def test_it_is_a_geopy_geocoder_with_address_and_raw(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode("Port-au-Prince, Haiti")
    assert isinstance(geocoder, Geocoder)
    assert location.address.startswith("Port-au-Prince")
    assert location.address.endswith("Haiti")
    assert location.raw["country"] == "HT"


def test_several_answers_on_demand_and_at_most_as_many_as_asked(geocoder: GazetteerGeocoder) -> None:
    several = geocoder.geocode("Springfield", exactly_one=False, limit=3)
    assert len(several) == 3
    assert all(isinstance(one, Location) for one in several)
    assert isinstance(geocoder.geocode("Nairobi", exactly_one=False), list)


@pytest.mark.parametrize("query", ["", "   ", ",", "Qqzzyx", "x" * 10_000, "' OR 1=1", "{{7*7}}", "../.."])
def test_what_is_no_place_gives_none(geocoder: GazetteerGeocoder, query: str) -> None:
    assert geocoder.geocode(query) is None
    assert geocoder.geocode(query, exactly_one=False) is None


def test_a_query_that_is_no_text_is_refused(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(GeocoderQueryError, match="a query is text"):
        geocoder.geocode(42)  # type: ignore[arg-type]


@pytest.mark.parametrize("query", [(18.54, -72.34), "18.54, -72.34", Point(18.54, -72.34)])
def test_reverse_finds_the_nearest_populated_place(geocoder: GazetteerGeocoder, query: object) -> None:
    assert geocoder.reverse(query).raw["country"] == "HT"


def test_reverse_in_the_open_sea_finds_nothing(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.reverse((-48.9, -123.4)) is None


def test_it_works_behind_geopys_rate_limiter(geocoder: GazetteerGeocoder) -> None:
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    assert limited("Lima, Peru", timeout=1).raw["country"] == "PE"


class _Async(BaseAsyncAdapter):
    async def get_json(self, url, *, timeout, headers):
        raise AssertionError("the network is not asked")

    async def get_text(self, url, *, timeout, headers):
        raise AssertionError("the network is not asked")


def test_it_works_with_an_async_adapter() -> None:
    async def ask() -> Location:
        async with GazetteerGeocoder(adapter_factory=_Async) as geocoder:
            return await geocoder.geocode("Accra")

    # In a thread of its own: the browser tests keep an event loop running in the main one.
    with ThreadPoolExecutor(max_workers=1) as threads:
        assert threads.submit(lambda: asyncio.run(ask())).result().raw["country"] == "GH"


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "' OR 1=1", "{{7*7}}", "../..", "\x00\x01", "\u202e\u05d8\u05e7", ",,,,", "a" * 200 + ", b"]
)
def test_a_hostile_query_finds_nothing_at_once(query: str) -> None:
    geocoder = GazetteerGeocoder()
    geocoder.geocode("Oslo")
    began = time.process_time()
    assert geocoder.geocode(query) is None
    assert time.process_time() - began < 0.005
