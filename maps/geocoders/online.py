"""Any geopy geocoder behind a rate limit, with answers kept on disk so that no question is asked twice."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from geopy.exc import GeocoderNotFound, GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import SERVICE_TO_GEOCODER, get_geocoder_for_service
from geopy.location import Location
from geopy.point import Point

from maps.geocoders.embedded import GazetteerGeocoder

MIN_DELAY_SECONDS = {"nominatim": 1.0, "photon": 1.0, "geonames": 3.6, "pelias": 0.2, "arcgis": 0.2}
"""Between two questions, by each service's policy (GeoNames: 1,000 an hour); others wait `DEFAULT_DELAY_SECONDS`."""
DEFAULT_DELAY_SECONDS = 1.0
TIMEOUT_SECONDS = 10
"""For one answer; geopy's own second is short for services that work."""
NEEDS_USER_AGENT = frozenset({"nominatim", "photon"})
EMBEDDED = ("embedded", "gazetteer")


class CachedGeocoder:
    """A geocoder whose answers are kept in a folder; the cache lies outside the rate limit, so that a known answer never waits."""

    def __init__(self, name: str, service: Any, folder: Path, *, min_delay_seconds: float) -> None:
        """Wrap the geopy geocoder `service`; answers are kept under `name` in `folder`, which is made if it is not there."""
        self.name = name
        self._cache = _open_cache(folder)
        self._geocode = RateLimiter(service.geocode, min_delay_seconds=min_delay_seconds, max_retries=2, swallow_exceptions=False)
        self._reverse = RateLimiter(service.reverse, min_delay_seconds=min_delay_seconds, max_retries=2, swallow_exceptions=False)

    def geocode(self, query: str, *, exactly_one: bool = True, **options: Any) -> Any:
        """As geopy's; "found nothing" is remembered too, a failed question is not. Raises geopy's errors."""
        return self._ask("geocode", self._geocode, query, exactly_one=exactly_one, **options)

    def reverse(self, query: Any, *, exactly_one: bool = True, **options: Any) -> Any:
        """As geopy's, kept likewise."""
        point = Point(query)
        return self._ask("reverse", self._reverse, (point.latitude, point.longitude), exactly_one=exactly_one, **options)

    def _ask(self, verb: str, call: Callable[..., Any], query: Any, **options: Any) -> Any:
        key = repr((self.name, verb, query, sorted(options.items())))
        kept = self._cache.get(key)
        if kept is None:
            kept = _plain(call(query, **options))
            self._cache.set(key, kept)
        return _located(kept)


def geocoder(name: str, *, user_agent: str | None = None, cache: Path | None = None, **options: Any) -> Any:
    """A geocoder by name: "embedded" for the gazetteer, else any that geopy knows ("nominatim", "photon", "pelias", "geonames", ...).

    Online ones need a `cache` folder, and `user_agent` where the service's policy demands one; `options` (keys, domains) go to
    geopy's class. ValueError says what is missing or not known.
    """
    key = name.strip().lower()
    if key in EMBEDDED:
        return GazetteerGeocoder()
    if key in NEEDS_USER_AGENT and not user_agent:
        raise ValueError(f'{key} asks every user for a name of their own: give user_agent, such as "my-newsroom/1.0 (me@example.org)"')
    if cache is None:
        raise ValueError(f"{key} is asked over the network: give a folder to keep its answers in, such as cache=Path('geocoder-cache')")
    try:
        service = get_geocoder_for_service(key)(
            **{"timeout": TIMEOUT_SECONDS, **({"user_agent": user_agent} if user_agent else {}), **options}
        )
    except GeocoderNotFound as error:
        raise ValueError(f"no geocoder is called {name!r}; {', '.join(sorted(SERVICE_TO_GEOCODER))} would work") from error
    except (TypeError, GeopyError) as error:
        raise ValueError(f"{key} cannot be opened: {str(error).rpartition('__init__() ')[2]}") from error
    return CachedGeocoder(key, service, cache, min_delay_seconds=MIN_DELAY_SECONDS.get(key, DEFAULT_DELAY_SECONDS))


def _open_cache(folder: Path) -> Any:
    try:
        from diskcache import Cache
    except ImportError as error:
        raise ValueError("online geocoders keep their answers with diskcache: pip install 'dateline[geocoders]'") from error
    return Cache(str(folder))


def _plain(answer: Any) -> dict[str, Any]:
    """An answer as plain data, so that the cache can be read by any version."""
    if isinstance(answer, list):
        return {"many": [_plain(one)["one"] for one in answer]}
    if answer is None:
        return {"one": None}
    return {"one": {"address": answer.address, "latitude": answer.latitude, "longitude": answer.longitude, "raw": answer.raw}}


def _located(kept: dict[str, Any]) -> Any:
    if "many" in kept:
        return [_located({"one": one}) for one in kept["many"]]
    one = kept["one"]
    return Location(one["address"], Point(one["latitude"], one["longitude"]), one["raw"]) if one else None
