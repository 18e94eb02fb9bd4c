"""The English network at run time: words of one sentence in, tree, tags, names and signals of events out."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeline.errors import MissingAsset
from timeline.language import decode, features, signals
from timeline.language.signals import EventWeights
from timeline.language.wordpiece import WordPiece
from timeline.records import EventSignal

ASSETS = Path(__file__).parent / "en"
POSITIONS = 512
_FILES = ("model.onnx", "labels.npz", "settings.json", "vocab.txt")
_SLOW_FUSION = "SkipLayerNormFusion"  # takes three times as long as what it replaces
_ROWS = 60  # products of more rows would wake the threads of the linear algebra library

Arrays = Mapping[str, NDArray[np.int64]]
Run = Callable[[Arrays], Sequence[NDArray[np.float32]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One sentence of n words. `heads` holds 0 for the root, else 1 to n; `names` are (first, last, label), `last` not included.

    `signals` count tokens from 0 within the sentence; `vectors` as in `Parsed`.
    """

    heads: list[int]
    labels: list[str]
    xpos: list[str]
    upos: list[str]
    names: list[tuple[int, int, str]]
    signals: tuple[EventSignal, ...] = ()
    vectors: bytes = b""

    def signals_from(self, offset: int) -> tuple[EventSignal, ...]:
        """The signals with tokens counted from the start of a document whose token `offset` is the sentence's first."""
        return signals.shifted(self.signals, offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelWeights:
    """What turns two words' vectors into scores of labels: `product` [width, labels * width], `linear` [2 * width, labels], `bias`."""

    product: NDArray[np.float32]
    linear: NDArray[np.float32]
    bias: NDArray[np.float32]


class Model:
    """Runs the network one sentence at a time: quantised scores would differ from batch to batch."""

    def __init__(
        self,
        run: Run,
        wordpiece: WordPiece,
        labels: Sequence[str],
        tags: Mapping[str, Sequence[str]],
        weights: LabelWeights,
        *,
        links: EventWeights | None = None,
    ) -> None:
        """`links` where `run` answers the four arrays of the event heads behind the tags."""
        self._run = run
        self._wordpiece = wordpiece
        self._labels = list(labels)
        self._tags = dict(tags)
        self._weights = weights
        width = weights.product.shape[0]
        self._products = np.ascontiguousarray(weights.product.reshape(width, -1, width).transpose(1, 0, 2))
        self._links = links
        self._root = self._labels.index("root")

    def analyse(self, words: Sequence[str]) -> Analysis:
        """Tree, tags and names of one sentence; longer ones than the network holds are read in pieces joined at the first root."""
        encoded = features.encode(words, self._wordpiece)
        if len(encoded.pieces) <= POSITIONS:
            return self._analyse(encoded, words)
        middle = len(words) // 2
        return _joined(self.analyse(words[:middle]), self.analyse(words[middle:]), middle)

    def _analyse(self, encoded: features.Encoded, words: Sequence[str]) -> Analysis:
        arrays = {name: np.array([getattr(encoded, name)], np.int64) for name in ("pieces", "shapes", "first", "last")}
        arcs, dependents, heads, *others = (output[0] for output in self._run(arrays))
        tags, events = others[: len(self._tags)], others[len(self._tags) :]
        found = decode.heads(arcs)
        best = {name: scores[1:].argmax(1).tolist() for name, scores in zip(self._tags, tags, strict=True)}
        marks = {name: [self._tags[name][number] for number in numbers] for name, numbers in best.items()}
        above, labels = found.tolist(), self._labelled(found, dependents[1:], heads[found])
        for i in decode.plural_nouns(above, labels, marks["xpos"]):
            marks["upos"][i], marks["xpos"][i] = "NOUN", "NNS"
        for i, infinitive in decode.governing(words, above, marks["xpos"], marks["upos"]):
            above[i], labels[i], marks["upos"][i] = above[infinitive], labels[infinitive], "VERB"
            above[infinitive], labels[infinitive] = i + 1, "xcomp"
        for i, label in decode.determined(words, above, labels, marks["upos"]).items():
            marks["upos"][i], marks["xpos"][i], labels[i] = "NOUN", "NN", label
            labels = ["case" if h == i + 1 and one == "mark" else one for h, one in zip(above, labels, strict=True)]
        for i in decode.bare_objects(above, labels, marks["upos"]):
            labels[i] = "obj"
        for i in decode.participles(words, marks["xpos"]):
            marks["xpos"][i] = "VBG"
        return Analysis(
            heads=above,
            labels=labels,
            xpos=marks["xpos"],
            upos=marks["upos"],
            names=decode.spans(marks["names"]),
            signals=self._signals(events),
            vectors=np.concatenate(events[2:], 1)[1:].astype("<f2").tobytes() if self._links is not None else b"",
        )

    def _signals(self, rows: Sequence[NDArray[np.float32]]) -> tuple[EventSignal, ...]:
        if self._links is None:
            return ()
        return signals.read(*rows, weights=self._links)

    def _labelled(self, found: NDArray[np.int64], dependents: NDArray[np.float32], heads: NDArray[np.float32]) -> list[str]:
        rows = range(0, len(found), _ROWS)
        scores = np.concatenate([self._label_scores(dependents[row : row + _ROWS], heads[row : row + _ROWS]) for row in rows])
        scores[:, self._root] = -np.inf
        best = scores.argmax(1).tolist()
        return ["root" if head == 0 else self._labels[number] for head, number in zip(found.tolist(), best, strict=True)]

    def _label_scores(self, dependents: NDArray[np.float32], heads: NDArray[np.float32]) -> NDArray[np.float32]:
        width, weights = dependents.shape[1], self._weights
        scores: NDArray[np.float32] = np.einsum("knb,nb->nk", dependents[None] @ self._products, heads)
        scores += dependents @ weights.linear[:width] + heads @ weights.linear[width:] + weights.bias
        return scores


def _joined(left: Analysis, right: Analysis, offset: int) -> Analysis:
    root = left.heads.index(0) + 1
    return Analysis(
        heads=left.heads + [head + offset if head else root for head in right.heads],
        labels=left.labels + ["parataxis" if label == "root" else label for label in right.labels],
        xpos=left.xpos + right.xpos,
        upos=left.upos + right.upos,
        names=left.names + [(first + offset, last + offset, label) for first, last, label in right.names],
        signals=left.signals + right.signals_from(offset),
        vectors=left.vectors + right.vectors,
    )


def vocabulary(path: Path) -> WordPiece:
    """The pieces of a vocab.txt, one a line, the line's number the id."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return WordPiece({piece: number for number, piece in enumerate(lines) if piece})


def digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal digits, as settings.json names it under "digests"."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def open_model(folder: Path = ASSETS, threads: int = 1) -> Model:
    """Open the assets in `folder`. Raises MissingAsset where one is not there, or is not the one that belongs to the others."""
    import onnxruntime

    for name in _FILES:
        if not (folder / name).is_file():
            raise MissingAsset(f"the English model lacks {name}; a complete installation holds {', '.join(_FILES)} in timeline/language/en")
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    for name, wanted in settings.get("digests", {}).items():
        if digest(folder / name) != wanted:
            raise MissingAsset(f"{name} of the English model is damaged or of another version; install Dateline again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOW_FUSION]
    )
    outputs = ["arcs", "dependents", "heads", *settings["tags"]]
    has_events = settings.get("event_heads", False)
    if has_events:
        outputs += ["events", "types", "triggers", "fillers"]
    stored = np.load(folder / "labels.npz")
    weights = LabelWeights(product=stored["product"], linear=stored["linear"], bias=stored["bias"])
    links = None
    if has_events:
        kinds = tuple(settings["types"])
        links = EventWeights(product=stored["link_product"], linear=stored["link_linear"], bias=stored["link_bias"], types=kinds)
    return Model(
        lambda arrays: session.run(outputs, dict(arrays)),
        vocabulary(folder / "vocab.txt"),
        settings["labels"],
        settings["tags"],
        weights,
        links=links,
    )
