"""WordPiece in plain Python: a word to the sub-word ids of an uncased BERT vocabulary."""

import unicodedata
from collections.abc import Mapping

CLS, SEP, UNKNOWN = 101, 102, 100
LONGEST_WORD = 100
HEAD_PIECES, TAIL_PIECES = 5, 2
_CACHE_LIMIT = 100_000
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class WordPiece:
    """Splits words into pieces of the vocabulary and remembers what it has split."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._longest = max(map(len, vocabulary), default=0)
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces: at least one, at most seven (the first five and the last two of longer words)."""
        found = self._known.get(word)
        if found is None:
            split = self._split(word[:400]) or [UNKNOWN]
            if len(split) > HEAD_PIECES + TAIL_PIECES:
                split = split[:HEAD_PIECES] + split[-TAIL_PIECES:]
            found = tuple(split)
            if len(self._known) >= _CACHE_LIMIT:
                self._known.clear()
            self._known[word] = found
        return found

    def _split(self, word: str) -> list[int]:
        if (whole := self._vocabulary.get(word.lower())) is not None and word.isascii() and word.isalnum():
            return [whole]
        out: list[int] = []
        for part in _plain(word).split():
            out += self._longest_first(part)
        return out

    def _longest_first(self, part: str) -> list[int]:
        """Greedy longest match from the left; one unknown where a stretch is not in the vocabulary."""
        if len(part) > LONGEST_WORD:
            return [UNKNOWN]
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(min(len(part), start + self._longest), start, -1):
                piece = self._vocabulary.get(prefix + part[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return [UNKNOWN]
        return found


def _plain(word: str) -> str:
    """Lower case without accents and control marks, spaces around punctuation and ideographs."""
    spaced = "".join(_space(char) for char in word)
    decomposed = unicodedata.normalize("NFD", spaced)
    bare = "".join(char for char in decomposed if unicodedata.category(char) != "Mn").lower()
    return "".join(f" {char} " if _stands_alone(char) else char for char in bare)


def _space(char: str) -> str:
    if char in "\t\n\r":
        return " "
    if char in "\0\ufffd":
        return ""
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    return "" if category in ("Cc", "Cf", "Co", "Cs", "Cn") else char


def _stands_alone(char: str) -> bool:
    code = ord(char)
    if code < 128:
        return 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return unicodedata.category(char).startswith("P") or any(low <= code <= high for low, high in _IDEOGRAPHS)
