"""Names are read with the others of their document, and each reading says why."""

import time

import pytest

from maps.gazetteer import Gazetteer, open_gazetteer
from maps.place import Resolution, Toponym
from maps.resolve import resolve


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def named(*names: str | Toponym) -> list[Toponym]:
    return [name if isinstance(name, Toponym) else Toponym(start=i, end=i + len(name), text=name) for i, name in enumerate(names)]


def answer(gazetteer: Gazetteer, *names: str | Toponym) -> Resolution:
    return resolve(named(*names), gazetteer)[0]


@pytest.mark.parametrize(
    ("names", "country", "admin1"),
    [
        (("Tripoli", "Libya", "Benghazi"), "LY", None),
        (("Tripoli", "Lebanon", "Beirut"), "LB", None),
        (("London", "Ontario", "Kitchener"), "CA", "Ontario"),
        (("London", "Manchester"), "GB", "England"),
        (("Georgia", "Tbilisi", "Russia"), "GE", None),
        (("Georgia", "Atlanta", "Savannah"), "US", None),
        (("Birmingham", "Alabama", "Mobile"), "US", "Alabama"),
        (("Santiago", "Chile"), "CL", None),
    ],
)
def test_a_name_is_read_with_its_neighbours(gazetteer: Gazetteer, names: tuple[str, ...], country: str, admin1: str | None) -> None:
    place = answer(gazetteer, *names).place
    assert place is not None
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1


def test_a_container_decides(gazetteer: Gazetteer) -> None:
    for short, state in (("Mo.", "Missouri"), ("Ill.", "Illinois"), ("OR", "Oregon")):
        read = answer(gazetteer, Toponym(start=0, end=11, text="Springfield", containers=(short,)))
        assert read.place is not None
        assert read.place.admin1 == state
        assert short in read.why


def test_two_senses_in_one_document_where_the_text_tells_them_apart(gazetteer: Gazetteer) -> None:
    first = Toponym(start=0, end=11, text="Springfield", containers=("Ill.",))
    second = Toponym(start=30, end=41, text="Springfield", containers=("Mo.",))
    bare = Toponym(start=60, end=71, text="Springfield")
    states = [read.place and read.place.admin1 for read in resolve([first, second, bare], gazetteer)]
    assert states == ["Illinois", "Missouri", "Illinois"]


def test_a_kind_said_in_words_decides(gazetteer: Gazetteer) -> None:
    state = answer(gazetteer, Toponym(start=0, end=10, text="Washington", feature="state")).place
    city = answer(gazetteer, Toponym(start=0, end=10, text="Luxembourg", feature="city")).place
    assert state is not None
    assert state.id == "admin1:US-WA"
    assert city is not None
    assert city.granularity == "city"


def test_a_demonym_gives_its_place(gazetteer: Gazetteer) -> None:
    read = answer(gazetteer, Toponym(start=0, end=6, text="Kenyan", demonym=True))
    assert read.place is not None
    assert read.place.id == "iso:KE"


def test_an_unknown_name_is_no_place(gazetteer: Gazetteer) -> None:
    read = answer(gazetteer, "Qwertyville-on-Zed")
    assert read.place is None
    assert read.candidates == ()
    assert "no place of that name" in read.why


def test_a_site_that_only_the_text_knows_lies_where_the_text_puts_it(gazetteer: Gazetteer) -> None:
    read = answer(gazetteer, Toponym(start=0, end=13, text="Qwertz Palace", containers=("Jakarta",)))
    assert read.place is not None
    assert (read.place.country, read.place.granularity) == ("ID", "site")
    assert "Jakarta" in read.why


def test_where_nothing_tells_namesakes_apart_the_answer_is_which_one(gazetteer: Gazetteer) -> None:
    read = answer(gazetteer, "Franklin")
    assert read.place is None
    assert len(read.candidates) == 5
    assert "which one?" in read.why


def test_a_distance_and_a_bearing_move_the_point(gazetteer: Gazetteer) -> None:
    read = answer(gazetteer, Toponym(start=0, end=7, text="Nairobi", offset_km=50, bearing="south"))
    plain = answer(gazetteer, "Nairobi").place
    assert read.place is not None
    assert plain is not None
    assert read.place.lat == pytest.approx(plain.lat - 50 / 111.2, abs=0.01)
    assert read.place.lon == pytest.approx(plain.lon, abs=0.01)
    assert read.place.radius_km >= 5


def test_the_home_of_the_source_breaks_a_tie(gazetteer: Gazetteer) -> None:
    home = next(place for place in gazetteer.lookup("Nashville") if place.admin1 == "Tennessee")
    read = resolve(named("Franklin"), gazetteer, home=home)[0]
    assert read.place is not None
    assert read.place.admin1 == "Tennessee"


