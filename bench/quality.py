"""Measures how good rows are and what is wrong with the others: calibration and the commonest classes of errors, for docs/quality.md.

usage: python bench/quality.py [--fit] [--write]

Reads the stories of ../shared/gold (where it is there) and of seeds/, runs the program on them and scores with tests/quality/scorer.py.
--fit prints the weights of timeline/events/weighing.py: logistic regression (ridge 1.0) of "the row is right" on its evidence; AUC and
Brier score are cross-validated, a story at a time. --write renews docs/quality.md and docs/calibration.svg.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.quality import scorer
from tests.quality.days import stretch
from timeline.events import extract, weighing
from timeline.events.context import Context
from timeline.events.draft import Draft
from timeline.export import annotation
from timeline.pipeline import open_pipeline
from timeline.records import Document, Event

ROOT = Path(__file__).parents[1]
SOURCES = {"gold": ROOT / ".." / "shared" / "gold" / "stories", "seeds": ROOT / "seeds"}
RIDGE, STEPS, BINS, RESAMPLED = 1.0, 60, 5, 1000
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One counted row: its story, its evidence, what it was said to be worth, whether it is right."""

    story: str
    evidence: dict[str, float]
    confidence: float
    right: bool


def stories(folder: Path) -> list[dict[str, Any]]:
    """The annotated stories under a folder."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.json"))]
    return [story for story in found if "events" in story and "order" in story]


def measure(data: Sequence[dict[str, Any]]) -> tuple[list[Row], Counter[str]]:
    """The counted rows of all stories, and how often each class of error occurs."""
    pipeline = open_pipeline()
    rows: list[Row] = []
    errors: Counter[str] = Counter()
    evidence: dict[str, dict[str, float]] = {}
    said: list[dict[str, float]] = []
    made = extract._event

    def confidence(draft: Draft, chance: float) -> float:
        said.append(weighing.evidence(draft, chance))
        return weighing.confidence(draft, chance)

    def event_of(group: Sequence[Draft], context: Context) -> Event:
        event = made(group, context)
        evidence[event.id] = said.pop()
        return event

    extract.confidence, extract._event = confidence, event_of  # type: ignore[attr-defined]
    for story in data:
        document = Document(
            id=story["id"], source=story["id"], title=story.get("title"), text=story["text"], published=story.get("published"),
            published_basis="given", language="en", digest=story["id"],
        )  # fmt: skip
        rows += _score(story, annotation(pipeline.extract(document))["events"], evidence, errors)
    return rows, errors


def _score(story: dict[str, Any], told: list[dict[str, Any]], evidence: dict[str, dict[str, float]], errors: Counter[str]) -> list[Row]:
    main = [event for event in story["events"] if not event["optional"]]
    optional = [event for event in story["events"] if event["optional"]]
    pairs = scorer._pair(story["text"], main, told)
    taken = {id(answer): name for name, answer in pairs.items()}
    right = {}
    for event in main:
        if event["id"] in pairs:
            right[event["id"]] = _judge(event, pairs[event["id"]], errors)
        else:
            errors[f"missed: {event['type']}"] += 1
    out = []
    for answer in told:
        name = taken.get(id(answer))
        if name is None:
            if answer["type"] == "statement" or any(scorer._tells(story["text"], answer, event) for event in optional):
                continue
            errors[f"no event of the story: {answer['type']}"] += 1
        row = Row(
            story=story["id"], evidence=evidence.get(answer["id"], {}), confidence=answer["confidence"], right=bool(name and right[name])
        )
        out.append(row)
    return out


def _judge(event: dict[str, Any], answer: dict[str, Any], errors: Counter[str]) -> bool:
    tally: Counter[str] = Counter()
    perfect = scorer._count_row(event, answer, tally)
    wanted, given = stretch(event["date"]), stretch(answer["date"])
    if wanted != given:
        if wanted is None:
            errors["date: told where the text has none" if tally["invented_date_right"] else "date: vague one where the text has none"] += 1
        else:
            errors["date: none told" if given is None else "date: too wide or narrow" if wanted.overlaps(given) else "date: another"] += 1
    place, told = event["place"], answer["place"]
    if place is None and told is not None:
        errors["place: told where the text has none"] += 1
    elif place is not None and not scorer._same_place(place, told):
        kind = "none told" if told is None else "name not resolved" if told["lat"] is None else "another"
        errors[f"place: {kind} ({place['granularity']})"] += 1
    if not scorer._count_who(event, answer, Counter()):
        errors["who: nobody" if not answer["actors"] else "who: others"] += 1
    if not scorer._same_status(event["status"], answer["status"]):
        errors[f"status: {answer['status']} for {event['status']}"] += 1
    if not tally["type_right"]:
        errors[f"type: {answer['type']} for {event['type']}"] += 1
    return perfect


def matrix(rows: Sequence[Row]) -> tuple[Floats, Floats]:
    """Evidence with a column of ones, and 0 or 1."""
    names = list(weighing._WEIGHTS)
    return (
        np.array([[1.0, *(row.evidence.get(name, 0.0) for name in names)] for row in rows]),
        np.array([float(row.right) for row in rows]),
    )


def fitted(x: Floats, y: Floats) -> Floats:
    """Weights of ridge logistic regression by Newton's method; the first, the bias, is free."""
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 0.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - chance) - penalty * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(penalty + 1e-9)
        weights += np.linalg.solve(curve, slope)
    return weights


def folded(rows: Sequence[Row]) -> Floats:
    """The chance of every row by weights fitted to the other stories."""
    x, y = matrix(rows)
    out = np.zeros(len(rows))
    names = np.array([row.story for row in rows])
    for name in sorted(set(names)):
        out[names == name] = 1 / (1 + np.exp(-x[names == name] @ fitted(x[names != name], y[names != name])))
    return out


