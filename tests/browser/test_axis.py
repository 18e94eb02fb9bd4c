"""The time axis: every stretch has a date that nothing covers; the brush chooses days."""

import pytest

pytestmark = pytest.mark.browser


def drag(page, x0, x1, y=60):
    box = page.locator("#axis").bounding_box()
    page.mouse.move(box["x"] + x0, box["y"] + y)
    page.mouse.down()
    page.mouse.move(box["x"] + (x0 + x1) / 2, box["y"] + y)
    page.mouse.move(box["x"] + x1, box["y"] + y)
    page.mouse.up()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def shown(page):
    return page.locator(".row:visible").count()


def test_no_date_stands_under_the_buttons(six_days):
    page = six_days.page
    edge = page.locator(".axis-buttons").bounding_box()["x"]
    rights = [box["x"] + box["width"] for box in (one.bounding_box() for one in page.locator("#axis .tick-label").all())]
    assert rights
    assert max(rights) <= edge


def test_every_stretch_between_folds_has_a_date(six_days):
    page = six_days.page
    folds = sorted(one.bounding_box()["x"] for one in page.locator("#axis .fold-gap").all())
    labels = [one.bounding_box()["x"] for one in page.locator("#axis .tick-label").all()]
    left = page.locator("#axis").bounding_box()["x"]
    for a, b in zip([left, *folds], [*folds, 10_000], strict=True):
        assert any(a <= label < b for label in labels)


def test_the_axis_moves_to_the_event_that_is_selected(six_days):
    page = six_days.page
    for _ in range(8):
        page.click("#axis-in")
    for event in ("suez-15", "suez-04"):
        six_days.row(event).click()
        axis, mark = page.locator("#axis").bounding_box(), page.locator(f"#axis .mark[data-id='{event}'] .mark-hit").bounding_box()
        assert axis["x"] <= mark["x"] < axis["x"] + axis["width"]
    for _ in range(8):
        page.click("#axis-out")


def test_the_day_of_the_last_report_parts_what_is_to_come(six_days):
    page = six_days.page
    assert page.locator("#axis .report-line title").text_content() == "Last report: 30 July 2021"
    assert page.locator("#span").text_content().endswith(" · Last report: 30 July 2021")
    line = page.locator("#axis .report-line").bounding_box()["x"]
    done, to_come = (page.locator(f"#axis .mark[data-id='{event}'] .mark-hit").bounding_box() for event in ("suez-15", "suez-16"))
    assert done["x"] < line <= to_come["x"] + 3
    page.fill("#search", "sandstorm")
    assert page.locator("#axis .report-line").count() == 0


def test_dragging_on_the_axis_leaves_the_days_between(six_days):
    page = six_days.page
    before = shown(page)
    width = page.locator("#axis").bounding_box()["width"]
    drag(page, width * 0.4, width * 0.6, y=10)
    assert 0 < shown(page) < before
    assert page.locator(".brush").is_visible()
    assert page.locator("#axis path.histogram-beyond").count() == 1
    page.click(".brush-clear")
    page.wait_for_selector(".brush", state="hidden")
    assert shown(page) == before


def test_the_brush_moves_by_keys_and_says_its_days(six_days):
    page = six_days.page
    page.click("#axis-brush")
    page.wait_for_selector(".brush-since:focus")
    day = int(page.locator(".brush-since").get_attribute("aria-valuenow"))
    words = page.locator(".brush-since").get_attribute("aria-valuetext")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(f".brush-since[aria-valuenow='{day + 1}']")
    assert page.locator(".brush-since").get_attribute("aria-valuetext") != words
    assert page.locator("#card").is_hidden()
    page.keyboard.press("Delete")
    page.wait_for_selector(".brush", state="hidden")


def test_undated_events_are_not_within_chosen_days(six_days):
    page = six_days.page
    drag(page, 20, 700, y=10)
    assert page.locator("#lane").is_hidden()
    page.click(".brush-clear")
    page.wait_for_selector("#lane")
