"""Which place each toponym of a document means, all of them weighed together."""

from maps.resolve.candidates import could_contain
from maps.resolve.document import resolve
from maps.resolve.offsets import is_offset
from maps.resolve.words import kinds

__all__ = ["could_contain", "is_offset", "kinds", "resolve"]
