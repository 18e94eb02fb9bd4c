"""Trains the event heads together with the base tasks, from a base checkpoint, within a budget of seconds or of steps."""

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor

from training import train as base_train
from training.batches import Stream, collate
from training.convert import Sentence, read
from training.heads import evaluate, gold
from training.heads.frozen import train_frozen
from training.heads.losses import losses
from training.heads.network import EventNetwork
from training.heads.silver import silver
from training.paths import WORK
from training.vary import vary

COPIES = {"ecbplus": 5, "meantime": 5, "stories": 6, "eventplace": 1}
SILVER = 3000


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
    new_rate: float = 5e-4
    warm_up: float = 0.08
    shares: tuple[float, float, float] = (0.6, 0.24, 0.16)
    frozen_rate: float = 1.5e-3
    frozen_passes: int = 5
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
        self.sentences = training_sentences(train, plan.seed)
        self.streams = self.base.streams | {"events": Stream(self.sentences, plan.pieces, plan.seed + 2)}
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

    def save(self, path: Path) -> None:
        """Write the checkpoint, whole or not at all."""
        stored: dict[str, Any] = {
            "network": self.network.state_dict(),
            "settings": self.base.settings.to_dict(),
            "plan": asdict(self.plan),
            "step": self.step,
            "elapsed": self.elapsed,
        }
        half = path.with_suffix(".part")
        torch.save(stored, half)
        half.replace(path)

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
                self.save(self.path)
        self.save(self.path)
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
        words = self.network.base.words(collate(sentences, self.base.wordpiece))
        return losses(self.network, words, sentences)


def training_sentences(train: dict[str, list[Sentence]], seed: int) -> list[Sentence]:
    """All sets in the proportions of COPIES, and a sample of the treebanks with silver marks."""
    out = [sentence for name, sentences in sorted(train.items()) for sentence in sentences * COPIES[name]]
    trees = [s for s in silver(read("syntax.train")) if 6 <= len(s["words"]) <= 60]
    return out + Random(seed).sample(trees, SILVER)


def train(plan: Plan, name: str, start: Path) -> Path:
    """Train under a name; answers the checkpoint in training/work/."""
    torch.set_num_threads(plan.threads)
    path = WORK / f"{name}.pt"
    (WORK / f"{name}.json").write_text(json.dumps(asdict(plan) | {"start": start.name}, indent=1) + "\n", encoding="utf-8")
    trainer = Trainer(plan, path, start)
    trainer.base.report()
    train_frozen(
        trainer.network, trainer.sentences, trainer.base.wordpiece, rate=plan.frozen_rate, passes=plan.frozen_passes, seed=plan.seed
    )
    trainer.report()
    trainer.save(path.with_stem(f"{name}-frozen"))
    trainer.train()
    return path
