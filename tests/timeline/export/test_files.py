import json

import pytest

from timeline.errors import CannotWrite
from timeline.export import files, write_all, write_text


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_whole(tmp_path):
    path = write_text(tmp_path / "new" / "a.txt", "é\r\n\ud800")
    assert path.read_bytes() == b"\xc3\xa9\r\n?"
    assert names(path.parent) == ["a.txt"]


def test_nothing_is_left_half_written(tmp_path, monkeypatch):
    old = write_text(tmp_path / "a.txt", "old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fdopen", full)
    with pytest.raises(CannotWrite, match="No space left"):
        files.write_texts({old: "new", tmp_path / "b.txt": "new"})
    assert old.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_folder_in_the_way_is_said_before_anything_is_written(tmp_path):
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(CannotWrite, match="it is a folder"):
        files.write_texts({tmp_path / "a.txt": "new", tmp_path / "b.txt": "new"})
    assert names(tmp_path) == ["b.txt"]


def test_a_file_where_the_folder_should_be_is_said(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(CannotWrite, match="cannot write"):
        write_text(tmp_path / "out" / "a.txt", "x")


def test_all_four_files_are_written_and_agree(timeline, tmp_path):
    csv_path, json_path, map_path, page_path = write_all(timeline, tmp_path / "out", title="A ship", excel=True)
    assert names(tmp_path / "out") == ["map.geojson", "map.html", "timeline.csv", "timeline.json"]
    assert csv_path.read_bytes().startswith(b"\xef\xbb\xbforder,")
    assert len(json.loads(json_path.read_text(encoding="utf-8"))["events"]) == 4
    collection = json.loads(map_path.read_text(encoding="utf-8"))
    page = page_path.read_text(encoding="utf-8")
    assert "<title>A ship</title>" in page
    block = page.split('id="dateline-data">')[1].split("</script>")[0]
    assert json.loads(block) == collection


def test_hostile_text_reaches_the_page_unchanged(hostile_timeline, hostile):
    from timeline.export import page

    made = page(hostile_timeline)
    block = made.split('id="dateline-data">')[1].split("</script>")[0]
    assert {feature["properties"]["title"] for feature in json.loads(block)["features"]} == {hostile}
    assert made.count("<script") == 7


def test_the_same_timeline_is_written_byte_for_byte(timeline, tmp_path):
    first = [path.read_bytes() for path in write_all(timeline, tmp_path / "a")]
    assert [path.read_bytes() for path in write_all(timeline, tmp_path / "b")] == first
