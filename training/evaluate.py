"""Scores on gold words: LAS and tags, names F1. Definitions: punctuation is left out of LAS; names must match in span and label."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from timeline.language.decode import spans
from timeline.language.model import Analysis, Model, open_model
from training.convert import Sentence, read

ALL = frozenset({"PERSON", "ORG", "PLACE", "NORP", "DATE", "EVENT"})
THREE = frozenset({"PERSON", "ORG", "PLACE"})
NAMES_TESTS = {"names.gmb.test": ALL, "names.pud.test": THREE, "names.uner-ewt.test": THREE, "names.gum.test": ALL}
SYNTAX_TESTS = ("syntax.ewt.test", "syntax.pud.test", "syntax.gum.test")


def syntax(gold: Iterable[Sentence], model: Model) -> dict[str, float]:
    """UAS and LAS (F1 over head, and head and label, punctuation left out), XPOS and UPOS accuracy, in per cent."""
    count: Counter[str] = Counter()
    for sentence in gold:
        answer = model.analyse(sentence["words"])
        rows = zip(sentence["heads"], sentence["labels"], answer.heads, answer.labels, strict=True)
        for head, label, own_head, own_label in rows:
            count["gold"] += label != "punct"
            count["own"] += own_label != "punct"
            if label != "punct" and own_label != "punct" and head == own_head:
                count["uas"] += 1
                count["las"] += label == own_label
        for tag in ("xpos", "upos"):
            count[tag] += sum(a == b for a, b in zip(sentence[tag], getattr(answer, tag), strict=True))
        count["words"] += len(sentence["words"])
    arcs = count["gold"] + count["own"]
    tree = {name: 200 * count[name] / arcs for name in ("uas", "las")}
    return tree | {name: 100 * count[name] / count["words"] for name in ("xpos", "upos")}


def names(gold: Iterable[Sentence], model: Model, labels: frozenset[str]) -> dict[str, float]:
    """F1 of names of the given labels, in per cent: all together under "all", then label by label. Unmarked words are not counted."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for sentence in gold:
        unmarked = {position for position, mark in enumerate(sentence["names"]) if mark == "-"}
        wanted = {span for span in spans("O" if mark == "-" else mark for mark in sentence["names"]) if span[2] in labels}
        found = {span for span in _found(model.analyse(sentence["words"]), unmarked) if span[2] in labels}
        right.update(label for *_, label in wanted & found)
        wrong.update(label for *_, label in wanted ^ found)
    scores = {"all": _f1(right.total(), wrong.total())}
    return scores | {label: _f1(right[label], wrong[label]) for label in sorted(labels) if right[label] + wrong[label]}


def _found(answer: Analysis, unmarked: set[int]) -> set[tuple[int, int, str]]:
    return {name for name in answer.names if unmarked.isdisjoint(range(name[0], name[1]))}


def _f1(right: int, wrong: int) -> float:
    return 200 * right / max(1, 2 * right + wrong)


def evaluate(model: Model) -> None:
    """Print every score on the test sets. For the end only: nothing is tuned on them."""
    for name in SYNTAX_TESTS:
        print(name, _rounded(syntax(read(name), model)), flush=True)
    for name, labels in NAMES_TESTS.items():
        print(name, _rounded(names(read(name), model, labels)), flush=True)


def evaluate_assets(folder: Path, threads: int) -> None:
    """Print every score of an exported model: the test sets of the base, then the held-out gold of the event heads."""
    from training.heads import evaluate as heads
    from training.heads import gold, rule

    model = open_model(folder, threads)
    evaluate(model)
    held_out = gold.split()[1]
    heads.evaluate(heads.of_assets(folder, threads), held_out)
    print("  place eventplace, rule", rule.score(model, held_out["eventplace"]))


def _rounded(scores: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 2) for name, value in scores.items()}
