"""The page by keyboard, read aloud, in dark, on a phone, on paper, from right to left and without a script."""

import copy
from html.parser import HTMLParser

import pytest

from maps.page import render_page

pytestmark = pytest.mark.browser

AGROUND = "suez-04"


def focused(page, what="id"):
    return page.evaluate(f"document.activeElement.getAttribute('{what}')")


def test_the_table_holds_every_event_and_leads_to_each(six_days, suez):
    page = six_days.page
    page.keyboard.press("t")
    assert page.locator("#table-panel tbody tr").count() == len(suez["features"])
    assert page.locator("#table-panel").get_attribute("aria-label") == "Table of the events shown"
    assert not page.locator("#axis-panel").is_visible()
    page.fill("#search", "ismailia agreement")
    assert page.locator("#table-panel tbody tr").count() == 1
    cells = [one.text_content() for one in page.locator("#table-panel tbody tr > *").all()]
    assert cells[:6] == [
        "14",
        "7 July 2021",
        "Agreement signed; the ship may leave",
        "Happened",
        "Ismailia, Egypt",
        "owner, canal authority",
    ]
    page.click("#table-panel .link")
    assert six_days.card_title() == "Agreement signed; the ship may leave"
    assert not page.locator("#table-panel").is_visible()


def test_a_long_table_comes_in_parts(show, suez):
    features = [copy.deepcopy(suez["features"][3]) for _ in range(450)]
    for index, feature in enumerate(features):
        feature["properties"]["id"] = f"e{index}"
    page = show({**suez, "features": features}, fragment="#table&keep=all").page
    assert page.locator("#table-panel tbody tr").count() == 200
    page.click("#table-more")
    assert focused(page, "data-id") == "e200"
    page.click("#table-more")
    assert page.locator("#table-panel tbody tr").count() == 450
    assert page.locator("#table-more").count() == 0


class Table(HTMLParser):
    """The rows of the one table in a page's noscript."""

    def __init__(self):
        super().__init__()
        self.rows, self.words, self.inside = 0, [], False

    def handle_starttag(self, tag, _):
        self.inside = self.inside or tag == "noscript"
        self.rows += tag == "tr"

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "noscript"

    def handle_data(self, data):
        if self.inside:
            self.words.append(data)


