"""Which stretches of words are names of places: the names head proposes, the gazetteer and the rest of the document decide."""

from collections.abc import Iterator
from dataclasses import dataclass

from maps.gazetteer import Gazetteer
from timeline.places.words import COMMON, DIRECTIONS, FACILITIES, GROUPS, INTO, NOT_NAMES
from timeline.records import Parsed

LONGEST = 5
BIG_CITY = 100_000
"""A name that the names head passed over is a city's only where it is large, a capital or governed by "in" and the like."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens `first` up to `last` that name a place; `demonym` for "Kenyan"."""

    first: int
    last: int
    start: int
    end: int
    text: str
    demonym: bool = False


def name_spans(parsed: Parsed, gazetteer: Gazetteer) -> tuple[NameSpan, ...]:
    """Every stretch of words that names a place or its people, in order, none overlapping."""
    finder = _Finder(parsed, gazetteer)
    finder.from_names()
    finder.from_gazetteer()
    finder.repeated()
    return tuple(sorted(finder.found, key=lambda span: span.start))


class _Finder:
    def __init__(self, parsed: Parsed, gazetteer: Gazetteer) -> None:
        self.tokens = parsed.tokens
        self.text = parsed.document.text
        self.names = parsed.names
        self.gazetteer = gazetteer
        self.found: list[NameSpan] = []
        self.taken = bytearray(len(self.tokens))
        self.label: dict[int, str] = {i: name.label for name in parsed.names for i in range(name.first, name.last)}
        self.persons = {self.tokens[i].text for name in parsed.names if name.label == "PERSON" for i in range(name.first, name.last)}

    def from_names(self) -> None:
        """What the names head calls PLACE or NORP, and places at the head of facilities and offices that it calls ORG."""
        for name in self.names:
            for first, last in self._pieces(name.first, name.last):
                if name.label == "PLACE":
                    self._place(first, last)
                elif name.label == "NORP":
                    self._people(first, last)
            if name.label == "ORG":
                self._organisation(name.first, name.last)

    def _pieces(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The parts between commas ("Nashville, Tenn." is two names), without "the" before and "'s" behind."""
        begin = first
        for index in range(first, last + 1):
            if index == last or self.tokens[index].text in (",", "(", ")", "/", ";"):
                if begin < index:
                    yield from self._trimmed(begin, index)
                begin = index + 1

    def _trimmed(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        while first < last and self.tokens[first].text.lower() in ("the", "a", "in", "of", "near", "from"):
            first += 1
        while last > first and self.tokens[last - 1].text in ("'s", "’s", "'", "’", "-", "."):
            last -= 1
        if first < last:
            yield first, last

    def _place(self, first: int, last: int) -> None:
        text = self._text(first, last)
        if not any(c.isupper() for c in text) or text.lower() in NOT_NAMES or not any(c.isalpha() for c in text):
            return
        if not self.gazetteer.known(text) and self.gazetteer.demonym(text):
            self._add(first, last, demonym=True)
            return
        if last - first > 1 and not self.gazetteer.known(text) and self.tokens[first].text.lower() in DIRECTIONS:
            rest = self._text(first + 1, last)
            if self.gazetteer.known(rest) and self.tokens[first].text[0].islower():
                first += 1
        self._add(first, last)

    def _people(self, first: int, last: int) -> None:
        text = self._text(first, last)
        if self.gazetteer.demonym(text):
            self._add(first, last, demonym=True)
        elif self.gazetteer.known(text) and self._strong(text):
            self._add(first, last)
        elif last - first > 1 and self.gazetteer.demonym(self._text(first, first + 1)):
            self._add(first, first + 1, demonym=True)

    def _organisation(self, first: int, last: int) -> None:
        """ "Nairobi Hospital" and "Dallas Airport" are places; "Alexandria Police Department" holds one; a club or paper does not."""
        words = [token.text for token in self.tokens[first:last]]
        final = words[-1].lower()
        if final in FACILITIES and len(words) > 1:
            self._place(first, last)
            return
        if any(word.lower() in GROUPS for word in words[1:]):
            for count in range(min(3, len(words) - 1), 0, -1):
                text = self._text(first, first + count)
                if self.gazetteer.known(text) and words[count].lower() in GROUPS and not any(w in COMMON for w in words[:count]):
                    self._add(first, first + count)
                    return
        if len(words) == 1 and self.gazetteer.known(words[0]) and self._governed(first):
            self._add(first, last)

    def from_gazetteer(self) -> None:
        """Names that the head passed over: countries, regions, capitals and large cities, and any known name after "in"."""
        index = 0
        while index < len(self.tokens):
            index += self._match(index) or 1

    def _match(self, index: int) -> int:
        token = self.tokens[index]
        if not self._open(index) or not token.text[0].isupper() or token.text in COMMON:
            return 0
        stop = index + 1
        while stop < len(self.tokens) and stop < index + LONGEST and self._open(stop) and self.tokens[stop].sentence == token.sentence:
            stop += 1
        for end in range(stop, index, -1):
            text = self._text(index, end)
            if end - index > 1 and not self.tokens[end - 1].text[0].isupper():
                continue
            if self.gazetteer.known(text) and self._plausible(index, end, text):
                self._add(index, end)
                return end - index
        if token.xpos.startswith(("JJ", "NNP", "NNS")) and self.gazetteer.demonym(token.text) and not self._inside_name(index):
            self._add(index, index + 1, demonym=True)
            return 1
        return 0

    def _open(self, index: int) -> bool:
        """Whether a token is free: not taken, no part of a person's, organisation's or event's name."""
        return not self.taken[index] and self.label.get(index, "PLACE") in ("PLACE", "NORP") and self.tokens[index].text[0].isalnum()

    def _plausible(self, first: int, last: int, text: str) -> bool:
        if not all(token.xpos in ("NNP", "NNPS", "IN", "DT") or token.upos == "PROPN" for token in self.tokens[first:last]):
            return False
        if self._inside_name(first) or self._inside_name(last - 1, after=True):
            return False
        if text in self.persons:
            return self._governed(first)
        return self._strong(text) or self._governed(first) or self._before_region(last)

    def _inside_name(self, index: int, *, after: bool = False) -> bool:
        """Whether a capitalised neighbour makes the word a part of a longer name ("Paris Hilton", "Mr. London")."""
        near = index + 1 if after else index - 1
        if not 0 <= near < len(self.tokens):
            return False
        other = self.tokens[near]
        if other.sentence != self.tokens[index].sentence or self.taken[near]:
            return False
        return self.label.get(near) in ("PERSON", "ORG", "EVENT")

    def _strong(self, text: str) -> bool:
        found = self.gazetteer.lookup(text)
        if not found or (text.isupper() and len(text) < 4 and not self.gazetteer.abbreviation(text)):
            return False
        top = found[0]
        if top.granularity in ("country", "continent", "region", "sea"):
            return top.name.lower() == text.lower() or top.granularity in ("country", "sea") or top.population > 500_000
        return top.granularity == "city" and (top.population >= BIG_CITY or self.gazetteer.is_capital(top))

    def _governed(self, first: int) -> bool:
        """Whether "in", "near" and the like stand before a name."""
        before = first - 1
        if before >= 0 and self.tokens[before].text.lower() == "the":
            before -= 1
        return before >= 0 and self.tokens[before].text.lower() in INTO and self.tokens[before].sentence == self.tokens[first].sentence

    def _before_region(self, last: int) -> bool:
        """Whether ", Tenn." or ", Kenya" follows."""
        if last + 1 >= len(self.tokens) or self.tokens[last].text != ",":
            return False
        text = self.tokens[last + 1].text
        found = self.gazetteer.abbreviation(text) or (self.gazetteer.lookup(text) if text[0].isupper() else ())
        return bool(found) and found[0].granularity in ("region", "country")

    def repeated(self) -> None:
        """A name found once is found wherever it stands free with the same letters."""
        known = {span.text: span.demonym for span in self.found if len(span.text) > 3 and span.text not in self.persons}
        by_first: dict[str, list[str]] = {}
        for text in known:
            by_first.setdefault(text.split()[0], []).append(text)
        for index, token in enumerate(self.tokens):
            if token.text not in by_first or not self._open(index):
                continue
            for text in sorted(by_first[token.text], key=len, reverse=True):
                end = self._end_of(index, text)
                if end and all(self._open(i) for i in range(index, end)) and not self._inside_name(index):
                    self._add(index, end, demonym=known[text])
                    break

    def _end_of(self, index: int, text: str) -> int | None:
        start = self.tokens[index].start
        if not self.text.startswith(text, start):
            return None
        end = index
        while end < len(self.tokens) and self.tokens[end].end < start + len(text):
            end += 1
        return end + 1 if end < len(self.tokens) and self.tokens[end].end == start + len(text) else None

    def _add(self, first: int, last: int, *, demonym: bool = False) -> None:
        if any(self.taken[first:last]):
            return
        self.taken[first:last] = b"\1" * (last - first)
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        self.found.append(NameSpan(first, last, start, end, self.text[start:end], demonym))

    def _text(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]
