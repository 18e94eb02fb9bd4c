"""Numbers in words: "twenty-five", "two hundred and ten", and years as they are spoken, "nineteen ninety-six"."""

from collections.abc import Sequence

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_ORDINAL_ENDINGS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}

CARDINALS: dict[str, int] = {word: value for value, word in enumerate(_SMALL) if value}
CARDINALS |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
CARDINALS |= _SCALES

ORDINALS: dict[str, int] = {_ORDINAL_ENDINGS.get(word, word + "th"): value for value, word in enumerate(_SMALL) if value}
ORDINALS |= {word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS, 2)}
ORDINALS |= {"hundredth": 100, "thousandth": 1000}
ORDINALS |= {f"{tens}-{word}": 10 * i + value for i, tens in enumerate(_TENS, 2) for word, value in list(ORDINALS.items())[:9]}

_LONGEST = 12  # words in a row that can be one number; bounds the work on "one one one one ..."


def read_number(words: Sequence[str], first: int) -> tuple[int, int, bool]:
    """Reads the number that begins at `words[first]`: its value, the index after it, whether it is a spoken year.

    Words are in lower case; a hyphen is a word.

    >>> read_number(["two", "hundred", "and", "ten", "men"], 0)
    (210, 4, False)
    >>> read_number(["nineteen", "ninety", "-", "six"], 0)
    (1996, 4, True)
    """
    value, after = _below_hundred(words, first)
    if 11 <= value <= 20:
        rest, end = _below_hundred(words, after)
        if 10 <= rest <= 99 and end > after:
            return 100 * value + rest, end, True
    total, index, stop = 0, after, min(len(words), first + _LONGEST)
    group = value
    while index < stop:
        word = words[index]
        if word in _SCALES:
            scale = _SCALES[word]
            group = max(group, 1) * scale
            if scale > 100:
                total, group = total + group, 0
            index += 1
            continue
        step = index + 1 if word == "and" and words[index - 1] in _SCALES and index + 1 < stop else index
        rest, end = _below_hundred(words, step)
        if end == step or words[index - 1] not in _SCALES:
            break
        group, index = group + rest, end
    return total + group, index, False


def _below_hundred(words: Sequence[str], index: int) -> tuple[int, int]:
    value = CARDINALS.get(words[index], 0) if index < len(words) else 0
    if not 0 < value < 100:
        return 0, index
    if value < 20 or value % 10:
        return value, index + 1
    step = index + 2 if words[index + 1 : index + 2] == ["-"] else index + 1
    unit = CARDINALS.get(words[step], 0) if step < len(words) else 0
    return (value + unit, step + 1) if 0 < unit < 10 else (value, index + 1)
