import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline.language import English, load
from timeline.records import Document

CASES = Path(__file__).parents[2] / "cases" / "language"


@pytest.fixture(scope="session")
def english() -> English:
    return load()


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    def make(text: str, title: str | None = None) -> Document:
        return Document(id="d", source="test", title=title, text=text, published=None, published_basis=None, language="en", digest="")

    return make


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with an argument named `*_case` runs once for every line or entry of the file of that name."""
    for name in metafunc.fixturenames:
        if name.endswith("_case"):
            metafunc.parametrize(name, _cases(name.removesuffix("_case")))


def _cases(name: str) -> list[Any]:
    table = CASES / f"{name}.tsv"
    if table.exists():
        return [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    return list(json.loads((CASES / f"{name}.json").read_text(encoding="utf-8")))
