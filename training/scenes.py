"""Fits the networks by which a text stays at a place and at a time (timeline/events/scenemodel.py), and measures them, crossed by story.

`python -m training.scenes [places] [times]`, by default both. The pipeline as it stands asks of every event without words for its place
(its time) which one of the scene is its own; the stories that train say which is right. An event that stays is a candidate for the next, so
the fit is made in rounds.
"""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from timeline.events.lasting import Lasting, TimeCandidate
from timeline.events.scenemodel import WIDTH, forget
from timeline.events.staying import Candidate, Staying
from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Document
from timeline.times import from_edtf
from training.heads import gold, written
from training.paths import ROOT

WEIGHTS = ROOT / "timeline" / "events"
NARROW, UNITS, NETWORKS, PASSES, FOLDS, ROUNDS = 24, 48, 3, 12, 5, 2
RATE, DECAY, BATCH, OPTIONAL = 2e-3, 0.05, 64, 0.7
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An event without words for its place or time: the candidates' features and vectors, which are right, whether the story tells one."""

    story: str
    features: list[dict[str, float]]
    event: np.ndarray[Any, Any]
    places: np.ndarray[Any, Any]
    right: list[bool]
    placed: bool
    optional: bool


class SceneNetwork(nn.Module):
    """The network that the run time computes, with dropout."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.event, self.place = nn.Linear(WIDTH, NARROW), nn.Linear(WIDTH, NARROW)
        self.hidden, self.out = nn.Linear(features + 2 * NARROW, UNITS), nn.Linear(UNITS, 1)
        self.linear = nn.Linear(features, 1, bias=False)
        self.product = nn.Parameter(torch.zeros(NARROW, NARROW))
        self.words, self.drop = nn.Dropout(0.5), nn.Dropout(0.3)

    def forward(self, seen: Tensor, event: Tensor, places: Tensor) -> Tensor:
        """[choices, candidates, features], [choices, WIDTH] and [choices, candidates, WIDTH] to scores."""
        told = torch.tanh(self.event(self.words(event)))[:, None].expand(-1, seen.shape[1], -1)
        where = torch.tanh(self.place(self.words(places)))
        units = self.drop(F.relu(self.hidden(torch.cat([seen, told, where], -1))))
        together = ((told @ self.product) * where).sum(-1)
        return (self.linear(seen) + self.out(units))[..., 0] + together


def own_stories() -> list[dict[str, Any]]:
    """Our stories that train, and gold's where they are there."""
    held = written.held_out()
    ours = [story for story in written.stories() if story["id"] not in held]
    return ours + [story for story in gold.stories() if story["id"] not in gold.NEVER_TRAINED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: the class whose `choose` asks it, the file of the answer's weights, what makes a candidate right, what is told."""

    asker: type[Staying] | type[Lasting]
    file: str
    right: Callable[[dict[str, Any], Any], bool]
    told: Callable[[dict[str, Any]], bool]


def choices(question: Question, stories: Sequence[dict[str, Any]], pipeline: Pipeline, *, blind: bool) -> list[Choice]:
    """Every event of the stories that was found and is asked for; `blind` where no scene is to go on yet."""
    out: list[Choice] = []
    asked: list[tuple[Any, int, Sequence[Any]]] = []
    asker: Any = question.asker
    kept = asker.choose

    def choose(self: Any, number: int, known: Sequence[Any]) -> Any:
        asked.append((self, number, self.candidates(number, known)))
        return None if blind else kept(self, number, known)

    asker.choose = choose
    try:
        for story in stories:
            asked.clear()
            pipeline.extract(_document(story))
            out += [one for asking, number, found in asked if found and (one := _choice(question, story, asking, number, found))]
    finally:
        asker.choose = kept
    return out


def _choice(question: Question, story: dict[str, Any], asking: Any, number: int, found: Sequence[Any]) -> Choice | None:
    trigger, tokens = asking.triggers[number], asking.context.tokens
    start, end = tokens[trigger.first].start, tokens[trigger.last - 1].end
    event = next((e for e in story["events"] if any(m["start"] < end and start < m["end"] for m in e["mentions"])), None)
    if event is None:
        return None
    return Choice(
        story=story["id"],
        features=[dict(c.features) for c in found],
        event=asking.vectors.trigger(trigger.head),
        places=asking.vectors.fillers([c.head for c in found]),
        right=[question.right(event, c) for c in found],
        placed=question.told(event),
        optional=event["optional"],
    )


def _right_place(event: dict[str, Any], candidate: Candidate) -> bool:
    """Whether the candidate is the place that the story names: by its words, or by where it is."""
    mention, place, wanted = candidate.mention, candidate.mention.place, event["place"]
    if wanted is None:
        return False
    if place is None or wanted["lat"] is None:
        return mention.text in wanted["text"] or wanted["text"] in mention.text
    coarse = {"country", "region", "sea", "other"}
    if (wanted["granularity"] == "country") != (place.granularity == "country"):
        return False
    near = 250.0 if wanted["granularity"] in coarse else 50.0
    return place.country == wanted["country"] if wanted["granularity"] == "country" else _km(wanted, place.lat, place.lon) <= near


def _right_time(event: dict[str, Any], candidate: TimeCandidate) -> bool:
    """Whether the candidate is the date of the event, to its days."""
    interval = candidate.dating.interval
    if event["date"] is None or interval is None:
        return False
    wanted = from_edtf(event["date"])
    return (wanted.earliest, wanted.latest) == (interval.earliest, interval.latest)


QUESTIONS = {
    "times": Question(asker=Lasting, file="days.npz", right=_right_time, told=lambda event: event["date"] is not None),
    "places": Question(asker=Staying, file="scenes.npz", right=_right_place, told=lambda event: event["place"] is not None),
}


def _km(wanted: dict[str, Any], lat: float, lon: float) -> float:
    from geopy.distance import great_circle

    return float(great_circle((wanted["lat"], wanted["lon"]), (lat, lon)).km)


def _document(story: dict[str, Any]) -> Document:
    return Document(
        id=story["id"], source=story["id"], title=story.get("title"), text=story["text"], published=story.get("published"),
        published_basis="given", language="en", digest=story["id"],
    )  # fmt: skip


Arrays = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]


