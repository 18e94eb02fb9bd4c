"""Files, folders and standard input as documents."""

import io
import json
import os
import sys
import time
from pathlib import Path

import pytest

from timeline.documents import read
from timeline.errors import BadOption, BadSource
from timeline.records import Document, Problem

TEXT = "Café – the “train” left Óbidos."


def one(path: Path, published: str | None = None) -> Document:
    (found,) = [item for item in read([path], published=published) if isinstance(item, Document)]
    return found


def problems(path: Path) -> list[str]:
    return [item.reason for item in read([path]) if isinstance(item, Problem)]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT[:10].encode("utf-8") + TEXT[10:].encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 with mark", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mixed"],
)
def test_the_encoding_is_found(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert one(tmp_path / "a.txt").text == TEXT


def test_the_text_of_a_file_is_what_its_reader_sees(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("One.\r\nTwo.\x0bThree\x07.\rFour 😀 \u200fعربي.".encode())
    assert one(tmp_path / "a.txt").text == "One.\nTwo.Three.\nFour 😀 \u200fعربي."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"abc\0def", "NUL bytes"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04 ...", "ZIP"),
        (bytes(range(1, 32)) * 20, "control characters"),
        (b"\xff\xfea\0b", "breaks at byte"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(BadSource, match=r"a\.txt") as raised:
        list(read([tmp_path / "a.txt"]))
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_file_is_named_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "artcle.txt").write_text("a")
    with pytest.raises(BadSource, match=r"article\.txt does not exist; that folder holds artcle\.txt"):
        read([tmp_path / "article.txt"])


def test_links_are_refused_with_the_way_that_works() -> None:
    with pytest.raises(BadSource, match="save the page"):
        read(["https://example.org/a"])


def test_a_wrong_day_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.")
    with pytest.raises(BadOption, match="2011-02-30"):
        read([tmp_path / "a.txt"], published="2011-02-30")


def test_the_given_day_wins(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\npublished: 2010-01-01\n---\nOSLO, May 4, 2011 - Rain fell.")
    assert (one(tmp_path / "a.md").published, one(tmp_path / "a.md").published_basis) == ("2010-01-01", "metadata")
    assert one(tmp_path / "a.md", published="May 5, 2012").published == "2012-05-05"


def test_no_day_is_made_up(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell on Tuesday.")
    found = one(tmp_path / "a.txt")
    assert (found.published, found.published_basis) == (None, None)


def test_a_folder_is_read_in_the_order_of_names_with_a_problem_for_each_bad_file(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("Two.")
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "c.txt").write_text("Three.")
    (tmp_path / "bad.txt").write_bytes(b"binary\0data")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".hidden.txt").write_text("Hidden.")
    found = list(read([tmp_path]))
    assert [item.text for item in found if isinstance(item, Document)] == ["One.", "Two.", "Three."]
    assert [(item.source) for item in found if isinstance(item, Problem)] == ["bad.txt", "photo.jpg"]


def test_a_folder_with_a_loop_ends(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "a.txt").write_text("One.")
    found = list(read([tmp_path]))
    assert [item.text for item in found if isinstance(item, Document)] == ["One."]
    assert len(found) == 3


def test_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(BadSource, match="neither a file nor a folder"):
        list(read([tmp_path / "pipe.txt"]))


def test_the_same_text_twice_is_read_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Rain fell.")
    found = list(read([tmp_path]))
    assert len(found) == 2
    assert isinstance(found[1], Problem)
    assert "a.txt" in found[1].reason


def test_a_broken_line_is_a_problem_with_its_number(tmp_path: Path) -> None:
    lines = ['{"id": "a", "text": "One."}', "{", '{"id": "c", "text": 3}', "[]", "[" * 100_000, '{"id": "d", "text": "Two."}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = list(read([tmp_path / "a.jsonl"]))
    assert [item.id for item in found if isinstance(item, Document)] == ["a", "d"]
    reasons = problems(tmp_path / "a.jsonl")
    assert [f"line {n}" in reason for n, reason in zip((2, 3, 4, 5), reasons, strict=True)] == [True] * 4


def test_json_lines_in_utf_16(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"text": "Óne."}\n{"text": "Two."}\n'.encode("utf-16"))
    assert [item.text for item in read([tmp_path / "a.jsonl"]) if isinstance(item, Document)] == ["Óne.", "Two."]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Rain fell.\n", "Rain fell.\n"),
        (b'{"text": "Rain fell."}\n', "Rain fell."),
        (b"<!DOCTYPE html><html><body><article><p>Rain fell on the town and the river rose.</p></article></body></html>", None),
    ],
)
def test_standard_input_is_text_json_or_html(monkeypatch: pytest.MonkeyPatch, data: bytes, text: str | None) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (found,) = read(["-"])
    assert isinstance(found, Document)
    assert found.text == (text or "Rain fell on the town and the river rose.")


def cost(path: Path, text: str) -> float:
    """Seconds of processor time that one file takes to read."""
    path.write_text(text)
    began = time.process_time()
    assert len(one(path).text) > 10_000
    return time.process_time() - began


def test_a_long_line_is_read_in_linear_time(tmp_path: Path) -> None:
    few, many = (cost(tmp_path / "a.txt", "Rain fell on the town. " * count) for count in (100_000, 400_000))
    assert many < max(0.5, few * 12)


@pytest.mark.parametrize("piece", ["*a ", "[a", "`a ", "<a ", "![", "&amp;", "_ __ ", "> ", "a "])
def test_a_long_line_of_markdown_is_read_in_linear_time(tmp_path: Path, piece: str) -> None:
    few, many = (cost(tmp_path / "a.md", "x" + piece * count) for count in (12_000, 48_000))
    assert many < max(0.5, few * 12)


def test_a_row_can_be_given_as_read_from_json(tmp_path: Path) -> None:
    row = {"id": "a", "text": "Rain.", "title": "T", "published": "2001-02-03", "url": "https://example.org/x"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    found = one(tmp_path / "a.jsonl")
    assert (found.title, found.published, found.url, found.source) == ("T", "2001-02-03", "https://example.org/x", "example.org")


def test_a_day_in_a_name_is_a_hint_only_on_demand(tmp_path: Path) -> None:
    folder = tmp_path / "2008-03-01"
    folder.mkdir()
    (folder / "a.txt").write_text("Rain fell.")
    (folder / "b_20090403.txt").write_text("Snow fell.")
    (folder / "c.txt").write_text("OSLO, May 4, 2011 - Hail fell.")
    plain, hinted = (
        [(item.published, item.published_basis) for item in read([folder], published_from_name=wanted) if isinstance(item, Document)]
        for wanted in (False, True)
    )
    assert plain == [(None, None), (None, None), ("2011-05-04", "dateline")]
    assert hinted == [("2008-03-01", "name"), ("2009-04-03", "name"), ("2011-05-04", "dateline")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rain over Oslo\n\nIt fell for days.", "Rain over Oslo"),
        ("\n  Who won the race?  \n \nNobody did.", "Who won the race?"),
        ("Rain over Oslo\nIt fell for days.", None),
        ("Rain fell over Oslo.\n\nIt fell for days.", None),
        ("Rain over Oslo", None),
        ("Rain\n\nIt fell for days.", None),
        ("word " * 40 + "\n\nIt fell for days.", None),
    ],
)
def test_a_first_line_that_stands_apart_is_the_title_and_stays_in_the_text(tmp_path: Path, text: str, title: str | None) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert (one(tmp_path / "a.txt").title, one(tmp_path / "a.txt").text) == (title, text)


def test_looking_for_a_title_costs_no_time(tmp_path: Path) -> None:
    for text in ("a " * 500_000, " " * 1_000_000 + "a", "\n" * 1_000_000 + "a b\n", "ab" * 1_000_000 + "\n\nc", ("a" * 41 + " ") * 50_000):
        (tmp_path / "a.txt").write_text(text)
        began = time.perf_counter()
        assert one(tmp_path / "a.txt").title is None
        assert time.perf_counter() - began < 5


@pytest.mark.parametrize("text", ['{"text": "Rain fell."}', '[{"text": "Rain fell."}]', ' \n[{"text": "Rain fell."}, 5]'])
def test_a_json_file_holds_one_document_or_a_list_of_them(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    assert one(tmp_path / "a.json").text == "Rain fell."


@pytest.mark.parametrize(("name", "words"), [("a.json", "is not JSON"), ("a.csv", "dateline map would work")])
def test_what_looks_like_another_kind_of_file_is_refused(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_text("Rain, fell")
    with pytest.raises(BadSource, match=words):
        list(read([tmp_path / name]))


def test_text_in_braces_on_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{{x}} Rain fell.")))
    (found,) = read(["-"])
    assert isinstance(found, Document)
