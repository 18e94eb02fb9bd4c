"""A timeline as a table for people on a terminal; nothing in a pipe, where the files are the answer."""

import sys
from pathlib import Path

from timeline.records import Event, Timeline


def show_timeline(timeline: Timeline, page: Path, *, about: str | None = None) -> None:
    """On a terminal, print the events and the page's path; always, to standard error, what went wrong."""
    if not timeline.events:
        print(f"No event is told about {about!r}." if about is not None else "No event was found.", file=sys.stderr)
    elif sys.stdout.isatty():
        _print_table(timeline)
    if sys.stdout.isatty():
        print(page)
    for problem in timeline.problems:
        print(f"dateline: {_one_line(problem.source)}: {_one_line(problem.reason)}", file=sys.stderr)


def _print_table(timeline: Timeline) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for name in ("", "Date", "Status", "What", "Where"):
        table.add_column(name, overflow="fold")
    told = [event for event in timeline.events if event.type != "statement"]
    for event in told:
        table.add_row(*(Text(_one_line(cell)) for cell in _cells(event)))
    console = Console()
    console.print(table)
    folded = len(timeline.events) - len(told)
    words = f"{_counted(len(timeline.events), 'event')} from {_counted(len(timeline.documents), 'document')}"
    console.print(Text(f"{words}, {folded} of them only said, not shown here" if folded else words, style="dim"))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _cells(event: Event) -> tuple[str, str, str, str, str]:
    date = event.interval.edtf if event.interval else "unknown"
    place = event.place
    where = "" if place is None else place.place.name if place.place else place.text
    if place is not None and place.place and place.place.country and place.place.granularity != "country":
        where += f", {place.place.country}"
    return str(event.order), date, event.status, event.title, where


def _one_line(words: str) -> str:
    """The words without line breaks and without what a terminal takes for orders."""
    return "".join(c if c.isprintable() else " " for c in words)
