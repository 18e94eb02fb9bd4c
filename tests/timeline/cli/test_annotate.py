"""`dateline annotate` with a made-up pipeline."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline.cli.annotate import annotate
from timeline.errors import BadSource, CannotWrite
from timeline.records import Document


def open_counter() -> Callable[[Document], dict[str, Any]]:
    def work(document: Document) -> dict[str, Any]:
        if "boom" in document.text:
            raise RuntimeError("boom")
        return {"id": document.id, "times": [], "events": [{"start": 0, "end": len(document.text), "text": document.text}], "problems": []}

    return work


def run(folder: Path, lines: list[bytes], workers: int = 1) -> list[dict[str, Any]]:
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_bytes(b"\n".join(lines))
    annotate(str(source), str(target), workers=workers, opener=open_counter)
    return [json.loads(line) for line in target.read_text(encoding="utf-8").split("\n")[:-1]]


@pytest.mark.parametrize("workers", [1, 2])
def test_one_line_out_for_each_line_in_and_in_the_same_order(tmp_path: Path, workers: int) -> None:
    lines = [
        b'{"id": "a", "text": "One.", "desk": {"name": "foreign"}}',
        b"{broken",
        b'{"id": "c"}',
        b"[1, 2]",
        b'{"id": "e", "text": 5}',
        b"",
        b'{"id": "g", "text": "boom"}',
        b'{"id": 8, "text": "Eight.", "published": "someday"}',
    ]
    rows = run(tmp_path, lines, workers)
    assert [row["id"] for row in rows] == ["a", None, "c", None, "e", None, "g", 8]
    assert [len(row["problems"]) for row in rows] == [0, 1, 1, 1, 1, 1, 1, 1]
    assert all({"times", "places", "actors", "events", "relations", "problems"} <= set(row) for row in rows)
    assert rows[0]["desk"] == {"name": "foreign"}
    assert rows[7]["events"]
    assert "line 3" in rows[2]["problems"][0]["reason"]
    assert "someday" in rows[7]["problems"][0]["reason"]


def test_text_is_not_changed_so_that_offsets_hold(tmp_path: Path) -> None:
    text = "\ufeff A\r\nb\tc \u0000 \u2028 \U0001f600 é "
    row = run(tmp_path, [json.dumps({"id": "x", "text": text}).encode()])[0]
    assert row["events"][0]["text"] == text


def test_half_a_surrogate_pair_does_not_stop_the_run(tmp_path: Path) -> None:
    rows = run(tmp_path, [b'{"id": "\\ud800", "text": "A \\udfff b", "more": "\\ud801"}', b'{"id": "y", "text": "B"}'])
    assert rows[0]["events"][0]["end"] == 5
    assert rows[1]["id"] == "y"


def test_standard_input_and_output(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "a", "text": "One."}\n')))
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    assert annotate("-", "-", opener=open_counter) == 1
    out.seek(0)
    assert json.loads(out.read())["id"] == "a"


def test_a_missing_source_leaves_no_output(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match=r"nowhere\.jsonl is no file"):
        annotate("nowhere.jsonl", str(tmp_path / "out.jsonl"), opener=open_counter)
    assert not list(tmp_path.iterdir())


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "One."}\n')
    with pytest.raises(CannotWrite, match="no-such-folder"):
        annotate(str(tmp_path / "in.jsonl"), str(tmp_path / "no-such-folder" / "out.jsonl"), opener=open_counter)


def test_a_run_that_fails_leaves_the_earlier_output_as_it_was(tmp_path: Path) -> None:
    def open_trouble() -> Callable[[Document], Any]:
        raise BadSource("trouble")

    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "One."}\n')
    (tmp_path / "out.jsonl").write_text("old")
    with pytest.raises(BadSource, match="trouble"):
        annotate(str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl"), opener=open_trouble)
    assert (tmp_path / "out.jsonl").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_raw_invisible_characters_in_json_stay_too(tmp_path: Path) -> None:
    text = "A\ufeffB\u0085C\x7fD"
    row = run(tmp_path, [json.dumps({"id": "x", "text": text}, ensure_ascii=False).encode()])[0]
    assert row["events"][0]["text"] == text


def test_the_output_may_be_the_input_or_a_link_to_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "One."}\n')
    (tmp_path / "link.jsonl").symlink_to("a.jsonl")
    annotate(str(tmp_path / "a.jsonl"), str(tmp_path / "link.jsonl"), opener=open_counter)
    assert json.loads((tmp_path / "a.jsonl").read_text())["events"]
    assert (tmp_path / "link.jsonl").is_symlink()


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "One."}\n')
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE, text=True)
    annotate(str(tmp_path / "in.jsonl"), str(tmp_path / "pipe"), opener=open_counter)
    out, _ = reader.communicate(timeout=20)
    assert json.loads(out)["id"] == "a"
    assert (tmp_path / "pipe").is_fifo()
