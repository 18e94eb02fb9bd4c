"""What the model's event heads say, in terms of the document's mentions: which places, and how sure an event, a trigger has."""

from collections.abc import Mapping

from timeline.events.context import Context
from timeline.events.triggers import Trigger
from timeline.records import EventSignal, LinkRole, PlaceMention


class Learned:
    """The signals of one document, by token and by place mention."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._signals: dict[int, EventSignal] = {s.token: s for s in context.parsed.signals}
        self._place_of: dict[int, PlaceMention] = {}
        for mention in context.place_at.values():
            if not mention.demonym:
                for index in range(context.token_at(mention.start), context.token_at(max(mention.start, mention.end - 1)) + 1):
                    self._place_of[index] = mention

    def __bool__(self) -> bool:
        """Whether the model has event heads at all."""
        return bool(self._signals)

    def signal(self, trigger: Trigger) -> EventSignal | None:
        """The signal at the trigger: at its head, else at its clause, else at one of its words."""
        words = (trigger.head, trigger.clause, *range(trigger.first, trigger.last))
        return next((self._signals[i] for i in words if i in self._signals), None)

    def story(self, token: int) -> float:
        """The chance that the token begins an event that a story tells; 0 without a signal."""
        found = self._signals.get(token)
        return found.story if found else 0.0

    def mention(self, token: int) -> float:
        """The chance that the token begins any action that a corpus would mark; 0 without a signal."""
        found = self._signals.get(token)
        return found.probability if found else 0.0

    def types(self, trigger: Trigger) -> tuple[tuple[str, float], ...]:
        """The likeliest types of the trigger's event, likeliest first; none without a signal or a model that tells them."""
        found = self.signal(trigger)
        return found.types if found else ()

    def fillers(self, trigger: Trigger, role: LinkRole) -> list[tuple[int, float]]:
        """The tokens that may fill a role of the trigger's event with their chances, likeliest first."""
        found = self.signal(trigger)
        links = found.links if found else ()
        return sorted(((link.token, link.score) for link in links if link.role == role), key=lambda pair: (-pair[1], pair[0]))

    def places(self, trigger: Trigger) -> Mapping[str, list[tuple[PlaceMention, float]]] | None:
        """Place mentions with their chances by role ("place", "origin", "destination"), best first; None without a signal."""
        signal = self.signal(trigger)
        if signal is None:
            return None
        best: dict[str, dict[int, tuple[PlaceMention, float]]] = {"place": {}, "origin": {}, "destination": {}}
        for link in signal.links:
            mention = self._place_of.get(link.token)
            if mention is not None and link.role in best:
                known = best[link.role].get(mention.start)
                if known is None or link.score > known[1]:
                    best[link.role][mention.start] = (mention, link.score)
        return {role: sorted(found.values(), key=lambda pair: (-pair[1], pair[0].start)) for role, found in best.items()}
