"""A name has one sense in a document."""

from timeline.language.names import agreed
from timeline.records import Name


def named(*labels: str, text: str = "Chad") -> list[Name]:
    return [Name(first=i, last=i + 1, start=i * 9, end=i * 9 + len(text), text=text, label=label) for i, label in enumerate(labels)]


def test_a_lone_person_among_places_of_the_name_is_a_place() -> None:
    """A country that the model once took for a man."""
    assert [n.label for n in agreed(named("PLACE", "PLACE", "PERSON"))] == ["PLACE"] * 3


def test_an_even_vote_overrules_nobody() -> None:
    """Two senses told equally often stay two."""
    assert [n.label for n in agreed(named("PLACE", "PERSON"))] == ["PLACE", "PERSON"]


def test_peoples_and_days_are_not_weighed() -> None:
    """NORP and DATE are no senses of a place's name."""
    assert [n.label for n in agreed(named("PLACE", "PLACE", "NORP"))] == ["PLACE", "PLACE", "NORP"]
