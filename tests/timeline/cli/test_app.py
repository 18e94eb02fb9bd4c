"""The command as a whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from timeline import __version__
from timeline.cli.app import main

SCRIPT = [sys.executable, "-c", "from timeline.cli import main; main()"]


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"dateline {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [[], ["--help"], ["make", "--help"], ["annotate", "--help"], ["map", "--help"], ["explain", "--help"]]
)
def test_every_command_has_help_with_something_to_paste(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 0
    assert "dateline" in capsys.readouterr().out.split("xample:")[-1]


@pytest.mark.parametrize("arguments", [["mak"], ["make"], ["annotate"], ["make", "a.txt"], ["--wrong"]])
def test_a_wrong_call_gets_one_line_and_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    err = capsys.readouterr().err
    assert err.startswith("dateline: ")
    assert err.count("\n") == 1


def test_help_comes_at_once_because_nothing_heavy_is_imported() -> None:
    heavy = "numpy onnxruntime folium geopy dateparser trafilatura lxml rich.console pydantic markdown_it multiprocessing.pool"
    check = f"import sys, timeline.cli, timeline, maps; print([m for m in {heavy.split()!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("{}\n" * 50_000)
    command = f"{' '.join(map(repr, SCRIPT))} annotate {tmp_path / 'in.jsonl'} | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
