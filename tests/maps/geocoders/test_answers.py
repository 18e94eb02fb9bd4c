"""The kind and the width of an answer are read from what the service sent, and from nothing else."""

import pytest

from maps.geocoders.answers import granularity_of, radius_of


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"addresstype": "village"}, "city"),
        ({"addresstype": "state"}, "region"),
        ({"type": "administrative"}, "other"),
        ({"properties": {"layer": "locality"}}, "city"),
        ({"properties": {"type": "locality"}}, "neighbourhood"),
        ({"properties": {"layer": "venue"}}, "site"),
        ({"fcl": "A", "fcode": "PCLI"}, "country"),
        ({"fcl": "A", "fcode": "ADM1"}, "region"),
        ({"fcl": "A", "fcode": "ADM3"}, "county"),
        ({"fcl": "T", "fcode": "ISL"}, "island"),
        ({"attributes": {"Addr_type": "PointAddress"}}, "site"),
        ({"properties": "none", "attributes": None}, "other"),
        ({}, "other"),
        (None, "other"),
        (["list"], "other"),
    ],
)
def test_the_kind_is_read_in_each_services_words(raw: object, expected: str) -> None:
    assert granularity_of(raw) == expected


def test_the_radius_is_that_of_a_circle_as_large_as_the_box() -> None:
    assert radius_of({"bbox": [0, 0, 1, 1]}) == pytest.approx(62.7, abs=0.1)
    assert radius_of({"boundingbox": ["0", "1", "0", "1"]}) == radius_of({"bbox": [0, 0, 1, 1]})
    assert radius_of({"bbox": [179.5, 0, -179.5, 1]}) == radius_of({"bbox": [0, 0, 1, 1]})
    assert radius_of({"bbox": [5, 5, 5, 5]}) == 0.1


@pytest.mark.parametrize(
    "raw",
    [None, {}, {"bbox": [1, 2, 3]}, {"bbox": ["a", 0, 1, 1]}, {"bbox": [0, 2, 1, 1]}, {"boundingbox": [None] * 4}, {"extent": {"xmin": 1}}],
)
def test_no_box_no_radius(raw: object) -> None:
    assert radius_of(raw) is None
