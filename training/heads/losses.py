"""What the event heads are trained to lower."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from timeline.language.signals import FACTUALITY, MENTION, ROLES, STATUSES, STORY
from training.batches import IGNORED, targets
from training.convert import Sentence
from training.heads.drafts import TYPES, Links
from training.heads.gold import VERB_WEIGHT
from training.heads.network import EventNetwork

STATUS_WEIGHTS = (1.0, 2.0, 2.0, 2.5, 2.5)
TYPE_NUMBERS = {name: number for number, name in enumerate(TYPES)} | {"-": IGNORED}
MARKS = {"B": 0, "I": 1, "O": 2, "-": IGNORED}


def losses(network: EventNetwork, words: Tensor, sentences: Sequence[Sentence]) -> dict[str, tuple[float, Tensor]]:
    """The losses of one batch, with their weights; `words` are the encoder's vectors, the root first."""
    scores = network.events(words)
    out = {
        "mention": (1.0, _marks(scores[..., MENTION], sentences, "mention")),
        "story": (1.0, _marks(scores[..., STORY], sentences, "story")),
        "factuality": (0.5, _statuses(scores[..., FACTUALITY], sentences)),
    }
    kinds = targets(sentences, "types", TYPE_NUMBERS.__getitem__).flatten()
    if bool((kinds != IGNORED).any()):
        each = F.cross_entropy(network.types(words).flatten(0, 1), kinds, ignore_index=IGNORED, reduction="sum")
        out["types"] = (0.5, each / (kinds != IGNORED).sum().clamp(min=5))
    rows = [(s, w, links) for s, one in enumerate(sentences) for w, links in enumerate(one["links"]) if links]
    if rows:
        sentence, word = (torch.tensor([row[column] for row in rows]) for column in (0, 1))
        wanted, known = link_targets([links for *_, links in rows], [len(sentences[s]["words"]) for s, *_ in rows], words.shape[1])
        loss = F.binary_cross_entropy_with_logits(network.links(words, sentence, word + 1), wanted, weight=known, reduction="sum")
        out["links"] = (0.3, loss / len(rows))
    return out


def _marks(scores: Tensor, sentences: Sequence[Sentence], column: str) -> Tensor:
    wanted = targets(sentences, column, MARKS.__getitem__).flatten()
    weights = torch.zeros_like(wanted, dtype=scores.dtype).view(len(sentences), -1)
    for row, sentence in zip(weights, sentences, strict=True):
        row[1 : len(sentence["weight"]) + 1] = torch.tensor(sentence["weight"])
    if column == "mention":
        weights = (weights != 0).to(scores.dtype) * torch.where(weights == VERB_WEIGHT, VERB_WEIGHT, 1.0)
    each = F.cross_entropy(scores.flatten(0, 1), wanted, ignore_index=IGNORED, reduction="none")
    weight = weights.flatten() * (wanted != IGNORED)
    return (each * weight).sum() / weight.sum().clamp(min=20.0)


def _statuses(scores: Tensor, sentences: Sequence[Sentence]) -> Tensor:
    """The negative logarithm of the chance that the status is one of those left open."""
    places, allowed, weights = [], [], []
    for number, sentence in enumerate(sentences):
        for word, value in enumerate(sentence["factuality"]):
            if value != "-":
                left = [status in value.split("|") for status in STATUSES]
                places.append((number, word + 1))
                allowed.append(left)
                weights.append(STATUS_WEIGHTS[left.index(True)] if sum(left) == 1 else 0.3)
    if not places:
        return scores.sum() * 0
    rows, columns = torch.tensor(places).T
    chances = scores[rows, columns].log_softmax(-1).masked_fill(~torch.tensor(allowed), float("-inf")).logsumexp(-1)
    weight = torch.tensor(weights)
    return -(chances * weight).sum() / weight.sum().clamp(min=5.0)


def link_targets(links: Sequence[Links], lengths: Sequence[int], width: int) -> tuple[Tensor, Tensor]:
    """What is wanted and what is known, [triggers, words with the root, roles] each."""
    wanted, known = torch.zeros(2, len(links), width, len(ROLES))
    for row, (roles, length) in enumerate(zip(links, lengths, strict=True)):
        for role, (filled, unsaid) in roles.items():
            number = ROLES.index(role)
            known[row, 1 : length + 1, number] = 1.0
            known[row, [i + 1 for i in unsaid if i < length], number] = 0.0
            known[row, [i + 1 for i in filled], number] = 1.0
            wanted[row, [i + 1 for i in filled], number] = 1.0
    return wanted, known
