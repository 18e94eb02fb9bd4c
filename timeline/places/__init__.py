"""Which words of a document are names of places, what each means and what part it plays."""

from timeline.places.find import find_places, find_toponyms
from timeline.places.home import home_of

__all__ = ["find_places", "find_toponyms", "home_of"]
