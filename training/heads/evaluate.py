"""Scores of the event heads on held-out gold: triggers, links given the trigger, factuality given the trigger. Thresholds are swept."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from timeline.language import features, signals
from timeline.language.model import vocabulary
from timeline.language.signals import ROLES, STATUSES, EventWeights, Floats
from timeline.language.wordpiece import WordPiece
from training.convert import Sentence
from training.heads.drafts import TYPES
from training.heads.network import EventNetwork

Rows = tuple[Floats, Floats, Floats, Floats]
Span = tuple[int, int]
THRESHOLDS = tuple(round(0.1 + 0.05 * step, 2) for step in range(17))
STYLE = {"ecbplus": "mention", "meantime": "mention", "stories": "story", "written": "story", "eventplace": "story"}


class Reader:
    """Words to the arrays of the event heads."""

    def __init__(self, run: Callable[[Mapping[str, NDArray[np.int64]]], Rows], wordpiece: WordPiece, weights: EventWeights) -> None:
        self._run = run
        self._wordpiece = wordpiece
        self.weights = weights

    def rows(self, words: Sequence[str]) -> Rows:
        encoded = features.encode(words, self._wordpiece)
        return self._run({name: np.array([getattr(encoded, name)], np.int64) for name in ("pieces", "shapes", "first", "last")})


def of_network(network: EventNetwork, wordpiece: WordPiece) -> Reader:
    """The network before export."""
    network.eval()

    def run(arrays: Mapping[str, NDArray[np.int64]]) -> Rows:
        with torch.inference_mode():
            outputs = network(*(torch.from_numpy(arrays[n]) for n in ("pieces", "shapes", "first", "last")))[-4:]
        return tuple(output[0].numpy() for output in outputs)

    return Reader(run, wordpiece, network.link_weights())


def of_assets(folder: Path, threads: int) -> Reader:
    """The exported model."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    stored = np.load(folder / "labels.npz")
    weights = EventWeights(product=stored["link_product"], linear=stored["link_linear"], bias=stored["link_bias"])

    def run(arrays: Mapping[str, NDArray[np.int64]]) -> Rows:
        return tuple(output[0] for output in session.run(["events", "types", "triggers", "fillers"], dict(arrays)))

    return Reader(run, vocabulary(folder / "vocab.txt"), weights)


def evaluate(reader: Reader, development: Mapping[str, Sequence[Sentence]]) -> dict[str, dict[str, float]]:
    """Print and answer all figures, by set and by head."""
    answers = {name: [reader.rows(sentence["words"]) for sentence in data] for name, data in development.items()}
    out: dict[str, dict[str, float]] = {}
    for name, data in development.items():
        out[f"trigger {name}"] = _triggers(name, data, answers[name])
        for role, scores in _links(data, answers[name], reader.weights).items():
            out[f"{role} {name}"] = scores
    for group in (("meantime", "stories"), ("written",)):
        told = [name for name in group if name in development]
        out["factuality " + told[0]] = factuality([s for n in told for s in development[n]], [a for n in told for a in answers[n]])
    told = [name for name in ("stories", "written") if name in development]
    out["types"] = types([s for n in told for s in development[n]], [a for n in told for a in answers[n]])
    for name, scores in out.items():
        print(f"  {name:22}", {key: round(value, 3) for key, value in scores.items()}, flush=True)
    return out


def gold_spans(marks: Sequence[str]) -> list[Span]:
    """(first, last) of BIO marks, `last` included."""
    found: list[Span] = []
    for i, mark in enumerate(marks):
        if mark == "B":
            found.append((i, i))
        elif mark == "I" and found:
            found[-1] = (found[-1][0], i)
    return found


def _triggers(name: str, data: Sequence[Sentence], answers: Sequence[Rows]) -> dict[str, float]:
    """Spans match one to one where they overlap; mentions that nobody judged are neither right nor wrong."""
    style = STYLE[name]
    best: dict[str, float] = {"f1": -1.0}
    for threshold in THRESHOLDS:
        count: Counter[str] = Counter()
        for sentence, (events, *_) in zip(data, answers, strict=True):
            mention, story, after = signals.triggers(events)
            chances = mention if style == "mention" else story
            found = [(int(i), int(i + after[i])) for i in np.flatnonzero(chances > threshold)]
            _match(gold_spans(sentence[style]), found, sentence[style], count)
        scores = _prf(count)
        if name == "eventplace":
            best[f"recall>{threshold}"] = scores["r"]
        elif scores["f1"] > best["f1"]:
            best = {**scores, "threshold": threshold}
    if name == "eventplace":
        return {key: best[key] for key in ("recall>0.3", "recall>0.5", "recall>0.7")}
    return best


