"""The page in Debian's Chromium, from the disk, with the network off."""

import json
import os
import shutil
from pathlib import Path

import pytest

from maps.page import render_page

FLAGS = "--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split()
SUEZ = Path(__file__).parents[1] / "maps" / "page" / "suez.geojson"


class Opened:
    """One page, what its console said and what it asked for."""

    def __init__(self, page):
        self.page = page
        self.errors = []
        self.requests = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", lambda dialog: (self.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def goto(self, url):
        self.page.goto(url)
        self.page.wait_for_selector("html[data-ready=true][data-basemap]", timeout=30_000)
        return self

    def row(self, event_id):
        return self.page.locator(f".row[data-id='{event_id}']")

    def marks(self):
        return self.page.locator("#axis-panel .mark").count()

    def card_title(self):
        return self.page.locator("#card .card-title").text_content()


@pytest.fixture(scope="session")
def chromium():
    try:
        from playwright import sync_api as playwright
    except ImportError:
        pytest.fail("these tests need the extra `browser` (`make test` installs it); -m 'not browser' leaves them out")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("these tests need Chromium: apt-get install chromium (`make test` does it); -m 'not browser' leaves them out")
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=FLAGS + sandbox)
        yield browser
        browser.close()


@pytest.fixture
def show(chromium, tmp_path):
    """Opens a collection as a page; afterwards the console must be clean and only the file itself asked for."""
    opened = []

    def _show(collection, *, title="A title", intro="", width=1400, height=860, fragment="", look=None, **context):
        path = tmp_path / f"page-{len(opened)}.html"
        path.write_text(render_page(collection, title=title, intro=intro, **(look or {})), encoding="utf-8")
        settings = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce", "offline": True} | context
        page = Opened(chromium.new_context(**settings).new_page())
        opened.append(page)
        return page.goto(path.as_uri() + fragment)

    yield _show
    for one in opened:
        errors, requests = one.errors, [url for url in one.requests if not url.startswith(("file:", "data:", "blob:"))]
        one.page.context.close()
        assert errors == []
        assert requests == []


@pytest.fixture(scope="session")
def _shared(chromium, suez, tmp_path_factory):
    path = tmp_path_factory.mktemp("suez") / "page.html"
    path.write_text(render_page(suez, title="Six days", intro="In the sand."), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1400, "height": 860}, reduced_motion="reduce", offline=True)
    yield Opened(context.new_page()).goto(path.as_uri())
    context.close()


@pytest.fixture
def six_days(_shared):
    """The sample's page as it opens; one page for all tests, put back between them (opening it takes most of a test's time)."""
    page = _shared.page
    page.mouse.move(700, 5)
    for _ in range(3):
        page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur(); document.getElementById('list').scrollTop = 0")
    for button in ("#clear", "#fold-statements[aria-expanded=true]", "#fit"):
        if page.locator(button).is_visible():
            page.locator(button).click()
    yield _shared
    assert _shared.errors == []
    assert [url for url in _shared.requests if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.fixture(scope="session")
def suez():
    return json.loads(SUEZ.read_text(encoding="utf-8"))
