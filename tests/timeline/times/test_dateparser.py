"""dateparser reads strings that are one date, in the language named, and is asked only where our own forms give out."""

import subprocess
import sys

import pytest

from timeline.documents.published import day
from timeline.times import parse_one


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("5 mars 2024", "fr", "2024-03-05"),
        ("5 mars 1850", "fr", "1850-03-05"),
        ("März 2021", "de", "2021-03"),
        ("05.09.2024", "de", "2024-09-05"),
        ("5 de septiembre de 2024", "es", "2024-09-05"),
        ("5 settembre 2024", "it", "2024-09-05"),
        ("5 września 2024", "pl", "2024-09-05"),
        ("5 Eylül 2024", "tr", "2024-09-05"),
        ("5 сентября 2024", "ru", "2024-09-05"),
        ("2024年9月5日", "zh", "2024-09-05"),
    ],
)
def test_a_date_in_another_language_is_read_in_that_language(text: str, language: str, edtf: str) -> None:
    """As far as it goes, and only where the language is named."""
    found = parse_one(text, languages=(language,))
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    ("text", "language"), [("hier", "fr"), ("5 mars", "fr"), ("vor 3 Tagen", "de"), ("mañana", "es"), ("сегодня", "ru")]
)
def test_what_counts_from_today_is_none_in_every_language(text: str, language: str) -> None:
    """Nothing is counted from the day on which the program runs."""
    assert parse_one(text, languages=(language,)) is None


@pytest.mark.parametrize("text", ["yesterday 2024", "the year 2024 budget was read", "we 2024", "in May", "03/04/2008", "5 mars 2024"])
def test_a_day_of_publication_is_one_whole_english_date_or_none(text: str) -> None:
    """dateparser's own search takes words like these for dates."""
    assert day(text) is None


COMMON = ["2024-09-05", "2024-09-05T10:00:00Z", "20240905", "March 1, 2008", "1 Mar 2008", "Thursday, September 5, 2024 10:30 a.m. EDT"]


def test_the_common_forms_of_metadata_never_load_dateparser() -> None:
    """It takes a sixth of a second to load and over a millisecond a string; our own forms take some ten microseconds."""
    code = (
        f"import sys; from timeline.documents.published import day; assert all(map(day, {COMMON!r})); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
