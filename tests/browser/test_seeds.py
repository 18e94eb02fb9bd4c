"""Every seed's page opens without a console message and without asking for anything."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli.app import app

SEEDS = sorted(path for path in (Path(__file__).parents[2] / "seeds").iterdir() if path.is_dir())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_seeds_page_is_silent(chromium, tmp_path, seed):
    made = CliRunner().invoke(app, ["make", str(seed), "-o", str(tmp_path)])
    assert made.exit_code == 0, made.output
    page = chromium.new_context(viewport={"width": 1400, "height": 860}, offline=True).new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(next(tmp_path.rglob("*.html")).as_uri())
    page.wait_for_selector("html[data-ready=true]")
    page.wait_for_selector("html[data-basemap=drawn]")
    page.context.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
