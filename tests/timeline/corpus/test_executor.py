"""Many documents through one function."""

import os
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from timeline.corpus import each
from timeline.documents import document
from timeline.errors import BadOption, MissingAsset
from timeline.records import Document, Problem

ROOT = Path(__file__).parents[3]


def _documents(count: int) -> list[Document]:
    return [document({"id": str(number), "text": f"Text {number}."}) for number in range(count)]


def open_reader(bad: frozenset[str] = frozenset(), deadly: frozenset[str] = frozenset()) -> Callable[[Document], str]:
    def work(item: Document) -> str:
        if item.id in deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        if item.id in bad:
            raise ValueError("no sense in it")
        return item.id + "!"

    return work


def open_nothing() -> Callable[[Document], str]:
    raise MissingAsset("the model is not there")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_given(workers: int) -> None:
    assert list(each(_documents(20), open_reader, workers=workers)) == [f"{n}!" for n in range(20)]


@pytest.mark.parametrize("workers", [1, 2])
def test_one_bad_document_becomes_a_problem_and_the_rest_goes_on(workers: int) -> None:
    found = list(each(_documents(5), partial(open_reader, frozenset({"2"})), workers=workers))
    assert [f for f in found if not isinstance(f, Problem)] == ["0!", "1!", "3!", "4!"]
    assert isinstance(found[2], Problem)
    assert found[2].document_id == "2"
    assert "no sense in it" in found[2].reason


def test_a_worker_that_is_killed_costs_only_the_document_that_killed_it() -> None:
    found = list(each(_documents(14), partial(open_reader, deadly=frozenset({"3", "4", "11"})), workers=2))
    assert [f for f in found if not isinstance(f, Problem)] == [f"{n}!" for n in range(14) if n not in (3, 4, 11)]
    assert [f.document_id for f in found if isinstance(f, Problem)] == ["3", "4", "11"]
    assert isinstance(found[3], Problem)
    assert "died" in found[3].reason


@pytest.mark.parametrize("workers", [1, 2])
def test_a_missing_asset_stops_the_run(workers: int) -> None:
    with pytest.raises(MissingAsset, match="the model is not there"):
        list(each(_documents(3), open_nothing, workers=workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_problems_of_the_input_keep_their_place(workers: int) -> None:
    trouble = Problem(document_id=None, source="x", reason="r")
    first, second = _documents(2)
    assert list(each([first, trouble, second], open_reader, workers=workers)) == ["0!", trouble, "1!"]


def test_less_than_one_worker_is_refused() -> None:
    with pytest.raises(BadOption, match="--workers 0"):
        each(_documents(1), open_reader, workers=0)


def test_documents_are_asked_for_only_as_they_are_worked_on() -> None:
    asked = []

    def source() -> Iterator[Document]:
        for item in _documents(100):
            asked.append(item.id)
            yield item

    stream = each(source(), open_reader, workers=2)
    next(stream)
    assert len(asked) <= 8
    stream.close()  # type: ignore[attr-defined]


def test_memory_does_not_grow_with_the_number_of_documents() -> None:
    def source(count: int) -> Iterator[Document]:
        for number in range(count):
            yield document({"id": str(number), "text": f"{number} " + "x" * 10_000})

    tracemalloc.start()
    for _ in each(source(300), open_reader):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


def test_an_interrupted_run_ends_quietly_and_at_once() -> None:
    script = (
        "import signal, sys\nsignal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs are started deaf to it\n"
        "from tests.timeline.corpus.test_executor import _documents, open_sleeper\nfrom timeline.corpus import each\n"
        "if __name__ == '__main__':\n"
        "    try:\n"
        "        for found in each(_documents(200), open_sleeper, workers=2):\n            print(found, flush=True)\n"
        "    except KeyboardInterrupt:\n        sys.exit(130)\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert run.stdout
    run.stdout.readline()
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert (run.returncode, told) == (130, "")


def open_sleeper() -> Callable[[Document], str]:
    def work(item: Document) -> str:
        time.sleep(0.3)
        return item.id

    return work
