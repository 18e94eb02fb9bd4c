"""What words of digits and letters may mean: "1999" a year, "31" a day, "p.m." the half of a day."""

from collections.abc import Callable
from functools import lru_cache

from timeline.times.vocabulary import Meaning

_PLAIN: Meaning = {}
ERAS = {"bc": "BC", "bce": "BC", "ad": "AD", "ce": "AD"}
HALVES = {"am": "am", "pm": "pm"}


@lru_cache(maxsize=4096)
def read_figure(text: str) -> Meaning:
    """The meanings of a number in digits."""
    if "," in text:
        return {"NUM": int(float(text.replace(",", "")))}
    if "." in text:
        whole, _, part = text.partition(".")
        clock: Meaning = (
            {"DOTCLOCK": (int(whole), int(part))} if len(whole) <= 2 and len(part) == 2 and int(whole) < 25 and int(part) < 60 else {}
        )
        decimal: Meaning = {"NUM": float(text)}
        return decimal | clock if len(text) < 12 else {}
    if len(text) > 9:
        return {}
    value = int(text)
    meaning: Meaning = {"NUM": value}
    if len(text) <= 2 and 1 <= value <= 31:
        meaning["DAY"] = value
    if len(text) <= 2 and value <= 24:
        meaning["HOUR"] = value
    if len(text) == 2:
        meaning["YY"] = value
    if len(text) == 4 and 1000 <= value < 2200:
        meaning["YEAR"] = value
    if len(text) == 4 and value < 2400 and value % 100 < 60:
        meaning["HHMM"] = value
    if value >= 1 and len(text) <= 4:
        meaning["ANYYEAR"] = value
    return meaning


def read_ordinal(text: str) -> Meaning:
    """The meanings of "1st" to "999th"."""
    value = int(text[:-2])
    return {"ORD": value, "NTH": value, "DAY": value} if 1 <= value <= 31 else {"ORD": value, "NTH": value}


def _read_letters(text: str) -> Meaning:
    bare = text.replace(".", "").lower()
    if bare in HALVES:
        return {"HALFDAY": bare}
    if bare in ERAS and text[0].isupper():
        return {"ERA": ERAS[bare]}
    return _PLAIN


def _read_fiscal(text: str) -> Meaning:
    digits = "".join(filter(str.isdigit, text))
    return {"FISCAL": int(digits) + (2000 if len(digits) == 2 else 0)}


def _read_fraction(text: str) -> Meaning:
    if text == "½":
        return {"FRACTION": 0.5}
    above, below = int(text[0]), int(text[2])
    return {"FRACTION": above / below} if 0 < above < below else _PLAIN


READERS: dict[str, Callable[[str], Meaning]] = {
    "break": lambda _: {"BREAK": True},
    "iso": lambda text: {"ISO": text},
    "slash": lambda text: {"SLASH": text},
    "dashed": lambda text: {"DASHED": text},
    "nameday": lambda text: {"NAMEDAY": text},
    "clock": lambda text: {"CLOCK": text},
    "decade": lambda text: {"DECADE": int("".join(filter(str.isdigit, text)))},
    "short": lambda text: {"SHORTYEAR": int(text[1:])},
    "ordinal": read_ordinal,
    "fraction": _read_fraction,
    "number": read_figure,
    "letters": _read_letters,
    "possessive": lambda _: {"'s": True},
    "quarter": lambda text: {"QUARTER": text.upper()} if text[0].upper() == "Q" or text[1] in "12" else {},
    "fiscal": _read_fiscal,
    "oclock": lambda _: {"oclock": True},
    "code": lambda _: _PLAIN,
}
