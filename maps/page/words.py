"""The words that a page says by itself, one file a language in `assets/strings`."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def languages() -> tuple[str, ...]:
    """The languages that a page can speak, as BCP 47 tags."""
    folder = files("maps.page").joinpath("assets", "strings")
    return tuple(sorted(path.name.removesuffix(".json") for path in folder.iterdir() if path.name.endswith(".json")))


@cache
def words(language: str) -> dict[str, Any]:
    """All words of a language; raises ValueError for one that has no file."""
    if language not in languages():
        raise ValueError(f"no page speaks {language!r}; {', '.join(languages())} would work")
    text = files("maps.page").joinpath("assets", "strings", f"{language}.json").read_text(encoding="utf-8")
    made: dict[str, Any] = json.loads(text)
    return made
