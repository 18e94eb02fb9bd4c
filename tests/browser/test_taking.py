"""What a reader takes away: tables, GeoJSON, pictures, citations, links, other maps, a page inside an article."""

import copy
import csv
import io
import json
import struct

import pytest

from timeline.export import from_csv
from timeline.export.csv import COLUMNS, neutral

pytestmark = pytest.mark.browser

AGROUND = "suez-04"
CLIPBOARD = "() => { Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: %s } }); %s }"
HEARD = CLIPBOARD % ("async (t) => { window.copied = t; }", "window.copied = null;")
REFUSED = CLIPBOARD % ("() => Promise.reject(new Error('no'))", "document.execCommand = () => false;")


def taken(page, button, scope=None):
    """Name and bytes of what a button of the menu downloads."""
    if not page.locator("#take-items").is_visible():
        page.click("#take summary")
    if scope:
        page.click(f"#take-items [value={scope}]")
    with page.expect_download() as download:
        page.click(button)
    return download.value.suggested_filename, download.value.path().read_bytes()


def table(data):
    text = data.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_csv_holds_every_event_and_makes_the_page_again(six_days, suez):
    name, data = taken(six_days.page, "#take-csv", "all")
    assert name == "six-days-events.csv"
    rows = table(data)
    assert list(rows[0]) == [column for column in COLUMNS if column in rows[0]]
    made = from_csv(data.decode("utf-8"))
    for before, after in zip(suez["features"], made["features"], strict=True):
        for key in ("id", "title", "type", "status", "date", "date_start", "place", "quote", "actors", "origin", "reasons"):
            expected = before["properties"].get(key)
            if key == "reasons":
                expected = {name: why for name, why in expected.items() if name in ("date", "place", "order")}
            assert after["properties"][key] == expected, key
        assert after["geometry"] == before["geometry"]


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "'=1",
    "''@x",
    "＝1",
    "－1",
    "'plain",
    "1-2",
    'quo"te, comma',
    "two\nlines",
    "nul\0byte",
]


def test_a_csv_neutralises_formulas_as_the_commands_own(show, suez):
    feature = suez["features"][3]
    features = []
    for index, text in enumerate(FORMULAS):
        one = copy.deepcopy(feature)
        one["properties"] |= {"id": f"{index}", "title": text, "quote": text, "actors": [text], "date": text, "place": text}
        features.append(one)
    rows = table(taken(show({**suez, "features": features}).page, "#take-csv")[1])
    expected = [neutral(text.replace("\0", "\ufffd")) for text in FORMULAS]
    for column in ("title", "quote", "actors", "location"):
        assert [row[column] for row in rows] == expected, column
    assert [row["date"] for row in rows][2] == "-1"


def test_what_is_shown_and_what_is_selected_are_taken_alone(six_days):
    page = six_days.page
    page.fill("#search", "ismailia")
    shown = json.loads(taken(page, "#take-geojson", "shown")[1])["features"]
    assert len(shown) == page.locator(".row:visible").count() + 1  # with the folded statement
    page.keyboard.press("Escape")
    six_days.row("suez-14").click()
    assert [feature["id"] for feature in json.loads(taken(page, "#take-geojson", "selected")[1])["features"]] == ["suez-14"]


def test_geojson_is_the_data_as_they_came(six_days, suez):
    name, data = taken(six_days.page, "#take-geojson", "all")
    assert name == "six-days-events.geojson"
    assert json.loads(data) == {"type": "FeatureCollection", "features": suez["features"]}


@pytest.mark.parametrize("title", ["../../etc/passwd", "CON", "<b>\u202egnp.exe</b>", "???", "מסע אל הקוטב"])
def test_a_download_is_named_without_what_file_systems_take_for_more(show, suez, title):
    name, _ = taken(show({**suez, "features": suez["features"][:1]}, title=title).page, "#take-csv")
    assert name.endswith("-events.csv") or name == "timeline-events.csv"
    assert not set(name) & set("/\\:<>?\u202e")


