"""Which language a text is in, by its script, or by how many of its words are known as English or as another language's."""

import re
from collections import Counter

from timeline.documents.small_words import NAMES, PARTICLES, SMALL_WORDS

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
)
_LETTERS = (
    ("ru", "uk", re.compile("[іїєґ]")),
    ("ru", "bg", re.compile("ъ[бвгджзклмнпрстфхцчшщ]")),
    ("ar", "ur", re.compile("[ٹڈڑںے]")),
    ("ar", "fa", re.compile("[پچژگ]")),
)
_FEW = 30
"""Fewer different words than this prove no language that is not among those known."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that `text` is most likely in; "en" where a text is too short to tell, "und" where it is
    certainly not English and none of the languages known here.

    >>> language_of("La police a arrêté le suspect dans la nuit de lundi, et il est en prison pour le moment.")
    'fr'
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) * 3 > letters > 0:
            return next((other for of, other, signs in _LETTERS if of == code and signs.search(sample)), code)
    words, are_capitals = _telling(sample)
    scores = _scores(words)
    english = scores.pop("en")
    best = max(scores, key=lambda code: scores[code])
    found = scores[best] + (0 if are_capitals else sum(not word.isascii() for word in words))
    is_sure = found >= 2 if english >= 1 else any(len(word) > 3 and _CODES.get(word) == (best,) for word in words)
    different = set(words)
    if scores[best] >= 1 and is_sure and found > 1.5 * english and found > len(words) / 7:
        return best if english < 1 or sum(best in _CODES.get(word, ()) for word in different) > 1 else "und"
    return "und" if len(different) >= _FEW and _english_share(different) < 0.05 else "en"


def _telling(sample: str) -> tuple[list[str], bool]:
    """The words that are likely no names, in lower case, and whether the text is in capitals throughout.

    They are written small, or are small words with a capital that are long enough to be sure of.
    """
    found = _WORD.findall(sample)
    if sum(map(str.isupper, found)) * 2 > len(found):
        return [word.lower() for word in found if word.lower() not in PARTICLES], True
    telling = []
    for position, word in enumerate(found):
        if word[0].islower():
            if word not in PARTICLES or not _inside_name(found, position):
                telling.append(word)
        elif len(word) > 3 and word.lower() in _CODES:
            telling.append(word.lower())
    return telling, False


def _inside_name(words: list[str], position: int) -> bool:
    """Whether the nearest words that are no particles, at most two away, both have a capital."""
    before = next((word for word in words[max(0, position - 2) : position][::-1] if word not in PARTICLES), "")
    after = next((word for word in words[position + 1 : position + 3] if word not in PARTICLES), "")
    return before[:1].isupper() and after[:1].isupper()


def _scores(words: list[str]) -> dict[str, float]:
    """Known words by language; a word of several languages counts for each with its share."""
    scores = dict.fromkeys(SMALL_WORDS, 0.0)
    for word, count in Counter(words).items():
        codes = _CODES.get(word, ())
        for code in codes:
            scores[code] += count / len(codes)
    return scores


def _english_share(words: set[str]) -> float:
    return sum("en" in _CODES.get(word, ()) for word in words) / len(words)


def language_name(code: str) -> str:
    """English name of a language that `language_of` answers."""
    return NAMES.get(code, code)


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, words in SMALL_WORDS.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


_CODES = _by_word()
