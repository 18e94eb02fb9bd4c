"""Text to words with the classes they are in: the letters that the patterns of `table` are spelt in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.times.figures import ERAS, HALVES, READERS, read_figure, read_ordinal
from timeline.times.numerals import CARDINALS, ORDINALS, read_number
from timeline.times.vocabulary import CASED, DOTTED, Meaning, words_of

_TOKEN = re.compile(
    r"""
      (?P<plain>[A-Za-z]+(?![\w.'’]))
    | (?P<comma>[,;()"“”\[\]])
    | (?P<break>\n[^\S\n]*\n)
    | (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![0-9]|[-/][0-9]))
    | (?P<slash>[0-9]{1,4}(?P<sep>[/.])[0-9]{1,2}(?P=sep)[0-9]{2,4}(?![0-9]|[/.][0-9]))
    | (?P<dashed>(?<![0-9-])[0-9]{2}-[0-9]{2}-(?:[0-9]{4}|[0-9]{2})(?![0-9]|-[0-9]))
    | (?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))
    | (?P<decade>(?:(?<![0-9])[0-9]{2,3}0|(?<![0-9])['’‘`]?[0-9]0)['’]?s\b)
    | (?P<short>['’‘`][0-9]{2}(?![0-9]))
    | (?P<ordinal>[0-9]{1,3}(?:st|nd|rd|th)\b)
    | (?P<nameday>(?<![0-9/.])(?:9/11|7/7)(?![0-9/%]))
    | (?P<fraction>½|[0-9]/[0-9](?![0-9/]))
    | (?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)
    | (?P<letters>(?:[A-Za-z]\.){2,3})
    | (?P<possessive>['’]s\b|s['’](?=\s))
    | (?P<oclock>o['’]clock\b)
    | (?P<quarter>[QH][1-4]\b)
    | (?P<fiscal>FY[ ]?(?:[12][0-9]{3}|['’]?[0-9]{2})\b)
    | (?P<code>[^\W\d_]+[0-9][\w-]*)
    | (?P<word>[^\W\d_]+)
    | (?P<mark>[^\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONEY = frozenset("$£€¥#")
_COUNTING = words_of(
    """
    people men women troops soldiers miles mile km kilometres kilometers metres meters feet tons tonnes dollars pounds percent
    points others civilians children prisoners ships aircraft tanks guns casualties dead wounded members households families homes
    houses acres hectares votes jobs workers employees shares barrels calories words copies horses cavalry infantry infantrymen
    francs marks yen euros rubles rupees pesos lira cubic square kg lb lbs kilos kilograms pounds mph kph cc mm cm degrees volts
    watts megawatts hp rpm rounds dozen hundred thousand million billion trillion
    """
)
_NAMED_BY_NUMBER = words_of(
    """
    flight boeing airbus page pages p pp no nos number route highway room section article resolution chapter verse line model unit
    channel apartment suite bus train lot box zip area square level version build type class grade game studio windows
    """
)
_PLAIN: Meaning = {}
CAPITAL: Meaning = {"CAPITAL": True}


@dataclass(slots=True)
class Words:
    """The words of a text in parallel lists. `meanings` is class -> meaning; `codes` gets a character a word from `encode`."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    meanings: list[Meaning] = field(default_factory=list)

    def add(self, start: int, end: int, lower: str, meaning: Meaning) -> None:
        """Appends a word."""
        self.starts.append(start)
        self.ends.append(end)
        self.lower.append(lower)
        self.meanings.append(meaning)


def lex(text: str, literals: Mapping[str, Meaning]) -> Words:
    """The words of `text` with their classes; `literals` are the words that patterns name as themselves."""
    words = Words(text)
    starts, ends, lowers, meanings = words.starts, words.ends, words.lower, words.meanings
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind in ("plain", "word"):
            written = text[start:end]
            lower = written.lower()
            meaning = _meaning_of(written, lower, literals)
        elif kind == "comma":
            lower = text[start]
            meaning = literals.get(lower, _PLAIN)
        elif kind == "mark":
            lower = text[start]
            if lower == "." and ends and ends[-1] == start and _absorb_dot(words, end):
                continue
            lower = "-" if lower in "–—‐‑" else lower
            meaning = literals.get(lower, _PLAIN)
        else:
            lower = "\n" if kind == "break" else text[start:end].lower()
            meaning = READERS["slash" if kind == "sep" else str(kind)](text[start:end])
        starts.append(start)
        ends.append(end)
        lowers.append(lower)
        meanings.append(meaning)
    return _join_numbers(words)


def _meaning_of(written: str, lower: str, literals: Mapping[str, Meaning]) -> Meaning:
    meaning = literals.get(lower)
    cased = CASED.get(written)
    if cased:
        return cased if meaning is None else meaning | cased
    if lower in ERAS and written.isupper():
        return (meaning or _PLAIN) | {"ERA": ERAS[lower]}
    if lower in HALVES:
        return (meaning or _PLAIN) | {"HALFDAY": lower}
    if meaning is None:
        return CAPITAL if written[0].isupper() else _PLAIN
    return meaning


def _absorb_dot(words: Words, end: int) -> bool:
    written = words.text[words.starts[-1] : end]
    meaning = DOTTED.get(written)
    if meaning is None:
        return False
    words.ends[-1] = end
    words.meanings[-1] = words.meanings[-1] | meaning
    words.meanings[-1].pop("MAYBE", None)
    return True


def _join_numbers(words: Words) -> Words:
    joined = Words(words.text)
    index, count = 0, len(words.starts)
    while index < count:
        lower, meaning, after = words.lower[index], words.meanings[index], index + 1
        if lower in CARDINALS:
            value, after, spoken_year = read_number(words.lower, index)
            ordinal = ORDINALS.get(words.lower[after + 1]) if words.lower[after : after + 1] == ["-"] and after + 1 < count else None
            if ordinal and value % 10 == 0 and ordinal < 10:
                value, after = value + ordinal, after + 2
                meaning = read_ordinal(f"{value}th")
            else:
                meaning = _spoken(value, meaning, single=after == index + 1, spoken_year=spoken_year)
        elif "YEAR" in meaning and _counts_or_names(words, index):
            meaning = {"NUM": meaning["NUM"]}
        joined.add(words.starts[index], words.ends[after - 1], lower, meaning)
        index = after
    return joined


def _spoken(value: int, meaning: Meaning, *, single: bool, spoken_year: bool) -> Meaning:
    if spoken_year and value < 2200:
        return {"YEAR": value, "NUM": value}
    read = (meaning if single else {}) | {"NUM": value}
    if value <= 24:
        read |= {"HOUR": value}
    if 2000 <= value < 2100:
        read |= {"ANYYEAR": value}
    return read


def _counts_or_names(words: Words, index: int) -> bool:
    before = words.lower[index - 1] if index else ""
    after = words.lower[index + 1] if index + 1 < len(words.lower) else ""
    if index + 2 < len(words.starts) and after == "," and words.starts[index + 2] == words.ends[index] + 1:
        return words.text[words.starts[index + 2]].isdigit()
    if before == "-" and index > 1 and "NUM" in words.meanings[index - 2] and "YEAR" not in words.meanings[index - 2]:
        return words.starts[index] - words.ends[index - 2] == 1
    if index and ("MONTH" in words.meanings[index - 1] or (before == "in" and words.text[words.starts[index - 1]] == "I")):
        return after == "%"
    glued = index > 0 and words.ends[index - 1] == words.starts[index]
    return (glued and before in _MONEY) or before in _NAMED_BY_NUMBER or after in _COUNTING or after == "%"


def sample_meanings(literals: Mapping[str, Meaning]) -> list[Meaning]:
    """One meaning for every combination of classes that `lex` can give a word."""
    found = [*literals.values(), CAPITAL]
    for written, meaning in (*CASED.items(), *DOTTED.items()):
        bare = literals.get(written.rstrip(".").lower(), _PLAIN)
        found += [bare | meaning, meaning]
        stopped = dict(bare | CASED.get(written.rstrip("."), _PLAIN) | meaning)
        stopped.pop("MAYBE", None)
        found.append(stopped)
    for word in (*ERAS, *HALVES):
        bare = literals.get(word, _PLAIN)
        found += [bare | {"ERA": ""}, {"ERA": ""}, bare | {"HALFDAY": ""}, {"HALFDAY": ""}]
    numbers = [str(n) for n in range(2500)] + [f"{n:02}" for n in range(10)] + ["0900", "0960", "9000", "12345", "1,000", "1.5", "10.30"]
    found += [read_figure(number) for number in numbers] + [{"NUM": 1}]
    found += [
        reader("30s" if kind == "decade" else "1/2" if kind == "fraction" else "Q1" if kind == "quarter" else "30th")
        for kind, reader in READERS.items()
        if kind not in ("number", "short")
    ]
    found += [{"SHORTYEAR": 1}, read_ordinal("40th"), {"ERA": ""}, {"HALFDAY": ""}]
    for word in CARDINALS:
        for value in (5, 30, 2005, 50000):
            found += [_spoken(value, literals[word], single=single, spoken_year=False) for single in (True, False)]
    return [*found, {"YEAR": 1, "NUM": 1}, read_ordinal("1st"), read_ordinal("40th")]
