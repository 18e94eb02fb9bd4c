"""Times in a parsed document: words to codes, forms to hits, hits to mentions."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache

from timeline.records import Parsed, TimeMention
from timeline.times.anchors import published_point
from timeline.times.context import Context
from timeline.times.kind import kind_of, marks_anniversary, puts_day_first
from timeline.times.lexer import Words, lex, sample_meanings
from timeline.times.mentions import mention_of
from timeline.times.pattern import PLAIN, Alphabet, Matcher, atoms
from timeline.times.reading import Hit
from timeline.times.table import FORMS, Form
from timeline.times.tense import pluperfect_reader, tense_reader
from timeline.times.vocabulary import WORDS, Meaning, words_of

_REACH = 12  # words that a form can have before or after one that tells of time
_SAME = {"e8": "e", "e9": "e"}  # a form may say where its edge stands in more ways than one
_GAP = "\x00"
# Classes of words that can be in an expression of time but tell of none: numbers, articles, prepositions.
_FILLERS = words_of(
    """
    NUM DAY HOUR HHMM YY ANYYEAR ORD FEW COUNT ABOUT NEAR EARLY EDGE STEP THIS LAST NEXT FRACTION CAPITAL BREAK FILLER the a an
    of in on at and or to by - , . / ( ) 's for from until through since more most less than fewer least up no very that this same
    other each every per so part also single further whole additional extra entire two last final latter local is it as
    with some another full early end late next following previous preceding coming one before after being all good guy king st
    right long near new immediate possible these times may martin luther foreseeable short medium longer long ahead come corresponding
    comparable equivalent like prior not solid
    """
)


class Grammar:
    """The table of forms, compiled."""

    def __init__(self) -> None:
        names = sorted(set().union(*(atoms(form.pattern) for form in FORMS)))
        own: dict[str, Meaning] = {name: {name: True} for name in names if not name.isupper()}
        self.literals: dict[str, Meaning] = {word: WORDS.get(word, {}) | own.get(word, {}) for word in sorted(WORDS.keys() | own.keys())}
        self.alphabet = Alphabet({})
        for meaning in sample_meanings(self.literals):
            if meaning:
                self.alphabet.code(meaning)
        telling = "".join(code for classes, code in self.alphabet.codes.items() if not classes <= _FILLERS)
        self.telling = re.compile(f"[{telling}]")
        self.forms: tuple[tuple[Form, Matcher], ...] = tuple((form, self.alphabet.compile(form.pattern)) for form in FORMS)
        self._codes: dict[tuple[str, ...], str] = {}

    def encode(self, words: Words) -> str:
        """One character a word."""
        codes, known = self.alphabet.codes, self._codes
        out = []
        for meaning in words.meanings:
            if not meaning:
                out.append(PLAIN)
                continue
            key = tuple(meaning)
            code = known.get(key)
            if code is None:
                code = known[key] = codes.get(frozenset(meaning), PLAIN)
            out.append(code)
        return "".join(out)


@cache
def grammar() -> Grammar:
    """The compiled table; made once."""
    return Grammar()


def find_times(parsed: Parsed) -> tuple[TimeMention, ...]:
    """Every expression of time in the document, in the order of the text, normalised and anchored.

    Relative expressions count from the publication date or from the narrative's last date; where there is neither they keep an
    open value ("XXXX-WXX-2") and have no interval.
    """
    text = parsed.document.text
    rules = grammar()
    words = lex(text, rules.literals)
    codes = rules.encode(words)
    published = published_point(parsed.document.published)
    at = Context(
        published=published,
        kind=kind_of(words, published),
        tense_at=tense_reader(parsed, words),
        looks_back=pluperfect_reader(parsed, words),
        day_first=puts_day_first(words),
        retells=marks_anniversary(words, published),
    )
    named = _name_reader(parsed)
    mentions: list[TimeMention] = []
    done = 0
    near, origin = _near_times(rules, codes)
    for key in _matches(rules, near):
        start = key >> _PLACE_BITS
        first = origin[start]
        if first < done:
            continue
        form, matcher = rules.forms[key & _RANK_MASK]
        match = matcher.pattern.match(near, start)
        assert match is not None
        names = {_SAME.get(name, name): origin[index] for name in matcher.classes if (index := match.start(name)) >= 0}
        hit = Hit(words, first, origin[match.end() - 1] + 1, names, matcher.classes)
        read = None if (form.value and _is_title(hit)) or named(hit) else form.read(hit, at)
        if read is None:
            continue
        for reading in read if isinstance(read, tuple) else (read,):
            mentions.append(mention_of(hit, reading))
            at.follow(reading, hit, mentions[-1].text, mentions[-1].end)
            done = max(done, hit.last if reading.last is None else reading.last)
    return tuple(mentions)


def _near_times(rules: Grammar, codes: str) -> tuple[str, list[int]]:
    """The codes near words that tell of time, and the index that each had: what stands far from all such words can be in no form."""
    pieces: list[str] = []
    origin: list[int] = []
    for start, end in _windows(rules, codes):
        pieces += (codes[start:end], _GAP)
        origin += range(start, end)
        origin.append(-1)
    return "".join(pieces), origin


def _windows(rules: Grammar, codes: str) -> list[tuple[int, int]]:
    starts: list[int] = []
    ends: list[int] = []
    end = -1
    for match in rules.telling.finditer(codes):
        spot = match.start()
        if spot - _REACH > end or not starts:
            starts.append(max(0, spot - _REACH))
            ends.append(end)
        end = spot + _REACH + 1
    return list(zip(starts, [*ends[1:], min(end, len(codes))], strict=True)) if starts else []


# A match is one number, so that a million of them cost little: where it starts, how far short of the longest it falls, its rank.
_LONGEST, _RANK_BITS = 255, 12
_RANK_MASK = (1 << _RANK_BITS) - 1
_PLACE_BITS = _RANK_BITS + _LONGEST.bit_length()


def _matches(rules: Grammar, codes: str) -> list[int]:
    """Where forms match, in the order of the text, at each word the longest first, then by rank in the table."""
    present = frozenset(codes)
    found = [
        start << _PLACE_BITS | (_LONGEST - end + start) << _RANK_BITS | rank
        for rank, (_, matcher) in enumerate(rules.forms)
        if matcher.may_match(present)
        for start, end in map(_SPAN, matcher.pattern.finditer(codes))
    ]
    found.sort()
    return found


_SPAN = re.Match.span


def _name_reader(parsed: Parsed) -> Callable[[Hit], bool]:
    """Answers whether words without a number stand inside a longer name: Theresa May, the Sunday Times."""
    names = [name for name in parsed.names if name.label in ("PERSON", "ORG", "PLACE")]
    starts = [name.start for name in names]

    def named(hit: Hit) -> bool:
        index = bisect_right(starts, hit.start()) - 1
        if index < 0 or hit.end() > names[index].end or any(character.isdigit() for character in hit.text()):
            return False
        whole = hit.start() == names[index].start and hit.end() == names[index].end
        return not whole or (names[index].label == "PERSON" and hit.before() not in ("in", "of", "since", "until", "by", "last", "next"))

    return named


_TITLED = frozenset(("today", "tonight", "week", "night", "year", "month", "day", "hours", "minutes"))


def _is_title(hit: Hit) -> bool:
    """Whether words that are no names are written as one: "This Week" and "Today" amid a sentence."""
    words = hit.words
    if words.lower[hit.last - 1] not in _TITLED or hit.first == 0 or words.lower[hit.first - 1] in _OPENING:
        return False
    if hit.last - hit.first == 1 and hit.after() not in ("show", "programme", "program") and "CAPITAL" not in words.meanings[hit.first - 1]:
        return False
    return all(words.text[words.starts[index]].isupper() for index in range(hit.first, hit.last))


_OPENING = frozenset((".", "!", "?", ":", "-", "\n", "”", "’"))
