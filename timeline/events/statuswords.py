"""The words that decide whether an event is a fact, by class (`factuality.txt`), and the record of a status with its reason."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from timeline.records import Status

_SECTION = re.compile(r"\[([a-z]+) (planned|possible|denied|happened)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """A status and the reason for it in plain words."""

    status: Status
    why: str


def negated(by: str) -> Factuality:
    """What a word of negation says."""
    return Factuality(status="denied", why=f"denied by “{by}”")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWords:
    """Class to word to status; phrasal verbs as "call_off"."""

    classes: Mapping[str, Mapping[str, Status]]

    def status(self, name: str, word: str, particle: str | None = None) -> Status | None:
        """What a word, lower case, of the class makes of an event; its particle's entry goes first. None for words that are not in it."""
        members = self.classes[name]
        return (members.get(f"{word}_{particle}") if particle else None) or members.get(word)


@functools.cache
def status_words() -> StatusWords:
    """The classes of the package; the first section that names a word decides."""
    classes: dict[str, dict[str, Status]] = {}
    members: dict[str, Status] = {}
    status: Status = "happened"
    for line in files(__package__).joinpath("factuality.txt").read_text(encoding="utf-8").splitlines():
        section = _SECTION.fullmatch(line.strip())
        if section:
            members = classes.setdefault(section[1], {})
            status = section[2]  # type: ignore[assignment]
        elif line and not line.startswith("#"):
            for word in line.split():
                members.setdefault(word, status)
    return StatusWords(classes=classes)
