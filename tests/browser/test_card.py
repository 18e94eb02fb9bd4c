"""The card of the chosen event and the page's head: all that is known, and by whom."""

import copy

import pytest

pytestmark = pytest.mark.browser

AGROUND = "suez-04"


def test_the_card_tells_all_that_is_known(six_days):
    page = six_days.page
    six_days.row(AGROUND).click()
    card = page.locator("#card")
    facts = {one.get_attribute("data-fact"): one.text_content() for one in card.locator("[data-fact]").all()}
    assert facts["when"] == "23 March 2021, 07:40Tuesday"
    assert facts["where"].startswith("Suez Canal near Manshiyet Rugola, Suez, Egypt")
    assert "an exact site, within" in facts["where"]
    assert facts["who"] == "Ever Given"
    assert card.locator("mark").text_content() == "ran aground"
    assert card.locator(".sources h3").text_content() == "3 sources"
    assert card.locator(".sources li").first.text_content() == "How one ship stopped the canalpublished 2 April 2021"
    assert card.locator(".sources a").first.get_attribute("href") == "https://news.example/suez/stopped"
    assert {one.get_attribute("data-why") for one in card.locator("[data-why]").all()} >= {"date", "place", "order"}
    assert card.locator(".confidence").text_content() == "Confidence 96 %"
    assert card.locator(".kicker").text_content() == "Accident · Happened"


def test_a_day_of_the_week_stands_only_by_days_that_are_known(six_days):
    page = six_days.page
    for event, note in (("suez-09", "Monday"), ("suez-10", None), ("suez-06", None), ("suez-12", None)):
        six_days.row(event).click()
        found = page.locator("#card [data-fact=when] .note")
        assert (found.text_content() if found.count() else None) == note


def test_a_second_source_stands_with_its_own_sentence(show, suez):
    made = copy.deepcopy({**suez, "features": suez["features"][3:4]})
    made["features"][0]["properties"]["sources"][1]["quote"] = "She sat there for six days."
    opened = show(made)
    opened.row(AGROUND).click()
    assert opened.page.locator("#card .sources q").text_content() == "She sat there for six days."


def test_the_page_notes_that_events_are_older_than_its_borders(show, suez):
    note = show(suez).page.locator("#old-borders")
    assert note.is_visible()
    assert note.text_content() == "The borders drawn are those of today, not of the time."
    assert not show({**suez, "features": suez["features"][1:]}).page.locator("#old-borders").is_visible()


def test_who_made_the_page_stands_at_its_head(show, suez):
    page = show(suez, look={"credit": "The <b>school</b> of Suez"}).page
    assert page.locator("#credit").text_content() == "The <b>school</b> of Suez"
