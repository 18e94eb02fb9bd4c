"""One row from strangers as a Document."""

import pytest

from timeline.documents import document, document_and_problems
from timeline.errors import BadOption, BadSource


def test_text_stays_as_it_is() -> None:
    text = "\ufeff Line one.\r\nLine two.\t\u0000\u200f "
    assert document({"text": text}).text == text


def test_the_id_is_the_own_one_or_the_digest_of_the_text() -> None:
    assert document({"id": "a1", "text": "Rain fell."}).id == "a1"
    assert document({"id": 7, "text": "Rain fell."}).id == "7"
    plain = document({"text": "Rain fell."}, source="rain.txt")
    assert plain.id == plain.digest[:16]
    assert plain.id == document({"text": "Rain fell."}, source="other.txt").id
    assert plain.id != document({"text": "Rain fell!"}).id


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({}, 'has no "text"; its keys are none'),
        ({"txt": "a"}, "its keys are 'txt'"),
        ({"text": 5}, '"text" is a number'),
        ({"text": ["a"]}, '"text" is a list'),
        ({"text": " \n"}, '"text" is empty'),
        ({"text": "a", "title": {}}, '"title" is an object'),
        ({"text": "a", "id": []}, '"id" is a list'),
        ({"text": "a", "url": 3}, '"url" is a number'),
    ],
)
def test_a_row_of_the_wrong_shape_says_what_was_wrong(row: dict[str, object], words: str) -> None:
    with pytest.raises(BadSource) as raised:
        document(row, source="in.jsonl")
    assert words in str(raised.value)
    assert "in.jsonl" in str(raised.value)


def test_where_the_day_of_publication_came_from_is_told() -> None:
    text = "OSLO, May 4, 2011 (AP) - Snow fell."
    told = [
        document({"text": text, "published": "2010-01-02"}, published="March 1, 2009"),
        document({"text": text, "published": "2010-01-02"}),
        document({"text": text}),
        document({"text": "Snow fell."}),
    ]
    assert [(d.published, d.published_basis) for d in told] == [
        ("2009-03-01", "given"),
        ("2010-01-02", "metadata"),
        ("2011-05-04", "dateline"),
        (None, None),
    ]


def test_a_year_alone_as_metadata_completes_the_dateline() -> None:
    assert document({"text": "OSLO, May 4 (AP) - Snow fell.", "published": "2011"}).published == "2011-05-04"


@pytest.mark.parametrize("published", ["someday", "2008-13-01", "2008", 5, ["2008-01-01"], True, 1.5])
def test_a_wrong_date_in_a_row_is_a_problem_and_the_document_stays(published: object) -> None:
    found, problems = document_and_problems({"text": "Snow fell.", "published": published})
    assert found.published is None
    assert len(problems) == 1
    assert repr(published) in problems[0].reason


def test_a_wrong_day_from_a_person_is_refused() -> None:
    with pytest.raises(BadOption, match="--published 'soon' is not one day of the calendar; 2008-03-01"):
        document({"text": "Snow fell."}, published="soon")


def test_half_a_surrogate_pair_becomes_one_sign_so_that_offsets_hold() -> None:
    assert document({"text": "a\ud800b"}).text == "a\ufffdb"


def test_the_source_is_the_links_host_where_nothing_else_names_it() -> None:
    assert document({"text": "a", "url": "https://www.example.org/a?b"}).source == "example.org"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ship left the harbour in the morning and was seen by nobody until it was too late for help.", "en"),
        ("Le navire a quitté le port dans la matinée et il est arrivé à la capitale avec deux jours de retard.", "fr"),
        ("Das Schiff hat den Hafen am Morgen verlassen und ist mit zwei Tagen Verspätung in der Hauptstadt angekommen.", "de"),
        ("El barco salió del puerto por la mañana y llegó a la capital con dos días de retraso, según las autoridades.", "es"),
        ("Корабль вышел из порта утром и прибыл в столицу с опозданием на два дня.", "ru"),
        ("船は朝に港を出て、二日遅れで首都に着きました。", "ja"),
        ("Oslo 4, Bergen 2.", "en"),
    ],
)
def test_other_languages_are_named(text: str, language: str) -> None:
    found, problems = document_and_problems({"text": text})
    assert found.language == language
    assert bool(problems) == (language != "en")
