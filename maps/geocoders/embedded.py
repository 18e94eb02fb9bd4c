"""The embedded gazetteer as a geopy geocoder: no key, no network."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from geopy.adapters import BaseAsyncAdapter
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from maps.gazetteer import Gazetteer, open_gazetteer
from maps.place import Place, Toponym
from maps.resolve import resolve

LONGEST_QUERY = 300
"""Characters; no place's name with all that holds it is longer."""
NEAREST_KM = 100.0
"""`reverse` answers nothing where no populated place lies within this distance: the open sea."""


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]
    """Looks names up in Dateline's own gazetteer; passes as any geopy geocoder.

    >>> GazetteerGeocoder().geocode("Port-au-Prince, Haiti").address
    'Port-au-Prince, Ouest, Haiti'
    """

    def __init__(self, *, gazetteer: Gazetteer | None = None, adapter_factory: Any = None, **options: Any) -> None:
        """Use `gazetteer` or the embedded one; geopy's options (timeout, user agent, proxies) are accepted and unused."""
        super().__init__(adapter_factory=adapter_factory, **options)
        self._gazetteer = gazetteer or open_gazetteer()

    def geocode(self, query: str, *, exactly_one: bool = True, limit: int | None = None, timeout: Any = DEFAULT_SENTINEL) -> Any:
        """The place of a name, with what holds it behind commas ("Springfield, Illinois, USA").

        A Location (its `raw` is the Place as a dict), with `exactly_one=False` a list of at most `limit`; None where nothing is
        found. GeocoderQueryError for what is no text. `timeout` is accepted for geopy's sake.
        """
        del timeout
        if not isinstance(query, str):
            raise GeocoderQueryError(f"a query is text, such as 'Nairobi, Kenya', not {type(query).__name__}")
        return self._answer(self._places(query), exactly_one=exactly_one, limit=limit)

    def reverse(self, query: Any, *, exactly_one: bool = True, limit: int | None = None, timeout: Any = DEFAULT_SENTINEL) -> Any:
        """The populated place nearest to a point (degrees, WGS 84), None where there is none within 100 km."""
        del timeout
        point = query if isinstance(query, Point) else Point(query)
        place = self._gazetteer.nearest(point.latitude, point.longitude, within_km=NEAREST_KM)
        return self._answer([place] if place else [], exactly_one=exactly_one, limit=limit)

    def _places(self, query: str) -> list[Place]:
        name, *containers = (part.strip() for part in query[:LONGEST_QUERY].split(","))
        if not name or len(query) > LONGEST_QUERY:
            return []
        toponym = Toponym(start=0, end=len(name), text=name, containers=tuple(part for part in containers if part))
        read = resolve([toponym], self._gazetteer)[0]
        ranked = [candidate.place for candidate in read.candidates]
        best = [read.place] if read.place and read.place in ranked else ranked[:1]
        return [*best, *(place for place in ranked if place not in best)]

    def _answer(self, places: Sequence[Place], *, exactly_one: bool, limit: int | None) -> Any:
        locations = [self._location(place) for place in places[: limit or len(places)]]
        result = (locations[0] if exactly_one else locations) if locations else None
        return _later(result) if isinstance(self.adapter, BaseAsyncAdapter) else result

    def _location(self, place: Place) -> Location:
        country = self._gazetteer.country_name(place.country) if place.country else None
        parts = dict.fromkeys(part for part in (place.name, place.admin1, country) if part)
        return Location(", ".join(parts), Point(place.lat, place.lon), asdict(place))


async def _later(result: Any) -> Any:
    return result