def _arrays(data: Sequence[Choice], names: Sequence[str]) -> Arrays:
    most = max(len(choice.right) for choice in data)
    seen, places = torch.zeros(len(data), most, len(names)), torch.zeros(len(data), most, WIDTH)
    right, there = torch.zeros(len(data), most), torch.zeros(len(data), most)
    for i, choice in enumerate(data):
        count = len(choice.right)
        seen[i, :count] = torch.tensor([[one.get(name, 0.0) for name in names] for one in choice.features])
        places[i, :count] = torch.tensor(choice.places)
        right[i, :count], there[i, :count] = torch.tensor(choice.right).float(), 1
    event = torch.tensor(np.stack([choice.event for choice in data]))
    weight = torch.tensor([OPTIONAL if choice.optional else 1.0 for choice in data])
    return seen, event, places, right, there, weight


def fit(data: Sequence[Choice], names: Sequence[str], seed: int) -> SceneNetwork:
    """One network."""
    torch.manual_seed(seed)
    network = SceneNetwork(len(names))
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    arrays = _arrays(data, names)
    for _ in range(PASSES):
        for batch in torch.randperm(len(data)).split(BATCH):
            seen, event, places, right, there, weight = (array[batch] for array in arrays)
            scores = network(seen, event, places)
            loss = (F.binary_cross_entropy_with_logits(scores, right, reduction="none") * there * weight[:, None]).sum() / there.sum()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    return network.eval()


def chances(networks: Sequence[SceneNetwork], data: Sequence[Choice], names: Sequence[str]) -> list[np.ndarray[Any, Any]]:
    """The chances of each choice's candidates."""
    seen, event, places, _, there, _ = _arrays(data, names)
    with torch.no_grad():
        mean = torch.stack([torch.sigmoid(network(seen, event, places)) for network in networks]).mean(0) * there
    return [row[: len(choice.right)] for row, choice in zip(mean.numpy(), data, strict=True)]


def crossed(data: Sequence[Choice], names: Sequence[str]) -> None:
    """Print the figures by threshold, each story judged by networks that were fitted without its fold; optional events left out."""
    known = sorted({choice.story for choice in data})
    Random(0).shuffle(known)
    judged: list[tuple[Choice, float, bool]] = []
    for fold in range(FOLDS):
        part = set(known[fold::FOLDS])
        networks = [fit([c for c in data if c.story not in part], names, seed) for seed in range(NETWORKS)]
        test = [c for c in data if c.story in part and not c.optional]
        judged += [(c, float(p.max()), c.right[int(p.argmax())]) for c, p in zip(test, chances(networks, test, names), strict=True)]
    told = sum(c.placed for c, _, _ in judged)
    for likely in THRESHOLDS:
        taken = [(right, c.placed) for c, chance, right in judged if chance >= likely]
        right, none = sum(r for r, _ in taken), sum(chance < likely and not c.placed for c, chance, _ in judged)
        print(
            f"from {likely}: {len(taken)} placed, right {right / max(1, len(taken)):.3f}, found {right / told:.3f},",
            f"none kept {none / (len(judged) - told):.3f}, rows {right + none}",
            flush=True,
        )


def store(networks: Sequence[SceneNetwork], names: Sequence[str], path: Path) -> None:
    """Write the networks as the run time reads them, in half precision."""

    def stacked(read: Any) -> np.ndarray[Any, Any]:
        return np.stack([read(network).detach().numpy() for network in networks]).astype(np.float16)

    arrays = {
        "event": stacked(lambda n: n.event.weight.T),
        "event_bias": stacked(lambda n: n.event.bias),
        "place": stacked(lambda n: n.place.weight.T),
        "place_bias": stacked(lambda n: n.place.bias),
        "hidden": stacked(lambda n: n.hidden.weight.T),
        "hidden_bias": stacked(lambda n: n.hidden.bias),
        "linear": stacked(lambda n: n.linear.weight[0]),
        "out": stacked(lambda n: n.out.weight[0]),
        "bias": stacked(lambda n: n.out.bias[0]),
        "product": stacked(lambda n: n.product),
    }
    np.savez(path, names=np.array(names), **arrays)
    forget()


def main(asked: Sequence[str]) -> None:
    """Fit in rounds and write the weights; figures of the last round. Times before places, which look at them."""
    stories, pipeline = own_stories(), open_pipeline()
    for name, question in QUESTIONS.items():
        for number in range(ROUNDS if name in asked or not asked else 0):
            data = choices(question, stories, pipeline, blind=number == 0)
            names = sorted({name for choice in data for one in choice.features for name in one})
            can = sum(any(c.right) for c in data)
            print(
                json.dumps({name: number, "events": len(data), "told": sum(c.placed for c in data), "among the candidates": can}),
                flush=True,
            )
            if number == ROUNDS - 1:
                crossed(data, names)
            store([fit(data, names, seed) for seed in range(NETWORKS)], names, WEIGHTS / question.file)


if __name__ == "__main__":
    main(sys.argv[1:])
