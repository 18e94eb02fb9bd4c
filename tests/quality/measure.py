"""What is measured: the sample stories, and samples of the laboratory's gold data where they lie beside the checkout."""

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.quality.marks import place_figures, time_figures
from tests.quality.scorer import figures

Row = dict[str, Any]

ROOT = Path(__file__).parents[2]
GOLD = ROOT / ".." / "shared" / "gold"
FLOORS = Path(__file__).with_name("floors.json")
LOWER_IS_BETTER = {"invented_date", "false_date", "false_country"}
_SAMPLE = 24  # marked texts of each kind: the first ones


def _stories(folder: Path) -> Callable[[], list[Row]]:
    return lambda: [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.json"))]


def _lines(path: Path, published: str) -> Callable[[], list[Row]]:
    def rows() -> list[Row]:
        if not path.exists():
            return []
        lines = path.read_text(encoding="utf-8").split("\n")[:_SAMPLE]
        return [row | {"published": row.get(published)} for row in map(json.loads, filter(None, lines))]

    return rows


_LOAD: dict[str, tuple[Callable[[], list[Row]], Callable[[list[Row], Mapping[str, Row]], dict[str, float]]]] = {
    "seeds": (_stories(ROOT / "seeds"), figures),
    "gold/stories": (_stories(GOLD / "stories"), figures),
    "gold/times": (_lines(GOLD / "times" / "meantime-dev.jsonl", "dct"), time_figures),
    "gold/places": (_lines(GOLD / "places" / "geovirus-dev.jsonl", "date"), place_figures),
}
SETS = tuple(_LOAD)


@cache
def rows(name: str) -> list[Row]:
    """The texts of a set with what is expected; an empty list where the set is not here."""
    return _LOAD[name][0]()


def digest(name: str) -> str:
    """A fingerprint of a set's texts and expectations."""
    return hashlib.sha256(json.dumps(rows(name), ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


@cache
def measured(name: str) -> Mapping[str, float]:
    """The figures of the program as it is, on a set."""
    return _LOAD[name][1](rows(name), {row["id"]: answer(row) for row in rows(name)})


def answer(row: Row) -> Row:
    """The program's annotation of a text."""
    from timeline.documents import document
    from timeline.export import annotation

    return annotation(_pipeline().extract(document({key: row.get(key) for key in ("id", "text", "title", "published")})))


@cache
def _pipeline() -> Any:
    from timeline.pipeline import open_pipeline

    return open_pipeline()


SLACK = 0.01
"""What another processor's rounding may cost: an event or two of a set. Re-pinning allows none."""


def is_worse(figure: str, now: float, floor: float, *, slack: float = 1e-9) -> bool:
    """Whether a figure is on the wrong side of its floor (or, where lower is better, its ceiling) by more than the slack."""
    return now > floor + slack if figure in LOWER_IS_BETTER else now < floor - slack
