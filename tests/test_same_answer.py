"""The same input gives the same bytes: twice, on more workers, among other documents, in any order, on any machine."""

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DOCUMENTS = [
    {
        "id": "a",
        "text": "LIMA, May 4, 2011 - The minister flew to Quito on Tuesday. He met farmers there and will return next week.",
        "n": 1,
    },
    {
        "id": "b",
        "text": "In 1911 the expedition left Oslo. Two years later it reached Bergen, and three of its men died.",
        "published": "2001-01-01",
    },
    {"id": "c", "text": "Protesters stormed the port of Mombasa on 3 March 2014. Police arrested forty of them a day later."},
    {"id": "d", "text": "Rain fell. \u202eabc\u202c Anna, 5, won the race in Łódź on 5 May 2012! =1+1 </script> {{x}} `y` ${z} 😀 \u0000"},
]
FILES = ["map.geojson", "map.html", "timeline.csv", "timeline.json"]


def annotate(folder: Path, documents: list[dict[str, object]], *, workers: int = 1, **environment: str) -> list[str]:
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in documents), encoding="utf-8")
    command = [sys.executable, "-c", "from timeline.cli import main; main()", "annotate", str(source), "-o", str(target)]
    subprocess.run([*command, "--workers", str(workers)], env=os.environ | environment, check=True)
    return target.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return annotate(tmp_path_factory.mktemp("expected"), DOCUMENTS, PYTHONHASHSEED="1")


def test_something_is_found_at_all(expected: list[str]) -> None:
    assert all(json.loads(line)["events"] for line in expected)
    assert [json.loads(line)["problems"] for line in expected] == [[], [], [], []]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "2"},
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "3"},
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "4"},
        {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "5"},
    ],
    ids=["hash seed", "time zone", "plain locale", "Turkish locale"],
)
def test_the_machine_changes_nothing(tmp_path: Path, expected: list[str], environment: dict[str, str]) -> None:
    assert annotate(tmp_path, DOCUMENTS, **environment) == expected


def test_workers_change_nothing(tmp_path: Path, expected: list[str]) -> None:
    assert annotate(tmp_path, DOCUMENTS, workers=2) == expected


def test_neither_neighbours_nor_order_change_a_documents_line(tmp_path: Path, expected: list[str]) -> None:
    assert annotate(tmp_path, DOCUMENTS[::-1]) == expected[::-1]
    assert annotate(tmp_path, DOCUMENTS[2:3]) == expected[2:3]


def test_the_order_of_sources_changes_no_file(tmp_path: Path) -> None:
    from timeline.cli.make import make

    paths = []
    for row in DOCUMENTS[:3]:
        paths.append(tmp_path / f"{row['id']}.txt")
        paths[-1].write_text(str(row["text"]), encoding="utf-8")
    made = []
    for number, order in enumerate(itertools.islice(itertools.permutations(paths), 3)):
        make(order, tmp_path / str(number))
        made.append([(tmp_path / str(number) / name).read_bytes() for name in FILES])
    assert made[0] == made[1] == made[2]


def test_four_files_are_the_same_from_two_workers_on_another_machine(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in DOCUMENTS), encoding="utf-8")
    made = []
    for workers, environment in (("1", {"PYTHONHASHSEED": "1"}), ("2", {"PYTHONHASHSEED": "9", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"})):
        folder = tmp_path / workers
        command = [sys.executable, "-c", "from timeline.cli import main; main()", "make", str(tmp_path / "in.jsonl"), "-o", str(folder)]
        subprocess.run([*command, "--workers", workers], env=os.environ | environment, check=True)
        made.append([(folder / name).read_bytes() for name in FILES])
    assert made[0] == made[1]


def test_text_stays_text(tmp_path: Path) -> None:
    """What a stranger wrote arrives in every file as it was, and is markup in none."""
    import csv

    from timeline.cli.make import make

    nasty = "${7*7} {{ 7*7 }} `x` </script><script>alert(1)</script> \"quoted\", 'single' & <b> =cmd() @a +b"
    sentence = f"The minister visited Oslo on 3 May 2011 and said {nasty} to the press."
    (tmp_path / "a.txt").write_text(sentence, encoding="utf-8")
    (tmp_path / "b.txt").write_text("The minister visited Oslo on 3 May 2011 and said a word to the press.", encoding="utf-8")
    for name in "ab":
        make([tmp_path / f"{name}.txt"], tmp_path / name)
    with (tmp_path / "a" / "timeline.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert nasty[:20] in "".join(row["quote"] for row in rows)
    for name in ("timeline.json", "map.geojson"):
        assert nasty[:20] in json.dumps(json.loads((tmp_path / "a" / name).read_text(encoding="utf-8")))
    pages = [(tmp_path / name / "map.html").read_text(encoding="utf-8").lower() for name in "ab"]
    for mark in ("<script", "</script", "<b>"):
        assert pages[0].count(mark) == pages[1].count(mark)
