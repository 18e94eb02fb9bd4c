import csv
import io

import pytest

from timeline.export import csv_text, from_csv
from timeline.export.crosswalk import event_types
from timeline.export.csv import COLUMNS, neutral, plain

COLUMNS_OF_THE_DESIGN = (
    "order, event_id, date, date_start, date_end, time, date_precision, date_basis, status, event_type, title, actors, targets, "
    "quantity, action, location, admin1, country, country_code, latitude, longitude, geo_precision, radius_km, origin, "
    "origin_latitude, origin_longitude, attributed_to, salience, n_sources, source, source_url, published, quote, start, end, "
    "why_date, why_place, why_order, confidence, plover, cameo, acled"
)


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_columns_are_those_of_the_design(timeline):
    header = csv_text(timeline).split("\r\n")[0]
    assert header.split(",") == COLUMNS_OF_THE_DESIGN.split(", ")


def test_a_row_says_when_where_and_from_whom(timeline):
    row = rows(csv_text(timeline))[1]
    assert row["date"] == row["date_start"] == row["date_end"] == "2021-03-23"
    assert (row["time"], row["date_precision"], row["date_basis"]) == ("morning", "day", "relative")
    assert (row["latitude"], row["longitude"]) == ("29.97371", "32.52627")
    assert (row["country_code"], row["geo_precision"], row["radius_km"]) == ("EG", "city", "11")
    assert (row["n_sources"], row["source"], row["source_url"]) == ("2", "one.txt; two.txt", "https://news.example/one")
    assert row["salience"] == "0.512"


def test_a_place_not_resolved_has_a_name_and_no_point(timeline):
    row = rows(csv_text(timeline))[3]
    assert row["location"] == "Ismailia"
    assert [row[name] for name in ("country", "latitude", "longitude", "geo_precision", "radius_km")] == [""] * 5


def test_excel_gets_a_byte_order_mark_and_others_do_not(timeline):
    assert csv_text(timeline, excel=True) == "\ufeff" + csv_text(timeline)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+1", "@x", "\t=1", "\r=1", "'=1", "''@", "＝1"])
def test_formulas_are_neutralised_and_come_back(text):
    assert neutral(text) == "'" + text
    assert plain(neutral(text)) == text


@pytest.mark.parametrize("text", ["1-1", "'quoted'", "a=b", "", " =x", "’s"])
def test_other_text_is_left_alone(text):
    assert neutral(text) == plain(text) == text


def test_negative_numbers_and_ancient_dates_are_left_alone(timeline):
    from dataclasses import replace

    from timeline.records import Interval

    caesar = Interval(edtf="-0043-03-15", earliest="-0043-03-15", latest="-0043-03-15", precision="day")
    aground = timeline.events[1]
    south = replace(aground.place.place, lat=-33.9, lon=-70.0)
    changed = replace(timeline, events=(replace(aground, interval=caesar, place=replace(aground.place, place=south)),))
    row = rows(csv_text(changed))[0]
    assert (row["date"], row["latitude"], row["longitude"]) == ("-0043-03-15", "-33.9", "-70")


def test_hostile_text_arrives_unchanged(hostile_timeline, hostile):
    for row in rows(csv_text(hostile_timeline)):
        for column in ("title", "quote", "action", "quantity", "actors", "attributed_to", "source", "why_date", "why_place"):
            assert plain(row[column]) == hostile, column
            assert not row[column].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_pandas_and_duckdb_read_what_the_csv_module_reads(hostile_timeline, hostile, tmp_path):
    import duckdb
    import pandas as pd

    path = tmp_path / "timeline.csv"
    path.write_bytes(csv_text(hostile_timeline).encode("utf-8"))
    expected = [tuple(row.values()) for row in rows(path.read_bytes().decode("utf-8"))]
    assert plain(expected[0][COLUMNS.index("quote")]) == hostile
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert [tuple(row) for row in frame.itertuples(index=False)] == expected
    table = duckdb.read_csv(str(path), header=True, all_varchar=True).fetchall()
    assert [tuple(value or "" for value in row) for row in table] == expected


def test_every_type_has_its_line_in_the_crosswalk():
    types = event_types()
    assert len(types) == 29
    assert types["rescue"].cameo == "075"
    assert set(COLUMNS) >= {"plover", "cameo", "acled"}


def test_the_csv_makes_the_page_data_again(timeline):
    collection = from_csv(csv_text(timeline))
    aground = collection["features"][1]
    assert aground["geometry"] == {"type": "Point", "coordinates": [32.52627, 29.97371]}
    assert aground["properties"]["title"] == "Ship: ran aground"
    assert aground["properties"]["actors"] == ["container ship"]
    assert collection["features"][0]["properties"]["origin"] == {"name": "Port Klang", "longitude": 101.4, "latitude": 3.0}
    assert collection["features"][3]["geometry"] is None
