"""What a form hands to its reader (`Hit`) and what comes out (`Reading`)."""

from dataclasses import dataclass
from typing import Any

from timeline.records import Basis, Interval, TimeType
from timeline.times.lexer import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A normalised expression. `note` goes on after the quoted words in `why`; `leads` says that later words may count from it."""

    value: str
    basis: Basis
    note: str
    type: TimeType = "DATE"
    mod: str | None = None
    interval: Interval | None = None
    first: int | None = None
    last: int | None = None
    leads: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """The words `first` up to (not including) `last` that a form matched, with its captured words by name."""

    words: Words
    first: int
    last: int
    names: dict[str, int]
    classes: dict[str, str]

    def has(self, name: str) -> bool:
        """Whether this part of the form was there."""
        return name in self.names

    def get(self, name: str) -> Any:
        """What the captured word means in the class that the form names; None where it was absent."""
        index = self.names.get(name)
        return None if index is None else self.words.meanings[index].get(self.classes[name])

    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(self.words.lower[self.first : self.last])

    def before(self, count: int = 1) -> str:
        """The word that stands `count` before the hit, in lower case; "" at the start."""
        index = self.first - count
        return self.words.lower[index] if index >= 0 else ""

    def after(self, count: int = 1) -> str:
        """The word that stands `count` after the hit, in lower case; "" at the end."""
        index = self.last + count - 1
        return self.words.lower[index] if index < len(self.words.lower) else ""

    def text(self) -> str:
        """The words as written."""
        return self.words.text[self.words.starts[self.first] : self.words.ends[self.last - 1]]

    def text_from(self, index: int) -> str:
        """The words as written from one of them on."""
        return self.words.text[self.words.starts[index] : self.words.ends[self.last - 1]]

    def start(self) -> int:
        """Where it begins, in characters."""
        return self.words.starts[self.first]

    def end(self) -> int:
        """Where it ends, in characters."""
        return self.words.ends[self.last - 1]

    def tight(self, name: str) -> bool:
        """Whether the captured word touches the one before it."""
        index = self.names[name]
        return index > 0 and self.words.ends[index - 1] == self.words.starts[index]
