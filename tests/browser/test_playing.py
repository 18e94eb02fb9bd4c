"""Going through the story: by steps, by itself, at the reader's speed; the map follows."""

import pytest

pytestmark = pytest.mark.browser

FIRST, SECOND = "The canal opens to ships", "Ever Given leaves Tanjung Pelepas for Rotterdam"
AGROUND = "suez-04"


def test_play_goes_on_by_itself_and_pauses(show, suez):
    opened = show(suez)
    page = opened.page
    page.clock.install()
    page.select_option("#speed", "4")
    page.click("#play")
    assert opened.card_title() == FIRST
    page.clock.run_for(700)
    assert opened.card_title() == SECOND
    page.click("#play")
    page.clock.run_for(5000)
    assert opened.card_title() == SECOND
    assert page.locator("#play").get_attribute("aria-pressed") == "false"


def test_half_the_speed_takes_twice_as_long(show, suez):
    opened = show(suez)
    opened.page.clock.install()
    opened.page.select_option("#speed", "0.5")
    opened.page.click("#play")
    opened.page.clock.run_for(4000)
    assert opened.card_title() == FIRST
    opened.page.clock.run_for(1500)
    assert opened.card_title() == SECOND


def test_what_is_still_to_come_stands_back_while_playing(show, suez):
    opened = show(suez)
    page = opened.page
    page.click("#play")
    assert page.locator("#axis-panel .mark.later").count() == opened.marks() - 1
    assert page.locator(".pin.later").count() > 0
    page.click("#play")
    assert page.locator(".later").count() == 0


@pytest.mark.parametrize("width", [1000, 1180, 1400])
def test_the_card_leaves_the_buttons_free(show, suez, width):
    page = show(suez, width=width).page
    page.click("#next")
    bar, card = page.locator("#playing").bounding_box(), page.locator("#card").bounding_box()
    assert bar["x"] + bar["width"] <= card["x"] or card["y"] + card["height"] <= bar["y"]


def test_playing_ends_at_the_last_event_and_begins_again(show, suez):
    opened = show(suez)
    page = opened.page
    page.clock.install()
    page.keyboard.press("ArrowUp")
    last = opened.card_title()
    page.keyboard.press("ArrowUp")
    page.select_option("#speed", "4")
    page.click("#play")
    page.clock.run_for(1500)
    assert opened.card_title() == last
    assert page.locator("#play").get_attribute("aria-pressed") == "false"
    page.click("#play")
    assert opened.card_title() == FIRST


IN_SIGHT = """() => {
  const on = document.querySelector('.pin.on, .area-tag.on');
  if (!on) return null;
  const a = on.getBoundingClientRect(), b = document.getElementById('map-panel').getBoundingClientRect();
  return a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom;
}"""


def test_the_map_follows_the_steps(show, suez):
    opened = show(suez)
    page = opened.page
    page.evaluate("void map_page.setView([-30, -100], 5, { animate: false })")
    seen = []
    for _ in range(6):
        page.keyboard.press("ArrowDown")
        seen.append(page.evaluate(IN_SIGHT))
    assert False not in seen
    assert seen.count(True) >= 4


def test_arrow_keys_step_within_what_is_shown(show, suez):
    opened = show(suez)
    opened.page.fill("#search", "canal")
    opened.page.locator("#search").blur()
    shown = [one.text_content() for one in opened.page.locator(".row:visible .row-title").all()]
    stepped = []
    for _ in shown:
        opened.page.keyboard.press("ArrowRight")
        stepped.append(opened.card_title())
    assert 1 < len(shown) < 17
    assert sorted(stepped) == sorted(shown)
