"""What the documents for users say is what the program does."""

import re
from pathlib import Path

import pytest

from timeline.cli.app import main
from timeline.export.csv import COLUMNS

ROOT = Path(__file__).parents[1]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_column_of_the_table_is_explained_in_its_order() -> None:
    rows = re.findall(r"^\| (`.*?`) \|", text("docs/files.md"), re.MULTILINE)
    assert [name for row in rows for name in re.findall("`([^`]+)`", row)] == COLUMNS


@pytest.mark.parametrize("name", ["README.md", "docs/files.md"])
def test_every_option_that_is_named_exists(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    known = ""
    for command in ("make", "annotate", "map", "explain"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        known += capsys.readouterr().out
    for option in re.findall(r"`?(--[a-z]+)", text(name)):
        assert option in known + " --version --help", option


def test_the_changelog_begins_with_the_version_of_the_package() -> None:
    from timeline import __version__

    assert re.findall(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)[0] == __version__


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_no_document_is_a_dead_end(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target
