import pytest

from timeline.errors import CannotWrite
from timeline.export import files, write_text


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
