"""What two tables both have stays once."""

from maps.gazetteer.build.entry import Entry, apart
from maps.place import Granularity


def entry(name: str, lat: float, granularity: Granularity = "site", radius_km: float = 1.0) -> Entry:
    return Entry(
        id=name, name=name, lat=lat, lon=10.0, radius_km=radius_km, granularity=granularity, source="Dateline", rank=1.0, names=[name]
    )


def test_a_place_of_the_same_name_and_kind_near_by_is_left_out() -> None:
    known = [entry("Qwertz Palace", 50.0)]
    assert apart([entry("Qwertz palace", 50.1)], known, 30.0) == []


def test_one_far_off_or_of_another_kind_or_inside_a_wide_namesake_only_by_name_stays() -> None:
    known = [entry("Qwertz", 50.0), entry("Qwertia", 60.0, "region", 400.0)]
    far, other = entry("Qwertz", 55.0), entry("Qwertz", 50.1, "river")
    inside = entry("Qwertia", 61.0, "region")
    assert apart([far, other, inside], known, 30.0) == [far, other]
