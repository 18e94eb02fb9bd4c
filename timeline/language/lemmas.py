"""Dictionary forms of English words: rules for regular endings, and a table for all that the rules would get wrong."""

from pathlib import Path

from timeline.errors import MissingAsset

_INFLECTED = {
    "VBD": "V", "VBN": "V", "VBG": "V", "VBZ": "V", "NNS": "N",
    "JJR": "A", "JJS": "A", "RBR": "R", "RBS": "R", "NNPS": "P",
}  # fmt: skip
_CLITICS = {
    "n't": "not", "n’t": "not", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ll": "will", "’ll": "will",
    "'ve": "have", "’ve": "have",
}  # fmt: skip
_VOWELS = frozenset("aeiou")
PEOPLES = ("an", "ese", "ish", "i")


class Lemmas:
    """The table and the rules. Keys of the table are "group form": V, N, P, A and R for inflected forms, else a tag."""

    def __init__(self, table: dict[str, str]) -> None:
        self._table = table
        self._known: dict[tuple[str, str, str], str] = {}

    def lemma(self, word: str, upos: str, xpos: str, head_xpos: str = "") -> str:
        """The lemma by the conventions of the English treebanks. `head_xpos` tells "'s" and "'d" as "be", "have" and "would" apart."""
        if upos == "AUX" and word[:1] in "'’`":
            return _auxiliary(word.lower().replace("’", "'").replace("`", "'"), head_xpos)
        key = (word, upos, xpos)
        found = self._known.get(key)
        if found is None:
            found = self._lemma(*key)
            if len(self._known) > 50_000:
                self._known.clear()
            self._known[key] = found
        return found

    def _lemma(self, word: str, upos: str, xpos: str) -> str:
        lower = word.lower()
        if xpos == "NNPS":
            return self._table.get(f"P {lower}") or _without_s(word)
        if upos in ("PROPN", "X", "SYM") or xpos == "NNP":
            return word
        if upos == "NUM":
            return word.replace(",", "") if word[:1].isdigit() else word if word.isupper() else lower
        if lower in _CLITICS:
            return _CLITICS[lower]
        if upos == "PUNCT":
            return {"“": '"', "”": '"', "‘": "'", "’": "'", "``": '"', "''": '"'}.get(word, word)
        if group := group_of(upos, xpos):
            return self._table.get(f"{group} {lower}") or regular(lower, xpos)
        if found := self._table.get(f"{upos} {lower}") or self._table.get(f"{xpos} {lower}"):
            return found
        return word if xpos == "JJ" and word[:1].isupper() and lower.endswith(PEOPLES) else lower


def group_of(upos: str, xpos: str) -> str:
    """The table's group of an inflected word; empty for words in their base form and for closed classes."""
    return "" if xpos[:1] == "V" and upos == "AUX" else _INFLECTED.get(xpos, "")


def regular(word: str, xpos: str) -> str:
    """The base of a lower-case inflected form by the rules of spelling alone."""
    if xpos in ("NNS", "VBZ"):
        return _without_s(word)
    if xpos == "VBG" and word.endswith("ing") and len(word) > 4:
        return _stem(word[:-3])
    if xpos in ("VBD", "VBN") and word.endswith("ed") and len(word) > 3:
        return word[:-3] + "y" if word.endswith("ied") and len(word) > 4 else _stem(word[:-2])
    for tags, ending in ((("JJR", "RBR"), "er"), (("JJS", "RBS"), "est")):
        if xpos in tags and word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)]
            return base[:-1] + "y" if base.endswith("i") else _stem(base)
    return word


def _without_s(word: str) -> str:
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def _stem(base: str) -> str:
    """A base whose last letter may have been doubled or lost its e."""
    if len(base) < 2:
        return base
    last, before = base[-1], base[-2]
    if last == before and last not in "slzfaeiou":
        return base[:-1]
    if not any(letter in "aeiouy" for letter in base):
        return base + "e"
    if last in "vuz" or base.endswith(("dg", "rg", "nc", "rc", "rs", "ns", "ps", "bl", "pl", "tl", "dl", "gl", "kl", "fl", "zl", "cl")):
        return base + "e"
    if last in "cgs" and before in _VOWELS:
        return base + "e"
    if base.endswith(("at", "ut")) and len(base) > 3 and base[-3] not in _VOWELS:
        return base + "e"
    if base.endswith(("ir", "ur", "or", "ar", "id", "od", "ad", "ak", "ok", "ik", "in", "im", "am", "um", "iz", "it")) and _is_open(base):
        return base + "e"
    return base


def _is_open(base: str) -> bool:
    """Whether a single vowel stands before the last letter in a word of one syllable, as in "mak(e)"."""
    return len(base) > 1 and (len(base) < 3 or base[-3] not in _VOWELS) and sum(letter in "aeiouy" for letter in base) == 1


def _auxiliary(word: str, head_xpos: str) -> str:
    if word == "'s":
        return "have" if head_xpos == "VBN" else "be"
    if word == "'d":
        return "have" if head_xpos in ("VBN", "VBD") else "would"
    return _CLITICS.get(word, word)


def open_lemmas(folder: Path) -> Lemmas:
    """The table of lemmas.tsv in `folder`. Raises MissingAsset where it is not there."""
    path = folder / "lemmas.tsv"
    if not path.is_file():
        raise MissingAsset("the English model lacks lemmas.tsv; a complete installation holds it in timeline/language/en")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return Lemmas({f"{group} {form}": lemma for group, form, lemma in rows})
