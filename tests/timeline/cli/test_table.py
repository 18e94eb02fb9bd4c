"""The table on a terminal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from timeline.cli.table import show_timeline
from timeline.documents import document
from timeline.records import Document, Extraction, Problem, Timeline


@pytest.fixture
def sample(sample_pipeline: Callable[[], Callable[[Document], Extraction]]) -> Timeline:
    extraction = sample_pipeline()(document({"id": "a", "text": "Anna slept in Oslo. Bert danced in Bergen."}))
    return Timeline(documents=(extraction.document,), events=extraction.events, relations=(), conflicts=(), undated=())


def shown(timeline: Timeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "120")
    show_timeline(timeline, Path("out/map.html"))
    return capsys.readouterr()


def test_order_date_status_title_place_and_page_are_shown(
    sample: Timeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = shown(sample, monkeypatch, capsys)
    lines = [line.split() for line in out.splitlines()]
    assert lines[1] == ["1", "2001-01-01", "happened", "Anna", "slept", "in", "Oslo", "Oslo,", "XX"]
    assert lines[-1] == ["out/map.html"]
    assert "2 events from 1 document" in out


def test_words_of_strangers_are_no_orders_to_the_terminal(
    sample: Timeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nasty = "[bold red]x[/] \x1b[2J\x1b]0;title\x07 \u202eabc\r\n:smile:"
    event = replace(sample.events[0], title=nasty)
    problem = Problem(document_id=None, source="a\nb", reason=nasty)
    out, err = shown(replace(sample, events=(event,), problems=(problem,)), monkeypatch, capsys)
    assert "[bold red]x[/]" in out
    assert ":smile:" in out
    for text in (out, err):
        assert not {"\x1b", "\x07", "\u202e", "\r"} & set(text.replace("\x1b[1m", "").replace("\x1b[0m", "").replace("\x1b[2m", ""))
    assert err.count("\n") == 1


def test_what_is_only_said_is_counted_and_not_listed(
    sample: Timeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = sample.events
    out, _ = shown(replace(sample, events=(replace(first, type="statement"), second)), monkeypatch, capsys)
    assert "Anna" not in out
    assert "2 events from 1 document, 1 of them only said" in out
