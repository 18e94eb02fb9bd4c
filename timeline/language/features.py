"""What the network reads: words to arrays of piece ids and shapes. Training and run time share this module."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.language.wordpiece import CLS, SEP, WordPiece

SHAPES = 11
_OUTSIDE, _LOWER, _CAPITALISED, _LETTER, _CAPITALS, _MIXED, _DIGITS, _WITH_DIGIT, _MARKS, _OTHER, _FIRST = range(SHAPES)

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """One sentence. `pieces` and `shapes` have one entry a sub-word, the ends included; `first` and `last` one a word, behind a root.

    Entry 0 of `first` and `last` is the root and points at the opening mark.
    """

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


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
    for position, word in enumerate(words):
        ids = wordpiece.pieces(word)
        first.append(len(pieces))
        pieces.extend(ids)
        last.append(len(pieces) - 1)
        kind = shape(word)
        if position == 0 and kind == _CAPITALISED:
            kind = _FIRST
        shapes.extend([kind] * len(ids))
    pieces.append(SEP)
    shapes.append(_OUTSIDE)
    return Encoded(pieces=pieces, shapes=shapes, first=first, last=last)
