"""From one event to a hundred thousand: one canvas, a list of what is in sight, a histogram, filters without a wait."""

import importlib.util
import os
from pathlib import Path

import pytest

from maps.page import render_page

pytestmark = pytest.mark.browser

MADE = Path(__file__).parents[2] / "bench" / "events.py"
NEXT_FRAME = """async (query) => {
  const search = document.getElementById("search");
  const began = performance.now();
  search.value = query;
  search.dispatchEvent(new Event("input"));
  await new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  return performance.now() - began;
}"""
INK = """() => {
  const canvas = document.querySelector("canvas.crowd");
  if (canvas.hidden) return 0;
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const data = copy.getImageData(0, 0, canvas.width, canvas.height).data;
  let inked = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]) inked += 1;
  return inked;
}"""


A_CLUSTER = """() => {
  const canvas = document.querySelector("canvas.crowd");
  const box = canvas.getBoundingClientRect(), frame = document.getElementById("map-panel").getBoundingClientRect();
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const data = copy.getImageData(0, 0, canvas.width, canvas.height).data;
  const inked = (x, y) => data[4 * (Math.round(y - box.top) * canvas.width + Math.round(x - box.left)) + 3] > 0;
  for (let y = frame.top + 120; y < frame.bottom - 120; y += 3)
    for (let x = frame.left + 120; x < frame.right - 120; x += 3)
      if (inked(x, y) && [[-15, 0], [15, 0], [0, -15], [0, 15]].every(([dx, dy]) => inked(x + dx, y + dy))) return [x, y];
  return null;
}"""


@pytest.fixture(scope="session")
def made():
    spec = importlib.util.spec_from_file_location("bench_events", MADE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.collection


@pytest.fixture(scope="session")
def _archive(chromium, made, tmp_path_factory):
    """A page of 6,000 events, opened once."""
    path = tmp_path_factory.mktemp("archive") / "page.html"
    path.write_text(render_page(made(6000), title="Archive"), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1400, "height": 860}, reduced_motion="reduce", offline=True)
    page = context.new_page()
    page.errors = []
    page.on("console", lambda message: page.errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready=true]", timeout=60_000)
    yield page
    context.close()


@pytest.fixture
def archive(_archive):
    _archive.keyboard.press("Escape")
    if _archive.locator("#clear").is_visible():
        _archive.click("#clear")
    _archive.click("#fit")
    _archive.evaluate("document.activeElement.blur(); document.getElementById('list').scrollTop = 0")
    yield _archive
    assert _archive.errors == []


@pytest.mark.parametrize("count", [1, 1000])
def test_pages_of_few_and_many_open_clean(show, made, count):
    opened = show(made(count))
    assert opened.page.locator(".row").count() >= 1


def test_the_list_holds_only_what_is_in_sight(archive):
    rows = archive.locator(".row")
    assert 5 < rows.count() < 60
    first = rows.first.get_attribute("data-id")
    archive.evaluate("document.getElementById('list').scrollTop = 200000")
    archive.wait_for_selector(f".row[data-id='{first}']", state="detached")
    assert 5 < rows.count() < 60
    height = archive.evaluate("document.getElementById('list').scrollHeight")
    assert height > 5000 * 60


def test_selecting_scrolls_the_long_list_to_the_event(archive):
    archive.evaluate("location.hash = '#event=e4000'")
    archive.wait_for_selector("#card .card-title")
    archive.wait_for_selector(".row.selected[data-id=e4000]")
    assert archive.locator(".row.selected").get_attribute("aria-current") == "true"
    assert archive.locator(".row.selected").bounding_box()["y"] > 0


def test_the_card_of_an_archived_event_gets_its_details(archive):
    archive.locator(".row").first.click()
    archive.wait_for_selector("#card blockquote mark")
    archive.wait_for_selector("#card .why dd")


def test_quotations_of_an_archive_are_found(archive):
    archive.wait_for_timeout(500)
    archive.fill("#search", "waited for word on the quay")
    assert archive.locator("#shown").text_content().startswith("6,000 of 6,000")


def test_pins_of_many_places_are_clusters_on_one_canvas(archive):
    assert archive.evaluate(INK) > 5000
    assert archive.locator(".pin").count() < 10


def test_clusters_part_on_zooming_in(archive):
    archive.evaluate("void map_page.setView([38, 10], 2, { animate: false })")
    before = archive.locator(".pin").count()
    archive.evaluate("void map_page.setView([38, 10], 4, { animate: false })")
    assert archive.evaluate(INK) > 5000
    archive.evaluate("void map_page.setView([38, 10], 8, { animate: false })")
    assert before == 0
    assert archive.locator(".pin").count() > 0
    assert archive.locator(".pin .pin-name").count() > 0


def test_a_click_on_a_cluster_zooms_into_it(archive):
    zoom = archive.evaluate("map_page.getZoom()")
    spot = archive.evaluate(A_CLUSTER)
    archive.mouse.click(*spot)
    assert archive.evaluate("map_page.getZoom()") > zoom


def test_very_many_events_are_a_histogram_and_few_are_marks(archive):
    assert archive.locator("#axis path.histogram").count() > 3
    archive.fill("#search", '"harbour board 17"')
    archive.wait_for_selector("#axis path.histogram", state="detached")
    assert archive.locator("#axis .mark").count() > 3


def test_the_histogram_parts_into_marks_on_zooming_in(archive):
    for _ in range(9):
        archive.click("#axis-in")
    assert archive.locator("#axis path.histogram").count() == 0
    assert archive.locator("#axis .mark").count() > 0
    for _ in range(9):
        archive.click("#axis-out")


def test_a_filter_shows_within_a_tenth_of_a_second_and_a_page_opens_in_one_and_a_half(chromium, made, tmp_path):
    """At 100,000 events, in time of an otherwise idle machine; DATELINE_TIMES=1 holds it to that, else ten times as long."""
    slack = 1 if os.environ.get("DATELINE_TIMES") else 10
    path = tmp_path / "page.html"
    path.write_text(render_page(made(100_000), title="Archive"), encoding="utf-8")
    assert path.stat().st_size < 60_000_000
    page = chromium.new_context(viewport={"width": 1400, "height": 860}, reduced_motion="reduce", offline=True).new_page()
    errors = []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready=true]", timeout=60_000)
    ready = page.evaluate("performance.getEntriesByName('ready')[0]?.startTime ?? performance.now()")
    page.wait_for_timeout(4000)
    page.evaluate(NEXT_FRAME, "r")
    times = [page.evaluate(NEXT_FRAME, query) for query in ("ri", "river", "", "elm", "zzz", "")]
    page.context.close()
    assert errors == []
    assert ready < 1500 * slack
    assert sorted(times)[len(times) // 2] < 100 * slack


def test_very_many_undated_events_are_a_histogram_in_their_lane(archive):
    assert archive.locator("#lane path.histogram-beyond").count() == 1
    assert archive.locator("#lane .mark").count() == 0


@pytest.mark.parametrize("count", [1, 1_000])
def test_pages_of_one_and_of_a_thousand_events_are_silent(chromium, made, tmp_path, count):
    path = tmp_path / "page.html"
    path.write_text(render_page(made(count), title="Archive"), encoding="utf-8")
    page = chromium.new_context(viewport={"width": 1400, "height": 860}, offline=True).new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-basemap=drawn]")
    page.context.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
