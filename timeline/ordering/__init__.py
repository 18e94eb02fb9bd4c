"""Events to one order, with the reason for each position."""

from timeline.ordering.cues import find_relations
from timeline.ordering.legs import join_legs
from timeline.ordering.solve import Ordered, order_events

__all__ = ["Ordered", "find_relations", "join_legs", "order_events"]