def test_without_a_script_the_events_stand_in_a_table(show, chromium, suez, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(render_page(suez, title="Six <days>", intro="In the sand."), encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator("noscript tbody tr").count() == len(suez["features"])
    assert page.locator("noscript h1").text_content() == "Six <days>"
    assert page.locator("noscript tbody tr").nth(3).locator("td").nth(2).text_content() == "Ever Given runs aground across the canal"
    assert page.locator("noscript a").first.get_attribute("href") == "https://news.example/suez/stopped"
    assert not page.locator("main").is_visible()
    context.close()


def test_the_table_without_a_script_ends_at_a_thousand_rows_and_says_so(suez):
    read = Table()
    read.feed(render_page({**suez, "features": [suez["features"][3]] * 1003}, title="x"))
    assert read.rows == 1001
    assert "These are the first 1000 of 1003 events; the others need the script." in read.words


NAMED = """() => {
    const element = document.activeElement, labels = element.labels || [];
    const name = element.getAttribute("aria-label") || element.textContent || (labels[0] && labels[0].textContent) || "";
    const outlined = (one) => getComputedStyle(one).outlineStyle !== "none";
    return [element.id || element.className, Boolean(name.trim()), outlined(element) || outlined(element.firstElementChild)];
}"""


def test_all_controls_are_reached_named_and_seen_in_order(six_days):
    page = six_days.page
    page.evaluate("document.getElementById('skip').focus()")
    reached = []
    for _ in range(45):
        page.keyboard.press("Tab")
        element, named, outlined = page.evaluate(NAMED)
        assert named, element
        assert outlined, element
        reached.append(element)
    order = [reached.index(one) for one in ("table-button", "search", "keep")]
    assert order == sorted(order)


def test_a_list_row_opens_by_enter_and_gets_the_focus_back(six_days):
    page = six_days.page
    six_days.row(AGROUND).focus()
    page.keyboard.press("Enter")
    assert six_days.card_title() == "Ever Given runs aground across the canal"
    page.focus("#card [data-act=next]")
    page.keyboard.press("Enter")
    assert focused(page, "data-act") == "next"
    page.keyboard.press("Escape")
    assert not page.locator("#card").is_visible()
    assert focused(page, "data-id") == "suez-05"


def test_a_mark_on_the_map_opens_by_enter(six_days):
    page = six_days.page
    page.focus(".leaflet-marker-icon[data-ids='suez-08']")
    page.keyboard.press("Enter")
    assert six_days.card_title() == "Shipping lines turn vessels around the Cape of Good Hope"


def test_slash_searches_and_escape_closes_a_menu_first(six_days):
    page = six_days.page
    six_days.row(AGROUND).click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert focused(page) == "search"
    page.focus("details[data-facet=types] summary")
    page.keyboard.press("Enter")
    page.wait_for_selector("details[open] label")
    page.keyboard.press("Escape")
    assert page.locator("details[open]").count() == 0
    assert page.locator("#card").is_visible()


def test_what_happens_is_announced(six_days):
    page = six_days.page
    assert page.locator("#live").get_attribute("aria-live") == "polite"
    six_days.row("suez-16").click()
    assert page.locator("#live").text_content() == "Planned for August 2021: Onward voyage to Felixstowe"
    page.fill("#search", "ismailia")
    page.wait_for_selector("#live:text('4 of 18 events shown')", state="attached")
    page.click("#clear")
    page.wait_for_selector("#live:text('18 of 18 events shown')", state="attached")


STATES = {
    "opened": [],
    "card": [f".row[data-id='{AGROUND}']", ".other-maps summary"],
    "menus": ["details[data-facet=actors] summary"],
    "taking": ["#take summary"],
    "table": ["#table-button"],
    "key": ["#key summary"],
    "filtered": ["#groups .chip"],
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_axe_finds_nothing_in_any_state(show, suez, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    opened = show(suez, color_scheme=scheme, bypass_csp=True, width=width, look={"credit": "By us"})
    found = {}
    for state, clicks in STATES.items():
        for one in clicks:
            opened.page.locator(one).first.dispatch_event("click")
        opened.page.wait_for_timeout(100)
        violations = axe.run(opened.page).response["violations"]
        found[state] = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in violations]
        for _ in range(3):
            opened.page.keyboard.press("Escape")
    assert found == {state: [] for state in STATES}


def test_on_a_phone_the_card_is_a_sheet_at_the_bottom(show, suez):
    opened = show(suez, width=360, height=780, has_touch=True, is_mobile=True)
    opened.row(AGROUND).tap()
    box = opened.page.locator("#card").bounding_box()
    assert (box["x"], box["width"]) == (0, 360)
    assert round(box["y"] + box["height"]) == 780
    assert box["y"] > 300
    assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    small = opened.page.evaluate(
        "[...document.querySelectorAll('button, summary, select')].filter((e) => e.offsetParent && e.offsetHeight < 24).map((e) => e.id)"
    )
    assert small == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_stand_the_map_and_then_a_table_of_what_is_shown(show, suez, scheme):
    opened = show(suez, width=760, height=1000, color_scheme=scheme)
    page = opened.page
    page.fill("#search", "ismailia")
    opened.row("suez-11").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#print-list tbody tr").count() == 4
    top, bottom = page.locator("#map-panel").bounding_box(), page.locator("#print-list").bounding_box()
    assert top["y"] + top["height"] <= bottom["y"]
    assert page.locator("#map-panel .pin").first.is_visible()
    for hidden in ("#card", "#tools", "#list", "#playing"):
        assert not page.locator(hidden).is_visible(), hidden
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()") == "#fbfaf6"
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#print-list").count() == 0


def test_paper_shows_what_the_screen_showed_whichever_is_told_first(show, suez):
    page = show(suez, width=1400).page
    seen = "() => [...document.querySelectorAll('.pin')].filter((pin) => pin.getBoundingClientRect().x > 0).length"
    inside = """() => { const at = document.getElementById("map-panel").getBoundingClientRect();
        return [...document.querySelectorAll(".pin")].every((pin) => { const b = pin.getBoundingClientRect();
            return b.x >= at.x && b.right <= at.right && b.y >= at.y && b.bottom <= at.bottom; }); }"""
    assert page.evaluate(seen) > 0
    page.emulate_media(media="print")
    page.wait_for_timeout(200)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(inside)


def test_text_from_right_to_left_runs_from_right_to_left(show, suez):
    made = copy.deepcopy({**suez, "features": suez["features"][3:4]})
    made["features"][0]["properties"] |= {"title": "הספינה עלתה על שרטון", "quote": "جنحت السفينة في القناة", "trigger": [0, 4]}
    opened = show(made, title="שישה ימים")
    opened.row(AGROUND).click()
    for part in ("#title", ".row-title", "#card .card-title", "#card blockquote"):
        assert opened.page.locator(part).evaluate("(e) => getComputedStyle(e).direction") == "rtl", part
    assert opened.page.locator("#span").evaluate("(e) => getComputedStyle(e).direction") == "ltr"


FAR = """() => {
    const [lat, lon] = [51.5, 4.1];
    map_page.setView([-40, 150], 6, { animate: false });
    document.querySelector(".row[data-id='suez-15']").click();
    return map_page.getBounds().contains([lat, lon]);
}"""


@pytest.mark.parametrize(("motion", "at_once"), [("reduce", True), ("no-preference", False)])
def test_the_map_flies_only_for_readers_who_want_motion(show, suez, motion, at_once):
    assert show(suez, reduced_motion=motion).page.evaluate(FAR) is at_once
