"""The event heads alone, on the vectors of an encoder that stays as it is: minutes instead of hours, and a start for the joint training."""

from collections.abc import Sequence
from random import Random

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from timeline.language.wordpiece import WordPiece
from training.batches import collate
from training.convert import Sentence
from training.heads.losses import losses
from training.heads.network import EventNetwork

SHARE_OF_SINGLES = 0.5
BATCH = 24
LOWEST_RATE = 0.2


def train_frozen(
    network: EventNetwork, sentences: Sequence[Sentence], wordpiece: WordPiece, *, rate: float, passes: int, seed: int
) -> None:
    """Train the event heads for some passes; of the sentences that occur once only a share is read."""
    copies: dict[int, tuple[Sentence, int]] = {}
    for sentence in sentences:
        copies[id(sentence)] = (sentence, copies.get(id(sentence), (sentence, 0))[1] + 1)
    random = Random(seed)
    kept = [(one, times) for one, times in copies.values() if times > 1 or random.random() < SHARE_OF_SINGLES]
    vectors = _vectors(network, [one for one, _ in kept], wordpiece)
    order = [number for number, (_, times) in enumerate(kept) for _ in range(times)]
    heads = [*network.events.parameters(), *network.links.parameters()]
    optimiser = torch.optim.AdamW(heads, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)
    steps = passes * -(-len(order) // BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, LOWEST_RATE, steps)
    torch.manual_seed(seed)
    network.train()
    for number in range(passes):
        random.shuffle(order)
        batches = [sorted(order[start : start + BATCH]) for start in range(0, len(order), BATCH)]
        total = 0.0
        for batch in batches:
            words = network.base.drop(pad_sequence([vectors[i] for i in batch], batch_first=True).float())
            loss = torch.stack([weight * value for weight, value in losses(network, words, [kept[i][0] for i in batch]).values()]).sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"frozen pass {number + 1}: loss {total / len(batches):.3f}", flush=True)


def _vectors(network: EventNetwork, sentences: Sequence[Sentence], wordpiece: WordPiece) -> list[Tensor]:
    """The encoder's vectors of every sentence, in half precision."""
    network.eval()
    out: list[Tensor] = [torch.empty(0)] * len(sentences)
    order = sorted(range(len(sentences)), key=lambda number: len(sentences[number]["words"]))
    with torch.no_grad():
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            words = network.base.words(collate([sentences[number] for number in chosen], wordpiece))
            for row, number in zip(words, chosen, strict=True):
                out[number] = row[: len(sentences[number]["words"]) + 1].half()
    return out
