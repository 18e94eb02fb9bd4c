"""Sentences to padded batches of tensors, in an order that a seed, a pass and a position decide."""

from collections.abc import Callable, Sequence
from random import Random

import numpy as np
import torch
from torch import Tensor

from timeline.language.features import Encoded, encode
from timeline.language.wordpiece import WordPiece
from training.convert import Sentence

IGNORED = -100
CHUNK = 6000


class Stream:
    """Endless batches of at most `pieces` padded sub-words; `state` is (pass, position) and enough to go on from."""

    def __init__(self, sentences: Sequence[Sentence], pieces: int, seed: int, state: tuple[int, int] = (0, 0)) -> None:
        self._sentences = sentences
        self._pieces = pieces
        self._seed = seed
        self.state = state
        self._order = self._batches()

    def next(self) -> list[Sentence]:
        number, position = self.state
        if position >= len(self._order):
            number, position = number + 1, 0
            self.state = (number, position)
            self._order = self._batches()
        self.state = (number, position + 1)
        return [self._sentences[index] for index in self._order[position]]

    def _batches(self) -> list[list[int]]:
        """Sentences of about one length together, the batches shuffled."""
        random = Random(f"{self._seed}/{self.state[0]}")
        shuffled = list(range(len(self._sentences)))
        random.shuffle(shuffled)
        batches: list[list[int]] = []
        for start in range(0, len(shuffled), CHUNK):
            current: list[int] = []
            for index in sorted(shuffled[start : start + CHUNK], key=lambda i: len(self._sentences[i]["words"])):
                if current and len(self._sentences[index]["words"]) * 1.3 * (len(current) + 1) > self._pieces:
                    batches.append(current)
                    current = []
                current.append(index)
            batches.append(current)
        random.shuffle(batches)
        return batches


def collate(sentences: Sequence[Sentence], wordpiece: WordPiece) -> dict[str, Tensor]:
    """Padded inputs: pieces, shapes and piece_mask [batch, pieces], first, last and word_mask [batch, words with the root]."""
    encoded = [encode(sentence["words"], wordpiece) for sentence in sentences]
    arrays = {name: _padded([getattr(one, name) for one in encoded], 0) for name in ("pieces", "shapes", "first", "last")}
    arrays["piece_mask"] = _mask(encoded, "pieces")
    arrays["word_mask"] = _mask(encoded, "first")
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def targets(sentences: Sequence[Sentence], column: str, number: Callable[..., int]) -> Tensor:
    """One number a word, the root and the padding ignored."""
    rows = [[IGNORED, *(number(value) for value in sentence[column])] for sentence in sentences]
    return torch.from_numpy(_padded(rows, IGNORED))


def _padded(rows: list[list[int]], filler: int) -> np.ndarray:
    out = np.full((len(rows), max(map(len, rows))), filler, np.int64)
    for place, row in zip(out, rows, strict=True):
        place[: len(row)] = row
    return out


def _mask(encoded: list[Encoded], name: str) -> np.ndarray:
    lengths = np.array([len(getattr(one, name)) for one in encoded])
    return (np.arange(lengths.max()) < lengths[:, None]).astype(np.float32)
