"""What is measured: the sample stories, and the laboratory's gold stories where they lie beside the checkout."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.quality.scorer import figures

ROOT = Path(__file__).parents[2]
SETS = {"seeds": ROOT / "seeds", "gold/stories": ROOT / ".." / "shared" / "gold" / "stories"}
FLOORS = Path(__file__).with_name("floors.json")
LOWER_IS_BETTER = {"invented_date", "false_date", "false_country"}


def stories(name: str) -> list[dict[str, Any]]:
    """The stories of a set with their expected timelines; an empty list where the set is not here."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SETS[name].rglob("*.json"))]


def digest(name: str) -> str:
    """A fingerprint of a set's stories and expectations."""
    return hashlib.sha256(json.dumps(stories(name), ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


@cache
def measured(name: str) -> Mapping[str, float]:
    """The figures of the program as it is, on a set."""
    return figures(stories(name), {story["id"]: answer(story) for story in stories(name)})


def answer(story: Mapping[str, Any]) -> dict[str, Any]:
    """The program's annotation of a story."""
    from timeline.documents import document
    from timeline.export import annotation

    return annotation(_pipeline().extract(document({key: story[key] for key in ("id", "text", "title", "published")})))


@cache
def _pipeline() -> Any:
    from timeline.pipeline import open_pipeline

    return open_pipeline()


def is_worse(figure: str, now: float, floor: float) -> bool:
    """Whether a figure is on the wrong side of its floor (or, where lower is better, its ceiling)."""
    return now > floor + 1e-9 if figure in LOWER_IS_BETTER else now < floor - 1e-9
