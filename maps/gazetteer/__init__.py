"""The embedded offline gazetteer: names to places."""

from maps.gazetteer.gazetteer import Gazetteer, open_gazetteer
from maps.gazetteer.own import OwnGazetteer, OwnPlace, is_own, open_with, read_places

__all__ = ["Gazetteer", "OwnGazetteer", "OwnPlace", "is_own", "open_gazetteer", "open_with", "read_places"]
