"""How far a run is, on a terminal's stderr."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

R = TypeVar("R")


def counted(items: Iterable[R], shown: bool) -> Iterator[R]:
    """The items, with a line on stderr that counts them when `shown`; nothing otherwise."""
    if not shown:
        yield from items
        return
    from rich.console import Console

    with Console(stderr=True).status("Reading") as status:
        for number, item in enumerate(items, 1):
            yield item
            status.update(f"Reading: {number} done")
