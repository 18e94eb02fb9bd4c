"""JSON Lines from strangers -> rows, one a line, each line's trouble its own."""

import codecs
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from timeline.documents.encoding import characters
from timeline.errors import BadSource

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def row_of(line: bytes, number: int, source: str) -> dict[str, Any]:
    """The object on line `number` (from 1) of `source`.

    Raises:
        BadSource: the line is empty, not JSON, or JSON of another shape than an object.
    """
    name = f"{source}, line {number}"
    text = characters(line, name).removeprefix("\ufeff")
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadSource(f'{name} is not JSON ({error.msg} at character {error.pos}); {{"id": ..., "text": ...}} would work') from error
    except (RecursionError, ValueError) as error:
        raise BadSource(f'{name} cannot be read as JSON ({type(error).__name__}); {{"id": ..., "text": ...}} would work') from error
    if not isinstance(row, dict):
        raise BadSource(f'{name} is JSON but not an object; {{"id": ..., "text": ...}} would work')
    return row


def rows(file: BinaryIO, source: str) -> Iterator[tuple[int, dict[str, Any] | BadSource]]:
    """Line number and row, or what was wrong with it, for every line of a file opened in binary; one line in memory at a time.

    A file in UTF-16 is read whole, since its lines cannot be told apart by their bytes.
    """
    first = file.readline()
    lines: Iterable[bytes] = chain([first], file) if first else ()
    if first.startswith(_WIDE):
        lines = characters(first + file.read(), source).encode("utf-8", "surrogatepass").splitlines()
    for number, line in enumerate(lines, 1):
        try:
            yield number, row_of(line, number, source)
        except BadSource as error:
            yield number, error
