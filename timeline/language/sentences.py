"""Paragraphs and sentences of raw text, from its words and lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from timeline.language.boundaries import Boundaries
from timeline.records import SentenceKind

LONGEST = 160
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+|\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_FINAL = re.compile(r"[.!?…。！？:;,؟।][\"'”’»)\]]*$")
_BULLET = re.compile(r"\s*(?:[-–—*•‣▪●◦·]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+)")
_BYLINE = re.compile(r"\s*(?:By|BY) [A-Z][^.]{2,80}$")
_DATELINE = re.compile(r"\s*(?:[A-Z][A-Z.' ]{2,30}(?:, ?[^—–(\n-]{2,40})?(?:\([^)\n]{1,30}\))?|\([A-Z][^)\n]{1,20}\)) ?(?:—|–|--|- )")
WIDEST_LINE, NARROWEST_LINE, FULL = 140, 35, 0.82
LONGEST_HEADING, LONGEST_RUN = 25, 3


@dataclass(frozen=True, slots=True)
class Segment:
    """Words `first` up to `last` (not included) that make a sentence."""

    first: int
    last: int
    paragraph: int
    kind: SentenceKind


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the paragraphs: blank lines part them, and single line ends where the lines are not a wrapped block."""
    found: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    ended = True
    for match in _LINE.finditer(text):
        if match.group()[0] in _BREAKS:
            if ended:
                found += _unwrapped(text, block)
                block = []
            ended = True
        elif match.group().strip():
            block.append(match.span())
            ended = False
    found += _unwrapped(text, block)
    return found


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the lines of one block where the next line's first word would no longer have fitted."""
    if not lines:
        return
    widest = max(len(text[start:end].rstrip()) for start, end in lines)
    is_list = len(lines) == 2 or sum(_BULLET.match(text[start:end]) is not None for start, end in lines) > 1
    start = lines[0][0]
    for (begin, end), (following, finish) in pairwise(lines):
        if not _continues(text[begin:end].rstrip(), text[following:finish], widest, is_list):
            yield start, end
            start = following
    yield start, lines[-1][1]


def _continues(line: str, following: str, widest: int, is_list: bool) -> bool:
    """Whether a line goes on in the next. In a block that is no list, a full line may go on with a dash that looks like a bullet."""
    if widest > WIDEST_LINE or _DATELINE.match(following) or _BYLINE.match(line):
        return False
    if _BULLET.match(following) and (is_list or _FINAL.search(line[-8:])):
        return False
    word = following.split(maxsplit=1)[0]
    if word[0].islower() and not _FINAL.search(line[-8:]) and len(line) >= NARROWEST_LINE / 2:
        return True
    return widest >= NARROWEST_LINE and len(line) + 1 + len(word) > FULL * widest


def segments(text: str, words: list[tuple[int, int]], title: str | None = None) -> list[Segment]:
    """The sentences of a text whose words have the given offsets. Every word is in exactly one; none is longer than LONGEST."""
    parts = []
    first = 0
    for start, end in paragraphs(text):
        last = first
        while last < len(words) and words[last][0] < end:
            last += 1
        if last > first:
            parts.append((start, end, first, last))
        first = last
    boundaries = Boundaries(text, words)
    kinds = _kinds([text[words[first][0] : words[last - 1][1]] for _, _, first, last in parts], title)
    out: list[Segment] = []
    for number, ((_, _, first, last), kind) in enumerate(zip(parts, kinds, strict=True)):
        ends = list(boundaries.ends(first, last))
        whole = kind != "heading" or len(ends) == 1
        for begin, finish in zip([first, *ends], ends, strict=False):
            out += [Segment(a, b, number, kind if whole else "body") for a, b in _cut(text, words, begin, finish)]
    return out


def _kinds(parts: list[str], title: str | None) -> list[SentenceKind]:
    """Headings are short lines alone without final mark; four and more in a row are a list."""
    wanted = _plain(title) if title else None
    kinds: list[SentenceKind] = []
    for part in parts:
        if wanted and _plain(part) == wanted:
            kinds.append("title")
        else:
            short = len(part) < 200 and len(part.split()) <= LONGEST_HEADING
            is_heading = len(parts) > 1 and short and not _FINAL.search(part[-8:]) and not _BULLET.match(part)
            kinds.append("heading" if is_heading else "body")
    for first, last in _runs(kinds):
        if last - first > LONGEST_RUN or last == len(kinds):
            kinds[first:last] = ["body"] * (last - first)
    return kinds


def _runs(kinds: list[SentenceKind]) -> list[tuple[int, int]]:
    runs = []
    first = 0
    for position in range(1, len(kinds) + 1):
        if position == len(kinds) or kinds[position] != kinds[first]:
            if kinds[first] == "heading":
                runs.append((first, position))
            first = position
    return runs


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _cut(text: str, words: list[tuple[int, int]], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A sentence in stretches of at most LONGEST words, cut behind a semicolon, colon, comma or stop where there is one."""
    while last - first > LONGEST:
        middle = first + LONGEST // 2
        marks = [i + 1 for i in range(middle, first + LONGEST - 1) if text[words[i][0] : words[i][1]] in (";", ":", ",", ".", "—", "–")]
        cut = marks[-1] if marks else first + LONGEST
        yield first, cut
        first = cut
    yield first, last
