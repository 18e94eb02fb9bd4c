"""The little language in which the table of forms is written, compiled to regular expressions over one character a word.

A pattern is a row of atoms: an upper-case CLASS of words (MONTH, YEAR), a lower-case word that stands for itself, a mark
such as "," or "-", and "_" for any one word that no pattern knows. `m:MONTH` captures, `?` makes the atom or the group
before it optional, `( a | b )` chooses.
Nothing repeats without bound, so a match costs time in the length of the pattern, never in that of the text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PIECE = re.compile(r"\(|\)\??|\||(?:([a-z][a-z0-9]*):)?([^\s()|?]+)(\??)")
FIRST_CODE = 0xE000
PLAIN = "x"  # the code of a word in no class


def atoms(pattern: str) -> set[str]:
    """The classes and words that a pattern names."""
    return {piece.group(2) for piece in _PIECE.finditer(pattern) if piece.group(2) not in (None, "_")}


@dataclass(frozen=True, slots=True)
class Matcher:
    """A pattern as a regular expression over codes, and the class of each name that it captures.

    `needs` holds, for each atom that every match has, the codes that it may be: a text that lacks them all has no match.
    """

    pattern: re.Pattern[str]
    classes: dict[str, str]
    needs: tuple[frozenset[str], ...]

    def may_match(self, codes: frozenset[str]) -> bool:
        """Whether a text of these codes can have a match."""
        return not any(need.isdisjoint(codes) for need in self.needs)


@dataclass(slots=True)
class Alphabet:
    """Gives each combination of classes a character of its own."""

    codes: dict[frozenset[str], str]

    def code(self, classes: Iterable[str]) -> str:
        """The character of a word that is in all these classes."""
        return self.codes.setdefault(frozenset(classes), chr(FIRST_CODE + len(self.codes)))

    def compile(self, pattern: str) -> "Matcher":
        """The regular expression of a pattern; call it once all combinations are known."""
        pieces = list(_PIECE.finditer(pattern))
        classes = {piece.group(1): piece.group(2) for piece in pieces if piece.group(1)}
        needs = tuple(frozenset(self._members(atom)) for atom in _every_match_has(pieces))
        return Matcher(re.compile("".join(self._piece(piece) for piece in pieces)), classes, needs)

    def _piece(self, piece: re.Match[str]) -> str:
        name, atom, optional = piece.group(1), piece.group(2), piece.group(3)
        if atom is None:
            return piece.group().replace("(", "(?:")
        body = f"[{self._members(atom)}]"
        return (f"(?P<{name}>{body})" if name else body) + optional

    def _members(self, atom: str) -> str:
        if atom == "_":
            return PLAIN + self.codes[frozenset(("CAPITAL",))]
        members = "".join(code for classes, code in self.codes.items() if atom in classes)
        if not members:
            raise ValueError(f"no word is in the class {atom!r}")
        return members


def _every_match_has(pieces: list[re.Match[str]]) -> list[str]:
    """The atoms that stand outside all groups and are not optional."""
    depth, found = 0, []
    for piece in pieces:
        mark = piece.group()
        depth += (mark == "(") - mark.startswith(")")
        if depth == 0 and piece.group(2) and not piece.group(3):
            found.append(piece.group(2))
    return found
