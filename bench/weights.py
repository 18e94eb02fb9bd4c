"""Fits and measures the weights by which a text stays at a place (timeline/events/staying.py) and a reading is told (selecting.py).

usage: python bench/weights.py staying [--fit] [STORIES...]
       python bench/weights.py selecting [STORIES...]

STORIES are folders of annotated stories. Without any, `staying` reads our own that train, ../shared/gold and seeds/; `selecting` reads
those from which the model has learned nothing: our held-out fifth, gold's, and seeds/. Both are logistic regressions (ridge 2.0): of "the
event is at this candidate", run three times, since an event that stays is a candidate for the next (--fit writes staying.json), and of
"the reading is an event of the story" (weights are printed). Figures are cross-validated by story.
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

from timeline.events import extract, selecting, staying
from timeline.events.context import Context
from timeline.events.draft import Draft
from timeline.events.learned import Learned
from timeline.events.locating import Location
from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Document, PlaceMention

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "timeline" / "events" / "staying.json"
RIDGE, ROUNDS, STEPS, FOLDS = 2.0, 3, 40, 5
Floats = NDArray[np.float64]
sys.path.insert(0, str(ROOT / ".." / "shared" / "score"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One event without words for its place: what each candidate looks like, and whether it is right."""

    story: str
    features: list[dict[str, float]]
    right: list[bool]
    placed: bool


def own_stories() -> list[dict[str, Any]]:
    """Our stories that train, and gold's where it is there."""
    from training.heads import gold, written

    ours = written.stories()
    held = gold._held([story["id"] for story in ours])
    return [story for story in ours if story["id"] not in held] + read(ROOT / ".." / "shared" / "gold" / "stories") + read(ROOT / "seeds")


def unseen_stories() -> list[dict[str, Any]]:
    """The stories from which the event heads have learned nothing."""
    from training.heads import gold, written

    out = read(ROOT / "seeds")
    for stories in (written.stories(), read(ROOT / ".." / "shared" / "gold" / "stories")):
        trained = [s["id"] for s in stories if s["id"] not in gold.NEVER_TRAINED]
        held = gold._held(trained) | gold.NEVER_TRAINED
        out += [story for story in stories if story["id"] in held]
    return out


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


def choices(stories: Sequence[dict[str, Any]], pipeline: Pipeline) -> list[Choice]:
    """Every event of the stories that was found and has no place of its own words."""
    out: list[Choice] = []
    asked: list[tuple[Context, int, int, list[staying.Candidate]]] = []
    kept = staying.Staying.choose

    def choose(self: staying.Staying, number: int, locations: Sequence[Location]) -> Location | None:
        trigger = self.triggers[number]
        tokens = self.context.tokens
        start, end = tokens[trigger.first].start, tokens[trigger.last - 1].end
        asked.append((self.context, start, end, self.candidates(number, locations)))
        return kept(self, number, locations)

    staying.Staying.choose = choose  # type: ignore[method-assign]
    try:
        for story in stories:
            asked.clear()
            pipeline.extract(_document(story))
            for _, start, end, candidates in asked:
                event = _event(story, start, end)
                if event is not None and candidates:
                    right = [_right(event["place"], candidate.mention) for candidate in candidates]
                    placed = event["place"] is not None
                    out.append(Choice(story=story["id"], features=[dict(c.features) for c in candidates], right=right, placed=placed))
    finally:
        staying.Staying.choose = kept  # type: ignore[method-assign]
    return out


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


def _right(wanted: dict[str, Any] | None, mention: PlaceMention) -> bool:
    import stories as scorer

    place = mention.place
    if wanted is None or place is None:
        return wanted is not None and mention.text in wanted["text"]
    told = {"lat": place.lat, "lon": place.lon, "country": place.country, "granularity": place.granularity}
    return bool(scorer.place_right(wanted, told))


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
    parser.add_argument("what", choices=["staying", "selecting"])
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("stories", nargs="*", type=Path)
    options = parser.parse_args()
    own = own_stories if options.what == "staying" else unseen_stories
    stories = [story for folder in options.stories for story in read(folder)] or own()
    pipeline = open_pipeline()
    if options.what == "selecting":
        data = readings(stories, pipeline)
        names = sorted({name for choice in data for name in choice.features[0]})
        print(len(data), "readings", fit(data, names))
        crossed(data, names)
        return
    for _ in range(ROUNDS if options.fit else 1):
        data = choices(stories, pipeline)
        names = sorted({name for choice in data for one in choice.features for name in one})
        print(
            len(data),
            "events,",
            sum(c.placed for c in data),
            "with a place,",
            sum(any(c.right) for c in data),
            "with it among the candidates",
        )
        if options.fit:
            weights = fit(data, names)
            WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
            staying.weights.cache_clear()
            crossed(data, names)
        else:
            for likely in (0.4, 0.5, 0.6):
                print(likely, figures(data, staying.weights(), likely))


if __name__ == "__main__":
    main()
