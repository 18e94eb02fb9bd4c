"""Times in a parsed document: words to codes, forms to hits, hits to mentions."""

from collections.abc import Iterator
from functools import cache

from timeline.records import Parsed, TimeMention
from timeline.times.context import Context, published_point
from timeline.times.edtf import interval_of
from timeline.times.lexer import Words, lex, sample_meanings
from timeline.times.pattern import PLAIN, Alphabet, Matcher, atoms
from timeline.times.reading import Hit, Reading
from timeline.times.table import FORMS, Form
from timeline.times.tense import kind_of, puts_day_first, tense_reader
from timeline.times.vocabulary import WORDS, Meaning


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
    at = Context(published=published, kind=kind_of(words, published), tense_at=tense_reader(parsed), day_first=puts_day_first(words))
    mentions: list[TimeMention] = []
    done = 0
    for form, hit in _hits(rules, words, codes):
        if hit.first < done or _is_title(hit):
            continue
        read = form.read(hit, at)
        if read is None:
            continue
        for reading in read if isinstance(read, tuple) else (read,):
            mentions.append(_mention(hit, reading))
            at.follow(reading, mentions[-1].text, hit.before(), mentions[-1].end)
            done = max(done, hit.last if reading.last is None else reading.last)
    return tuple(mentions)


def _hits(rules: Grammar, words: Words, codes: str) -> Iterator[tuple[Form, Hit]]:
    found = [
        (match.start(), -match.end(), rank, form, matcher, match)
        for rank, (form, matcher) in enumerate(rules.forms)
        for match in matcher.pattern.finditer(codes)
    ]
    found.sort(key=lambda row: row[:3])
    for first, last, _, form, matcher, match in found:
        names = {name: index for name, index in ((name, match.start(name)) for name in matcher.classes) if index >= 0}
        yield form, Hit(words, first, -last, names, matcher.classes)


_TITLED = frozenset(("today", "tonight", "week", "night", "year", "month", "day", "hours", "minutes"))


def _is_title(hit: Hit) -> bool:
    """Whether words that are no names are written as one: "This Week" and "Today" amid a sentence."""
    words = hit.words
    if words.lower[hit.last - 1] not in _TITLED or hit.first == 0 or words.lower[hit.first - 1] in _OPENING:
        return False
    if hit.last - hit.first == 1 and "CAPITAL" not in words.meanings[hit.first - 1]:
        return False
    return all(words.text[words.starts[index]].isupper() for index in range(hit.first, hit.last))


_OPENING = frozenset((".", "!", "?", ":", "-", "\n", "”", "’"))


def _mention(hit: Hit, reading: Reading) -> TimeMention:
    words = hit.words
    first = hit.first if reading.first is None else reading.first
    last = hit.last if reading.last is None else reading.last
    while first < last - 1 and words.lower[first] in ("on", "in", "at"):
        first += 1
    start, end = words.starts[first], words.ends[last - 1]
    text = words.text[start:end]
    return TimeMention(
        start=start,
        end=end,
        text=text,
        type=reading.type,
        value=reading.value,
        interval=reading.interval or (interval_of(reading.value) if reading.type in ("DATE", "TIME") else None),
        basis=reading.basis,
        why=f"‘{' '.join(text.split())}’ {reading.note}",
        mod=reading.mod,
    )
