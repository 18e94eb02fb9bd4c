"""The names of places found so far in a document, and which of its words are still free."""

from collections.abc import Iterator
from dataclasses import dataclass

from maps.gazetteer import Gazetteer, is_own
from timeline.places.words import COMMON, DASHES, FACILITIES, LINKS, OPENINGS
from timeline.records import Parsed

BIG_CITY = 100_000
"""A name that the names head passed over is a city's only where it is large, a capital or governed by "in" and the like."""


_MARKS = ("'s", "’s", "'", "’", "-", ".")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens `first` up to `last` that name a place; `demonym` for "Kenyan"."""

    first: int
    last: int
    start: int
    end: int
    text: str
    demonym: bool = False


class Draft:
    """The spans found so far; a word belongs to one of them at most."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer) -> None:
        """Nothing is found yet. `persons` are the words of full names of people, `surnames` the last ones."""
        self.tokens = parsed.tokens
        self.text = parsed.document.text
        self.names = parsed.names
        self.gazetteer = gazetteer
        self.found: list[NameSpan] = []
        self.taken = bytearray(len(self.tokens))
        self.label: dict[int, str] = {i: name.label for name in parsed.names for i in range(name.first, name.last)}
        full = [name for name in parsed.names if name.label == "PERSON" and name.last - name.first > 1]
        self.persons = {self.tokens[i].text for name in full for i in range(name.first, name.last)}
        self.surnames = {self.tokens[name.last - 1].text for name in full}

    def words(self, first: int, last: int) -> str:
        """The document's text from one token up to another."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def add(self, first: int, last: int, *, demonym: bool = False) -> None:
        """Take these words for a name, unless one of them is taken or they are followed by an age ("Paris, 51, was ...")."""
        if any(self.taken[first:last]) or self._aged(last):
            return
        self.taken[first:last] = b"\1" * (last - first)
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        self.found.append(NameSpan(first, last, start, end, self.text[start:end], demonym))

    def pass_over(self, index: int) -> None:
        """Leave a word that is no part of any name of a place."""
        self.taken[index] = 1

    def _aged(self, last: int) -> bool:
        marks = [token.text for token in self.tokens[last : last + 3]]
        return len(marks) == 3 and marks[0] == "," and marks[1].isdecimal() and len(marks[1]) < 3 and marks[2] in (",", ";", ".")

    def is_open(self, index: int) -> bool:
        """Whether a token is free: not taken, no part of a person's, organisation's or event's name, behind no hyphen or slash."""
        token = self.tokens[index]
        if self.taken[index] or not token.text[0].isalnum():
            return False
        if self.label.get(index, "PLACE") not in ("PLACE", "NORP"):
            return False
        return token.start == 0 or self.text[token.start - 1] not in "-/"

    def pieces(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The parts between commas ("Nashville, Tenn." is two names), without "the" before and "'s" behind."""
        begin = first
        for index in range(first, last + 1):
            if index == last or self.tokens[index].text in (",", "(", ")", "/", ";"):
                if begin < index:
                    yield from self._trimmed(begin, index)
                begin = index + 1

    def _trimmed(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        while first < last and (self.tokens[first].text.lower() in OPENINGS or self.tokens[first].text in _MARKS):
            first += 1
        while last > first and (self.tokens[last - 1].text in _MARKS or self.tokens[last - 1].text in OPENINGS):
            last -= 1
        if first < last:
            yield first, last

    def widened(self, first: int, last: int) -> tuple[int, int]:
        """The longest known name around a piece ("Republic" of "Dominican Republic"), as long as the words are capitalised."""
        low, high = first, last
        while low > first - 3 and low > 0 and self._joins(low - 1, low):
            low -= 1
        while high < last + 4 and high < len(self.tokens) and self._joins(high, high - 1):
            high += 1
        for begin in range(low, first + 1):
            for end in range(high, last - 1, -1):
                if (begin, end) != (first, last) and self._is_name(begin, end):
                    return begin, end
        return first, last + (last < high and self.tokens[last].text.lower() in FACILITIES and self.tokens[last].text[0].isupper())

    def _is_name(self, begin: int, end: int) -> bool:
        arabic = end - begin > 2 and self.tokens[begin + 1].text == "-"
        if not ((self.tokens[begin].text[0].isupper() or arabic) and self.tokens[end - 1].text[0].isupper()):
            return False
        text = self.words(begin, end)
        if self.tokens[begin].text == "The":
            found = self.gazetteer.lookup(text)
            return bool(found) and found[0].name.startswith("The ")
        return self.gazetteer.known(text) or (end - begin > 1 and bool(self.gazetteer.demonym(text)))

    def _joins(self, index: int, neighbour: int) -> bool:
        token = self.tokens[index]
        if token.sentence != self.tokens[neighbour].sentence or self.taken[index]:
            return False
        return token.text[0].isupper() or token.text.lower() in LINKS

    def strong(self, text: str) -> bool:
        """Whether a name alone is a place's: a country's, a region's, a sea's, a capital's or a large city's."""
        if text.isupper() and len(text) <= 3 and "." not in text:
            found = self.gazetteer.abbreviation(text)
            return bool(found) and (found[0].granularity == "country" or len(text) == 3)
        found = self.gazetteer.lookup(text)
        if not found or text in COMMON:
            return False
        top = found[0]
        if is_own(top):
            return True
        if top.granularity in ("country", "continent", "region", "sea"):
            return top.name.lower() == text.lower() or top.granularity in ("country", "sea") or top.population > 500_000
        if top.granularity == "county":
            return text.endswith("County")
        return top.granularity == "city" and (top.population >= BIG_CITY or self.gazetteer.is_capital(top))

    def opens_sentence(self, first: int) -> bool:
        """Whether a token is the first of the text, of a line or of a sentence."""
        if first == 0 or self.text[max(0, self.tokens[first].start - 1)] == "\n":
            return True
        return self.tokens[first - 1].sentence != self.tokens[first].sentence

    def dateline(self, first: int, last: int) -> bool:
        """Whether a name in capitals opens a text before a dash ("NAIROBI, Kenya —", "OSLO (AP) —")."""
        words = self.words(first, last)
        if not words.isupper() or last - first > 3 or len(words) < 4:
            return False
        return self.opens_sentence(first) and any(token.text in DASHES for token in self.tokens[last : last + 8])
