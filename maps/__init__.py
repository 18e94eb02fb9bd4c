"""Where things happen: names of places to points, and features to a page. Knows nothing of `timeline`.

>>> from maps import Gazetteer
>>> [(place.admin1, place.country) for place in Gazetteer().lookup("Tripoli")[:2]]
[('Tripoli', 'LY'), ('North', 'LB')]
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maps.gazetteer import Gazetteer, open_gazetteer
    from maps.place import Place, Toponym
    from maps.resolve import resolve

__all__ = ["Gazetteer", "Place", "Toponym", "open_gazetteer", "resolve"]

_MODULES = {
    "Gazetteer": "maps.gazetteer",
    "Place": "maps.place",
    "Toponym": "maps.place",
    "open_gazetteer": "maps.gazetteer",
    "resolve": "maps.resolve",
}


def __getattr__(name: str) -> Any:
    """The public names, each imported with its module when it is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_MODULES[name]), name)
