"""A document's home is read from its dateline, its title or the country of its address, and only where they are sure."""

import pytest

from maps.gazetteer import open_gazetteer
from timeline.places import home_of
from timeline.records import Document


def home(text: str, *, title: str | None = None, url: str | None = None) -> tuple[str, str | None] | None:
    document = Document(
        id="x", source="x", title=title, text=text, published=None, published_basis=None, language="en", digest="", url=url
    )  # fmt: skip
    place = home_of(document, open_gazetteer())
    return (place.name, place.country) if place else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NAIROBI, Kenya (Agency) — Rain fell for days.", ("Nairobi", "KE")),
        ("Storms pass\n\nOSLO, March 3 (Agency) - It rained.", ("Oslo", "NO")),
        ("A headline. BEIRUT: Ministers met.", ("Beirut", "LB")),
        ("SPRINGFIELD, Ill. -- A barn burned.", ("Springfield", "US")),
        ("SPRINGFIELD — A barn burned.", None),
        ("LEBANON (Agency) — The county fair opened.", None),
        ("POLICE: a man was found.", None),
        ("NAIROBI is the capital of Kenya.", None),
        ("Council meets. Springfield, Ohio — The council met.", ("Springfield", "US")),
        ("Nairobi, Kenya is large. It — as ever — rained.", None),
        ("", None),
    ],
)
def test_the_dateline_tells(text: str, expected: tuple[str, str] | None) -> None:
    assert home(text) == expected


def test_the_title_tells_where_it_names_a_town_with_its_region() -> None:
    assert home("A man was hurt.", title="Man hurt in Salem, Ore., fire") == ("Salem", "US")
    assert home("A man was hurt.", title="Smith, Jones and Brown meet") is None


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("Man hurt in fire | Nashville Daily News", None, ("Nashville", "US")),
        ("Man hurt in fire - Oxford Mail", "https://paper.co.uk/a", ("Oxford", "GB")),
        ("Man hurt in fire - Oxford Mail", "https://paper.com.au/a", ("Australia", "AU")),
        ("Man hurt in fire | Springfield News-Leader", None, None),
        ("Man hurt in fire | Morning Star", None, None),
        ("Man hurt in Salem", None, None),
    ],
)
def test_a_papers_town_is_its_home_where_one_town_is_meant(title: str, url: str | None, expected: tuple[str, str] | None) -> None:
    assert home("It rained.", title=title, url=url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.paper.co.ke/a", ("Kenya", "KE")),
        ("https://paper.co.uk", ("United Kingdom", "GB")),
        ("https://news.paper.com.au:443/x", ("Australia", "AU")),
        ("https://paper.com/x.ke", None),
        ("https://paper.io/", None),
        ("https://paper.tv/", None),
        ("not an address", None),
        (None, None),
    ],
)
def test_the_addresss_ending_tells_the_country(url: str | None, expected: tuple[str, str] | None) -> None:
    assert home("It rained.", url=url) == expected


def test_long_openings_take_linear_time() -> None:
    assert home("A" * 100_000 + "," * 100_000) is None
    assert home("AB " * 50_000) is None
