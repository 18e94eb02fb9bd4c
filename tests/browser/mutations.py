"""Takes the page's features out one by one and sees that a browser test fails each time.

By hand: python tests/browser/mutations.py [WORD ...]

Each line names the numbered point of the page's plan, the file, what stands there, what stands there instead, and the tests (pytest's -k)
of which one must fail. The tests run on a copy of `maps` and `tests`, never on the checkout. Ends with 1 where a feature goes unmissed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT, STYLE = "maps/page/assets/script", "maps/page/assets/style"


@dataclass(frozen=True, slots=True)
class Mutation:
    point: str
    feature: str
    file: str
    old: str
    new: str
    tests: str


MUTATIONS = [
    Mutation(*fields)
    for fields in (
        (
            "1",
            "axis follows",
            f"{SCRIPT}/axis.js",
            'select" && state.selected) showOnAxis',
            'never" && state.selected) showOnAxis',
            "axis_moves",
        ),
        ("1", "selected mark", f"{SCRIPT}/axis.js", '[[state.selected, "selected"], ', "[", "selecting_in_the_list"),
        ("1", "hover", f"{SCRIPT}/state.js", '  changed("hover");\n', "", "hovering_marks"),
        (
            "1",
            "list follows",
            f"{SCRIPT}/list.js",
            "for (const [event, { button }] of ROWS) if (button) markSelected(button, event);",
            "",
            "selecting_on_the",
        ),
        (
            "1",
            "list scrolls",
            f"{SCRIPT}/list.js",
            "entryOf(state.selected) >= 0) long.list.reveal",
            "false) long.list.reveal",
            "scrolls_the_long_list",
        ),
        ("1", "card: trigger", f"{SCRIPT}/card.js", 'piece("mark", points', 'piece("span", points', "tells_all or code_points"),
        ("1", "card: how exactly", f"{SCRIPT}/card.js", "[exactWords(event), ", "[", "tells_all"),
        ("1", "card: reasons", f"{SCRIPT}/card.js", "    why(event),\n", "", "tells_all"),
        ("1", "card: confidence", f"{SCRIPT}/card.js", "    confidence(event),\n", "", "tells_all"),
        ("1", "card: sources", f"{SCRIPT}/card.js", "    sources(event),\n", "", "tells_all or second_source"),
        ("2", "ticks", f"{SCRIPT}/marks.js", "event.end - event.start < 1 &&", "false &&", "vague_dates"),
        ("2", "fading bars", f"{SCRIPT}/marks.js", "mask: fade ?", "mask: false ?", "vague_dates"),
        ("2", "undated lane", f"{SCRIPT}/axis.js", "...undatedLane(undated, width)", "", "undated_events_stand"),
        ("2", "city's radius", f"{SCRIPT}/map.js", "drawRadius(place);", "{}", "circle_of_its_radius"),
        (
            "2",
            "outline",
            f"{SCRIPT}/areas.js",
            "outline ? outlineShape(place, outline) : circleShape(place)",
            "circleShape(place)",
            "is_an_outline",
        ),
        ("2", "never a pin for a country", f"{SCRIPT}/places.js", '"mountain"]', '"mountain", "country"]', "never_a_pin"),
        ("2", "unplaced heading", f"{SCRIPT}/list.js", '["unplaced", unplaced], ', "", "all_three_views"),
        ("2", "planned hollow", f"{STYLE}/base.css", ".sign-shape.status-planned", ".sign-shape.status-x", "signs_tell"),
        ("2", "statements folded", f"{SCRIPT}/state.js", "statements: false,", "statements: true,", "all_three_views or unfold"),
        ("2", "arrows", f"{SCRIPT}/map.js", "  drawJourneys();\n", "", "journey or flight or legs"),
        ("2", "legs numbered", f"{SCRIPT}/arrows.js", "  if (leg) drawLeg", "  if (false) drawLeg", "legs_of_a_trip"),
        ("2", "spread", f"{SCRIPT}/pins.js", "if (open) spread(", "if (false) spread(", "spread_when_selected"),
        ("2", "count", f"{SCRIPT}/pins.js", "if (events.length > 1) pin.append", "if (false) pin.append", "show_their_count"),
        ("3", "play goes on", f"{SCRIPT}/play.js", "  return step(1);", "", "goes_on_by_itself"),
        ("3", "speed", f"{SCRIPT}/play.js", "SECONDS / state.speed", "SECONDS", "twice_as_long"),
        ("3", "map follows", f"{SCRIPT}/map.js", "follow(state.selected);", "{}", "follows_the_steps"),
        ("3", "arrow keys", f"{SCRIPT}/main.js", 'e.key === "ArrowDown" ||', "false ||", "arrow_keys"),
        ("4", "search: quotes", f"{SCRIPT}/search.js", "${quoteOf(event)}", "", "looks_through or quotations"),
        ("4", "search: names", f"{SCRIPT}/search.js", "for (const name of NAMED)", "for (const name of [])", "looks_through"),
        ("4", "facets", f"{SCRIPT}/menus.js", "onchange: () => toggle(name, value)", "onchange: null", "each_facet_counts"),
        ("4", "counts follow", f"{SCRIPT}/finding.js", "for (const one of read) count(one, i);", "", "counts"),
        ("4", "brush", f"{SCRIPT}/finding.js", "if (!withinDays(EVENTS[i]))", "if (false)", "dragging_on_the_axis"),
        ("4", "cleared", f"{SCRIPT}/filters.js", "    clearFilters();\n", "", "all_at_once or clears"),
        ("4", "address", f"{SCRIPT}/link.js", "history.replaceState(", "void (", "holds_the_whole_state"),
        ("5", "one canvas", f"{SCRIPT}/map.js", "const MOST_PINS = 150", "const MOST_PINS = 1e9", "clusters_on_one_canvas"),
        ("5", "clusters part", f"{SCRIPT}/clusters.js", "const world = 256 * 2 ** zoom;", "const world = 256;", "clusters_part"),
        ("5", "virtual list", f"{SCRIPT}/list.js", "const LONG = 2000", "const LONG = 1e9", "only_what_is_in_sight"),
        ("5", "histogram", f"{SCRIPT}/axis.js", "MOST_MARKS = 400", "MOST_MARKS = 1e9", "are_a_histogram_and"),
        ("6", "basemap", f"{SCRIPT}/basemap.js", "if (path(BASEMAP.land, view, true))", "if (false)", "basemap_is_drawn"),
        ("6", "antimeridian", f"{SCRIPT}/places.js", "lon < map.cut ? lon + 360 : lon", "lon", "pacific"),
        ("6", "pole", f"{SCRIPT}/places.js", "if (Math.abs(place.lat) > POLE) turnPole(place);", "{}", "way_to_the_pole"),
        (
            "6",
            "tiles only when asked",
            f"{SCRIPT}/tiles.js",
            "  button.hidden = false;\n",
            "  button.hidden = false;\n  showTiles(true);\n",
            "only_once",
        ),
        ("6", "tiles that fail", f"{SCRIPT}/tiles.js", '.on("tileerror", tileFailed)', "", "does_not_answer"),
        ("7", "visible focus", f"{STYLE}/base.css", "outline: 2.5px solid var(--focus)", "outline: none", "seen_in_order"),
        ("7", "announcements", f"{SCRIPT}/card.js", '(byId("live").textContent = shortened(words, 300))', "{}", "announced"),
        ("7", "table without script", "maps/page/assets/page.html", "<!--slot:fallback-->", "", "without_a_script"),
        ("7", "contrast", f"{STYLE}/base.css", "--soft: #5f5b52", "--soft: #b5b1a8", "axe_finds"),
        ("7", "bottom sheet", f"{STYLE}/phone.css", "inset: auto 0 0 0", "inset: 0 0 auto 0", "sheet_at_the_bottom"),
        ("7", "print", f"{SCRIPT}/printing.js", "  document.body.append(list);\n", "", "on_paper"),
        ("7", "right to left", f"{SCRIPT}/list.js", 'class: "row-title", dir: "auto"', 'class: "row-title"', "right_to_left"),
        ("7", "reduced motion", f"{SCRIPT}/list.js", '.matches ? "auto"', '.matches ? "smooth"', "who_want_motion"),
        ("7", "language", f"{SCRIPT}/strings.js", "documentElement.lang || ", "documentElement.x || ", "german or said_in_words"),
        ("8", "csv", f"{SCRIPT}/csv.js", "actors: (p) => namesOf(list(p.actors).map(nameOf)), ", "", "csv_holds"),
        ("8", "geojson", f"{SCRIPT}/taking.js", 'save("geojson", geojsonOf)', "{}", "geojson_is"),
        ("8", "selection", f"{SCRIPT}/taking.js", "selected: (event) => event === state.selected", "selected: () => true", "taken_alone"),
        (
            "8",
            "picture",
            f"{SCRIPT}/painting.js",
            'if (element.tagName === "CANVAS") paintCanvas',
            "if (false) paintCanvas",
            "picture_shows",
        ),
        ("8", "citation", f"{SCRIPT}/copying.js", 'source.published ? publishedWords(source) : ""', '""', "citation"),
        ("8", "embed", f"{SCRIPT}/link.js", '.has("embed")', '.has("x")', "in_a_frame_the_page"),
        (
            "9",
            "coordinates",
            f"{SCRIPT}/copying.js",
            'event.mapped ? button("copyCoordinates"',
            'false ? button("copyCoordinates"',
            "coordinates",
        ),
        ("9", "other maps", f"{SCRIPT}/copying.js", '[say("geo"), `geo:', '[say("geo"), `x:', "other_maps"),
        ("9", "old borders", f"{SCRIPT}/head.js", ".hidden = !isAnyOld()", ".hidden = true", "older_than"),
        ("9", "credit", f"{SCRIPT}/head.js", '"intro", "credit"', '"intro"', "stands_at_its_head"),
        ("10", "policy", "maps/page/render.py", "f\"default-src 'none'; ", 'f"', "policy_lets_nothing"),
        ("10", "text only", f"{SCRIPT}/dom.js", "element.textContent = shown;", "element.innerHTML = shown;", "shown_as_text"),
        (
            "10",
            "links",
            f"{SCRIPT}/dom.js",
            "function webAddress(text) {",
            "function webAddress(text) {\n  return text;",
            "web_addresses",
        ),
    )
]


def seen(mutation: Mutation) -> bool:
    """Whether a test fails without the feature."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("maps", "tests/browser", "tests/maps/page"):
            shutil.copytree(ROOT / name, Path(folder) / name, ignore=shutil.ignore_patterns("__pycache__", "world.bin"))
        (Path(folder) / "maps/gazetteer/world.bin").symlink_to(ROOT / "maps/gazetteer/world.bin")
        for name in ("pyproject.toml", "tests/conftest.py", "tests/__init__.py", "timeline", "bench"):
            if (ROOT / name).exists():
                (Path(folder) / name).symlink_to(ROOT / name)
        path = Path(folder) / mutation.file
        before = path.read_text(encoding="utf-8")
        if mutation.old not in before:
            raise ValueError(f"{mutation.file} has no {mutation.old!r}: the mutation is out of date")
        path.write_text(before.replace(mutation.old, mutation.new), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "tests/browser", "-k", mutation.tests]
        ran = subprocess.run(command, cwd=folder, env=os.environ | {"PYTHONPATH": folder}, capture_output=True, text=True, check=False)
    if ran.returncode not in (0, 1):
        raise RuntimeError(f"{mutation.feature}: no test ran\n{ran.stdout[-2000:]}{ran.stderr[-1000:]}")
    return ran.returncode == 1


def main() -> int:
    chosen = [one for one in MUTATIONS if not sys.argv[1:] or any(word in f"{one.point} {one.feature}" for word in sys.argv[1:])]
    unseen = 0
    for mutation in chosen:
        try:
            found = seen(mutation)
        except (ValueError, RuntimeError) as error:
            print(error, flush=True)
            found = False
        unseen += not found
        print(f"{mutation.point:>3}  {mutation.feature:<28} {'seen' if found else 'UNSEEN'}", flush=True)
    print(f"{len(chosen) - unseen} of {len(chosen)} seen")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())
