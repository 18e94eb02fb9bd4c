"""The embedded gazetteer answers for names of every kind, fast, alone and shared."""

import hashlib
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from maps.gazetteer import Gazetteer, open_gazetteer
from maps.gazetteer.build.sources import TABLES
from maps.gazetteer.gazetteer import EMBEDDED


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Haiti", "iso:HT"),
        ("Burma", "iso:MM"),
        ("Britain", "iso:GB"),
        ("U.S.", "iso:US"),
        ("DRC", "iso:CD"),
        ("United States of America", "iso:US"),
        ("Tennessee", "admin1:US-TN"),
        ("Tenn.", "admin1:US-TN"),
        ("TN", "admin1:US-TN"),
        ("Bavaria", "admin1:DE-BY"),
        ("Southeast Asia", "region:southeast-asia"),
        ("the Balkans", "region:balkans"),
        ("Europe", "continent:EU"),
        ("Paris", "geonames:2988507"),
        ("Leningrad", "geonames:498817"),
    ],
)
def test_a_bare_name_means_first_what_most_people_mean(gazetteer: Gazetteer, name: str, ident: str) -> None:
    assert gazetteer.lookup(name)[0].id == ident


@pytest.mark.parametrize(
    ("name", "granularity"),
    [
        ("Shelby County", "county"),
        ("Bay of Bengal", "sea"),
        ("Lake Victoria", "other"),
        ("Mekong River", "river"),
        ("Sumatra", "island"),
        ("Hindu Kush", "mountain"),
        ("Soekarno-Hatta Airport", "site"),
        ("Lombardy", "region"),
    ],
)
def test_every_kind_of_place_is_there(gazetteer: Gazetteer, name: str, granularity: str) -> None:
    assert gazetteer.lookup(name)[0].granularity == granularity


def test_lower_case_us_is_no_abbreviation(gazetteer: Gazetteer) -> None:
    assert "iso:US" not in {place.id for place in gazetteer.lookup("us")}


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Kenyan", "Kenya"),
        ("Haitians", "Haiti"),
        ("Texans", "Texas"),
        ("Parisian", "Paris"),
        ("European", "Europe"),
        ("Filipinos", "Philippines"),
    ],
)
def test_demonyms_lead_to_their_place(gazetteer: Gazetteer, word: str, name: str) -> None:
    assert gazetteer.demonym(word)[0].name == name


def test_countries_by_code(gazetteer: Gazetteer) -> None:
    haiti = gazetteer.country("ht")
    assert haiti is not None
    assert (haiti.name, haiti.granularity) == ("Haiti", "country")
    assert gazetteer.country_name("DO") == "Dominican Republic"
    assert gazetteer.country("ZZ") is None
    assert gazetteer.country_name("ZZ") == "ZZ"
    capital = gazetteer.capital("KE")
    assert capital is not None
    assert capital.name == "Nairobi"


def test_containment_follows_codes_and_distance(gazetteer: Gazetteer) -> None:
    tennessee, nashville = gazetteer.lookup("Tennessee")[0], gazetteer.lookup("Nashville")[0]
    county = next(place for place in gazetteer.lookup("Davidson County") if place.admin1 == "Tennessee")
    africa, kenya = gazetteer.lookup("Africa")[0], gazetteer.lookup("Kenya")[0]
    nairobi = gazetteer.lookup("Nairobi")[0]
    assert gazetteer.contains(tennessee, nashville)
    assert gazetteer.contains(county, nashville)
    assert gazetteer.contains(africa, kenya)
    assert gazetteer.contains(kenya, nairobi)
    assert not gazetteer.contains(nashville, tennessee)
    assert not gazetteer.contains(kenya, nashville)
    assert not gazetteer.contains(kenya, kenya)


def test_the_longest_name_is_matched(gazetteer: Gazetteer) -> None:
    words = "in New York City on Monday".split()
    assert gazetteer.match(words, 1) == 3
    assert gazetteer.match(words, 0) == 0


