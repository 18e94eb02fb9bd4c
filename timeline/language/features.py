"""What the network reads: words to arrays of piece ids and shapes. Training and run time share this module."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.language.wordpiece import CLS, SEP, WordPiece

SHAPES = 11
_OUTSIDE, _LOWER, _CAPITALISED, _LETTER, _CAPITALS, _MIXED, _DIGITS, _WITH_DIGIT, _MARKS, _OTHER, _FIRST = range(SHAPES)
_KNOWN_SHAPES = 1 << 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """One sentence. `pieces` and `shapes` have one entry a sub-word, the ends included; `first` and `last` one a word, behind a root.

    Entry 0 of `first` and `last` is the root and points at the opening mark.
    """

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


@lru_cache(maxsize=_KNOWN_SHAPES)
def shape(word: str) -> int:
    """How a word is written: a number below SHAPES."""
    if word.islower():
        return _LOWER
    if word.isdigit():
        return _DIGITS
    if any(map(str.isdigit, word)):
        return _WITH_DIGIT
    if word.isupper():
        return _LETTER if len(word) == 1 else _CAPITALS
    if word[:1].isupper():
        return _CAPITALISED if word[1:].islower() else _MIXED
    return _OTHER if any(map(str.isalpha, word)) else _MARKS


def encode(words: Sequence[str], wordpiece: WordPiece) -> Encoded:
    """The numbers of one sentence's words."""
    pieces, shapes, first, last = [CLS], [_OUTSIDE], [0], [0]
    length = 1
    for word in words:
        ids = wordpiece.pieces(word)
        first.append(length)
        length += len(ids)
        last.append(length - 1)
        pieces += ids
        shapes += (shape(word),) * len(ids)
    if words and shapes[1] == _CAPITALISED:
        shapes[1 : 1 + last[1]] = [_FIRST] * last[1]
    pieces.append(SEP)
    shapes.append(_OUTSIDE)
    return Encoded(pieces=pieces, shapes=shapes, first=first, last=last)
