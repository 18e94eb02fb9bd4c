"""The options by which a page's maker shapes it."""

import pytest

from timeline.cli.app import main
from timeline.cli.map import make_page
from timeline.errors import BadOption

TABLE = "title,date,latitude,longitude\nThe ferry sails,2024-09-05,18.5,-72.3\n"
TILES = "https://tile.example/{z}/{x}/{y}.png"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "timeline.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_credit_language_and_tiles_reach_the_page(table, tmp_path):
    with pytest.raises(SystemExit) as done:
        main(["map", str(table), "-o", str(tmp_path / "map.html"), "--credit", "By <us>", "--lang", "de", "--tiles", TILES])
    assert done.value.code == 0
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert "By &lt;us&gt;" in page
    assert "img-src data: https://tile.example;" in page


def test_a_page_allows_no_network_by_default(table, tmp_path):
    make_page(str(table), str(tmp_path / "map.html"))
    policy = (tmp_path / "map.html").read_text(encoding="utf-8").partition("<title>")[0]
    assert "img-src data:;" in policy
    assert "https:" not in policy


@pytest.mark.parametrize(
    ("wrong", "told"), [({"tiles": "tile.example"}, "no template of tiles"), ({"language": "xx"}, "no page speaks 'xx'")]
)
def test_what_no_page_can_have_is_refused_before_any_work(tmp_path, wrong, told):
    with pytest.raises(BadOption, match=told):
        make_page(str(tmp_path / "missing.csv"), str(tmp_path / "map.html"), **wrong)
    assert list(tmp_path.iterdir()) == []