def test_countries_and_regions_have_their_size(gazetteer: Gazetteer) -> None:
    for name, low, high in (("Russia", 2200, 2500), ("Luxembourg", 25, 35), ("Texas", 400, 500)):
        assert low < gazetteer.lookup(name)[0].radius_km < high


def test_no_place_lies_at_zero_zero(gazetteer: Gazetteer) -> None:
    for code in ("RU", "ID", "FJ", "KI", "US", "AQ", "NO"):
        place = gazetteer.country(code)
        assert place is not None
        assert (place.lat, place.lon) != (0.0, 0.0)
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180


HOSTILE = [
    "x" * 10_000,
    "' OR 1=1",
    "{{7*7}}",
    "../../etc/passwd",
    "\x00\x01",
    "\u202e\u05d8\u05e7\u05e1\u05d8",
    "\n",
    "~kenyan",
    "#TN",
    "a\nb",
    "é" * 5_000,
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_find_nothing_at_once(gazetteer: Gazetteer, name: str) -> None:
    began = time.perf_counter()
    assert gazetteer.lookup(name) == ()
    assert time.perf_counter() - began < 0.005


def _country_of(name: str) -> str | None:
    return open_gazetteer().lookup(name)[0].country


def test_many_processes_read_the_same_file(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Nairobi")
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(_country_of, ["Nairobi", "Jakarta", "Lima", "Nairobi"])) == ["KE", "ID", "PE", "KE"]


def test_a_file_that_is_no_gazetteer_is_refused_by_name(tmp_path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"something else entirely, long enough to hold a header of the gazetteer's")
    with pytest.raises(ValueError, match=r"other\.bin is not a gazetteer"):
        Gazetteer(path)


def test_the_embedded_file_is_small_enough_to_ship() -> None:
    assert EMBEDDED.stat().st_size < 24 * 2**20


def test_it_opens_in_fifty_milliseconds() -> None:
    best = min(_seconds_to_open() for _ in range(3))
    assert best < 0.05


def _seconds_to_open() -> float:
    began = time.perf_counter()
    Gazetteer()
    return time.perf_counter() - began


def test_the_licence_file_names_the_digest_of_the_embedded_file() -> None:
    digest = hashlib.sha256(EMBEDDED.read_bytes()).hexdigest()
    assert f"{digest}  world.bin" in EMBEDDED.with_name("LICENCES.md").read_text(encoding="utf-8")


def test_a_short_form_in_small_letters_is_a_state_and_in_capitals_may_be_a_city(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.lookup("La.")] == ["Louisiana"]
    assert "Los Angeles" in [place.name for place in gazetteer.lookup("L.A.")]


@pytest.mark.parametrize(
    ("name", "country", "granularity"),
    [
        ("Apennines", "IT", "mountain"), ("the Shetlands", "GB", "island"), ("Burgundy", "FR", "region"), ("Camp David", "US", "site"),
        ("Maracana", "BR", "site"), ("Strait of Magellan", None, "sea"), ("River Plate", None, "sea"),
        ("East Berlin", "DE", "neighbourhood"),
        ("Angkor Wat", "KH", "site"), ("Bagram air base", "AF", "site"), ("Phoenicia", "LB", "region"), ("Gaugamela", "IQ", "site"),
    ],
)  # fmt: skip
def test_our_tables_give_what_the_sources_lack(gazetteer: Gazetteer, name: str, country: str | None, granularity: str) -> None:
    assert (country, granularity) in {(place.country, place.granularity) for place in gazetteer.lookup(name)[:2]}


def test_every_row_of_our_tables_can_be_looked_up_where_it_says(gazetteer: Gazetteer) -> None:
    for table in ("landmarks", "sites", "historic"):
        for line in (TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            name, _, lat, lon, *_ = line.split("|")
            near = [place for place in gazetteer.lookup(name) if abs(place.lat - float(lat)) < 8 and abs(place.lon - float(lon)) < 12]
            assert near, line
