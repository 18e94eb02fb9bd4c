"""Search, facets, what they leave out, and the address that holds all of it."""

import copy

import pytest

pytestmark = pytest.mark.browser

ROWS = "[...document.querySelectorAll('.row')].filter((r) => r.offsetParent).map((r) => r.dataset.id)"


def rows(page):
    return page.evaluate(ROWS)


def address(page):
    """The part after "#", once the page has written it and does not change it any more."""
    last = None
    for _ in range(12):
        page.wait_for_timeout(500)
        now = page.evaluate("location.hash")
        if now == last:
            break
        last = now
    return last


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("felixstowe", ["suez-16"]),  # a title and a place
        ("rotterdam", ["suez-02", "suez-15", "suez-16"]),  # a title, a place, a quotation
        ("dredgers", ["suez-06"]),  # an actor
        ("bitter lake", ["suez-09", "suez-15"]),  # words of a place and of an origin
        ("LAWYERS", ["suez-17"]),  # a quotation, capitals or not
        ("cargo owners", ["suez-17"]),
        ('"southern canal"', ["suez-03", "suez-18"]),  # words together
        ("nothing of this kind", []),
    ],
)
def test_search_looks_through_titles_actors_places_and_quotations(six_days, query, found):
    page = six_days.page
    page.fill("#search", query)
    assert sorted(rows(page)) == found
    assert six_days.marks() == len(found)


def test_search_finds_accented_names_without_their_accents(show, suez):
    made = copy.deepcopy({**suez, "features": suez["features"][:3]})
    made["features"][1]["properties"]["title"] = "Bogotá waits for Zürich"
    page = show(made).page
    for query in ("bogota", "Bogotá", "zurich"):
        page.fill("#search", query)
        assert rows(page) == ["suez-02"]


@pytest.mark.parametrize(
    ("facet", "value", "count"),
    [
        ("types", "travel", 5),
        ("actors", "Ever Given", 6),
        ("places", "Ismailia", 3),
        ("statuses", "planned", 2),
        ("confidence", "high", 11),
        ("sources", "Canal notebook", 4),
    ],
)
def test_each_facet_counts_and_filters(six_days, suez, facet, value, count):
    page = six_days.page
    page.click("#fold-statements")
    page.click(f"details[data-facet={facet}] summary")
    label = page.locator(f"details[data-facet={facet}] label[data-value='{value}']")
    shown = int(label.locator(".count").text_content())
    label.click()
    assert len(rows(page)) == shown
    words = page.locator("#shown").text_content()
    assert words == f"{shown} of 18 events shown"
    assert shown == sum(1 for feature in suez["features"] if value in expected_values(facet, feature["properties"]))


def expected_values(facet, properties):
    confidence = properties["confidence"]
    return {
        "types": [properties["type"]],
        "actors": properties["actors"] + properties["targets"],
        "places": [properties["place"]],
        "statuses": [properties["status"]],
        "confidence": ["high" if confidence >= 0.8 else "medium" if confidence >= 0.5 else "low"],
        "sources": [source["title"] for source in properties["sources"]],
    }[facet]


def test_a_facets_counts_follow_the_other_filters(six_days):
    page = six_days.page
    page.fill("#search", "ismailia")
    page.click("details[data-facet=types] summary")
    page.wait_for_selector("details[open] label")
    counts = {one.get_attribute("data-value"): one.locator(".count").text_content() for one in page.locator("details[open] label").all()}
    assert (counts["agreement"], counts["travel"]) == ("1", "0")
    page.locator("details[open] label[data-value=agreement]").click()
    assert page.locator("details[open] label[data-value=court] .count").text_content() == "1"


def test_what_is_left_out_is_said_and_each_filter_goes_alone_or_all_at_once(six_days):
    page = six_days.page
    assert not page.locator("#left-out").is_visible()
    page.fill("#search", "canal")
    page.click("#groups .chip.group-work")
    assert page.locator("#shown").text_content() == "2 of 18 events shown"
    assert [one.text_content() for one in page.locator("#filters-on .chip").all()] == ["Search: canal✕", "Kind: Other✕"]
    page.click("#filters-on [data-filter=query]")
    assert page.input_value("#search") == ""
    assert page.locator("#shown").text_content() == "2 of 18 events shown"
    page.fill("#search", "no such word")
    assert page.locator("#shown").text_content() == "No event passes these filters"
    page.click("#clear")
    assert len(rows(page)) == 17
    assert not page.locator("#left-out").is_visible()