def test_a_list_of_ten_thousand_names_takes_seconds_not_minutes(gazetteer: Gazetteer) -> None:
    towns = ["Springfield", "Franklin", "San Jose", "Victoria", "Tripoli", "Paris", "Nairobi", "Lima"]
    names = named(*(f"{town} {number}" if number % 2 else town for number in range(1_250) for town in towns))
    began = time.perf_counter()
    assert len(resolve(names, gazetteer)) == 10_000
    assert time.perf_counter() - began < 20


def test_answers_come_in_order_and_twice_the_same(gazetteer: Gazetteer) -> None:
    names = named("Tripoli", "Libya", "Kenyan", "Nowhereatall", "Tripoli")
    first = resolve(names, gazetteer)
    assert [read.toponym for read in first] == names
    assert resolve(names, gazetteer) == first
    assert resolve([], gazetteer) == ()


def test_what_lies_near_a_town_is_the_namesake_there_or_a_place_that_only_the_text_knows(gazetteer: Gazetteer) -> None:
    chile = answer(gazetteer, Toponym(start=0, end=5, text="Maipú", near="Santiago"), "Mendoza", "Chile").place
    unknown = answer(gazetteer, Toponym(start=0, end=11, text="Qwertyville", near="Santiago"), "Santiago", "Chile").place
    assert chile is not None
    assert (chile.country, chile.admin1) == ("CL", "Santiago")
    assert unknown is not None
    assert (unknown.country, unknown.radius_km) == ("CL", 30.0)


def test_a_palace_stands_in_the_town_named_before_it_in_its_sentence(gazetteer: Gazetteer) -> None:
    town = Toponym(start=0, end=6, text="Lisbon", preposition="in", sentence=0, paragraph=0)
    palace = Toponym(start=20, end=34, text="Qwertz Palace", sentence=0, paragraph=0)
    read = resolve([town, palace], gazetteer)[1]
    assert read.place is not None
    assert (read.place.country, read.place.granularity) == ("PT", "site")
    assert "Lisbon" in read.why


@pytest.mark.parametrize("changed", [{"sentence": 1}, {"text": "Qwertz Valley"}])
def test_a_palace_in_another_sentence_or_a_valley_stays_unplaced(gazetteer: Gazetteer, changed: dict[str, object]) -> None:
    first = [Toponym(start=i * 40, end=i * 40 + 6, text=name, sentence=0, paragraph=0) for i, name in enumerate(("Lisbon", "Madrid"))]
    palace = Toponym(**{"start": 90, "end": 103, "text": "Qwertz Palace", "sentence": 0, "paragraph": 0} | changed)  # type: ignore[arg-type]
    assert resolve([*first, palace], gazetteer)[2].place is None


def test_the_town_that_somebody_left_is_not_where_the_palace_stands(gazetteer: Gazetteer) -> None:
    left = Toponym(start=0, end=6, text="Lisbon", preposition="from", sentence=0, paragraph=0)
    palace = Toponym(start=20, end=34, text="Qwertz Palace", sentence=0, paragraph=0)
    rest = [Toponym(start=i * 40, end=i * 40 + 6, text=name, sentence=i, paragraph=i) for i, name in enumerate(("Madrid", "Seville"), 2)]
    assert resolve([left, palace, *rest], gazetteer)[1].place is None


def test_names_of_the_same_paragraph_tell_more_than_those_far_off(gazetteer: Gazetteer) -> None:
    def at(paragraph: int, *names: str) -> list[Toponym]:
        return [Toponym(start=1000 * paragraph + 40 * i, end=1000 * paragraph + 40 * i + len(name), text=name, sentence=paragraph,
                        paragraph=paragraph) for i, name in enumerate(names)]  # fmt: skip

    far = at(0, "Valencia", "Caracas", "Venezuela"), at(0, "Valencia", "Madrid", "Spain")
    others = at(1, "Madrid", "Spain"), at(1, "Caracas", "Venezuela")
    countries = [place and place.country for place in (resolve([*a, *b], gazetteer)[0].place for a, b in zip(far, others, strict=True))]
    assert countries == ["VE", "ES"]


def test_a_continent_stays_one_among_many_towns_of_a_country(gazetteer: Gazetteer) -> None:
    towns = ("Columbus", "Cleveland", "Toledo", "Dayton", "Akron", "Ohio")
    for name in ("Europe", "Pacific Ocean"):
        place = answer(gazetteer, name, *towns).place
        assert place is not None
        assert place.country is None


def test_another_spelling_of_a_town_that_nobody_else_bears_is_the_town(gazetteer: Gazetteer) -> None:
    place = answer(gazetteer, "Ashkhabad", "Turkmenistan").place
    assert place is not None
    assert place.country == "TM"
