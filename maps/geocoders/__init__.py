"""Geocoders in geopy's manner: the embedded gazetteer's, and online ones with a cache and their services' limits.

geopy is imported when one of the names is first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maps.geocoders.asked import AskedNames
    from maps.geocoders.embedded import GazetteerGeocoder
    from maps.geocoders.embedded import GazetteerGeocoder as Gazetteer
    from maps.geocoders.online import CachedGeocoder, geocoder

__all__ = ["AskedNames", "CachedGeocoder", "Gazetteer", "GazetteerGeocoder", "geocoder"]

_MODULES = {
    "CachedGeocoder": "maps.geocoders.online",
    "Gazetteer": "maps.geocoders.embedded",
    "GazetteerGeocoder": "maps.geocoders.embedded",
    "AskedNames": "maps.geocoders.asked",
    "geocoder": "maps.geocoders.online",
}


def __getattr__(name: str) -> Any:
    """The public names, each imported with its module when it is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_MODULES[name]), "GazetteerGeocoder" if name == "Gazetteer" else name)
