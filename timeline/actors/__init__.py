"""Who acts: names, titles, groups and pronouns of a document to actors."""

from timeline.actors.find import find_actors

__all__ = ["find_actors"]
