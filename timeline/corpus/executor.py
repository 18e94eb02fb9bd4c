"""Run a function over documents, on this process or on several, in a bounded window and in the order given.

A worker that is killed takes its pool down with it: every document that was under way is then done again on its own, so the one
that kills its worker is found, becomes a Problem, and costs nobody else a result.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from timeline.errors import BadOption, DatelineError
from timeline.records import Document, Problem

R = TypeVar("R")
_Item = tuple[Document | Problem, "Future[Any]"]
_WINDOW_PER_WORKER = 4
_opened: list[Callable[[Document], Any] | DatelineError] = []


def each(
    documents: Iterable[Document | Problem], opener: Callable[[], Callable[[Document], R]], *, workers: int = 1
) -> Iterator[R | Problem]:
    """What `opener()` (called once a process) makes of each document, in order; a Problem in the input passes through.

    A document on which the function fails, or which kills its worker, becomes a Problem. At most four documents a worker
    are held in memory. `opener` must be picklable when there are two workers or more: a function of a module, or a partial.

    Raises:
        BadOption: less than one worker.
        DatelineError: what `opener` itself raises (an asset that is missing).
    """
    if workers < 1:
        raise BadOption(f"--workers {workers} is less than one; 1 (this process alone) or more would work")
    return _alone(documents, opener) if workers == 1 else _Pool(opener, workers).run(documents)


def _alone(documents: Iterable[Document | Problem], opener: Callable[[], Callable[[Document], R]]) -> Iterator[R | Problem]:
    function = None
    for item in documents:
        if isinstance(item, Problem):
            yield item
            continue
        function = function or opener()
        yield _attempt(function, item)


def _attempt(function: Callable[[Document], R], document: Document) -> R | Problem:
    try:
        return function(document)
    except Exception as error:
        words = str(error) if isinstance(error, DatelineError) else f"{type(error).__name__}: {error}"
        return _problem(document, f"could not be worked on ({words[:300]})")


def _problem(document: Document, reason: str) -> Problem:
    return Problem(document_id=document.id, source=document.source, reason=reason)


def _open(opener: Callable[[], Callable[[Document], Any]]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C goes to the whole group; the parent ends its workers itself
    try:
        _opened[:] = [opener()]
    except DatelineError as error:  # an initializer that raises would look like a worker that was killed
        _opened[:] = [error]


def _work(document: Document) -> Any:
    function = _opened[0]
    if isinstance(function, DatelineError):
        raise function
    return _attempt(function, document)


class _Pool:
    """Worker processes that are replaced when one of them dies."""

    def __init__(self, opener: Callable[[], Callable[[Document], Any]], workers: int) -> None:
        self._opener, self._workers = opener, workers
        self._pool: ProcessPoolExecutor | None = None

    def run(self, documents: Iterable[Document | Problem]) -> Iterator[Any]:
        window: deque[_Item] = deque()
        try:
            for item in documents:
                window.append((item, self._submit(item)))
                if len(window) >= self._workers * _WINDOW_PER_WORKER:
                    yield self._first(window)
            while window:
                yield self._first(window)
        finally:
            self._close()

    def _first(self, window: deque[_Item]) -> Any:
        try:
            result = window[0][1].result()
        except BrokenProcessPool:
            self._close()
            redone = [(item, self._by_itself(item) if _is_broken(future) else future) for item, future in window]
            window.clear()
            window.extend(redone)
            result = window[0][1].result()
        window.popleft()
        return result

    def _by_itself(self, item: Document | Problem) -> "Future[Any]":
        """The finished future of a document that a fresh pool works on with nothing beside it."""
        assert isinstance(item, Document)
        future = self._submit(item)
        if _is_broken(future):
            self._close()
            return _finished(_problem(item, "its worker process died, twice, while working on it (out of memory?)"))
        return future

    def _submit(self, item: Document | Problem) -> "Future[Any]":
        if isinstance(item, Problem):
            return _finished(item)
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._workers, mp_context=multiprocessing.get_context("spawn"), initializer=_open, initargs=(self._opener,)
            )
        try:
            return self._pool.submit(_work, item)
        except BrokenProcessPool as error:
            failed: Future[Any] = Future()
            failed.set_exception(error)
            return failed

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def _finished(value: Any) -> "Future[Any]":
    future: Future[Any] = Future()
    future.set_result(value)
    return future


def _is_broken(future: "Future[Any]") -> bool:
    """Whether the future's pool died before it was done; waits for it."""
    return isinstance(future.exception(), BrokenProcessPool)
