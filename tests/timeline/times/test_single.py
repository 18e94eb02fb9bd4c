"""A string that is one date is read; anything else is not guessed at."""

import subprocess
import sys

import pytest

from timeline.times import parse_one


@pytest.mark.parametrize(
    ("text", "languages", "edtf"),
    [
        ("2024-09-05", ("en",), "2024-09-05"),
        ("Thu, 05 Sep 2024 10:00:00 GMT", ("en",), "2024-09-05"),
        ("Published on September 5, 2024 at 10:30 AM", ("en",), "2024-09-05T10:30:00"),
        ("2024-09-05 10:11:12", ("en",), "2024-09-05"),
        ("20240905", ("en",), "2024-09-05"),
        ("Sept. 5, 2024", ("en",), "2024-09-05"),
        ("September 2024", ("en",), "2024-09"),
        ("05/06/2024", ("en",), "2024-XX-XX"),
        ("25/06/2024", ("en",), "2024-06-25"),
        ("05/06/2024", ("de",), "2024-06-05"),
        ("5 mars 2024", ("fr",), "2024-03-05"),
        ("März 2021", ("de",), "2021-03"),
        ("5 de septiembre de 2024", ("es",), "2024-09-05"),
    ],
)
def test_a_date_in_one_string_is_read(text: str, languages: tuple[str, ...], edtf: str) -> None:
    """As far as it goes: a month stays a month."""
    found = parse_one(text, languages=languages)
    assert found is not None
    assert found.edtf.partition("T")[0] == edtf.partition("T")[0]


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "5 March", "we", "in 2 days", "today 2024", "3 days ago", "hello 2024 world", "2024-02-30", "x" * 5000, "1" * 5000],
)
def test_what_is_no_single_date_is_none(text: str) -> None:
    """Nothing is ever counted from today."""
    assert parse_one(text) is None


def test_importing_times_loads_no_dateparser() -> None:
    """It is imported only when a string needs it."""
    code = "import sys, timeline.times; sys.exit(any(name in sys.modules for name in ('dateparser', 'dateutil', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
