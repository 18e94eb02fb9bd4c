"""Sentences while their annotations come in.

`words` as `timeline.language.tokens` cuts them. `mention` and `story` hold "B", "I", "O", or "-" where nobody has said; `weight` says how
much the two count. `types` holds the type of an event at the first word of its trigger, else "-". `factuality` holds the statuses that the
annotation leaves open, joined by "|", or "-". `links` holds None, or for a trigger's first word
{role: [words that fill it, words about which nothing is said]}; a role that is missing is not annotated.
"""

from dataclasses import dataclass, field
from typing import Any

from timeline.language.tokens import tokenise

LONGEST_TRIGGER = 4
TYPES = (
    "visit", "travel", "meeting", "agreement", "statement", "aid", "rescue", "deployment", "withdrawal", "attack", "crime", "protest",
    "arrest", "court", "sanction", "law", "election", "appointment", "disaster", "accident", "health", "business", "launch",
    "construction", "closure", "sport", "award", "death", "other",
)  # fmt: skip

Links = dict[str, list[list[int]]]


@dataclass(slots=True, kw_only=True)
class Draft:
    """A sentence while its annotations come in."""

    text: str
    spans: list[tuple[int, int]]
    default: str
    weight: float
    columns: dict[str, list[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        size = len(self.spans)
        self.columns = {
            "words": [self.text[a:b] for a, b in self.spans],
            "mention": [self.default] * size,
            "story": [self.default] * size,
            "weight": [self.weight] * size,
            "types": ["-"] * size,
            "factuality": ["-"] * size,
            "links": [None] * size,
        }

    def at(self, start: int, end: int) -> list[int]:
        """The words that overlap characters `start` to `end`."""
        return [i for i, (a, b) in enumerate(self.spans) if a < end and start < b]

    def mark(self, column: str, covered: list[int], marked: bool = True) -> None:
        """Mark words as one mention, or as words about which nothing is said; those of an earlier mention stay."""
        values = self.columns[column]
        covered = [i for i in covered if values[i] in (self.default, "-")]
        for number, i in enumerate(covered):
            too_long = number > 0 and len(covered) > LONGEST_TRIGGER
            values[i] = ("-" if too_long else "I" if number else "B") if marked else "-"

    def link(self, trigger: int, links: Links) -> None:
        """Add what is known of a trigger's links; what two annotations say of one role is joined."""
        known: Links = self.columns["links"][trigger] or {}
        for role, (filled, unsaid) in links.items():
            before = known.get(role, [[], []])
            known[role] = [sorted({*before[0], *filled}), sorted({*before[1], *unsaid})]
        self.columns["links"][trigger] = known


def draft(text: str, start: int, end: int, default: str = "O", weight: float = 1.0) -> Draft:
    """The words of one stretch of a text; offsets stay those of the text."""
    spans = [(a + start, b + start) for a, b in tokenise(text[start:end])]
    return Draft(text=text, spans=spans, default=default, weight=weight)
