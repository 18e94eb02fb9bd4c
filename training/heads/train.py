"""Trains the event heads together with the base tasks, from a base checkpoint, within a budget of seconds or of steps."""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from timeline.language.signals import FACTUALITY, MENTION, ROLES, STATUSES, STORY
from timeline.language.wordpiece import WordPiece
from training import train as base_train
from training.batches import IGNORED, Stream, collate, targets
from training.convert import Sentence, read
from training.heads import evaluate, gold
from training.heads.drafts import Links
from training.heads.network import EventNetwork
from training.heads.silver import silver
from training.paths import WORK
from training.vary import vary

COPIES = {"ecbplus": 5, "meantime": 5, "stories": 6, "eventplace": 1}
SILVER = 3000
STATUS_WEIGHTS = (1.0, 2.0, 2.0, 2.5, 2.5)
MARKS = {"B": 0, "I": 1, "O": 2, "-": IGNORED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train; `steps` replaces `seconds` where the run must be repeatable to the bit."""

    seconds: float
    steps: int | None = None
    seed: int = 0
    threads: int = 2
    pieces: int = 800
    encoder_rate: float = 1e-4
    head_rate: float = 5e-4
    new_rate: float = 1.5e-3
    warm_up: float = 0.08
    shares: tuple[float, float, float] = (0.5, 0.3, 0.2)
    reports: int = 2
    sample: int = 120


TASKS = ("events", "syntax", "names")


class Trainer:
    """The base trainer's network, data and losses, the event heads beside them, one optimiser over all."""

    def __init__(self, plan: Plan, checkpoint: Path, start: Path) -> None:
        self.plan = plan
        self.path = checkpoint
        base_plan = base_train.Plan(seconds=plan.seconds, seed=plan.seed, threads=plan.threads, pieces=plan.pieces, sample=plan.sample)
        self.base = base_train.Trainer(base_plan, checkpoint.with_suffix(".none"), start)
        torch.manual_seed(plan.seed)
        self.network = EventNetwork(self.base.network)
        train, self.development = gold.split()
        self.streams = self.base.streams | {"events": Stream(training_sentences(train, plan.seed), plan.pieces, plan.seed + 2)}
        self.optimiser = self._optimiser()
        self.step, self.elapsed = 0, 0.0
        self.owed = dict.fromkeys(TASKS, 0.0)

    def _optimiser(self) -> torch.optim.Optimizer:
        plan, new = self.plan, [*self.network.events.parameters(), *self.network.links.parameters()]
        encoder = [p for p in self.network.base.encoder.parameters() if p.requires_grad]
        known = {id(parameter) for parameter in encoder + new}
        heads = [p for p in self.network.parameters() if p.requires_grad and id(p) not in known]
        groups = [(encoder, plan.encoder_rate), (heads, plan.head_rate), (new, plan.new_rate)]
        options = [{"params": parameters, "base": rate} for parameters, rate in groups]
        return torch.optim.AdamW(options, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True)

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        stored: dict[str, Any] = {
            "network": self.network.state_dict(),
            "settings": self.base.settings.to_dict(),
            "plan": asdict(self.plan),
            "step": self.step,
            "elapsed": self.elapsed,
        }
        half = self.path.with_suffix(".part")
        torch.save(stored, half)
        half.replace(self.path)

    def progress(self) -> float:
        """From 0 to 1."""
        return self.step / self.plan.steps if self.plan.steps else self.elapsed / self.plan.seconds

    def train(self) -> None:
        """Step until the budget is spent; report and save on the way and at the end."""
        report = 1
        began = time.monotonic()
        smooth: dict[str, float] = {}
        while (progress := self.progress()) < 1:
            losses = self._step(progress)
            smooth |= {name: 0.95 * smooth.get(name, value) + 0.05 * value for name, value in losses.items()}
            self.step += 1
            self.elapsed = time.monotonic() - began
            if self.step % 50 == 0:
                print(f"step {self.step} {self.elapsed:.0f}s", {k: round(v, 3) for k, v in sorted(smooth.items())}, flush=True)
            if self.progress() * self.plan.reports >= report:
                report += 1
                self.report()
                self.save()
        self.save()
        print(f"done: {self.step} steps, {self.elapsed:.0f} s, { ({n: s.state for n, s in self.streams.items()}) }", flush=True)

    def report(self) -> None:
        """Scores on the development sets, base tasks first."""
        self.base.report()
        self.network.eval()
        sample = {name: Random(1).sample(data, min(len(data), 200)) for name, data in self.development.items()}
        evaluate.evaluate(evaluate.of_network(self.network, self.base.wordpiece), sample)

    def _step(self, progress: float) -> dict[str, float]:
        torch.manual_seed(self.plan.seed * 1_000_003 + self.step)
        random = Random(f"{self.plan.seed}/{self.step}")
        warm_up = self.plan.warm_up
        rate = min(1.0, progress / warm_up) * max(0.01, 1 - max(0.0, progress - warm_up) / (1 - warm_up))
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * rate
        self.network.train()
        task = self._next_task()
        sentences = [vary(sentence, random) for sentence in self.streams[task].next()]
        losses = self._losses(task, sentences)
        loss = torch.stack([weight * value for weight, value in losses.values()]).sum()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        return {name: value.item() for name, (_, value) in losses.items()}

    def _next_task(self) -> str:
        """The task that is furthest behind its share."""
        for task, share in zip(TASKS, self.plan.shares, strict=True):
            self.owed[task] += share
        task = max(TASKS, key=lambda name: self.owed[name])
        self.owed[task] -= 1
        return task

    def _losses(self, task: str, sentences: list[Sentence]) -> dict[str, tuple[float, Tensor]]:
        if task == "syntax":
            return self.base._syntax_losses(sentences)
        if task == "names":
            return self.base._names_losses(sentences)
        return losses(self.network, sentences, self.base.wordpiece)


def training_sentences(train: dict[str, list[Sentence]], seed: int) -> list[Sentence]:
    """All sets in the proportions of COPIES, and a sample of the treebanks with silver marks."""
    out = [sentence for name, sentences in sorted(train.items()) for sentence in sentences * COPIES[name]]
    trees = [s for s in silver(read("syntax.train")) if 6 <= len(s["words"]) <= 60]
    return out + Random(seed).sample(trees, SILVER)


def losses(network: EventNetwork, sentences: Sequence[Sentence], wordpiece: WordPiece) -> dict[str, tuple[float, Tensor]]:
    """The event heads' losses of one batch, with their weights."""
    words = network.base.words(collate(sentences, wordpiece))
    scores = network.events(words)
    out = {
        "mention": (1.0, _marks(scores[..., MENTION], sentences, "mention")),
        "story": (1.0, _marks(scores[..., STORY], sentences, "story")),
        "factuality": (0.5, _statuses(scores[..., FACTUALITY], sentences)),
    }
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
        weights = (weights != 0).to(scores.dtype) * torch.where(weights == gold.VERB_WEIGHT, gold.VERB_WEIGHT, 1.0)
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


def train(plan: Plan, name: str, start: Path) -> Path:
    """Train under a name; answers the checkpoint in training/work/."""
    torch.set_num_threads(plan.threads)
    path = WORK / f"{name}.pt"
    (WORK / f"{name}.json").write_text(json.dumps(asdict(plan) | {"start": start.name}, indent=1) + "\n", encoding="utf-8")
    trainer = Trainer(plan, path, start)
    trainer.base.report()
    trainer.train()
    return path
