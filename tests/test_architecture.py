"""The drawing in docs/architecture.md is of the house as it stands."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
DRAWING = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("```")[1]
# Python that is no part of the drawing: the packages' own front doors, and what is drawn by its folder.
UNDRAWN = {"__init__.py", "__main__.py", "py.typed", "event_types.json"}


def drawn() -> list[str]:
    found, folder = [], ""
    for line in DRAWING.strip("\n").split("\n"):
        match = re.match(r"( *)([\w.]+/?)", line)
        assert match, line
        if not match[1]:
            folder = match[2]
        found.append(match[2] if not match[1] else folder + match[2])
    return found


def test_everything_drawn_is_there() -> None:
    assert len(drawn()) > 20
    for name in drawn():
        path = ROOT / name
        assert path.is_dir() if name.endswith("/") else path.is_file(), name


def test_everything_there_is_drawn() -> None:
    names = set(drawn())
    tracked = subprocess.run(["git", "ls-files", "timeline", "maps"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    parts = {"/".join(path.split("/")[:2]) + ("/" if path.count("/") > 1 else "") for path in tracked}
    assert {part for part in parts if part not in names and part.split("/")[-1] not in UNDRAWN} == set()


def test_the_readme_names_only_files_that_are_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", readme):
        assert (ROOT / target).exists(), target


def test_the_licences_that_the_list_names_are_there() -> None:
    for name in re.findall(r"`([\w./-]+\.md)`", (ROOT / "DATA-LICENCES.md").read_text(encoding="utf-8")):
        assert (ROOT / name).is_file(), name
