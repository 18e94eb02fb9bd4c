"""How a name is folded before it is stored and looked up: what differs only in spelling habits becomes one key."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss", "æ": "ae",
        "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H", "ə": "a", "Ə": "A", "ŋ": "n", "Ŋ": "N",
    }
)  # fmt: skip
_DROPPED = re.compile(r"[.'’‘ʻʼʿʾ`´]")
_APART = re.compile(r"[^a-z0-9]+")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "and": "", "point": "pt"}
_ARTICLE = re.compile(r"^(?:al|el|an|as|ash|at|ad|az|ar|es|ed|er)[ -](?=[a-z]{3})")
_PLAIN = re.compile(r"[a-z]+")
LONGEST_NAME = 80


def fold(name: str) -> str:
    """The key of a name: ASCII lower case, one space between words, no accents, apostrophes, points or leading "the".

    Saint, Mount, Fort and Point are shortened and "and" dropped, so that both spellings meet. Longer than 80 characters, or
    without a Latin letter: "".

    >>> fold("The Saint-Étienne"), fold("N'Djamena"), fold("W.Va.")
    ('st etienne', 'ndjamena', 'wva')
    """
    if len(name) > LONGEST_NAME:
        return ""
    folded = name.lower()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", name.translate(_LETTERS).casefold())
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
        folded = _DROPPED.sub("", folded)
        if not folded.isascii():
            return ""
    elif not _PLAIN.fullmatch(folded):
        folded = _DROPPED.sub("", folded)
    words = _APART.sub(" ", folded).split()
    if len(words) > 1:
        if words[0] == "the":
            words = words[1:]
        words = [_SHORT.get(word, word) for word in words]
    return " ".join(word for word in words if word)


def without_article(name: str) -> str | None:
    """The folded key without an Arabic article ("Al-Hasakah" gives "hasakah"); None where there is none."""
    folded = name.lower()
    bare = _ARTICLE.sub("", folded, count=1)
    return fold(bare) if bare != folded else None
