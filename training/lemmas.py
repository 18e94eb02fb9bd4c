"""Writes lemmas.tsv: every lemma of the treebanks and of the lexicon in lemminflect that the rules of spelling would miss."""

import csv
import gzip
from collections import Counter, defaultdict
from pathlib import Path

from timeline.language.lemmas import PEOPLES, Lemmas, group_of, open_lemmas, regular
from training.convert import conllu, read
from training.paths import ASSETS, SOURCES

Chosen = dict[tuple[str, str], str]

_PARTS = {"verb": ("V", ("VBD", "VBG", "VBZ")), "noun": ("N", ("NNS",)), "adj": ("A", ("JJR", "JJS")), "adv": ("R", ("RBR", "RBS"))}
_OVERRIDES = {("V", "fled"): "flee"}
_HEADER = "# Lemmas that the rules of spelling miss: group, form, lemma. From UD English EWT and GUM (CC BY-SA 4.0, CC BY 4.0)\n" + (
    "# and the NIH SPECIALIST Lexicon by way of lemminflect (MIT). Made by `python -m training lemmas`.\n"
)


def build(folder: Path = ASSETS) -> None:
    """Write the table and say how large it is."""
    chosen = _lexicon() | _treebanks() | _OVERRIDES
    rows = sorted((group, form, lemma) for (group, form), lemma in chosen.items() if _by_rule(group, form) != lemma)
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join("\t".join(row) + "\n" for row in rows)
    (folder / "lemmas.tsv").write_text(_HEADER + lines, encoding="utf-8")
    print(f"lemmas.tsv: {len(rows)} rows, {len(lines) / 1e6:.2f} MB", flush=True)


def _treebanks() -> Chosen:
    """The most frequent lemma of each form and group; of closed classes and base forms only what differs from the form."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in read("syntax.train"):
        for word, lemma, upos, xpos in zip(*(sentence[name] for name in ("words", "lemmas", "upos", "xpos")), strict=True):
            if upos not in ("X", "SYM", "PUNCT", "NUM") and xpos != "NNP" and not {" ", "\t", "_"} & {*word, *lemma}:
                counts[group_of(upos, xpos) or (xpos if upos == "PRON" else upos), word.lower()][lemma] += 1
    frequent = {key: found.most_common(1)[0] for key, found in counts.items()}
    return {key: lemma for key, (lemma, count) in frequent.items() if count > 1 or key[0] in ("V", "N", "A", "R", "AUX")}


def _lexicon() -> Chosen:
    import lemminflect

    frequent = Counter(lemma for sentence in read("syntax.train") for lemma in sentence["lemmas"])
    folder = Path(str(lemminflect.__file__)).parent / "resources"
    chosen: Chosen = {}
    with gzip.open(folder / "infl_lu.csv.gz", "rt", encoding="utf-8") as lines:
        rows = [(lemma, part, forms.split("/")) for lemma, part, forms, *_ in csv.reader(lines)]
    nouns = {lemma: plurals for lemma, part, plurals in rows if part == "noun"}
    chosen |= {("ADJ", lemma): lemma for lemma, part, _ in rows if part == "adj" and lemma.islower() and lemma.endswith(PEOPLES)}
    chosen |= {("N", noun): noun for noun, plurals in nouns.items() if plurals[0] == noun and regular(noun, "NNS") not in nouns}
    with gzip.open(folder / "lemma_lu.csv.gz", "rt", encoding="utf-8") as lines:
        for form, part, lemmas in csv.reader(lines):
            if part not in _PARTS or not form.isalpha():
                continue
            group, tags = _PARTS[part]
            others = [lemma for lemma in lemmas.split("/") if lemma != form]
            if others and _by_rule(group, form, tags) not in lemmas.split("/"):
                chosen.setdefault((group, form), max(others, key=lambda lemma: frequent[lemma]))
    return chosen


def _by_rule(group: str, form: str, tags: tuple[str, ...] = ()) -> str:
    """What the rules say: of the endings that the form has, the first that changes it."""
    if group == "ADJ" and form.endswith(PEOPLES):
        return form.capitalize()
    every = tags or {"V": ("VBD", "VBG", "VBZ"), "N": ("NNS",), "A": ("JJR", "JJS"), "R": ("RBR", "RBS")}.get(group, ())
    return next((base for tag in every if (base := regular(form, tag)) != form), form)


def accuracy(name: str, lemmas: Lemmas) -> tuple[float, Counter[tuple[str, str, str]]]:
    """Per cent of words of a treebank that get their lemma, tags as in gold, and what went wrong how often."""
    right = total = 0
    errors: Counter[tuple[str, str, str]] = Counter()
    for sentence in conllu(SOURCES / "syntax" / f"{name}.conllu.gz"):
        for word, lemma, upos, xpos, head in zip(*(sentence[n] for n in ("words", "lemmas", "upos", "xpos", "heads")), strict=True):
            own = lemmas.lemma(word, upos, xpos, sentence["xpos"][head - 1] if head else "")
            total += 1
            right += own == lemma
            if own != lemma:
                errors[f"{word}/{xpos}", lemma, own] += 1
    return 100 * right / total, errors


def main() -> None:
    """Build the table and print its accuracy on the development sets."""
    build()
    for name in ("ewt.dev", "gum-open.dev"):
        score, errors = accuracy(name, open_lemmas(ASSETS))
        print(name, round(score, 2), errors.most_common(40), flush=True)
