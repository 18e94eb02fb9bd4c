"""What the base tasks (tree, tags, names) are trained to lower."""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from timeline.language.wordpiece import WordPiece
from training.batches import IGNORED, collate, targets
from training.convert import Sentence
from training.network import PAD, Network

Losses = dict[str, tuple[float, Tensor]]
Numbers = Mapping[str, Mapping[str, int]]


def numbers(network: Network) -> dict[str, dict[str, int]]:
    """The number of every label, by column."""
    settings = network.settings
    lists = settings.tags | {"labels": settings.labels}
    return {name: {label: i for i, label in enumerate(labels)} for name, labels in lists.items()}


def syntax_losses(network: Network, sentences: Sequence[Sentence], wordpiece: WordPiece, known: Numbers) -> Losses:
    """Arcs, labels of the gold arcs, both tags; each with its weight."""
    batch = collate(sentences, wordpiece)
    words = network.words(batch)
    heads = targets(sentences, "heads", int)
    arcs = network.arcs(words) + ((batch["word_mask"] - 1) * -PAD)[:, None, :]
    arcs = arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool)[None], PAD)
    labels = network.labels(words, heads.clamp(min=0))
    losses = {"arcs": (1.0, _loss(arcs, heads)), "labels": (1.0, _loss(labels, targets(sentences, "labels", known["labels"].__getitem__)))}
    for name in ("xpos", "upos"):
        losses[name] = (0.5, _loss(network.tags[name](words), targets(sentences, name, known[name].__getitem__)))
    return losses


def names_losses(network: Network, sentences: Sequence[Sentence], wordpiece: WordPiece, known: Numbers) -> Losses:
    """BIO marks of names; words that nobody has marked are left out."""
    words = network.words(collate(sentences, wordpiece))
    wanted = targets(sentences, "names", lambda mark: known["names"].get(mark, IGNORED))
    return {"names": (1.0, _loss(network.tags["names"](words), wanted))}


def _loss(scores: Tensor, wanted: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)
