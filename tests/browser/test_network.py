"""What the page may ask of the network: nothing, and the one online map that its maker named only once a reader wants it."""

import base64

import pytest

from maps.page import render_page

pytestmark = pytest.mark.browser

TILES = "https://tile.example/{z}/{x}/{y}.png © Somebody & <b>others</b>"
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
BEACON = "https://elsewhere.example/beacon.png"


@pytest.fixture
def online(chromium, suez, tmp_path):
    """A page with tiles in a browser with a network that answers as told; yields (page, addresses asked for, console)."""
    path = tmp_path / "page.html"
    path.write_text(render_page(suez, title="x", tiles=TILES), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1000, "height": 700}, reduced_motion="reduce")
    page, asked, said = context.new_page(), [], []

    def opened(answer):
        def route(request):
            asked.append(request.request.url)
            request.fulfill(body=PIXEL, content_type="image/png") if answer else request.abort()

        context.route("https://**/*", route)
        page.on("console", lambda message: said.append(message.text))
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready=true][data-basemap]")
        return page, asked, said

    yield opened
    context.close()


def test_without_tiles_there_is_no_online_map(six_days):
    assert not six_days.page.locator("#online").is_visible()


def test_an_online_map_is_asked_only_once_the_reader_wants_it(online):
    page, asked, _ = online(True)
    page.click(".row >> nth=3")
    assert asked == []
    assert "tile.example" in page.locator("#online").get_attribute("title")
    page.click("#online")
    page.wait_for_selector(".leaflet-tile-loaded[src^='https://tile.example/']")
    assert all(url.startswith("https://tile.example/") for url in asked)
    assert "Online map: © Somebody & <b>others</b>" in page.locator(".leaflet-control-attribution").text_content()
    assert not page.locator("canvas.names").is_visible()
    page.click("#online")
    assert page.locator(".leaflet-tile[src]").count() == 0
    assert page.locator("canvas.names").is_visible()


def test_where_the_online_map_does_not_answer_the_one_inside_stays(online):
    page, asked, _ = online(False)
    page.click("#online")
    page.wait_for_selector(".toast")
    assert page.locator(".toast").text_content() == "The online map does not answer; the map inside the page is shown."
    assert asked
    assert page.locator("#online").get_attribute("aria-pressed") == "false"
    assert page.locator("canvas.base-tile").count() > 0


def test_a_picture_with_the_online_map_on_is_still_a_picture(online):
    page, _, _ = online(True)
    page.click("#online")
    page.wait_for_selector(".leaflet-tile-loaded[src]")
    page.click("#take summary")
    with page.expect_download() as download:
        page.click("#take-png")
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    assert "without the online map" in page.locator(".toast").text_content()


def test_the_policy_lets_nothing_else_out(online):
    page, asked, said = online(True)
    page.evaluate(
        """(url) => {
            const add = (name, set) => document.body.append(Object.assign(document.createElement(name), set));
            add("img", { src: url });
            add("script", { src: url });
            add("iframe", { src: url });
            add("link", { rel: "stylesheet", href: url });
            add("script", { textContent: "window.ran = true" });
            add("p", { innerHTML: `<img src=x onerror="window.ran = true">` });
            navigator.sendBeacon(url);
            fetch(url).catch(() => {});
            try { new WebSocket("wss://elsewhere.example/"); } catch {}
        }""",
        BEACON,
    )
    page.wait_for_timeout(500)
    assert asked == []
    assert page.evaluate("window.ran") is None
    assert sum("Content Security Policy" in text for text in said) >= 6


@pytest.mark.parametrize(
    "wrong",
    [
        "tile.example/{z}/{x}/{y}.png",
        "https://tile.example/1.png",
        "https://tile.example/{z}/{x}/{y}/{token}.png",
        "https://tile.example/{z}/{x}/{y}.png; script-src *",
        "https://tile.example;script-src */{z}/{x}/{y}.png",
        "https://*/{z}/{x}/{y}.png",
        'https://tile.example"/{z}/{x}/{y}.png',
        "javascript:alert(1)//{z}/{x}/{y}",
        "https://user@tile.example/{z}/{x}/{y}.png",
    ],
)
def test_a_template_that_could_say_more_than_tiles_is_refused(suez, wrong):
    if ";" in wrong.partition(" ")[2]:
        assert "script-src *" not in render_page(suez, title="x", tiles=wrong).partition("<style>")[0]
        return
    with pytest.raises(ValueError, match="no template of tiles"):
        render_page(suez, title="x", tiles=wrong)


def test_subdomains_of_tiles_are_allowed_together(suez):
    page = render_page(suez, title="x", tiles="https://{s}.tile.example:8080/{z}/{x}/{y}{r}.png")
    assert "img-src data: https://*.tile.example:8080; " in page
