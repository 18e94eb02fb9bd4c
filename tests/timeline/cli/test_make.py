"""`dateline make` with a made-up pipeline."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline.cli.app import main
from timeline.cli.make import make
from timeline.errors import BadOption, BadSource, CannotWrite

pytestmark = pytest.mark.usefixtures("sample_pipeline")
FILES = ["map.geojson", "map.html", "timeline.csv", "timeline.json"]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("Anna slept in Oslo. Bert danced in Bergen. Carl slept in Kenya.", encoding="utf-8")
    return path


def run(arguments: list[str]) -> Any:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return left.value.code


def test_four_files_appear_in_the_folder(article: Path, tmp_path: Path) -> None:
    make([article], tmp_path / "a" / "out")
    assert sorted(path.name for path in (tmp_path / "a" / "out").iterdir()) == FILES
    with (tmp_path / "a" / "out" / "timeline.csv").open(encoding="utf-8", newline="") as file:
        assert [row["location"] for row in csv.DictReader(file)] == ["Oslo", "Bergen", "Kenya"]


@pytest.mark.parametrize(
    ("name", "found"),
    [("oslo", ["Oslo"]), ("SLEPT IN", ["Oslo", "Kenya"]), ("bert danced", ["Bergen"]), ("Kenyan", []), ("Os", []), ("", []), ("in", None)],
)
def test_about_keeps_the_events_in_which_all_words_of_a_name_stand(
    article: Path, tmp_path: Path, name: str, found: list[str] | None
) -> None:
    events = make([article], tmp_path / "out", about=name).events
    assert [event.place.text for event in events if event.place] == (found if found is not None else ["Oslo", "Bergen", "Kenya"])
    assert [event.order for event in events] == list(range(1, len(events) + 1))


def test_about_nobody_is_an_empty_timeline_that_says_so(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["make", str(article), "-o", str(tmp_path / "out"), "--about", "Nemo"]) == 0
    assert "No event is told about 'Nemo'" in capsys.readouterr().err
    assert json.loads((tmp_path / "out" / "timeline.json").read_text())["events"] == []


def test_nothing_is_printed_in_a_pipe(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["make", str(article), "-o", str(tmp_path / "out")]) == 0
    assert capsys.readouterr() == ("", "")


def test_one_bad_document_of_a_folder_is_told_and_the_rest_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Anna slept in Oslo.")
    (folder / "b.txt").write_text("boom")
    (folder / "c.txt").write_bytes(b"")
    assert run(["make", str(folder), "-o", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    assert [item["source"] for item in json.loads((tmp_path / "out" / "timeline.json").read_text())["problems"]] == ["b.txt", "c.txt"]


@pytest.mark.parametrize(
    ("data", "options", "words"),
    [
        (None, [], "does not exist"),
        (b"", [], "is empty"),
        (b"a\0b c d e f g h", [], "NUL"),
        (b"Rain.", ["--published", "13.13.2013"], "2008-03-01"),
        (b"Rain.", ["--workers", "0"], "1 (this process alone) or more"),
        (b"Rain.", ["--workers", "many"], "--workers"),
        (b"Rain.", ["--unknown"], "--unknown"),
        (b"boom", [], "no document could be read"),
    ],
)
def test_bad_input_gets_one_line_and_code_2_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, options: list[str], words: str
) -> None:
    path = tmp_path / "a.txt"
    if data is not None:
        path.write_bytes(data)
    assert run(["make", str(path), "-o", str(tmp_path / "out"), *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("dateline: ")
    assert words in err
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(article: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(CannotWrite, match="it is a file"):
        make([article], tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_errors_are_errors_for_callers_from_python_too(tmp_path: Path) -> None:
    with pytest.raises(BadSource):
        make([tmp_path / "nothing.txt"], tmp_path / "out")
    with pytest.raises(BadOption):
        make([], tmp_path / "out")


def test_the_mark_for_excel_is_written_on_demand(article: Path, tmp_path: Path) -> None:
    make([article], tmp_path / "a", excel=True)
    make([article], tmp_path / "b")
    assert (tmp_path / "a" / "timeline.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not (tmp_path / "b" / "timeline.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_same_input_gives_the_same_bytes(article: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        make([article], tmp_path / name)
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_map_can_be_made_from_the_table(article: Path, tmp_path: Path, sample_pipeline: Callable[[], object]) -> None:
    make([article], tmp_path / "out")
    assert run(["map", str(tmp_path / "out" / "timeline.csv"), "-o", str(tmp_path / "again.html")]) == 0
    assert "Bergen" in (tmp_path / "again.html").read_text(encoding="utf-8")
