"""Writing outputs so that a reader never meets half a file."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from timeline.errors import CannotWrite
from timeline.export.csv import csv_text
from timeline.export.geojson import geojson
from timeline.export.json import json_text
from timeline.export.page import page
from timeline.records import Timeline


def write_all(
    timeline: Timeline,
    folder: Path,
    *,
    title: str = "",
    intro: str = "",
    credit: str = "",
    tiles: str | None = None,
    language: str = "en",
    excel: bool = False,
) -> tuple[Path, ...]:
    """Write timeline.csv, timeline.json, map.geojson and map.html into `folder` (made where missing); answers their paths.

    All four are put together and written under other names before the first is renamed to its own.

    Raises:
        CannotWrite: the folder or a file in it cannot be written; files of an earlier run are then as they were.
    """
    texts = {
        "timeline.csv": csv_text(timeline, excel=excel),
        "timeline.json": json_text(timeline),
        "map.geojson": json.dumps(geojson(timeline), ensure_ascii=False, indent=1) + "\n",
        "map.html": page(timeline, title=title, intro=intro, credit=credit, tiles=tiles, language=language),
    }
    return write_texts({Path(folder) / name: text for name, text in texts.items()})


def write_text(path: Path, text: str) -> Path:
    """Write one file by rename, UTF-8 (a lone surrogate becomes "?"); raises CannotWrite."""
    return write_texts({path: text})[0]


def write_texts(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write several files, each complete under a passing name before any gets its own; raises CannotWrite."""
    waiting: list[tuple[str, Path]] = []
    try:
        for path, text in texts.items():
            _refuse_folder(path)
            waiting.append((_written_beside(path, text), path))
        while waiting:
            Path(waiting[0][0]).replace(waiting[0][1])
            waiting.pop(0)
    except OSError as error:
        if isinstance(error, CannotWrite):
            raise
        what = error.filename or "the output"
        raise CannotWrite(f"cannot write {what}: {error.strerror}; name a folder that you may write to") from error
    finally:
        for temporary, _ in waiting:
            Path(temporary).unlink(missing_ok=True)
    return tuple(texts)


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise CannotWrite(f"cannot write {path}: it is a folder; name a file")


def _written_beside(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", errors="replace"))
        Path(temporary).chmod(0o666 & ~_umask())
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
