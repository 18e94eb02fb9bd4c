"""Fits and measures the weights by which a reading is told as an event (timeline/events/selecting.py).

usage: python bench/weights.py [STORIES...]

STORIES are folders of annotated stories; without any, those that the model has not learned from: our held-out ones, gold's, and seeds/.
A logistic regression (ridge 2.0) of "the reading is an event of the story"; the weights are printed, figures are cross-validated by story.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.events import extract, selecting
from timeline.events.context import Context
from timeline.events.draft import Draft
from timeline.events.learned import Learned
from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Document

ROOT = Path(__file__).parents[1]
RIDGE, STEPS, FOLDS = 2.0, 40, 5
Floats = NDArray[np.float64]
sys.path.insert(0, str(ROOT / ".." / "shared" / "score"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One reading: what speaks for it, and whether it is an event."""

    story: str
    features: list[dict[str, float]]
    right: list[bool]
    placed: bool


def unseen_stories() -> list[dict[str, Any]]:
    """The stories from which the event heads have learned nothing."""
    from training.heads import gold, written

    stories = read(ROOT / ".." / "shared" / "gold" / "stories")
    held = gold._held([s["id"] for s in stories if s["id"] not in gold.NEVER_TRAINED]) | gold.NEVER_TRAINED
    ours = written.held_out()
    return read(ROOT / "seeds") + [s for s in written.stories() if s["id"] in ours] + [s for s in stories if s["id"] in held]


def readings(stories: Sequence[dict[str, Any]], pipeline: Pipeline) -> list[Choice]:
    """Every reading of the stories: what speaks for it, and whether it is an event of the story."""
    out: list[Choice] = []
    asked: list[tuple[int, int, dict[str, float]]] = []
    kept = extract.is_told  # type: ignore[attr-defined]

    def is_told(draft: Draft, context: Context, learned: Learned) -> bool:
        by_clause = selecting._by_clause(draft, context)
        asked.append((draft.start, draft.end, selecting.evidence(draft, learned, by_clause=by_clause)))
        return bool(kept(draft, context, learned))

    extract.is_told = is_told  # type: ignore[attr-defined]
    for story in stories:
        asked.clear()
        pipeline.extract(_document(story))
        out += [Choice(story=story["id"], features=[seen], right=[_event(story, a, b) is not None], placed=True) for a, b, seen in asked]
    extract.is_told = kept  # type: ignore[attr-defined]
    return out


def read(folder: Path) -> list[dict[str, Any]]:
    """The annotated stories under a folder."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.json"))]
    return [story for story in found if "events" in story and "order" in story]


def _document(story: dict[str, Any]) -> Document:
    return Document(
        id=story["id"], source=story["id"], title=story.get("title"), text=story["text"], published=story.get("published"),
        published_basis="given", language="en", digest=story["id"],
    )  # fmt: skip


def _event(story: dict[str, Any], start: int, end: int) -> dict[str, Any] | None:
    for event in story["events"]:
        if any(m["start"] < end and start < m["end"] for m in event["mentions"]):
            found: dict[str, Any] = event
            return found
    return None


def fit(data: Sequence[Choice], names: Sequence[str]) -> dict[str, float]:
    """The weights by feature."""
    rows = [[one.get(name, 0.0) for name in names] for choice in data for one in choice.features]
    x, y = np.array(rows), np.array([float(flag) for choice in data for flag in choice.right])
    w = np.zeros(x.shape[1])
    penalty = np.full(len(names), RIDGE)
    penalty[names.index("always")] = 0.0
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty) + 1e-9 * np.eye(len(w))
        w -= np.linalg.solve(hessian, gradient)
    return {name: round(float(value), 2) for name, value in zip(names, w, strict=True)}


def figures(data: Sequence[Choice], weights: dict[str, float], likely: float) -> dict[str, float]:
    """Of the choices: how many got a place, the share of these that are right, and of those with a place told that right place."""
    placed = right = can = none = empty = 0
    for choice in data:
        scores = [1 / (1 + np.exp(-sum(weights.get(n, 0.0) * v for n, v in one.items()))) for one in choice.features]
        best = int(np.argmax(scores))
        can += choice.placed
        empty += not choice.placed
        if scores[best] >= likely:
            placed += 1
            right += choice.right[best]
        elif not choice.placed:
            none += 1
    return {
        "placed": placed,
        "right": round(right / max(1, placed), 3),
        "recall": round(right / max(1, can), 3),
        "none kept": round(none / max(1, empty), 3),
    }


def crossed(data: Sequence[Choice], names: Sequence[str]) -> None:
    """Print the figures by threshold, each story judged by weights that were fitted without its fold."""
    known = sorted({choice.story for choice in data})
    parts = [{story for number, story in enumerate(known) if number % FOLDS == fold} for fold in range(FOLDS)]
    fitted = [fit([c for c in data if c.story not in part], names) for part in parts]
    for likely in (0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        found = [figures([c for c in data if c.story in part], w, likely) for part, w in zip(parts, fitted, strict=True)]
        total = sum(f["placed"] for f in found)
        print(likely, {"placed": total, **{k: round(float(np.mean([f[k] for f in found])), 3) for k in ("right", "recall", "none kept")}})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*", type=Path)
    options = parser.parse_args()
    data = readings([story for folder in options.stories for story in read(folder)] or unseen_stories(), open_pipeline())
    names = sorted({name for choice in data for name in choice.features[0]})
    print(len(data), "readings", fit(data, names))
    crossed(data, names)


if __name__ == "__main__":
    main()