def test_a_picture_shows_title_map_marks_and_axis(six_days):
    page = six_days.page
    name, data = taken(page, "#take-png")
    assert name == "six-days.png"
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert width > 1500
    assert height > 1000
    colours = page.evaluate(
        """async (bytes) => {
            const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
            const context = canvas.getContext("2d", { willReadFrequently: true });
            context.drawImage(bitmap, 0, 0);
            const count = (y0, y1, wanted) => {
                const data = context.getImageData(0, y0, bitmap.width, y1 - y0).data;
                let found = 0;
                for (let i = 0; i < data.length; i += 4) if (wanted(data[i], data[i + 1], data[i + 2])) found += 1;
                return found;
            };
            const near = (r, g, b) => (x, y, z) => Math.abs(x - r) + Math.abs(y - g) + Math.abs(z - b) < 12;
            const foot = bitmap.height - 440;
            return { title: count(0, 90, near(28, 27, 24)), sea: count(95, foot, near(221, 231, 235)),
                     land: count(95, foot, near(248, 245, 237)),
                     move: count(95, foot, near(15, 63, 175)), axis: count(foot, bitmap.height - 60, near(15, 63, 175)) };
        }""",
        list(data),
    )
    assert colours["title"] > 200
    assert colours["sea"] > 10_000
    assert colours["land"] > 10_000
    assert colours["move"] > 200
    assert colours["axis"] > 100


def test_a_citation_names_sentence_source_and_day(six_days):
    page = six_days.page
    page.evaluate(HEARD)
    six_days.row(AGROUND).click()
    page.click("[data-act=copyCitation]")
    copied = page.evaluate("copied")
    assert copied.startswith("“At 07:40 the Ever Given swung")
    assert "How one ship stopped the canal, 2 April 2021, https://news.example/suez/stopped" in copied
    assert copied.endswith("in “Six days”, event 4")
    assert page.locator("#live").text_content() == "Copied."


def test_coordinates_and_other_maps_come_only_on_a_click(six_days, suez):
    page = six_days.page
    page.evaluate(HEARD)
    six_days.row(AGROUND).click()
    lon, lat = suez["features"][3]["geometry"]["coordinates"]
    page.click("[data-act=copyCoordinates]")
    assert page.evaluate("copied") == f"{lat:.5f}, {lon:.5f}"
    assert page.locator(".other-maps a:visible").count() == 0
    page.click(".other-maps summary")
    links = [one.get_attribute("href") for one in page.locator(".other-maps a:visible").all()]
    assert links[0].startswith(f"geo:{lat:.5f},{lon:.5f}")
    assert any(link.startswith("https://www.openstreetmap.org/?mlat=") for link in links)
    assert all(one.get_attribute("rel") == "noopener noreferrer" for one in page.locator(".other-maps a").all())


def test_an_event_without_a_place_offers_no_coordinates(six_days):
    six_days.row("suez-13").click()
    assert six_days.page.locator("[data-act=copyCitation]").count() == 1
    assert six_days.page.locator("[data-act=copyCoordinates], .other-maps").count() == 0


def test_where_copying_is_refused_the_text_is_shown_to_be_copied(show, suez):
    opened = show({**suez, "features": suez["features"][3:4]})
    opened.page.evaluate(REFUSED)
    opened.row(AGROUND).click()
    opened.page.click("[data-act=copyCoordinates]")
    assert opened.page.locator("dialog[open] textarea").input_value().count(",") == 1
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("dialog").count() == 0


def test_a_link_and_the_code_for_an_article_open_this_view(six_days):
    page = six_days.page
    page.evaluate(HEARD)
    six_days.row(AGROUND).click()
    page.click("#take summary")
    page.click("#copy-link")
    link = page.evaluate("copied")
    assert link.startswith(page.url.partition("#")[0])
    assert "event=suez-04" in link
    page.click("#copy-embed")
    code = page.evaluate("copied")
    assert code.startswith("<iframe src=")
    assert "#embed&amp;event=suez-04" in code
    assert 'title="Six days"' in code


def test_in_a_frame_the_page_is_its_map_and_axis(show, suez):
    page = show(suez, fragment="#embed", width=700, height=480).page
    for hidden in ("#list", "#tools", "#intro", "#take"):
        assert not page.locator(hidden).is_visible(), hidden
    for shown in ("#map-panel", "#axis", "#title", "#whole"):
        assert page.locator(shown).is_visible(), shown
    assert page.locator("#map-panel").bounding_box()["height"] > 250
    assert page.locator(".pin").count() >= 3
    page.wait_for_timeout(400)
    assert "embed" not in page.locator("#whole").get_attribute("href")
    assert page.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
