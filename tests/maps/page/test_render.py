import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from maps.page import render_page
from maps.page.skeleton import skeleton

SUEZ = json.loads((Path(__file__).parent / "suez.geojson").read_text(encoding="utf-8"))
HOSTILE = "</script><script>{{ 7*7 }} {% off %} ${x} `\\ <!--slot:data--> \u2028 \ud800 -->"


def block(page, name):
    return re.search(rf'<script type="application/json" id="dateline-{name}">(.*?)</script>', page, re.DOTALL)[1]


def test_the_data_arrive_unchanged():
    assert json.loads(block(render_page(SUEZ, title="x"), "data")) == SUEZ


def test_hostile_text_stays_in_its_block_unchanged():
    collection = {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": None, "properties": {"title": HOSTILE}}]}
    page = render_page(collection, title=HOSTILE, intro=HOSTILE)
    assert json.loads(block(page, "data")) == collection
    assert json.loads(block(page, "meta")) == {"title": HOSTILE, "intro": HOSTILE, "credit": "", "tiles": None}
    assert page.count("<script") == page.count("</script>") == 7
    assert "\u2028" not in block(page, "data")


def test_the_page_names_nothing_foreign_to_fetch():
    page = render_page(SUEZ, title="x")
    outside = re.sub(r"<noscript>.*?</noscript>", "", page.split('<script type="application/json"')[0], flags=re.DOTALL)
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!data:|#)""", outside)
    assert "url(images" not in page
    assert "cdn." not in page
    assert "sourceMappingURL" not in page


def test_the_policy_forbids_all_but_the_pages_own_scripts():
    page = render_page(SUEZ, title="x")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_the_title_of_a_stranger_is_escaped():
    assert "<title>&lt;/title&gt;&lt;b&gt;</title>" in render_page(SUEZ, title="</title><b>")


def test_the_same_collection_gives_the_same_bytes():
    skeleton.cache_clear()
    first = render_page(SUEZ, title="x")
    skeleton.cache_clear()
    assert render_page(SUEZ, title="x") == first


def test_a_page_stays_under_its_four_megabytes():
    assert len(render_page(SUEZ, title="x").encode()) < 3_000_000


def test_a_number_that_is_none_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        render_page({"type": "FeatureCollection", "features": [], "x": float("nan")}, title="x")


def test_vendored_files_are_those_named_in_the_licence_notes():
    folder = Path(__file__).parents[3] / "maps" / "page"
    notes = (folder / "LICENCES.md").read_text(encoding="utf-8")
    for path in sorted((folder / "assets" / "vendor").iterdir()):
        if path.suffix != ".LICENSE":
            assert f"`{path.name}`" in notes
            assert hashlib.sha256(path.read_bytes()).hexdigest() in notes
