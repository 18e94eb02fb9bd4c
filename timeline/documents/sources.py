"""Files, folders and standard input -> documents, in a fixed order."""

import io
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from timeline.documents import jsonl, markdown, webpage
from timeline.documents.encoding import characters, decode
from timeline.documents.published import from_name
from timeline.documents.record import document_and_problems, given_day
from timeline.errors import BadOption, BadSource
from timeline.records import Document, Problem

_KINDS = {
    ".txt": "text", ".text": "text", "": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "table", ".tsv": "table",
}  # fmt: skip
_IN_FOLDERS = {"text", "markdown", "html", "jsonl"}
# A first line of two to thirty words that ends in no full stop and stands apart from a text that follows.
_HEADLINE = re.compile(r"\s*((?:[^\s]{1,40}[ \t]+){1,29}[^\s]{0,39}[^\s.,:;])[ \t]*\n[ \t]*\n\s*\S")
_JSON_START = re.compile(r"\{\s*[\"}]")
_HTML_START = ("<!doctype html", "<html", "<?xml", "<head", "<body")


def read(
    sources: Sequence[str | Path], *, published: str | None = None, title: str | None = None, published_from_name: bool = False
) -> Iterator[Document | Problem]:
    """Every document of the sources, in order; folders by name, with all that lies below; "-" is standard input.

    A source that was named itself and cannot be read is an error; one inside a folder, or a line of a JSONL file, is a
    Problem. The same text twice (or one id twice) is read once, with a Problem for the second.

    Args:
        sources: paths of .txt, .md, .html, .jsonl or folders.
        published: the day all of them were published on; wins over what they say themselves.
        title: the title of a single document.
        published_from_name: take a day in the name of a file or folder where nothing else tells one.

    Raises:
        BadOption: `published` is not one day. At once, before anything is read.
        BadSource: a named source is missing, empty, binary or a link. Missing ones at once.
    """
    day = given_day(published) if published is not None else None
    paths = [str(source) for source in sources]
    if not paths:
        raise BadOption("no source given; a file, a folder or - (standard input) would work")
    for path in paths:
        _check(path)
    return _distinct(_read_all(paths, _Asked(day=day, title=title, from_name=published_from_name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the caller said of all sources, and the day in the name of the one that is being read."""

    day: str | None
    title: str | None
    from_name: bool
    named: str | None = None


def _check(path: str) -> None:
    if path == "-":
        return
    if path.lower().startswith(("http://", "https://")):
        raise BadSource(f"{path} is a link, and this version reads files only; save the page and give the .html file")
    if not Path(path).exists():
        beside = Path(path).parent
        near = sorted(p.name for p in beside.iterdir() if p.suffix in _KINDS and p.suffix)[:3] if beside.is_dir() else []
        hint = f"that folder holds {', '.join(near)}" if near else "a file, a folder or - (standard input) would work"
        raise BadSource(f"{path} does not exist; {hint}")


def _distinct(found: Iterator[Document | Problem]) -> Iterator[Document | Problem]:
    seen: dict[str, str] = {}
    for item in found:
        if isinstance(item, Document):
            if item.id in seen:
                reason = f"has the same id or text as {seen[item.id]}, so it was read once"
                yield Problem(document_id=item.id, source=item.source, reason=reason)
                continue
            seen[item.id] = item.source
        yield item


def _read_all(paths: list[str], asked: _Asked) -> Iterator[Document | Problem]:
    for path in paths:
        if path == "-":
            yield from _from_file(sys.stdin.buffer, "standard input", "stdin", asked)
        elif Path(path).is_dir():
            yield from _from_folder(Path(path), asked, frozenset())
        else:
            yield from _from_path(Path(path), asked)


def _from_folder(folder: Path, asked: _Asked, above: frozenset[Path]) -> Iterator[Document | Problem]:
    real = folder.resolve()
    if real in above:
        yield Problem(document_id=None, source=folder.name, reason="is a link back to a folder that it lies in; not followed")
        return
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        yield Problem(document_id=None, source=folder.name, reason=f"the folder cannot be listed ({error.strerror})")
        return
    for path in inside:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _from_folder(path, asked, above | {real})
        elif _KINDS.get(path.suffix.lower(), "") not in _IN_FOLDERS or path.suffix == "":
            yield Problem(document_id=None, source=path.name, reason="is none of .txt, .md, .html and .jsonl; not read")
        else:
            try:
                yield from _from_path(path, replace(asked, title=None))
            except BadSource as error:
                yield Problem(document_id=None, source=path.name, reason=str(error))


def _from_path(path: Path, asked: _Asked) -> Iterator[Document | Problem]:
    if not path.is_file():
        raise BadSource(f"{path.name} is neither a file nor a folder; a .txt, .md, .html or .jsonl file would work")
    if asked.from_name:
        asked = replace(asked, named=from_name(path.as_posix()))
    kind = _KINDS.get(path.suffix.lower(), "text")
    try:
        with path.open("rb") as file:
            yield from _from_file(file, path.name, kind, asked)
    except OSError as error:
        raise BadSource(f"{path.name} cannot be read ({error.strerror}); a readable file would work") from error


def _from_file(file: BinaryIO, source: str, kind: str, asked: _Asked) -> Iterator[Document | Problem]:
    if kind == "jsonl":
        yield from _from_lines(file, source, asked)
        return
    data = file.read()
    if kind == "json":
        yield from _from_lines(io.BytesIO(_as_lines(characters(data, source), source)), source, asked)
        return
    if kind == "table":
        raise BadSource(f"{source} is a table, not an article; for a timeline.csv, dateline map would work")
    text = decode(data, source)
    start = text[:1000].lstrip().lower()
    if kind == "stdin":
        kind = "html" if start.startswith(_HTML_START) else "jsonl" if _JSON_START.match(start) else "text"
    if kind == "jsonl":
        yield from _from_lines(io.BytesIO(text.encode()), source, asked)
        return
    row: dict[str, Any] = {"text": text}
    if kind == "html" or start.startswith(_HTML_START[:2]):
        row = webpage.article(text, source)
    elif kind == "markdown":
        text, told = markdown.visible(text)
        source = told.pop("source", source)
        row = {**told, "text": text}
    elif headline := _HEADLINE.match(text):
        row["title"] = headline[1].strip()
    if asked.title is not None:
        row["title"] = asked.title
    yield from _in_turn(row, source, asked)


def _from_lines(file: BinaryIO, source: str, asked: _Asked) -> Iterator[Document | Problem]:
    for number, row in jsonl.rows(file, source):
        if isinstance(row, BadSource):
            yield Problem(document_id=None, source=source, reason=str(row))
            continue
        try:
            name = row["source"] if isinstance(row.get("source"), str) else ""
            yield from _in_turn(row, name, asked)
        except BadSource as error:
            yield Problem(document_id=str(row["id"]) if "id" in row else None, source=source, reason=f"line {number}: {error}")


def _as_lines(text: str, source: str) -> bytes:
    """A JSON object, or a list of them, as JSON lines."""
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise BadSource(f'{source} is not JSON ({error}); {{"text": ...}}, a list of these, or a .jsonl file would work') from error
    return b"".join(json.dumps(row).encode() + b"\n" for row in (found if isinstance(found, list) else [found]))


def _in_turn(row: dict[str, Any], source: str, asked: _Asked) -> Iterator[Document | Problem]:
    """The document of a row, then what was read of it only in part."""
    made, problems = document_and_problems(row, source=source, published=asked.day, named=asked.named)
    yield made
    yield from problems
