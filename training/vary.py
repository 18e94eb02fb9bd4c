"""Other ways to write the same sentence, so that headlines, tickers and typographic marks are no surprise."""

from random import Random

from training.convert import Sentence

UPPER, LOWER, TITLE = 0.03, 0.02, 0.03
DROPPED_STOP = 0.06
OTHER_QUOTES = 0.3
OTHER_DASH = 0.3
_OPENING = {'"': "“", "``": "“", "“": '"'}
_CLOSING = {'"': "”", "''": "”", "”": '"'}
_APOSTROPHES = str.maketrans("'’", "’'")
_DASHES = ("-", "--", "–", "—")
_SMALL_WORDS = frozenset("a an and as at but by for from in nor of on or the to with".split())


def vary(sentence: Sentence, random: Random) -> Sentence:
    """The sentence with its case, quotes, dashes and last full stop changed at random; everything else stays."""
    words = list(sentence["words"])
    if random.random() < OTHER_QUOTES:
        words = _other_quotes(words)
    if random.random() < OTHER_DASH and (dash := random.choice(_DASHES)):
        words = [dash if word in _DASHES[1:] else word for word in words]
    words = _case(words, random.random())
    varied = {**sentence, "words": words}
    if len(words) > 3 and words[-1] == "." and random.random() < DROPPED_STOP and len(words) not in sentence.get("heads", ()):
        varied = {key: column[:-1] for key, column in varied.items()}
    return varied


def _case(words: list[str], chance: float) -> list[str]:
    if chance < UPPER:
        return [word.upper() for word in words]
    if chance < UPPER + LOWER:
        return [word.lower() for word in words]
    if chance < UPPER + LOWER + TITLE:
        return [word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in words]
    return words


def _other_quotes(words: list[str]) -> list[str]:
    """Straight marks for typographic ones and the other way round; apostrophes too."""
    out = []
    inside = False
    for word in words:
        if word in _OPENING or word in _CLOSING:
            closes = word in ("''", "”") or (word == '"' and inside)
            out.append((_CLOSING if closes else _OPENING)[word])
            inside = not closes
        else:
            out.append(word.translate(_APOSTROPHES))
    return out
