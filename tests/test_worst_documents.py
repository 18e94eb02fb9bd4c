"""Documents at their worst through the whole pipeline: what can be read is read, nothing beside it is lost, nothing hangs."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.cli.make import make, open_extractor
from timeline.documents import document
from timeline.records import Document, Event, Extraction, Timeline

PLAIN = "Police arrested forty protesters in Mombasa on 3 May 2011."
DATED = ("2011-05-03", "Mombasa")


@pytest.fixture(scope="module")
def extract() -> Callable[[Document], Extraction]:
    return open_extractor()


def told(event: Event) -> tuple[str | None, str | None]:
    place = event.place.place if event.place else None
    return event.interval.edtf if event.interval else None, place.name if place else None


def made(folder: Path, **files: bytes) -> Timeline:
    source = folder / "in"
    source.mkdir()
    for name, data in files.items():
        (source / name.replace("_", ".")).write_bytes(data)
    return make([source], folder / "out")


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.upper(),
        "😀 Police arrested forty protesters 🚢 in Mombasa on 3 May 2011. 🎉",
        "\u200fPolice arrested forty protesters in Mombasa\u200e on \u202a3 May 2011\u202c.",
        "Police arrested\x07 forty protesters in Mombasa on 3 May 2011\x00.",
        "Police arrested forty protesters near the\nold port in Mombasa on 3 May\n2011.",
        "Police arrested forty protesters in Mombasa\r\non 3 May 2011.\r\n",
        "\ufeffPolice arrested forty protesters in Mombasa on 3 May 2011.",
    ],
    ids=["capitals", "emoji", "right-to-left marks", "controls and NUL", "wrapped lines", "Windows line ends", "byte order mark"],
)
def test_a_plain_event_in_an_odd_text_has_its_date_its_place_and_its_offsets(extract: Callable[[Document], Extraction], text: str) -> None:
    found = extract(document({"text": text}))
    assert [told(event) for event in found.events] == [DATED]
    (event,) = found.events
    for span in (event.trigger, event.place, event.time):
        assert span is not None
        assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("broken", ["ar-\nrested", "Mom-\nbasa", "2-\n011", "pro-\ntesters"])
def test_a_word_broken_at_the_end_of_a_line_makes_no_wrong_fact_and_costs_no_neighbour(
    extract: Callable[[Document], Extraction], broken: str
) -> None:
    text = PLAIN.replace(broken.replace("-\n", ""), broken) + " The minister flew to Quito on 5 May 2011."
    assert broken in text
    facts = [told(event) for event in extract(document({"text": text})).events]
    assert ("2011-05-05", "Quito") in facts
    assert {date for date, _ in facts} <= {"2011-05-03", "2011-05-05", None, "2011", "2011-05", "XXXX-05-03"}
    assert {place for _, place in facts} <= {"Mombasa", "Quito", None}


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode("utf-16"),
        PLAIN.replace("forty", "“forty”").encode("cp1252"),
        ("Café. " * 3).encode() + PLAIN.replace("forty", "‘forty’").encode("cp1252"),
    ],
    ids=["UTF-16", "Windows", "mixed"],
)
def test_the_encoding_of_a_file_changes_no_fact(tmp_path: Path, data: bytes) -> None:
    assert DATED in [told(event) for event in made(tmp_path, a_txt=data).events]


def test_bad_files_beside_a_good_one_are_problems_and_the_good_one_is_whole(tmp_path: Path) -> None:
    lines = ["{", "[]", '{"txt": "a"}', '{"text": 5}', '{"text": "Rain fell.", "published": {}}', json.dumps({"id": "good", "text": PLAIN})]
    french = "La police a arrêté quarante manifestants dans la ville le 3 mai 2011, et le ministre est arrivé avec deux jours de retard."
    timeline = made(
        tmp_path,
        a_jsonl="\n".join(lines).encode(),
        b_txt=b"\0\1\2",
        c_html=b"<html><frameset><frame src=x></frameset></html>",
        d_txt=french.encode(),
        e_txt=b"\xff\xfea\0b",
        f_txt=b"",
    )
    assert [told(event) for event in timeline.events if event.document_id == "good"] == [DATED]
    reasons = [f"{problem.source}: {problem.reason}" for problem in timeline.problems]
    for words in ("line 1", "line 2", "line 3", "line 4", "which is not one day", "b.txt", "c.html", "French", "e.txt", "f.txt"):
        assert sum(words in reason for reason in reasons) >= 1, words
    assert len(json.loads((tmp_path / "out" / "timeline.json").read_text(encoding="utf-8"))["problems"]) == len(reasons)


@pytest.mark.parametrize(
    ("piece", "count"),
    [
        (PLAIN + " ", 40),
        (PLAIN + "\n\n", 40),
        ("Mombasa, ", 600),
        ("word and ", 600),
        ("3 May 2011 ", 300),
        ("“Rain ", 600),
        ("x" * 400, 40),
    ],
    ids=["sentences", "paragraphs", "names", "one line", "dates", "quotation marks", "one word"],
)
def test_four_times_the_text_takes_about_four_times_as_long(extract: Callable[[Document], Extraction], piece: str, count: int) -> None:
    took = []
    for number in (count, 4 * count):
        item = document({"text": piece * number})
        began = time.process_time()
        extract(item)
        took.append(time.process_time() - began)
    assert took[1] < 10 * max(took[0], 0.05)
