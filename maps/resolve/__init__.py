"""Which place each toponym of a document means, all of them weighed together."""

from maps.resolve.candidates import could_contain, kinds
from maps.resolve.document import resolve

__all__ = ["could_contain", "kinds", "resolve"]
