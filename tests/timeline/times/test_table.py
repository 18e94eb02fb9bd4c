"""The table of forms: every example gives the value that stands beside it."""

import pytest

from timeline.records import Document, Parsed
from timeline.times import find_times
from timeline.times.table import FORMS, Form

ROWS = [form for form in FORMS if form.example]


def parsed(text: str, published: str | None = "2024-09-05") -> Parsed:
    document = Document(
        id="d", source="test", title=None, text=text, published=published, published_basis="option", language="en", digest="d"
    )
    return Parsed(document=document, tokens=(), sentences=(), names=(), quotations=())


@pytest.mark.parametrize("form", ROWS, ids=lambda form: form.example)
def test_an_example_gives_its_value(form: Form) -> None:
    """Each row's example is found whole and read as the row says."""
    found = find_times(parsed(f"It happened in {form.example}, they said."))
    assert [mention.value for mention in found] == form.value.split()
    if len(found) == 1:
        assert found[0].text in form.example


def test_most_forms_have_an_example() -> None:
    """Only holidays, and forms whose reading depends on what stands around them, are tested elsewhere."""
    assert len(ROWS) > 100
