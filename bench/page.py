"""How the page does at scale, beside folium's own plug-ins on the same events, in one run on the same machine.

usage: python bench/page.py [COUNT ...] [--only NAME ...] [--out FILE]     (1000 10000 100000 events unless said otherwise)

folium's pages load their scripts from the network; here these come from npm's packages (the versions that folium names, but for
leaflet.markercluster, which is npm's newest; fetched once with `npm pack` into a temporary folder) and stand inside the page, so that
every contender opens from the disk with the network off.

ready: wall-clock seconds from opening the file until all events are drawn, can be read, clicked and filtered, and the next frame is out
(Dateline: the frame after it sets `data-ready`; the others: the second frame after `load`). drawn: the same until Dateline's basemap, which
the others have none of without a network, stands under the events and their areas have their outlines. cpu: seconds of the page's main
thread until drawn (on a busy machine the fairer figure). heap: MB of JavaScript after a collection of garbage. filter: milliseconds from a
keystroke in the search to the next frame, median of eight; filter cpu: the main thread's milliseconds a keystroke (no other contender
filters). size: MB of the file.
"""

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from contenders import CONTENDERS, SCRIPTS_FOLDER, scripts_from_npm
from events import collection
from playwright.sync_api import CDPSession, Error, Page, sync_playwright

LONGEST_SECONDS = 180
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync".split()
AFTER_A_FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
WATCH = """new MutationObserver(() => {
  const { ready, basemap } = document.documentElement.dataset;
  const noted = window.__noted ??= {};
  const note = (name) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => (noted[name] = performance.now());
    channel.port2.postMessage(0);
  });
  if (ready && !("ready" in noted)) note("ready", (noted.ready = 0));
  if (basemap && !("drawn" in noted)) note("drawn", (noted.drawn = 0));
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready", "data-basemap"] });"""
FILTERED = """async (query) => {
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
COLUMNS = ("ready_s", "drawn_s", "cpu_s", "heap_mb", "filter_ms", "filter_cpu_ms")
QUERIES = ("r", "ri", "river", "", "elm 1", "zzz", "harbour board", "")


def measured(page: Page, path: Path, ours: bool) -> dict[str, float | None]:
    """What one file does in a fresh tab."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    if ours:
        page.add_init_script(WATCH)
    page.goto(path.as_uri(), wait_until="commit", timeout=LONGEST_SECONDS * 1000)
    if ours:
        page.wait_for_selector("html[data-ready=true][data-basemap]", state="attached", timeout=LONGEST_SECONDS * 1000)
    page.wait_for_load_state("load", timeout=LONGEST_SECONDS * 1000)
    ready = drawn = page.evaluate(AFTER_A_FRAME) / 1000
    if ours:
        ready, drawn = page.evaluate("[__noted.ready / 1000, __noted.drawn / 1000]")
    cpu = main_thread_seconds(session)
    if ours:
        page.wait_for_timeout(6000)
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    row = {"ready_s": ready, "drawn_s": drawn, "cpu_s": cpu, "heap_mb": heap, "filter_ms": None, "filter_cpu_ms": None}
    if ours:
        before = main_thread_seconds(session)
        row["filter_ms"] = statistics.median(page.evaluate(FILTERED, query) for query in QUERIES)
        row["filter_cpu_ms"] = (main_thread_seconds(session) - before) / len(QUERIES) * 1000
    return row


def main_thread_seconds(session: CDPSession) -> float:
    """Processor time of the page's main thread so far."""
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"])


def run(counts: list[int], names: list[str]) -> list[dict[str, Any]]:
    rows = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for count in counts:
            events = collection(count)
            for name in names:
                path = Path(folder) / f"{name}-{count}.html"
                began = time.perf_counter()
                path.write_text(CONTENDERS[name](events), encoding="utf-8")
                row: dict[str, Any] = {
                    "events": count,
                    "page": name,
                    "made_s": time.perf_counter() - began,
                    "size_mb": path.stat().st_size / 1e6,
                }
                page = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True).new_page()
                page.on("pageerror", lambda error, row=row: row.setdefault("errors", []).append(str(error)[:100]))
                try:
                    row |= measured(page, path, ours=name == "Dateline")
                except Error:
                    row["errors"] = [f"not ready within {LONGEST_SECONDS} s"]
                page.context.close()
                rows.append(row)
                print(line(row), flush=True)
        browser.close()
    return rows


def line(row: dict[str, Any]) -> str:
    figures = [row["size_mb"], *map(row.get, COLUMNS)]
    shown = " ".join("         -" if figure is None else f"{figure:10.2f}" for figure in figures)
    return f"{row['events']:>7} {row['page']:<20} {shown}  {'; '.join(row.get('errors', []))}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("counts", nargs="*", type=int, default=[1000, 10000, 100000])
    parser.add_argument("--only", nargs="*", choices=list(CONTENDERS), default=list(CONTENDERS))
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    scripts_from_npm(SCRIPTS_FOLDER)
    heads = ("size MB", "ready s", "drawn s", "cpu s", "heap MB", "filter ms", "filter cpu")
    print(f"{'events':>7} {'page':<20} {' '.join(f'{head:>10}' for head in heads)}")
    rows = run(given.counts or [1000, 10000, 100000], given.only)
    if given.out:
        given.out.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
