"""Dates that a story names without going on there: what was planned for, what figures are compared with."""

from timeline.times.reading import Hit

_COMPARED = 10  # words
_COMPARING = frozenset(("%", "percent", "compared", "than"))
OPENERS = frozenset(("", ".", "!", "?", "\n", ":", "”", '"'))


def is_planned(hit: Hit) -> bool:
    """Whether a date is one that was looked forward to, where a history does not go on: "meant to leave in June 1948"."""
    words = hit.words.lower[max(0, hit.first - _COMPARED) : hit.first]
    for index in range(len(words) - 1, -1, -1):
        if words[index] in OPENERS or words[index] in (";", ","):
            return False
        if words[index] in ("would", "will", "shall") or (words[index] == "to" and index and words[index - 1] in (*_PLANS, ",")):
            return True
    return False


_PLANS = frozenset("was were intended planned promised hoped wanted meant due scheduled agreed supposed expected".split())


def is_compared(hit: Hit) -> bool:
    """Whether a date is there to measure another by: "rose 5% from July 1989"."""
    return not _COMPARING.isdisjoint(hit.words.lower[max(0, hit.first - _COMPARED) : hit.first])
