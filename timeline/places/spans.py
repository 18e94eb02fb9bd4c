"""Which stretches of words are names of places: the names head proposes, the gazetteer and the rest of the document decide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from maps.gazetteer import Gazetteer, is_own
from timeline.places.words import COMMON, DASHES, FACILITIES, GENERIC, INSIDE, INTO, LINKS, NAMED_AFTER, NOT_NAMES
from timeline.records import Parsed

LONGEST = 6
BIG_CITY = 100_000
"""A name that the names head passed over is a city's only where it is large, a capital or governed by "in" and the like."""
_PARTY = re.compile(r"\b[DRI]-$")


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
        long = [name for name in parsed.names if name.label == "PERSON" and name.last - name.first > 1]
        self.persons = {self.tokens[i].text for name in long for i in range(name.first, name.last)}

    # What the names head proposes

    def from_names(self) -> None:
        """Names called PLACE and NORP first, then what is a place in or under the names of offices, firms and persons."""
        for name in self.names:
            for first, last in self._pieces(name.first, name.last):
                if name.label == "PLACE":
                    self._place(first, last)
                elif name.label == "NORP":
                    self._people(first, last)
        for name in self.names:
            if name.label == "ORG":
                for first, last in self._pieces(name.first, name.last):
                    self._organisation(first, last)
            elif name.label == "PERSON":
                for first, last in self._pieces(name.first, name.last):
                    self._person(first, last)

    def _pieces(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The parts between commas ("Nashville, Tenn." is two names), without "the" before and "'s" behind."""
        begin = first
        for index in range(first, last + 1):
            if index == last or self.tokens[index].text in (",", "(", ")", "/", ";"):
                if begin < index:
                    yield from self._trimmed(begin, index)
                begin = index + 1

    def _trimmed(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        while first < last and self.tokens[first].text.lower() in ("the", "a", "in", "of", "near", "from", "for", "to", "at"):
            first += 1
        while last > first and self.tokens[last - 1].text in ("'s", "’s", "'", "’", "-", "."):
            last -= 1
        if first < last:
            yield first, last

    def _place(self, first: int, last: int) -> None:
        first, last = self._widened(first, last)
        text = self._text(first, last)
        if "$" in text or not any(c.isupper() for c in text) or text.lower() in NOT_NAMES or not any(c.isalpha() for c in text):
            return
        known = self.gazetteer.known(text)
        if not known and self.gazetteer.demonym(text):
            self._add(first, last, demonym=True)
            return
        if all(token.text.lower() in GENERIC for token in self.tokens[first:last]):
            return
        if last - first == 1 and not self._strong(text):
            if text in self.persons and not self._governed(first):
                return
            if not known and not self._governed(first) and not self._before_region(last):
                return
        self._add(first, last)

    def _widened(self, first: int, last: int) -> tuple[int, int]:
        """The longest known name around a piece ("Republic" of "Dominican Republic"), as long as the words are capitalised."""
        low, high = first, last
        while low > first - 3 and low > 0 and self._joins(low - 1, low):
            low -= 1
        while high < last + 4 and high < len(self.tokens) and self._joins(high, high - 1):
            high += 1
        for begin in range(low, first + 1):
            for end in range(high, last - 1, -1):
                if (begin, end) != (first, last) and self.tokens[begin].text[0].isupper() and self.tokens[end - 1].text[0].isupper():
                    text = self._text(begin, end)
                    if self.gazetteer.known(text) or (end - begin > 1 and self.gazetteer.demonym(text)):
                        return begin, end
        return first, last + (last < high and self.tokens[last].text.lower() in FACILITIES and self.tokens[last].text[0].isupper())

    def _joins(self, index: int, neighbour: int) -> bool:
        token = self.tokens[index]
        if token.sentence != self.tokens[neighbour].sentence or self.taken[index]:
            return False
        return token.text[0].isupper() or token.text.lower() in LINKS

    def _people(self, first: int, last: int) -> None:
        wide = self._widened(first, last)
        if wide != (first, last) and self.gazetteer.known(self._text(*wide)):
            self._add(*wide)
            return
        text = self._text(first, last)
        if self.gazetteer.demonym(text):
            self._add(first, last, demonym=True)
        elif self.gazetteer.known(text) and self._strong(text):
            self._add(first, last)
        elif last - first > 1 and self.gazetteer.demonym(self._text(first, first + 1)):
            self._add(first, first + 1, demonym=True)

    def _organisation(self, first: int, last: int) -> None:
        """Airports and the like are places; "Alexandria Police Department" and "High School of Louisville" name one."""
        words = [token.text for token in self.tokens[first:last]]
        text = self._text(first, last)
        if self.gazetteer.metonym(text):
            self._add(first, last)
        elif len(words) > 1 and words[-1].lower() in FACILITIES and not all(word.lower() in GENERIC for word in words):
            self._place(first, last)
        elif self.gazetteer.known(text) and text not in COMMON and text[0].isupper():
            if self._strong(text) or self._governed(first, INSIDE) or self._resident(first):
                self._add(first, last)
        else:
            self._leading(first, last)
            if len(words) > 2 and words[-2].lower() in ("of", "in") and self._strong(words[-1]) and not self._continent(words[-1]):
                self._add(last - 1, last)

    def _leading(self, first: int, last: int) -> None:
        """The place that an office's name begins with."""
        if any(token.text.lower() in NAMED_AFTER for token in self.tokens[first:last]):
            return
        for end in range(min(last - 1, first + 4), first, -1):
            text = self._text(first, end)
            if not self.tokens[end - 1].text[0].isupper() or text.lower() in GENERIC or text in COMMON:
                continue
            if self.gazetteer.known(text):
                if self.tokens[end].text == "of" or self._continent(text):
                    return
                if self._strong(text) or self.tokens[end].text.lower() in GENERIC:
                    self._add(first, end)
                return

    def _continent(self, text: str) -> bool:
        found = self.gazetteer.lookup(text)
        return bool(found) and found[0].granularity in ("continent", "neighbourhood")

    def _person(self, first: int, last: int) -> None:
        """A known name called a person's is a place's behind "in", before its region, beside a place or as a home ("Lee of Waco")."""
        text = self._text(first, last)
        if text in self.persons or text in COMMON or not self.gazetteer.known(text):
            return
        if self._governed(first, INSIDE) or self._before_region(last) or self._resident(first) or self._beside_place(first, last):
            self._add(first, last)

    # What the gazetteer adds

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
            first, last = self._widened(index, index + 1)
            self._add(first, last, demonym=not self.gazetteer.known(self._text(first, last)))
            return last - index
        return 0

    def _open(self, index: int) -> bool:
        """Whether a token is free: not taken, no part of a person's, organisation's or event's name, behind no hyphen or slash."""
        token = self.tokens[index]
        if self.taken[index] or self.label.get(index, "PLACE") not in ("PLACE", "NORP") or not token.text[0].isalnum():
            return False
        return token.start == 0 or self.text[token.start - 1] not in "-/" or self._of_party(index)

    def _plausible(self, first: int, last: int, text: str) -> bool:
        if self._dateline(first, last):
            return True
        if not all(token.xpos in ("NNP", "NNPS", "IN", "DT", "CC") or token.upos == "PROPN" for token in self.tokens[first:last]):
            return False
        if self._inside_name(first) or self._inside_name(last - 1, after=True):
            return False
        if text in self.persons:
            return self._governed(first)
        return self._strong(text) or self._governed(first) or self._before_region(last) or self._of_party(first)

    def _dateline(self, first: int, last: int) -> bool:
        """Whether a name in capitals opens a text before a dash ("NAIROBI, Kenya —", "OSLO (AP) —")."""
        if not self._text(first, last).isupper() or last - first > 3 or len(self._text(first, last)) < 4:
            return False
        opens = (
            first == 0
            or self.text[max(0, self.tokens[first].start - 1)] == "\n"
            or self.tokens[first - 1].sentence != self.tokens[first].sentence
        )
        return opens and any(token.text in DASHES for token in self.tokens[last : last + 8])

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

    # What the words around say

    def _governed(self, first: int, words: frozenset[str] = INTO) -> bool:
        """Whether "in", "near" and the like stand before a name."""
        before = first - 1
        if before >= 0 and self.tokens[before].text.lower() == "the":
            before -= 1
        return before >= 0 and self.tokens[before].text.lower() in words and self.tokens[before].sentence == self.tokens[first].sentence

    def _resident(self, first: int) -> bool:
        """Whether a person is said to be of that place ("Dennis Lopez of Thackerville")."""
        return first > 1 and self.tokens[first - 1].text == "of" and self.label.get(first - 2) == "PERSON"

    def _of_party(self, first: int) -> bool:
        start = self.tokens[first].start
        return bool(_PARTY.search(self.text[max(0, start - 3) : start]))

    def _beside_place(self, first: int, last: int) -> bool:
        """Whether the name stands in a list beside one already found."""
        for step, near in ((-1, first - 1), (1, last)):
            seen = 0
            while 0 <= near < len(self.tokens) and self.tokens[near].text in (",", "and", "or", "&") and seen < 2:
                near, seen = near + step, seen + 1
            if seen and 0 <= near < len(self.tokens) and self.taken[near]:
                return True
        return False

    def _before_region(self, last: int) -> bool:
        """Whether ", Tenn." or ", Kenya" follows."""
        if last + 1 >= len(self.tokens) or self.tokens[last].text != ",":
            return False
        text = self.tokens[last + 1].text
        found = self.gazetteer.abbreviation(text) or (self.gazetteer.lookup(text) if text[0].isupper() else ())
        return bool(found) and found[0].granularity in ("region", "country")

    # What the document says elsewhere

    def repeated(self) -> None:
        """A name found once is found wherever it stands free with the same letters."""
        doubted = {self._text(name.first, name.last) for name in self.names if name.label in ("ORG", "PERSON")}
        sure = (span for span in self.found if span.text not in doubted or self._strong(span.text))
        known = {span.text: span.demonym for span in sure if len(span.text) > 3 and span.text not in self.persons}
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
