"""Events are read as `tests/cases/events.txt` says."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Document, Event, PlaceMention

CASES = Path(__file__).parents[2] / "cases" / "events.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    published: str | None
    text: str
    wanted: tuple[tuple[str, ...], ...]
    barred: tuple[str, ...]


def _cases() -> list[Case]:
    out = []
    for block in CASES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if len(lines) < 3:
            continue
        published, text, *rest = lines
        wanted = tuple(tuple(cell.strip() for cell in line.split("|")) for line in rest if not line.startswith("!"))
        barred = tuple(line[1:].strip() for line in rest if line.startswith("!"))
        out.append(Case(published=None if published == "-" else published, text=text, wanted=wanted, barred=barred))
    return out


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return open_pipeline()


def _events(pipeline: Pipeline, case: Case) -> tuple[Event, ...]:
    document = Document(
        id="case",
        source="case",
        title=None,
        text=case.text,
        published=case.published,
        published_basis="given" if case.published else None,
        language="en",
        digest="case",
    )
    return pipeline.extract(document).events


def _place(mention: PlaceMention | None) -> str:
    """The place's name and the words that named it; "-" for none."""
    return f"{mention.place.name} ({mention.text})" if mention and mention.place else "-"


def _row(event: Event) -> tuple[str, ...]:
    return (
        event.trigger.text,
        event.type,
        event.status,
        event.interval.edtf if event.interval else "-",
        _place(event.place),
        _place(event.origin),
        "; ".join(p.name for p in event.actors) or "-",
    )


def _agrees(wanted: tuple[str, ...], row: tuple[str, ...]) -> bool:
    exact = all(w in ("*", r) for w, r in zip(wanted[:4], row[:4], strict=True))
    places = all(w == "*" or (w == r if w == "-" else w in r) for w, r in zip(wanted[4:6], row[4:6], strict=True))
    return exact and places and (wanted[6] == "*" or wanted[6] in row[6])


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.text[:50])
def test_events_of_a_sentence_are_read_as_a_person_would(pipeline: Pipeline, case: Case) -> None:
    """Each wanted row is among the events found, and no barred word is a trigger."""
    rows = [_row(event) for event in _events(pipeline, case)]
    missing = [wanted for wanted in case.wanted if not any(_agrees(wanted, row) for row in rows)]
    assert not missing, f"not found among {rows}"
    assert not [row for row in rows if row[0] in case.barred]
