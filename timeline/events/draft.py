"""An event while it is being put together: one trigger with all that was read of it."""

from dataclasses import dataclass

from timeline.events.arguments import Arguments
from timeline.events.dating import Dating
from timeline.events.factuality import Factuality
from timeline.events.triggers import Trigger
from timeline.records import PlaceMention, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One reading of one trigger at one place (a trigger that governs a list of places gives several, numbered by `ordinal`).

    `chance` is the model's that its words tell an event.
    """

    trigger: Trigger
    ordinal: int
    sentence: Sentence
    start: int
    end: int
    text: str
    arguments: Arguments
    dating: Dating
    place: PlaceMention | None
    origin: PlaceMention | None
    place_own: bool
    why_place: str
    why_origin: str
    factuality: Factuality
    chance: float = 0.0

    @property
    def actor_ids(self) -> frozenset[str]:
        """Ids of all who take part."""
        return frozenset(p.actor_id for p in (*self.arguments.agents, *self.arguments.patients))
