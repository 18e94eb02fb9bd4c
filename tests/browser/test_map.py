"""Honest drawing: what is exact as a pin, what is vague as an area, journeys as arrows, poles and the antimeridian where they are."""

import copy

import pytest

pytestmark = pytest.mark.browser


def event(number, title, lon, lat, *, place="Somewhere", granularity="city", origin=None, **more):
    """One feature of a story of our own."""
    properties = {
        "id": f"m{number}",
        "order": number,
        "title": title,
        "type": "travel",
        "status": "happened",
        "date": f"1950-01-{number:02}",
        "date_start": f"1950-01-{number:02}",
        "date_end": f"1950-01-{number:02}",
        "precision": "day",
        "place": place,
        "granularity": granularity,
        "radius_km": 10,
        "origin": origin and {"name": origin[0], "longitude": origin[1], "latitude": origin[2]},
        "actors": ["The crew"],
        "targets": [],
        "sources": [],
        "salience": 0.5,
        "confidence": 0.9,
    } | more
    return {"type": "Feature", "id": f"m{number}", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties}


def story(*features):
    return {"type": "FeatureCollection", "features": list(features)}


HOP = [
    event(1, "The crew leaves Tokyo", 139.7, 35.7, place="Tokyo"),
    event(2, "The crew lands in Honolulu", -157.86, 21.3, place="Honolulu", origin=("Tokyo", 139.7, 35.7)),
    event(3, "The crew reaches San Francisco", -122.4, 37.8, place="San Francisco", origin=("Honolulu", -157.86, 21.3)),
]
POLE = [
    event(1, "The crew lands at the ice", -164.3, -78.5, place="Ice Bay"),
    event(2, "The crew reaches the pole", 0.0, -90.0, place="South Pole", granularity="site", origin=("Ice Bay", -164.3, -78.5)),
]


def centre(page, event_id, inner=".pin"):
    box = page.locator(f".leaflet-marker-icon[data-ids~='{event_id}'] {inner}").first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_flight_across_the_pacific_stays_whole(show):
    page = show(story(*HOP)).page
    tokyo, honolulu, francisco = (centre(page, one)[0] for one in ("m1", "m2", "m3"))
    assert tokyo < honolulu < francisco
    paths = page.locator("path.journey").all()
    assert len(paths) == 2
    for path in paths:
        assert path.bounding_box()["width"] < francisco - tokyo


def test_the_legs_of_a_trip_are_numbered(show):
    page = show(story(*HOP)).page
    assert [one.text_content() for one in page.locator(".leg").all()] == ["1", "2"]
    page.locator(".leaflet-marker-icon[data-ids='m3']:has(.leg)").dispatch_event("click")
    assert page.locator("#card .card-title").text_content() == "The crew reaches San Francisco"


def test_a_journey_that_did_not_happen_is_no_leg(show):
    never = copy.deepcopy(HOP[1])
    never["properties"]["status"] = "denied"
    page = show(story(HOP[0], never, HOP[2])).page
    assert page.locator(".leg").count() == 0
    assert page.locator("path.journey.status-denied").count() > 0


def test_the_way_to_the_pole_runs_south(show):
    page = show(story(*POLE)).page
    (x0, y0), (x1, y1) = centre(page, "m1"), centre(page, "m2")
    assert abs(x0 - x1) < 3
    assert y1 > y0 + 10
    panel = page.locator("#map-panel").bounding_box()
    assert panel["y"] < y1 < panel["y"] + panel["height"]


def test_the_maps_end_before_the_pole_is_said(show):
    page = show(story(*POLE)).page
    edge = page.locator(".edge-south").bounding_box()
    assert abs(edge["y"] - centre(page, "m2")[1]) < 3
    assert "85° south" in page.locator(".edge-south").text_content()


def test_an_area_across_the_antimeridian_is_drawn_on_one_side(show):
    fiji = event(1, "A storm", 178.0, -17.8, place="Fiji", granularity="country", place_id="iso:FJ", country="FJ", radius_km=200)
    samoa = event(2, "A ship", -171.8, -13.8, place="Apia")
    page = show(story(fiji, samoa)).page
    width = page.locator("#map-panel").bounding_box()["width"]
    assert page.locator("path.area-fill").first.bounding_box()["width"] < width
    assert page.locator(".leaflet-marker-icon[data-ids='m1'] .area-tag").count() == 1


def test_a_city_has_the_circle_of_its_radius_and_a_site_hardly_one(show):
    city = event(1, "In town", 10.0, 50.0, radius_km=30)
    site = event(2, "At the gate", 10.9, 50.0, granularity="site", radius_km=0.3)
    page = show(story(city, site)).page
    widths = sorted(one.bounding_box()["width"] for one in page.locator("path.radius").all())
    assert widths[-1] > 20
    assert widths[0] < 6


def test_events_of_one_place_show_their_count_and_spread_when_selected(show):
    many = [event(number, f"Event {number}", 10.0, 50.0) for number in range(1, 6)]
    opened = show(story(*many))
    page = opened.page
    assert page.locator(".pin-count").text_content() == "5"
    assert page.locator(".leaf").count() == 0
    opened.row("m2").click()
    assert page.locator(".leaf").count() == 5
    spots = {tuple(round(value) for value in centre(page, f"m{number}", ".leaf")) for number in range(1, 6)}
    assert len(spots) == 5
    page.locator(".leaflet-marker-icon[data-ids='m4']").dispatch_event("click")
    assert opened.card_title() == "Event 4"


def test_planned_journeys_are_dashed(show):
    planned = copy.deepcopy(HOP[1])
    planned["properties"]["status"] = "planned"
    page = show(story(HOP[0], planned)).page
    dash = page.evaluate("getComputedStyle(document.querySelector('path.journey')).strokeDasharray")
    assert dash not in ("none", "")
