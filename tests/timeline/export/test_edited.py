import pytest

from timeline.errors import BadSource
from timeline.export import from_csv


def properties(text):
    return [feature["properties"] for feature in from_csv(text)["features"]]


def test_a_title_is_enough():
    (only,) = properties("title\nThe bridge opens\n")
    assert (only["order"], only["title"], only["status"], only["date"]) == (1, "The bridge opens", "happened", None)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_of_every_office_are_read(separator):
    (only,) = properties(separator.join(["\ufefftitle", "date"]) + "\r\n" + separator.join(["Opening", "2024-02"]) + "\r\n")
    assert (only["date_start"], only["date_end"], only["precision"]) == ("2024-02-01", "2024-02-29", "month")


def test_a_changed_date_wins_over_the_old_ends():
    (only,) = properties("title,date,date_start,date_end\nA,2024-09-06,2024-09-05,2024-09-05\n")
    assert (only["date_start"], only["date_end"]) == ("2024-09-06", "2024-09-06")


def test_ends_within_a_date_stand():
    (only,) = properties("title,date,date_start,date_end\nA,-0048,-0048-08-01,-0048-08-09\n")
    assert (only["date_start"], only["date_end"]) == ("-0048-08-01", "-0048-08-09")


def test_rows_sort_by_order_with_fractions_between():
    text = "order,title\n2,C\n1,A\n1.5,B\n,last\n2,D\n"
    assert [(one["order"], one["title"]) for one in properties(text)] == [(1, "A"), (2, "B"), (3, "C"), (3, "D"), (4, "last")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "title"),
        ("name\nx\n", "title"),
        ("title,latitude,longitude\nx,95,1\n", "between -90 and 90"),
        ("title,latitude,longitude\nx,north,1\n", "must be a number"),
        ("title,date\nx,9/5/2024\n", "2024-09-05"),
        ("title,date\nx,2024-02-30\n", "29 days"),
        ("title,status\nx,done\n", "happened"),
    ],
)
def test_what_cannot_be_read_is_said(text, words):
    with pytest.raises(BadSource, match=words):
        from_csv(text)
