"""What a reader sees and does."""

import copy

import pytest

pytestmark = pytest.mark.browser

AGROUND, ISMAILIA_COURT, PLANNED, DENIED = "suez-04", "suez-11", "suez-16", "suez-05"


def test_all_three_views_show_every_event_but_folded_statements(six_days):
    opened = six_days
    page = opened.page
    assert page.title() == page.locator("#title").text_content() == "Six days"
    assert page.locator("#events-mapped .row:visible").count() == 16
    assert page.locator("#events-unplaced .row:visible").count() == 1
    assert page.locator("#events-statements .row:visible").count() == 0
    assert opened.marks() == 17
    on_map = page.evaluate("[...new Set([...document.querySelectorAll('[data-ids]')].flatMap((e) => e.dataset.ids.split(' ')))]")
    assert "suez-13" not in on_map
    assert {AGROUND, ISMAILIA_COURT, PLANNED, DENIED, "suez-08"} <= set(on_map)


def test_statements_unfold(six_days):
    opened = six_days
    opened.page.click("#fold-statements")
    assert opened.page.locator("#events-statements .row:visible").count() == 1
    assert opened.marks() == 18


def test_selecting_in_the_list_selects_on_axis_map_and_card(six_days):
    opened = six_days
    opened.row(AGROUND).click()
    page = opened.page
    assert page.locator(f"#axis-panel .mark.selected[data-id='{AGROUND}']").count() == 1
    assert page.locator(f".leaflet-marker-icon[data-ids~='{AGROUND}'] .pin.on").count() == 1
    assert opened.card_title() == "Ever Given runs aground across the canal"
    assert page.locator("#card mark").text_content() == "ran aground"
    assert page.locator("#live").text_content() == "23 March 2021, 07:40: Ever Given runs aground across the canal"


def test_selecting_on_the_axis_selects_in_the_list(six_days):
    opened = six_days
    opened.page.locator("#axis-panel .mark[data-id='suez-14'] .mark-hit").click()
    assert "selected" in opened.row("suez-14").get_attribute("class")
    assert opened.row("suez-14").get_attribute("aria-current") == "true"


def test_selecting_on_the_map_selects_in_the_list(six_days):
    opened = six_days
    opened.page.locator(".leaflet-marker-icon[data-ids='suez-08']").dispatch_event("click")
    assert "selected" in opened.row("suez-08").get_attribute("class")


def test_hovering_marks_the_others(six_days):
    opened = six_days
    opened.row("suez-14").hover()
    assert opened.page.locator("#axis-panel .mark.hovered[data-id='suez-14']").count() == 1
    assert opened.page.locator(".pin.hovered").count() == 1


def test_arrow_keys_step_and_escape_closes(six_days):
    opened = six_days
    opened.page.keyboard.press("ArrowDown")
    assert opened.card_title() == "The canal opens to ships"
    opened.page.keyboard.press("ArrowDown")
    assert opened.card_title() == "Ever Given leaves Tanjung Pelepas for Rotterdam"
    opened.page.keyboard.press("ArrowUp")
    assert opened.card_title() == "The canal opens to ships"
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#card").is_visible()


def test_search_filters_all_views_and_clears(six_days):
    opened = six_days
    opened.page.fill("#search", "ismailia agreement")
    assert opened.page.locator(".row:visible").count() == opened.marks() == 1
    assert opened.page.locator("#shown").text_content() == "1 of 18 events shown"
    opened.page.click("#clear")
    assert opened.page.locator(".row:visible").count() == 17
    assert opened.page.input_value("#search") == ""


def test_type_status_and_actor_filters_have_counts(six_days):
    opened = six_days
    page = opened.page
    page.locator("summary", has_text="Status").click()
    planned = page.locator(".menu-items label", has_text="Planned")
    assert planned.locator(".count").text_content() == "2"
    planned.click()
    assert page.locator(".row:visible").count() == 2
    page.click("#clear")
    page.locator("summary", has_text="Who").click()
    page.locator(".menu-items label", has_text="Ever Given").click()
    assert page.locator(".row:visible").count() == 7


def test_slider_keeps_the_key_events(six_days):
    opened = six_days
    opened.page.evaluate("() => { const s = document.getElementById('keep'); s.value = 3; s.dispatchEvent(new Event('input')); }")
    shown = opened.page.evaluate("[...document.querySelectorAll('.row')].filter((r) => r.offsetParent).map((r) => r.dataset.id)")
    assert shown == ["suez-04", "suez-09", "suez-14"]
    assert opened.page.locator("#keep-words").text_content() == "3 key events"


def test_a_country_is_an_outline_and_never_a_pin(show, suez):
    only = {**suez, "features": [f for f in suez["features"] if f["properties"]["id"] == "suez-18"]}
    page = show(only).page
    assert page.locator("path.area-fill").count() == 1
    assert page.locator(".pin").count() == 0
    lengths = page.evaluate("document.querySelector('path.area-fill').getAttribute('d').length")
    assert lengths > 500


