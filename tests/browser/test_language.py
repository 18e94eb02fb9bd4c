"""What the page says by itself: dates in words, in English and in other languages."""

import pytest

pytestmark = pytest.mark.browser

DATES = [
    # EDTF, first day, last day, precision, in English, in German
    ("2024-09-05", "2024-09-05", "2024-09-05", "day", "5 September 2024", "5. September 2024"),
    ("2024-09-05~", "2024-09-03", "2024-09-07", "day", "About 3–7 September 2024", "Etwa 3.–7. September 2024"),
    ("2024-09", "2024-09-01", "2024-09-30", "month", "September 2024", "September 2024"),
    ("2024-12-30/2025-01-02", "2024-12-30", "2025-01-02", "day", "30 December 2024 – 2 January 2025", "30. Dezember 2024 – 2. Januar 2025"),
    ("1911-24", "1910-12-01", "1911-02-28", "season", "Winter 1911", "Winter 1911"),
    ("1911-30", "1911-12-01", "1912-02-29", "season", "Summer 1911 (southern hemisphere)", "Sommer 1911 (Südhalbkugel)"),
    ("2021-34", "2021-04-01", "2021-06-30", "quarter", "2nd quarter of 2021", "2. Quartal 2021"),
    ("196X", "1960-01-01", "1969-12-31", "decade", "1960s", "1960er Jahre"),
    ("18XX", "1801-01-01", "1900-12-31", "century", "19th century", "19. Jahrhundert"),
    ("-0217", "-0217-01-01", "-0217-12-31", "year", "218 BC", "218 v. Chr."),
    ("../2024-09-05", None, "2024-09-05", "day", "By 5 September 2024", "Bis 5. September 2024"),
    ("2024-09-05/..", "2024-09-05", None, "day", "From 5 September 2024 on", "Ab 5. September 2024"),
    ("2024-09?", "2024-09-01", "2024-09-30", "month", "Perhaps September 2024", "Vielleicht September 2024"),
]


def dated(event_id, edtf, first, last, precision, *, status="happened"):
    properties = {
        "id": event_id,
        "title": "x",
        "date": edtf,
        "date_start": first,
        "date_end": last,
        "precision": precision,
        "status": status,
    }
    return {"type": "Feature", "geometry": None, "properties": properties}


@pytest.mark.parametrize(("language", "column"), [("en", 4), ("de", 5)])
def test_dates_are_said_in_words(show, language, column):
    features = [dated(f"e{i}", *row[:4]) for i, row in enumerate(DATES)]
    page = show({"type": "FeatureCollection", "features": features}, look={"language": language}).page
    said = [page.locator(f".row[data-id=e{i}] .row-when").text_content() for i in range(len(DATES))]
    assert said == [row[column] for row in DATES]


@pytest.mark.parametrize(("language", "planned"), [("en", "Planned for October 2024"), ("fr", "Prévu : octobre 2024")])
def test_what_is_planned_is_said_to_be(show, language, planned):
    features = [dated("e", "2024-10", "2024-10-01", "2024-10-31", "month", status="planned")]
    page = show({"type": "FeatureCollection", "features": features}, look={"language": language}).page
    assert page.locator(".row-when").text_content() == planned


def test_a_german_page_speaks_german_throughout(show, suez):
    opened = show(suez, title="Sechs Tage", look={"language": "de"})
    page = opened.page
    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.get_attribute("#search", "placeholder") == "Ereignisse suchen"
    assert page.locator("#span").text_content() == "18 Ereignisse · 1869 – 2022 · 3 Quellen · Letzter Bericht: 30. Juli 2021"
    page.fill("#search", "ismailia")
    assert page.locator("#shown").text_content() == "4 von 18 Ereignissen gezeigt"
    opened.row("suez-14").click()
    assert [one.text_content() for one in page.locator("#card .facts dt").all()] == ["Wann", "Wo", "Wer"]
    assert page.locator("#card [data-fact=when] .note").text_content() == "Mittwoch"
    assert page.locator("#live").text_content() == "7. Juli 2021: Agreement signed; the ship may leave"
    page.click("#table-button")
    heads = [one.text_content() for one in page.locator("#table-panel thead th").all()]
    assert heads == ["Nr.", "Wann", "Was", "Stand", "Wo", "Wer", "Satz", "Quelle"]
