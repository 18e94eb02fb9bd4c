"""Names that the gazetteer lacks, asked of an online geocoder, inside the country that their document is about."""

from typing import Any

from geopy.exc import GeopyError

from maps.gazetteer import Gazetteer
from maps.place import Place

NEAR_KM = 150.0
"""How far from a town an answer may lie to be counted to the town's country."""
RADIUS_KM = 5.0
"""Of an answer without a bounding box."""


class UnlistedNames:
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
        self._known: dict[tuple[str, str], Place | None] = {}

    def place(self, text: str, country: str) -> Place | None:
        """The place of a name in a country (ISO 3166-1 alpha-2); None where the service knows none there, or is down."""
        key = (text, country)
        if key not in self._known:
            if self.failure is not None:
                return None
            self._known[key] = self._ask(text, country)
        return self._known[key]

    def _ask(self, text: str, country: str) -> Place | None:
        self.asked += 1
        try:
            location = self._service.geocode(f"{text}, {self._gazetteer.country_name(country)}")
        except (
            GeopyError,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
        ) as error:  # an answer in no known shape fails anywhere in geopy
            self.failure = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            return None
        if location is None:
            return None
        lat, lon = round(float(location.latitude), 5), round(float(location.longitude), 5)
        town = self._gazetteer.nearest(lat, lon, within_km=NEAR_KM)
        if town is None or town.country != country:
            return None
        return Place(
            name=text,
            country=country,
            admin1=town.admin1,
            lat=lat,
            lon=lon,
            radius_km=RADIUS_KM,
            granularity="other",
            id=f"{self.name}:{lat:.5f},{lon:.5f}",
            source=self.name,
        )
