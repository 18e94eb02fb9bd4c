"""Whether a date lies before or after the publication, by the words that stand at it."""

from collections.abc import Callable
from typing import Literal

from timeline.times.reading import Hit

Tense = Literal["past", "future", ""]


_ONWARD = frozenset(("through", "until", "till", "beginning", "starting", "effective"))
_DELIVERED = frozenset(("delivery", "deliveries", "futures"))
_ARRANGED = frozenset(
    """
    scheduled set planned plan plans called call slated expected ordered due strike strikes meeting meetings talks hearing election
    elections vote date protest protests march rally trial launch hopes invited booked ready
    """.split()
)  # before "for Monday": what is still to come
_WAS = frozenset(("was", "were", "had"))
_SOON_AFTER = 6  # words


def tense_of(hit: Hit, tense_at: Callable[[int], Tense]) -> Tense:
    """The tense of a date: by the words at it, else by its verb."""
    before, after = hit.before(), hit.after()
    if before in ("since", "ended") or after == "'s" or (before == "of" and hit.before(2) == "as"):
        return "past"
    if (before in ("ending", "from") and after == "on") or (after in _DELIVERED and hit.has("m")):
        return "future"
    if before == "to" and hit.before(2) == "back":
        return "past"
    tense = tense_at(hit.first)
    if before in ("until", "till") and not _WAS.isdisjoint(hit.words.lower[max(0, hit.first - 4) : hit.first]):
        return "past"
    if tense != "past" and (before in _ONWARD or after == "deadline"):
        return "future"
    if before == "for" and (hit.has("w") or hit.has("d")) and not _ARRANGED.isdisjoint(hit.words.lower[max(0, hit.first - 5) : hit.first]):
        came_to_nothing = hit.words.lower[hit.last : hit.last + _SOON_AFTER]
        return "past" if "did" in came_to_nothing and "not" in came_to_nothing else "future"
    owned = before in ("a", "an", "the", "its", "his", "her", "their") and after.isalpha()
    if owned:
        return "" if tense == "future" else "past"
    return tense
