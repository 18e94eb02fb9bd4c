"""`dateline annotate`: JSON Lines in, the same documents with times, places, actors and events out."""

import json
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from timeline.errors import BadSource
from timeline.records import Document, Problem

_EMPTY: dict[str, list[Any]] = {"times": [], "places": [], "actors": [], "events": [], "relations": [], "problems": []}
_OURS = {"id", "text", "title", "published", "url", *_EMPTY}


def annotate_command(
    source: Annotated[str, typer.Argument(metavar="IN.jsonl", help="Documents, one JSON object a line; - is standard input.")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT.jsonl", help="Where to write; - is standard output.")] = "-",
    workers: Annotated[int, typer.Option(help="How many processes work.")] = 1,
) -> None:
    """Add times, places, actors and events to documents: one line out for each line in, in the same order.

    A line in is {"id", "text", "title"?, "published"?, "url"?}; other keys pass through. A document that cannot be read
    gives a line with its id and its problems.

    Example: dateline annotate articles.jsonl -o annotated.jsonl --workers 2
    """
    annotate(source, output, workers=workers)


def annotate(source: str, output: str = "-", *, workers: int = 1, opener: Callable[[], Callable[[Document], Any]] | None = None) -> int:
    """Write the annotation of every line of `source` to `output`; the number of lines written.

    Args:
        source, output: paths, or "-". The output appears by rename, so it may be the source.
        opener: answers the per-document function (a dictionary of what is written); the pipeline's by default.

    Raises:
        BadSource: `source` is missing or cannot be read.
        CannotWrite: `output` cannot be written.
        BadOption: less than one worker.
    """
    from timeline.cli.writing import whole
    from timeline.corpus import each

    if source != "-" and (not Path(source).exists() or Path(source).is_dir()):
        raise BadSource(f'{source} is no file; a .jsonl file with one {{"id", "text"}} a line, or - (standard input) would work')
    written = 0
    waiting: deque[tuple[dict[str, Any], Sequence[Problem]]] = deque()
    with ExitStack() as stack:
        try:
            lines = sys.stdin.buffer if source == "-" else stack.enter_context(Path(source).open("rb"))
        except OSError as error:
            raise BadSource(f"{source} cannot be read ({error.strerror}); a readable file would work") from error
        file = stack.enter_context(whole(output))
        for found in each(_documents(lines, source, waiting), opener or open_annotator, workers=workers):
            row, problems = waiting.popleft()
            file.write(_line(row, problems, found))
            written += 1
    return written


def open_annotator() -> Callable[[Document], dict[str, Any]]:
    """The pipeline, opened, and its answer as the dictionary that `annotate` writes."""
    from timeline.export import annotation
    from timeline.pipeline import open_pipeline

    pipeline = open_pipeline()
    return lambda document: annotation(pipeline.extract(document))


def _documents(lines: Any, source: str, waiting: deque[tuple[dict[str, Any], Sequence[Problem]]]) -> Iterator[Document | Problem]:
    """The document of each line, or its problem; `waiting` gets the row and its lesser problems, in the same order."""
    from timeline.documents import document_and_problems
    from timeline.documents.jsonl import rows

    name = "standard input" if source == "-" else Path(source).name
    for number, row in rows(lines, name):
        if isinstance(row, BadSource):
            waiting.append(({}, []))
            yield Problem(document_id=None, source=name, reason=str(row))
            continue
        try:
            document, problems = document_and_problems(row, source="")
        except BadSource as error:
            waiting.append((row, []))
            yield Problem(document_id=_id(row), source=name, reason=f"{name}, line {number}: {error}")
            continue
        waiting.append((row, problems))
        yield document


def _id(row: dict[str, Any]) -> str | None:
    return str(row["id"]) if row.get("id") not in (None, "") else None


def _line(row: dict[str, Any], problems: Sequence[Problem], found: Any) -> str:
    passed = {key: value for key, value in row.items() if key not in _OURS}
    if isinstance(found, Problem):
        found, problems = {"id": None}, [*problems, found]
    told = [asdict(problem) for problem in problems]
    answer = {**_EMPTY, **found, "problems": [*told, *found.get("problems", [])]}
    name = row["id"] if row.get("id") not in (None, "") else answer["id"]
    text = json.dumps({"id": name, **passed, **{key: answer[key] for key in _EMPTY}}, ensure_ascii=False, separators=(",", ":"))
    # half a surrogate pair cannot be written as UTF-8; JSON can still say it as an escape
    return text.encode("utf-8", "backslashreplace").decode() + "\n"
