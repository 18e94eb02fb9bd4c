"""Texts that try to be more than text arrive as text and run nothing."""

import pytest

from maps.page import render_page

pytestmark = pytest.mark.browser

TEXTS = {
    "script": "</script><script>alert(1)</script>",
    "comment": "<!-- <script> --> ]]>",
    "image": '"><img src=x onerror=alert(1)>',
    "svg": "<svg onload=alert(1)>",
    "template": "${alert(1)} `${alert(2)}` \\u003c \\",
    "jinja": "{{ 7*7 }} {% off %} {# x #} {% raw %}",
    "slot": "<!--slot:data--> <!--slot:script-->",
    "quotes": "He said \"no\", 'yes'\nand left\r\n\ttwice",
    "separators": "one\u2028two\u2029three\u0085four\u0000five",
    "scripts": "\u202eabc مرحبا עולם 東京 ไทย 🚢",
    "entity": "&lt;b&gt; &amp;amp; &#x27;",
    "word": "W" * 20000,
    "link": "javascript:alert(1)",
    "handler": "x onmouseover=alert(1) style=position:fixed",
    "noscript": "</noscript></textarea></title></style><script>alert(1)</script>",
    "prototype": "__proto__",
    "constructor": "constructor",
}


def collection(text):
    properties = {
        "id": text[:50],
        "order": 1,
        "title": text,
        "type": "visit",
        "status": "happened",
        "date": "2024-09-05",
        "date_start": "2024-09-05",
        "date_end": "2024-09-05",
        "precision": "day",
        "place": text,
        "admin1": text,
        "country": "HT",
        "country_name": text,
        "granularity": "city",
        "radius_km": 10,
        "origin": {"name": text, "longitude": -66.0, "latitude": 18.0},
        "actors": [text],
        "targets": [text],
        "quantity": text,
        "attributed_to": text,
        "quote": text,
        "trigger": [0, 3],
        "sources": [{"title": text, "url": "javascript:alert(1)", "published": text[:30]}],
        "reasons": {"date": text, "place": text, "order": text},
        "salience": 0.5,
        "confidence": 0.5,
    }
    point = {"type": "Point", "coordinates": [-72.3, 18.5]}
    area = properties | {"id": "area", "granularity": "region", "place_id": text}
    area["country"] = text
    odd = {"id": "odd", "title": text, "type": text, "status": text, "date": text, "precision": text}
    features = [(properties, point), (area, point), (odd, None)]
    return {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": g, "properties": p} for p, g in features]}


def test_hostile_text_is_shown_as_text(show):
    names = sorted(TEXTS)
    made = [collection(TEXTS[name]) for name in names]
    features = [feature for one in made for feature in one["features"]]
    for index, feature in enumerate(features):
        feature["properties"]["id"] = f"{index}"
    opened = show({"type": "FeatureCollection", "features": features})
    page = opened.page
    for index, name in enumerate(names):
        text = TEXTS[name]
        row = opened.row(str(3 * index))
        assert row.locator(".row-title").text_content() == (text if len(text) < 300 else text[:299] + "…"), name
        row.click()
        assert opened.card_title() == text, name
        assert page.locator("#card blockquote").text_content() == text, name
        assert page.locator("#card .why dd").first.text_content() == text, name
        assert page.locator("#card .sources li").first.text_content().startswith(text), name
    assert page.locator("#card .sources a").count() == 0
    assert page.locator("img, #list script, #card script, #card svg[onload]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    in_menus_table_and_paper(page, [TEXTS[name] for name in names])


def in_menus_table_and_paper(page, texts):
    """The same texts where the page shows them once more: menus and filters, the table, the list on paper."""
    for facet in ("actors", "places", "types"):
        page.click(f"details[data-facet={facet}] summary")
        page.wait_for_selector("details[open] label")
        shown = {one.get_attribute("data-value") for one in page.locator("details[open] label").all()}
        assert set(texts) <= shown, facet
        page.locator("details[open] label input").first.click()
        page.keyboard.press("Escape")
    page.click("#clear")
    page.click("#table-button")
    titles = {one.text_content() for one in page.locator("#table-panel tbody .link").all()}
    assert set(texts) <= titles
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#print-list tbody tr").count() == page.locator("#table-panel tbody tr").count()
    assert page.locator("img, iframe:not(#x), main script, #print-list script").count() == 0


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_hostile_text_without_a_script_is_text_too(show, chromium, tmp_path, name):
    text = TEXTS[name]
    path = tmp_path / "page.html"
    path.write_text(render_page(collection(text), title=text, intro=text, credit=text), encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    expected = text.replace("\0", "\ufffd").replace("\r\n", "\n")
    cell = page.locator("noscript tbody tr").first.locator("td").nth(2).text_content()
    assert cell == (expected if len(text) <= 2000 else expected[:1999] + "…")
    assert page.locator("noscript tbody tr").count() == 3
    assert page.locator("noscript :is(img, script, svg, style)").count() == 0
    context.close()


@pytest.mark.parametrize("field", ["title", "quote", "place", "actors", "source"])
def test_ten_megabytes_of_one_word_are_only_slow(show, field):
    """In every field that a stranger fills; the page is there within the test's half minute and can be used."""
    word = "W" * 10_000_000
    text = {
        "title": ".card-title",
        "quote": "blockquote",
        "place": "[data-fact=where] bdi",
        "actors": "[data-fact=who] bdi",
        "source": ".sources bdi",
    }
    made = collection("x")
    properties = made["features"][0]["properties"]
    if field == "actors":
        properties["actors"] = [word]
    elif field == "source":
        properties["sources"] = [{"title": word, "url": f"https://news.example/{word}", "published": None}]
    else:
        properties[field] = word
    opened = show(made)
    opened.page.locator(".row").first.click()
    shown = opened.page.locator(f"#card {text[field]}").text_content()
    assert len(shown) < 20_010
    assert shown.strip("W") == "…"
    opened.page.fill("#search", "visit")
    opened.page.click("#clear")
    assert opened.page.locator(".row:visible").count() == 3


HOSTILE_ADDRESSES = [
    "#event=<img src=x onerror=alert(1)>&q=<script>alert(1)</script>",
    "#q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&type=__proto__&actor=constructor",
    "#place=${alert(1)}&from=javascript:alert(1)&map=<svg/onload=alert(1)>",
]


@pytest.mark.parametrize("fragment", HOSTILE_ADDRESSES)
def test_a_hostile_address_runs_nothing(show, fragment):
    page = show(collection("x"), fragment=fragment).page
    page.wait_for_timeout(300)
    assert page.locator("img, svg[onload], #left-out script").count() == 0


@pytest.mark.parametrize("name", ["script", "jinja", "slot", "separators", "word"])
def test_a_hostile_title_is_shown_as_text(show, name):
    text = TEXTS[name]
    page = show(collection("x"), title=text, intro=text).page
    assert page.locator("#title").text_content() == text
    assert page.locator("#intro").text_content() == text
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


LINKS = [
    ("https://news.example/a?b=1&c=2", "https://news.example/a?b=1&c=2"),
    ("http://news.example", "http://news.example/"),
    ("javascript:alert(1)", None),
    (" javascript:alert(1)", None),
    ("data:text/html,x", None),
    ("file:///etc/passwd", None),
    ("https://", None),
]


def test_only_web_addresses_become_links(show):
    made = collection("x")
    made["features"][0]["properties"]["sources"] = [{"title": "Source", "url": url, "published": None} for url, _ in LINKS]
    opened = show(made)
    opened.page.locator(".row").first.click()
    links = [one.get_attribute("href") for one in opened.page.locator("#card .sources a").all()]
    assert links == [link for _, link in LINKS if link]


def test_the_trigger_is_marked_by_code_points(show):
    made = collection("🚢🚢 sailed")
    made["features"][0]["properties"]["trigger"] = [3, 9]
    opened = show(made)
    opened.page.locator(".row").first.click()
    assert opened.page.locator("#card mark").text_content() == "sailed"