def auc(chance: Floats, right: Floats) -> float:
    """The share of pairs of a right and a wrong row in which the right one has the higher chance."""
    good, bad = chance[right == 1], chance[right == 0]
    return float(((good[:, None] > bad) + 0.5 * (good[:, None] == bad)).mean())


def bins(chance: Floats, rows: Sequence[Row]) -> list[tuple[float, float, float, float, int]]:
    """Mean chance, share right, its 90% interval over resampled stories, and rows, for BINS parts of equal size."""
    random = np.random.default_rng(0)
    order = np.argsort(chance, kind="stable")
    right = np.array([float(row.right) for row in rows])
    names = np.array([row.story for row in rows])
    out = []
    for part in np.array_split(order, BINS):
        groups = [right[part][names[part] == name] for name in sorted(set(names[part]))]
        shares = [
            float(np.concatenate([groups[i] for i in random.integers(len(groups), size=len(groups))]).mean()) for _ in range(RESAMPLED)
        ]
        low, high = np.quantile(shares, [0.05, 0.95])
        out.append((float(chance[part].mean()), float(right[part].mean()), float(low), float(high), len(part)))
    return out


def svg(points: Iterable[tuple[float, float, float, float, int]]) -> str:
    """The calibration plot: said across, true upwards, the diagonal where both are one."""
    size, edge = 360, 50

    def at(x: float, y: float) -> tuple[float, float]:
        return round(edge + x * size, 1), round(edge / 2 + (1 - y) * size, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + 70} {size + 80}" font-family="sans-serif" font-size="12">',
        "<title>Confidence said, and share of rows that are right</title>",
        f'<rect width="{size + 70}" height="{size + 80}" fill="white"/>',
        f'<path d="M{at(0, 0)[0]} {at(0, 0)[1]} L{at(1, 1)[0]} {at(1, 1)[1]}" stroke="#999" stroke-dasharray="4"/>',
        f'<path d="M{at(0, 1)[0]} {at(0, 1)[1]} L{at(0, 0)[0]} {at(0, 0)[1]} L{at(1, 0)[0]} {at(1, 0)[1]}" stroke="#333" fill="none"/>',
    ]
    for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        x, y = at(tick, 0)
        parts.append(f'<text x="{x}" y="{y + 16}" text-anchor="middle">{tick:.1f}</text>')
        x, y = at(0, tick)
        parts.append(f'<text x="{x - 6}" y="{y + 4}" text-anchor="end">{tick:.1f}</text>')
    for said, true, low, high, _ in points:
        (x, y), (_, top), (_, bottom) = at(said, true), at(said, high), at(said, low)
        parts.append(f'<path d="M{x} {top} V{bottom}" stroke="#06c" stroke-width="2"/><circle cx="{x}" cy="{y}" r="5" fill="#06c"/>')
    parts.append(f'<text x="{edge + size / 2}" y="{size + 66}" text-anchor="middle">confidence (cross-validated by story)</text></svg>')
    return "\n".join(parts) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    data = [story for folder in SOURCES.values() if folder.is_dir() for story in stories(folder)]
    rows, errors = measure(data)
    right = np.array([float(row.right) for row in rows])
    chance = folded(rows)
    said = np.array([row.confidence for row in rows])
    print(f"{len(rows)} rows of {len(data)} stories, {right.mean():.3f} right")
    print(f"shipped: AUC {auc(said, right):.3f}, Brier {((said - right) ** 2).mean():.3f}")
    print(f"cross-validated: AUC {auc(chance, right):.3f}, Brier {((chance - right) ** 2).mean():.3f}; always the mean: {right.var():.3f}")
    points = bins(chance, rows)
    for point in points:
        print("  said {:.2f}, right {:.2f} ({:.2f} to {:.2f}), {} rows".format(*point))
    if options.fit:
        weights = fitted(*matrix(rows))
        print(f"_BIAS = {weights[0]:.2f}")
        print({name: round(float(weight), 2) for name, weight in zip(weighing._WEIGHTS, weights[1:], strict=True)})
    for name, number in errors.most_common(20):
        print(f"{number:4} {name}")
    if options.write:
        write(points, errors, len(data), rows)


def write(points: Sequence[tuple[float, float, float, float, int]], errors: Counter[str], count: int, rows: Sequence[Row]) -> None:
    """docs/quality.md and its plot."""
    (ROOT / "docs" / "calibration.svg").write_text(svg(points), encoding="utf-8")
    lines = [
        "# How good the rows are",
        "",
        f"Made by `python bench/quality.py --write` from {count} annotated stories (the gold ones beside the project and `seeds/`):",
        f"{len(rows)} rows, {sum(row.right for row in rows)} of them right in everything: an event of the story, its date, place, actor",
        "and status. Rules and model were made with these stories, so expect less of other text.",
        "",
        "## What a confidence means",
        "",
        "A row's confidence is the chance that all of it is right. The weights come from logistic regression; for the figures below",
        "each story's rows were judged by weights fitted to the others. The bars are 90% intervals over resampled stories.",
        "",
        "![Calibration](calibration.svg)",
        "",
        "| said | right | 90% interval | rows |",
        "|---|---|---|---|",
        *(f"| {said:.2f} | {true:.2f} | {low:.2f} to {high:.2f} | {number} |" for said, true, low, high, number in points),
        "",
        "## The twenty commonest errors",
        "",
        "| number | error |",
        "|---|---|",
        *(f"| {number} | {name} |" for name, number in errors.most_common(20)),
        "",
    ]
    (ROOT / "docs" / "quality.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
