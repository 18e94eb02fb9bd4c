"""Who is meant by a name, a title, a pronoun: actors are read as `tests/cases/actors.txt` says."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline.actors import find_actors
from timeline.documents import document
from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Actor, Parsed

CASES = Path(__file__).parents[2] / "cases" / "actors.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    text: str
    wanted: tuple[tuple[str, ...], ...]
    barred: tuple[tuple[str, ...], ...]


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))


def _cases() -> list[Case]:
    out = []
    for block in CASES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        text, *rest = lines
        wanted = tuple(_cells(line) for line in rest if not line.startswith("!"))
        barred = tuple(_cells(line[1:]) for line in rest if line.startswith("!"))
        assert wanted or barred, text
        assert all(len(cells) == 5 for cells in wanted), text
        out.append(Case(text=text, wanted=wanted, barred=barred))
    return out


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return open_pipeline()


def _place(parsed: Parsed, phrase: str) -> tuple[int, int]:
    """First and one past the last character of a phrase; "#2" asks for its second time."""
    words, _, number = phrase.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = parsed.document.text.index(words, start + 1)
    return start, start + len(words)


def _actor(pipeline: Pipeline, parsed: Parsed, phrase: str) -> Actor | None:
    """The actor of the mention that ends where the phrase ends and begins no later than it."""
    start, end = _place(parsed, phrase)
    mentions = find_actors(parsed, pipeline.gazetteer)
    return next((m.actor for m in mentions if m.end == end and m.start <= start), None)


def _row(actor: Actor) -> tuple[str, ...]:
    return actor.name, actor.kind, actor.country or "-", str(actor.count) if actor.count else "-"


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.text[:50])
def test_phrases_stand_for_whom_a_reader_would_take_them(pipeline: Pipeline, case: Case) -> None:
    """Each wanted phrase has its actor, and no barred one does."""
    parsed = pipeline.english.parse(document({"text": case.text}))
    for phrase, *wanted in case.wanted:
        actor = _actor(pipeline, parsed, phrase)
        assert actor is not None, f"{phrase} stands for nobody"
        assert all(w in ("*", r) for w, r in zip(wanted, _row(actor), strict=True)), f"{phrase}: {_row(actor)}"
    for phrase, *other in case.barred:
        actor = _actor(pipeline, parsed, phrase)
        assert actor is None or (other and actor.name not in other), f"{phrase}: {actor}"