def test_an_area_without_an_outline_is_its_circle(show, suez):
    only = copy.deepcopy({**suez, "features": [f for f in suez["features"] if f["properties"]["id"] == "suez-02"]})
    page = show(only).page
    assert page.locator("path.area-circle").count() == 1
    assert page.locator("path.journey").count() == 1
    assert page.locator(".pin").count() == 0


def test_signs_tell_planned_possible_and_denied_apart(six_days):
    opened = six_days
    for event_id, status in ((PLANNED, "planned"), (DENIED, "denied"), ("suez-17", "possible")):
        assert opened.row(event_id).locator(f".sign-shape.status-{status}").count() == 1
        assert opened.page.locator(f"#axis-panel .mark.status-{status}[data-id='{event_id}']").count() == 1
    assert opened.row(DENIED).locator(".sign-strike").count() == 1
    fill = "(one) => getComputedStyle(one).fill"
    inside = [opened.row(one).locator(".sign-shape").evaluate(fill) for one in (PLANNED, "suez-17", AGROUND)]
    panel = opened.page.evaluate("getComputedStyle(document.querySelector('.chip')).backgroundColor")
    assert inside[0] == inside[1] == panel != inside[2]


def test_vague_dates_fade_and_days_are_ticks(six_days):
    page = six_days.page
    rect = "#axis-panel .mark[data-id='{}'] .mark-fill"
    assert page.locator(rect.format("suez-16")).get_attribute("mask") == "url(#fade-both)"
    assert page.locator(rect.format(AGROUND)).get_attribute("mask") is None
    assert page.locator(rect.format(AGROUND)).get_attribute("width") == "5"
    assert page.locator(rect.format("suez-06")).get_attribute("mask") is None


def test_undated_events_stand_in_their_lane_between_their_neighbours(six_days):
    page = six_days.page
    middle = (
        "(id) => { const b = document.querySelector(`#axis-panel .mark[data-id='${id}'] .mark-hit`).getBoundingClientRect();"
        " return b.x + b.width / 2; }"
    )
    bargain, april, july = (page.evaluate(middle, one) for one in ("suez-13", "suez-11", "suez-14"))
    assert april < bargain < july
    assert page.locator("#axis-panel .mark.undated").count() == 3


def test_several_events_at_one_place_show_their_number_and_spread(six_days):
    opened = six_days
    opened.row(AGROUND).click()
    assert opened.page.locator(".pin.on .pin-count").text_content() == "5"
    assert opened.page.locator(".leaf").count() == 5


def test_a_link_opens_its_event(show, suez):
    opened = show(suez, fragment="#event=suez-09")
    assert opened.card_title() == "The ship is refloated and towed to the Great Bitter Lake"


def test_play_steps_through(six_days):
    opened = six_days
    opened.page.click("#play")
    assert opened.card_title() == "The canal opens to ships"
    assert opened.page.locator("#play").get_attribute("aria-pressed") == "true"
    opened.page.click("#play")
    opened.page.click("#next")
    assert opened.card_title() == "Ever Given leaves Tanjung Pelepas for Rotterdam"


@pytest.mark.parametrize("width", [360, 1400])
def test_nothing_is_wider_than_the_window(show, suez, width):
    page = show(suez, width=width, height=780).page
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_basemap_is_drawn(six_days):
    page = six_days.page
    page.wait_for_selector("canvas.base-tile")
    colours = page.evaluate(
        "() => { const c = document.querySelector('canvas.base-tile'); "
        " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " const s = {}; for (let i = 0; i < d.length; i += 400) { const k = `${d[i]}, ${d[i + 1]}, ${d[i + 2]}`; s[k] = (s[k] || 0) + 1; }"
        " return s; }"
    )
    assert len(colours) > 3
    assert {"221, 231, 235", "248, 245, 237"} <= {colour for colour, times in colours.items() if times > sum(colours.values()) / 50}


@pytest.mark.parametrize("features", [[], [{"type": "Feature", "geometry": None, "properties": {}}]])
def test_next_to_nothing_is_still_a_page(show, features):
    page = show({"type": "FeatureCollection", "features": features}).page
    assert page.locator(".row").count() == len(features)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(show, suez, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    opened = show(suez, color_scheme=scheme, bypass_csp=True)
    opened.row(AGROUND).click()
    found = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in axe.run(opened.page).response["violations"]]
    assert found == []


def test_a_story_whose_only_date_is_a_year_has_an_axis(show, suez):
    """One bar of a whole year, and no other date to frame it."""
    only = copy.deepcopy({**suez, "features": [f for f in suez["features"] if f["properties"]["id"] == "suez-04"]})
    only["features"][0]["properties"] |= {"date": "2016", "date_start": "2016-01-01", "date_end": "2016-12-31", "precision": "year"}
    assert show(only).marks() == 1
