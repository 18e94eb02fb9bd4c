"""How near the program's time expressions and places come to marked texts: the project's own scorer."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tests.quality.scorer import kilometres

Row = Mapping[str, Any]

_NEAR_KM, _NEAR_KM_IN_A_COUNTRY = 161, 1000  # the usual hundred miles; gold points of countries lie anywhere in them


def time_figures(rows: Iterable[Row], answers: Mapping[str, Row]) -> dict[str, float]:
    """F1 of time expressions found (overlapping ones) and of those with the right TIMEX3 value too."""
    return _figures(
        rows, answers, "timexes", "times", {"found": lambda *_: True, "value": lambda gold, told: gold["value"] == told["value"]}
    )


def place_figures(rows: Iterable[Row], answers: Mapping[str, Row]) -> dict[str, float]:
    """F1 of names of places found (overlapping ones) and of those put where they are, of the names that have a point."""
    return _figures(rows, answers, "toponyms", "places", {"found": lambda *_: True, "located": _near})


def _near(gold: Row, told: Row) -> bool:
    if gold["lat"] is None or told["lat"] is None:
        return False
    limit = _NEAR_KM_IN_A_COUNTRY if told["granularity"] in ("country", "continent") else _NEAR_KM
    return kilometres(gold, told) <= limit


def _figures(
    rows: Iterable[Row], answers: Mapping[str, Row], gold: str, told: str, tests: Mapping[str, Callable[[Row, Row], bool]]
) -> dict[str, float]:
    wanted = predicted = 0
    right = dict.fromkeys(tests, 0)
    for row in rows:
        marks = answers[row["id"]][told]
        wanted += len(row[gold])
        predicted += len(marks)
        for mark, answer in _aligned(row[gold], marks):
            for name, test in tests.items():
                right[name] += test(mark, answer)
    return {name: round(2 * count / max(1, wanted + predicted), 4) for name, count in right.items()}


def _aligned(gold: list[Row], told: list[Row]) -> list[tuple[Row, Row]]:
    """Pairs of overlapping marks, each mark once: those that share most characters first."""
    options = []
    for a, mark in enumerate(gold):
        for b, answer in enumerate(told):
            shared = min(mark["end"], answer["end"]) - max(mark["start"], answer["start"])
            if shared > 0:
                options.append((-shared, a, b))
    pairs: dict[int, int] = {}
    for _, a, b in sorted(options):
        if a not in pairs and b not in pairs.values():
            pairs[a] = b
    return [(gold[a], told[b]) for a, b in pairs.items()]
