"""A user's own places are read from a file, win over the embedded ones, and mistakes are named by line."""

import json
import pickle
import re
from functools import partial
from pathlib import Path

import pytest

from maps.gazetteer import OwnGazetteer, is_own, open_with, read_places
from maps.place import Toponym
from maps.resolve import resolve

HEADER = "name,other names,latitude,longitude,kind,country\n"


def file(folder: Path, text: str, name: str = "places.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_line_gives_a_place_with_all_its_names(tmp_path: Path) -> None:
    own = read_places(file(tmp_path, HEADER + "Camp Alpha,Alpha; FOB Alpha,12.5,43.25,camp,Yemen\n\nHill 60,,50.8,2.9,,BE\n"))
    assert [entry.names for entry in own] == [("Camp Alpha", "Alpha", "FOB Alpha"), ("Hill 60",)]
    place = own[0].place
    assert (place.lat, place.lon, place.country, place.granularity, place.radius_km) == (12.5, 43.25, "YE", "site", 1.0)
    assert place.source == "places.csv"
    assert is_own(place)


def test_semicolons_tabs_short_headers_and_a_bom_are_read(tmp_path: Path) -> None:
    for text in ("\ufeffName;Lat;Lon\nCamp;1.5;2.5\n", "name\tlng\tlat\r\nCamp\t2.5\t1.5\r\n"):
        place = read_places(file(tmp_path, text))[0].place
        assert (place.lat, place.lon) == (1.5, 2.5)


def test_geojson_is_read_too(tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [43.25, 12.5]},
        "properties": {"name": "Camp Alpha", "other_names": ["Alpha"], "kind": "camp", "country": "YE"},
    }
    own = read_places(file(tmp_path, json.dumps({"type": "FeatureCollection", "features": [feature]}), "places.geojson"))
    assert own[0].names == ("Camp Alpha", "Alpha")
    assert (own[0].place.lat, own[0].place.lon) == (12.5, 43.25)


def test_own_places_win_over_embedded_ones_and_the_rest_is_as_before(tmp_path: Path) -> None:
    gazetteer = OwnGazetteer(read_places(file(tmp_path, HEADER + "Paris,,33.66,-95.55,town,US\nCamp Alpha,,12.5,43.2,camp,YE\n")))
    names = ["Paris", "Camp Alpha", "Nairobi", "France"]
    read = resolve([Toponym(start=i * 20, end=i * 20 + len(n), text=n) for i, n in enumerate(names)], gazetteer)
    assert [r.place and r.place.country for r in read] == ["US", "YE", "KE", "FR"]
    assert gazetteer.known("camp alpha")
    assert gazetteer.lookup("Nairobi")[0].id.startswith("geonames:")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,latitude\nx,1\n", "line 1: no column longitude"),
        (HEADER + "A,,91,0,,\n", "line 2: latitude is ‘91’; a number from -90 to 90"),
        (HEADER + "Abc,,1,2,,\nBcd,,nan,2,,\n", "line 3: latitude is ‘nan’"),
        (HEADER + "Abc,,,2,,\n", "line 2: latitude is missing"),
        (HEADER + ",,1,2,,\n", "line 2: ‘’ is no name"),
        (HEADER + "Abc,,1,2,spaceship,\n", "line 2: kind ‘spaceship’ is not known; site, "),
        (HEADER + "Abc,,1,2,,Atlantis\n", "line 2: country ‘Atlantis’ is not known"),
        (HEADER + '"A\nB",,1,2,,\nAbc,,1,x,,\n', "line 4: longitude is ‘x’"),
        (HEADER + "".join(f"Abc{i},,x,2,,\n" for i in range(5)), "(and 2 more)"),
        (HEADER, "holds no place"),
        ('{"type": "FeatureCollection", "features": [{"geometry": null}]}', "feature 1: ‘’ is no name"),
        ('{"features": [{"geometry": {"type": "Polygon"}, "properties": {"name": "Abc"}}]}', "feature 1: latitude is missing"),
        ('{"a":\n 1,,}', "line 2: this is no JSON"),
        ('{"type": "Point"}', "no list of features"),
    ],
)
def test_a_mistake_is_named_by_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)) as caught:
        read_places(file(tmp_path, text))
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        read_places(tmp_path / "missing.csv")
    (tmp_path / "latin.csv").write_bytes(b"name,lat,lon\n\xff,1,2\n")
    with pytest.raises(ValueError, match="not UTF-8"):
        read_places(tmp_path / "latin.csv")


def test_workers_open_the_same_file_each(tmp_path: Path) -> None:
    path = file(tmp_path, HEADER + "Camp Alpha,,12.5,43.2,camp,YE\n")
    opener = pickle.loads(pickle.dumps(partial(open_with, path)))
    assert opener().lookup("Camp Alpha")[0].country == "YE"
