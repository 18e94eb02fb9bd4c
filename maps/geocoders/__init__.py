"""Geocoders in geopy's manner: the embedded gazetteer's, and online ones with a cache and their services' limits.

geopy is imported when one of the names is first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maps.geocoders.embedded import GazetteerGeocoder
    from maps.geocoders.online import CachedGeocoder, geocoder

__all__ = ["CachedGeocoder", "GazetteerGeocoder", "geocoder"]

_MODULES = {
    "CachedGeocoder": "maps.geocoders.online",
    "GazetteerGeocoder": "maps.geocoders.embedded",
    "geocoder": "maps.geocoders.online",
}


def __getattr__(name: str) -> Any:
    """The public names, each imported with its module when it is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_MODULES[name]), name)
