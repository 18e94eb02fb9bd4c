"""Names of places asked of an online geocoder: those that the gazetteer lacks, or all of them instead of it."""

from collections.abc import Callable
from typing import Any

from geopy.exc import GeopyError

from maps.gazetteer import Gazetteer
from maps.geocoders.answers import RADIUS_KM, granularity_of, radius_of
from maps.place import Place

NEAR_KM = 150.0
"""How far from a town an answer may lie to be counted to the town's country."""
DEFAULT_RADIUS_KM = 5.0
"""Of an answer that tells neither its kind nor how wide it is."""
WIDE = ("region", "country", "continent", "sea")
"""What may have its centre far from any town, or beyond a border."""


class AskedNames:
    """Asks one service, name by name, until it fails: then no more is asked, and `failure` says why.

    An answer outside the country asked for is no answer.
    """

    def __init__(self, service: Any, name: str, gazetteer: Gazetteer) -> None:
        """`service` has geopy's `geocode`; `name` is what reasons and sources call it."""
        self.name = name
        self.failure: str | None = None
        self.asked = 0
        self._service = service
        self._gazetteer = gazetteer
        self._known: dict[tuple[str, str | None, Place | None], Place | None] = {}

    def place(self, text: str, country: str) -> Place | None:
        """The place of a name in a country (ISO 3166-1 alpha-2); None where the service knows none there, or is down."""
        query = f"{text}, {self._gazetteer.country_name(country)}"
        return self._once((text, country, None), lambda: self._ask(text, query, country, None))

    def place_read(self, text: str, reading: Place) -> Place | None:
        """The service's own place for a name that the gazetteer reads so: inside the region and country of that reading.

        None where the service knows none there, or is down.
        """
        country = self._gazetteer.country_name(reading.country) if reading.country else None
        around = () if reading.granularity in ("country", "continent", "sea") else (reading.admin1, country)
        query = ", ".join(dict.fromkeys(part for part in (text, *around) if part))
        return self._once((text, None, reading), lambda: self._ask(reading.name, query, reading.country, reading))

    def _once(self, key: tuple[str, str | None, Place | None], ask: Callable[[], Place | None]) -> Place | None:
        if key not in self._known:
            if self.failure is not None:
                return None
            self._known[key] = ask()
        return self._known[key]

    def _ask(self, name: str, query: str, country: str | None, reading: Place | None) -> Place | None:
        self.asked += 1
        try:
            location = self._service.geocode(query)
            return self._place(name, location, country, reading) if location is not None else None
        except (
            GeopyError,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
        ) as error:  # an answer in no known shape fails anywhere in geopy
            self.failure = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            return None

    def _place(self, name: str, location: Any, country: str | None, reading: Place | None) -> Place | None:
        lat, lon = round(float(location.latitude), 5), round(float(location.longitude), 5)
        told = granularity_of(location.raw)
        granularity = reading.granularity if reading and told == "other" else told
        town = self._gazetteer.nearest(lat, lon, within_km=NEAR_KM)
        if country is not None and granularity not in WIDE and (town is None or town.country != country):
            return None
        radius = radius_of(location.raw)
        if radius is None:
            same = reading is not None and reading.granularity == granularity
            radius = reading.radius_km if reading and same else RADIUS_KM.get(granularity, DEFAULT_RADIUS_KM)
        known = town if town and town.country == country and granularity not in WIDE else reading
        return Place(
            name=name,
            country=country,
            admin1=known.admin1 if known else None,
            lat=lat,
            lon=lon,
            radius_km=radius,
            granularity=granularity,
            id=f"{self.name}:{lat:.5f},{lon:.5f}",
            source=self.name,
        )