def test_a_long_menu_is_searched(show, suez):
    made = copy.deepcopy({**suez, "features": suez["features"][:2]})
    made["features"][0]["properties"]["actors"] = [f"Ship {number}" for number in range(300)]
    page = show(made).page
    page.click("details[data-facet=actors] summary")
    page.wait_for_selector("details[open] label")
    assert page.locator("details[open] label").count() == 200
    assert page.locator(".menu-more").text_content() == "101 more: type to find them"
    page.fill(".menu-search", "ship 299")
    page.locator("details[open] label[data-value='Ship 299']").click()
    assert rows(page) == ["suez-01"]


def test_the_address_holds_the_whole_state_and_gives_it_back(show, suez):
    opened = show(suez)
    page = opened.page
    page.fill("#search", "canal")
    page.click("details[data-facet=places] summary")
    page.locator("details[open] label[data-value=Ismailia]").click()
    page.keyboard.press("Escape")
    opened.row("suez-14").click()
    assert "map=" not in address(page)
    page.click(".leaflet-control-zoom-in")
    written = address(page)
    assert "event=suez-14" in written
    assert "q=canal" in written
    assert "place=Ismailia" in written
    assert "map=" in written
    again = show(suez, fragment=written)
    assert rows(again.page) == rows(page) != []
    assert again.card_title() == opened.card_title()
    assert again.page.input_value("#search") == "canal"
    view = "[map_page.getZoom(), Math.round(map_page.getCenter().lat), Math.round(map_page.getCenter().lng)]"
    assert again.page.evaluate(view) == page.evaluate(view)


def test_days_in_the_address_leave_out_all_others(show, suez):
    page = show(suez, fragment="#from=2021-03-27&to=2021-03-29").page
    assert set(rows(page)) == {"suez-06", "suez-08", "suez-09"}
    assert page.locator("#filters-on .chip").first.text_content() == "Days: 27–29 March 2021✕"
    page.click("#filters-on .chip")
    assert len(rows(page)) == 17


def test_one_open_end_of_the_days_is_kept_open(show, suez):
    page = show(suez, fragment="#to=2021-03-23").page
    assert set(rows(page)) >= {"suez-01", "suez-03", "suez-04"}
    assert "suez-09" not in rows(page)
    assert page.locator("#filters-on .chip").text_content() == "Days: by 23 March 2021✕"
    assert address(page) == "#to=2021-03-23"


def test_a_hash_that_changes_changes_the_page(six_days):
    page = six_days.page
    page.evaluate("location.hash = '#status=planned&event=suez-16'")
    page.wait_for_selector("#filters-on .chip")
    assert rows(page) == ["suez-16", "suez-18"]
    assert six_days.card_title() == "Onward voyage to Felixstowe"


@pytest.mark.parametrize(
    "fragment", ["#event=none&type=none&keep=x&from=x&to=9&map=a/b/c", "#%E0%A4%A", "#map=99/999/9999&keep=-4", "#=&&="]
)
def test_a_broken_address_still_opens(show, suez, fragment):
    page = show(suez, fragment=fragment).page
    assert page.locator("#list").is_visible()


def test_inside_a_frame_the_state_is_kept_as_well(show, suez, tmp_path):
    outer = show(suez).page
    path = outer.evaluate("location.pathname")
    article = tmp_path / "article.html"
    article.write_text(f'<!DOCTYPE html><title>x</title><iframe src="file://{path}#q=felixstowe" width="900" height="700"></iframe>')
    outer.goto(article.as_uri())
    frame = outer.frames[1]
    frame.wait_for_selector("html[data-ready=true]")
    assert frame.evaluate(ROWS) == ["suez-16"]
    frame.click(".row[data-id=suez-16]")
    outer.wait_for_timeout(400)
    assert "event=suez-16" in frame.evaluate("location.hash")