def _match(wanted: Sequence[Span], found: Iterable[Span], marks: Sequence[str], count: Counter[str]) -> None:
    left = list(wanted)
    count["wanted"] += len(left)
    for first, last in found:
        hit = next((span for span in left if span[0] <= last and first <= span[1]), None)
        if hit:
            left.remove(hit)
            count["right"] += 1
            count["found"] += 1
        elif marks[first] != "-":
            count["found"] += 1


def _links(data: Sequence[Sentence], answers: Sequence[Rows], weights: EventWeights) -> dict[str, dict[str, float]]:
    """By role, over the words of which something is known, given the gold trigger."""
    pairs: dict[str, list[tuple[float, bool]]] = {role: [] for role in ROLES}
    for sentence, (*_, triggers, fillers) in zip(data, answers, strict=True):
        chosen = [i for i, links in enumerate(sentence["links"]) if links]
        if not chosen:
            continue
        scores = signals.links(chosen, triggers, fillers, weights)
        for row, i in enumerate(chosen):
            for role, (filled, unsaid) in sentence["links"][i].items():
                column = scores[row, :, ROLES.index(role)].tolist()
                pairs[role] += [(chance, w in filled) for w, chance in enumerate(column) if w in filled or w not in unsaid]
    return {role: _best(found) for role, found in pairs.items() if any(right for _, right in found)}


def _best(found: Sequence[tuple[float, bool]]) -> dict[str, float]:
    chances, right = np.array([chance for chance, _ in found]), np.array([flag for _, flag in found])
    best: dict[str, float] = {"f1": -1.0}
    for threshold in THRESHOLDS:
        chosen = chances > threshold
        scores = _prf(Counter(right=int((chosen & right).sum()), found=int(chosen.sum()), wanted=int(right.sum())))
        if scores["f1"] > best["f1"]:
            best = {**scores, "threshold": threshold}
    return best | {"gold": float(right.sum())}


def types(data: Sequence[Sentence], answers: Sequence[Rows]) -> dict[str, float]:
    """The share of triggers whose type is the likeliest one."""
    pairs = [
        (value, TYPES[int(scores[word + 1].argmax())])
        for sentence, (_, scores, *_) in zip(data, answers, strict=True)
        for word, value in enumerate(sentence["types"])
        if value != "-"
    ]
    return {"accuracy": sum(wanted == found for wanted, found in pairs) / max(1, len(pairs)), "gold": float(len(pairs))}


def factuality(data: Sequence[Sentence], answers: Sequence[Rows]) -> dict[str, float]:
    """F1 of every status, where the gold leaves one only; "unreal" is planned or possible; "macro" over those that occur."""
    confusion: Counter[tuple[str, str]] = Counter()
    for sentence, (events, *_) in zip(data, answers, strict=True):
        chances = signals.factuality(events)
        for word, value in enumerate(sentence["factuality"]):
            if value in STATUSES:
                confusion[value, STATUSES[int(chances[word].argmax())]] += 1
    groups = {status: {status} for status in STATUSES} | {"unreal": {"planned", "possible"}}
    scores = {name: _prf(_counts(confusion, group))["f1"] for name, group in groups.items()}
    present = [status for status in STATUSES if any(wanted == status for wanted, _ in confusion)]
    count = Counter({status: sum(n for (wanted, _), n in confusion.items() if wanted == status) for status in STATUSES})
    right = sum(n for (wanted, found), n in confusion.items() if wanted == found)
    always = max(count.values(), default=0) / max(1, count.total())
    macro = sum(scores[status] for status in present) / max(1, len(present))
    return scores | {"macro": macro, "accuracy": right / max(1, count.total()), "always_happened": always, "gold": float(count.total())}


def _counts(confusion: Counter[tuple[str, str]], group: set[str]) -> Counter[str]:
    count: Counter[str] = Counter()
    for (wanted, found), number in confusion.items():
        count["wanted"] += number * (wanted in group)
        count["found"] += number * (found in group)
        count["right"] += number * (wanted in group and found in group)
    return count


def _prf(count: Counter[str]) -> dict[str, float]:
    p, r = count["right"] / max(1, count["found"]), count["right"] / max(1, count["wanted"])
    return {"p": p, "r": r, "f1": 2 * p * r / max(1e-9, p + r)}
