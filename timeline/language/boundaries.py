"""Where sentences end inside a paragraph."""

import re
from collections.abc import Iterator, Sequence

from timeline.language.abbreviations import MAY_END, STARTERS, TITLES
from timeline.language.speech import FORMS

_END_LETTERS = frozenset(".!?…。！？؟।")
_END = re.compile(r"[.!?…。！？؟।]+$")
_TAIL = re.compile(r"[.!?…。！？؟।]+|[:;=]-?[()DPp]")
_STOP = "."
_CLOSERS = frozenset({"”", "’", '"', "'", ")", "]", "}", "»", "''", "’’"})
_OPENERS = frozenset({"“", "‘", '"', "'", "(", "[", "{", "«", "``", "‘‘", "-", "–", "—", "*", "•"})
_NOT_AFTER_TIME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec eastern central
    pacific mountain london local moscow beijing""".split()
)
_WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
_QUOTES = frozenset({"“", "‘", '"', "'", "«", "``", "‘‘"})
_IN_NAMES = frozenset({"state", "police"})
_DASHES = frozenset({"—", "–", "--", "-"})
_IN_DATELINES = frozenset({",", "(", ")", "/", ".", "of", "the", "on", "de", "al", "and"})
_SPEECH_WITHIN = 4
LONGEST_DATELINE = 18


class Boundaries:
    """Decides word by word over one text; `words` are half-open offsets."""

    def __init__(self, text: str, words: Sequence[tuple[int, int]]) -> None:
        self._words = words
        self._texts = [text[start:end] for start, end in words]

    def ends(self, first: int, last: int) -> Iterator[int]:
        """The index behind the last word of each sentence of the paragraph from word `first` up to `last`; `last` comes last."""
        texts = self._texts
        position = begin = first
        if (dateline := self._dateline(first, last)) is not None:
            yield dateline
            position = begin = dateline
        while position < last:
            word = texts[position]
            position += 1
            if word[-1] not in _END_LETTERS:
                continue
            mark = position - 1
            while position < last and self._closes(position, last):
                if texts[position][-1] in _END_LETTERS:
                    mark = position
                position += 1
            position = self._past_reference(position, last)
            if position < last and self._is_boundary(begin, mark, position, last):
                yield position
                begin = position
        yield last

    def _dateline(self, first: int, last: int) -> int | None:
        """Behind the dash of "ACCRA, Ghana, May 3 (Agency) —", which no sentence should begin with; None where there is none."""
        texts = self._texts
        for position in range(first, min(first + LONGEST_DATELINE, last - 2)):
            word = texts[position]
            if word in _DASHES:
                named = (texts[first].isupper() and len(texts[first]) > 2) or texts[position - 1] == ")"
                spaced = not self._touches(position) or texts[position - 1] == ")"
                after = texts[position + 1]
                return position + 1 if named and spaced and position > first and (after[0].isupper() or after in _OPENERS) else None
            if not (word[0].isupper() or word[0].isdigit() or word in _IN_DATELINES):
                return None
        return None

    def _touches(self, position: int) -> bool:
        """Whether no blank stands before a word."""
        return self._words[position][0] == self._words[position - 1][1]

    def _closes(self, position: int, last: int) -> bool:
        """Whether a word behind a full stop goes with it: a mark that touches it, a stop alone, as in ". . .", or a smiley."""
        text = self._texts[position]
        if text in _CLOSERS:
            return self._touches(position)
        if _END.fullmatch(text) and len(text) > 1:
            return position + 1 == last or self._texts[position + 1][0].isupper()
        return _TAIL.fullmatch(text) is not None

    def _past_reference(self, position: int, last: int) -> int:
        """Behind the marks of footnotes, such as [17], that follow a full stop."""
        texts = self._texts
        while position + 2 < last and texts[position] == "[" and texts[position + 2] == "]" and texts[position + 1].isdigit():
            position += 3
        return position

    def _is_boundary(self, begin: int, mark: int, following: int, last: int) -> bool:
        """Whether the sentence from `begin` ends with the word `mark` and what closes it, before the word `following`."""
        texts = self._texts
        word = texts[mark]
        before = texts[mark - 1] if mark > begin else ""
        opening = following
        while opening < last - 1 and texts[opening] in _OPENERS:
            opening += 1
        after = texts[opening]
        if self._touches(following):
            return word in (_STOP, "?", "!") and len(before) > 1 and before.islower() and len(after) > 1 and after[0].isupper()
        if word[0].isalpha():
            return _ends_after_abbreviation(word, after, opening > following, texts[following] in _QUOTES)
        if not before or (mark == begin + 1 and (before in _OPENERS or (word == _STOP and (before.isdigit() or len(before) == 1)))):
            return False
        closed, opened = following > mark + 1, opening > following
        if after[0].islower():
            is_end = word == _STOP or "?" in word or word[0] == "!"
            return is_end and not closed and not opened and before.islower() and len(before) > 2
        if word[0] in "?!" and closed and not opened:
            return FORMS.isdisjoint(text.lower() for text in texts[following : min(following + _SPEECH_WITHIN, last)])
        return opened or after not in (",", ";", ":", ")")


def _ends_after_abbreviation(word: str, after: str, opened: bool, quoted: bool) -> bool:
    """Whether a sentence ends with an abbreviation, by the next word: behind an opening mark if `opened`, a quotation mark if `quoted`."""
    if not _END.search(word):
        return False
    lower, following = word.rstrip(_STOP).lower(), after.lower().rstrip(_STOP)
    if lower in TITLES or not after[0].isupper() or (opened and not quoted):
        return False
    if lower in ("a.m", "p.m"):
        return following not in _NOT_AFTER_TIME and (not after.isupper() or after in ("A", "I"))
    if lower in _WEEKDAYS and following in _NOT_AFTER_TIME:
        return False
    if following in STARTERS and (len(after) > 1 or after in ("A", "I")):
        is_name = following in _IN_NAMES and (lower in MAY_END or lower == "jr")
        return not is_name and (len(lower) > 1 or after != "I")
    return lower == "etc" or (quoted and (lower in MAY_END or len(lower) > 2))
