"""The embedded offline gazetteer: names to places."""

from maps.gazetteer.gazetteer import Gazetteer, open_gazetteer

__all__ = ["Gazetteer", "open_gazetteer"]
