"""What the words around a time expression say: the tense of its verb, and whether the document is news or a history."""

import re
from bisect import bisect_right
from collections.abc import Callable

from timeline.records import Parsed, Token
from timeline.times.context import Kind, Tense
from timeline.times.lexer import Words
from timeline.times.values import Point

_FUTURE = """
    will|would|shall|to be|scheduled|due|payable|upcoming|going to|set to|(?:is|are|expects?) to|(?:is|are) expected|expected to|plans? to
"""
_PAST = """
    was|were|had|did|has|have|said|told|began|took|went|came|won|made|killed|left|met|fell|rose|found|got|gave|held|led|lost|paid|put|ran|saw|sent|set|
    shot|sold|spoke|stood|struck|thought|wrote|broke|brought|built|bought|chose|drew|drove|ate|fought|flew|grew|heard|hit|kept|knew|lay|rode|sang|
    sank|sat|slept|spent|swept|threw|understood|withdrew|became|blew|caught|cut|died|shook|stole|hung|[a-z]{2,14}ed
"""
_FUTURE_WORDS = re.compile(rf"\b(?:{_FUTURE.strip()})\b|['’]ll\b", re.I)
_PAST_WORDS = re.compile(rf"(?<!\bbe )(?<!\bbeing )(?<!\bis )(?<!\bare )\b(?:{''.join(_PAST.split())})\b", re.I)
_REACH = 120
_SENTENCE_END = re.compile(r"(?<![A-Z.])(?<!\b[A-Z][a-z]{2})[.!?]['”\"’]*\s+(?=[A-Z“\"‘])")
_MODALS = frozenset(("will", "would", "shall", "'ll", "’ll", "may", "might", "could", "should", "must", "can"))
_DEICTIC = frozenset(["today", "yesterday", "tomorrow", "tonight", "ago", "recently"])


def tense_reader(parsed: Parsed) -> Callable[[int], Tense]:
    """Answers the tense of the verb that governs the words at a character: by the parse, or where it has no tags by the words near."""
    tokens = parsed.tokens
    starts = [token.start for token in tokens]
    tagged = any(token.xpos for token in tokens[:50])
    text = parsed.document.text

    def tense_at(start: int) -> Tense:
        if tagged:
            return _by_parse(tokens, bisect_right(starts, start) - 1)
        return _by_words(text, start)

    return tense_at


def _by_words(text: str, start: int) -> Tense:
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    after = _SENTENCE_END.split(text[start : start + _REACH // 2])[0]
    future = max((match.end() for match in _FUTURE_WORDS.finditer(before)), default=-1)
    past = max((match.end() for match in _PAST_WORDS.finditer(before)), default=-1)
    if future >= 0 or past >= 0:
        return "future" if future >= past else "past"
    if _FUTURE_WORDS.search(after):
        return "future"
    return "past" if _PAST_WORDS.search(after) else ""


def _by_parse(tokens: tuple[Token, ...], index: int) -> Tense:
    if index < 0:
        return ""
    token = tokens[index]
    for _ in range(12):
        if token.xpos.startswith("VB") or token.xpos == "MD":
            return _of_verb(tokens, token)
        if token.head == token.index:
            return ""
        token = tokens[token.head]
    return ""


def _of_verb(tokens: tuple[Token, ...], verb: Token) -> Tense:
    helpers = {
        tokens[i].text.lower()
        for i in range(max(0, verb.index - 6), verb.index)
        if tokens[i].head == verb.index and tokens[i].upos in ("AUX", "PART")
    }
    if helpers & _MODALS:
        return "future"
    if verb.xpos == "VBD" or helpers & {"was", "were", "had", "has", "have", "been", "did"}:
        return "past"
    if verb.xpos in ("VB", "VBZ", "VBP") or helpers & {"is", "are", "am", "to"}:
        return "future"
    return "past" if verb.xpos == "VBN" else ""


def kind_of(words: Words, published: Point | None) -> Kind:
    """Whether the document is news, told from its day of publication, or a history, told from the dates in it."""
    if published is None:
        return "history"
    years = far = deictic = 0
    for lower, meaning in zip(words.lower, words.meanings, strict=True):
        if not meaning:
            continue
        year = meaning.get("YEAR")
        if isinstance(year, int) or "ERA" in meaning:
            years += 1
            far += not isinstance(year, int) or year < published.year - 1
        elif lower in _DEICTIC or "WEEKDAY" in meaning:
            deictic += 1
    return "history" if far >= 5 and years > 8 * deictic else "news"


def puts_day_first(words: Words) -> bool | None:
    """Whether "5/6/2024" is 5 June, by the document's other dates: those in digits that can be read one way, else those in words."""
    day_first = month_first = written_day = written_month = 0
    for index, meaning in enumerate(words.meanings):
        text = meaning.get("SLASH")
        if isinstance(text, str) and "/" in text:
            first, second = (int(part) for part in text.split("/")[:2])
            day_first += 12 < first <= 31
            month_first += 12 < second <= 31
        elif "MONTH" in meaning:
            before, after = (words.meanings[i] if 0 <= i < len(words.meanings) else {} for i in (index - 1, index + 1))
            written_day += "DAY" in before and "NUM" in before
            written_month += "DAY" in after and "NUM" in after
    if bool(day_first) != bool(month_first):
        return bool(day_first)
    return bool(written_day) if not day_first and bool(written_day) != bool(written_month) else None
