"""Outputs that appear whole, by rename, or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from timeline.errors import CannotWrite


@contextmanager
def whole(path: str) -> Iterator[TextIO]:
    """A UTF-8 text file at `path` that appears when the block ends without an error; "-" is standard output, as it comes.

    A link is followed, so that it goes on pointing to the file. Pipes and devices are written as it comes.

    Raises:
        CannotWrite: the folder is missing, is not writable, or `path` is a folder.
    """
    if path == "-":
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    target = Path(path).resolve() if Path(path).is_symlink() else Path(path)
    if target.is_dir():
        raise CannotWrite(f"cannot write {path}: it is a folder; a file's name in it would work")
    if target.exists() and not target.is_file():  # a pipe or a device: a rename would put a file in its place
        with target.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        return
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise CannotWrite(f"cannot write {path}: {error.strerror}; a folder that exists and that you may write to would work") from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            yield file
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except OSError as error:
        raise CannotWrite(f"cannot write {path}: {error.strerror}") from error
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
