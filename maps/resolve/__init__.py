"""Which place each toponym of a document means, all of them weighed together."""

from maps.resolve.document import resolve

__all__ = ["resolve"]
