"""Events of many documents to one timeline: what is one happening told twice becomes one event with several sources."""

from timeline.stories.merge import merge

__all__ = ["merge"]
