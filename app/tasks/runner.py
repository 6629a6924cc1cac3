"""Work off the main thread: writes one after the other, long work beside them.

Results come back on the main thread. Long work is a generator of Steps (app.domain.steps); it is
cancelled between two steps by closing it, which lets it clean up after itself.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.domain.steps import Step, Steps
from app.errors import Cancelled

T = TypeVar("T")
# Progress reaches the main thread at most this often, in seconds.
_PROGRESS_INTERVAL = 0.05


@dataclass(slots=True)
class _Call:
    """Something that a thread does, and what is to be done with its outcome."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    result: Any = None
    error: BaseException | None = None


class Job:
    """A piece of long work that is under way."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Stop at the next step; `failed` is then called with Cancelled."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()


class Runner(QObject):
    """Runs work for a window. Lives on the main thread; `idle` comes when all is written.

    After `stop` nothing comes back and nothing is taken on: a window and its runner end together.

    What is called on the main thread is kept here and let go there: a widget whose last reference
    a thread gives up brings Qt down.
    """

    _call = Signal(object)
    _ended = Signal(int)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="task")
        # Writes that have not come back; counted on the main thread only.
        self._writes = 0
        self._jobs: set[Job] = set()
        self._calls: dict[int, _Call] = {}
        self._numbers = count()
        self._stopped = False
        # Queued: whatever thread emits, the slot runs on ours.
        self._call.connect(self._on_main, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Do a short write on the one writing thread, in the order of the calls."""
        self._writes += 1
        self._submit(self._writer, work, self._written(done), self._written(failed))

    def compute(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Do something that only reads, beside everything else."""
        self._submit(self._pool, work, done, failed)

    def start(
        self,
        work: Callable[[], Steps[T]],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        progress: Callable[[Step], None],
        *,
        writes: bool = False,
    ) -> Job:
        """Run long work; `writes` puts it on the writing thread. `failed` also gets Cancelled."""
        job = Job()
        self._jobs.add(job)

        def drive() -> T:
            try:
                return _drive(work(), job, lambda step: self._call.emit(_bound(progress, step)))
            finally:
                self._jobs.discard(job)

        if writes:
            self._writes += 1
            self._submit(self._writer, drive, self._written(done), self._written(failed))
        else:
            self._submit(self._pool, drive, done, failed)
        return job

    def stop(self) -> None:
        """Cancel long work, finish writes, end the threads."""
        self._stopped = True
        for job in list(self._jobs):
            job.cancel()
        self._pool.shutdown()
        self._writer.shutdown()

    def _submit(
        self,
        threads: ThreadPoolExecutor,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        if self._stopped:
            return
        number = next(self._numbers)
        self._calls[number] = _Call(work, done, failed)
        threads.submit(self._run, number)

    def _run(self, number: int) -> None:
        """On a thread: keeps nothing of the call once its end has been told."""
        call = self._calls[number]
        try:
            call.result = call.work()
        except BaseException as error:  # handed over, not swallowed
            call.error = error
        del call
        self._ended.emit(number)

    def _written(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        """`then`, after which a write has come back."""

        def call(value: object) -> None:
            self._writes -= 1
            try:
                then(value)
            finally:
                if not self._writes:
                    self.idle.emit()

        return call

    @Slot(int)
    def _on_ended(self, number: int) -> None:
        call = self._calls.pop(number)
        if self._stopped:
            return
        if call.error is not None:
            call.failed(call.error)
        else:
            call.done(call.result)

    @Slot(object)
    def _on_main(self, call: Callable[[], None]) -> None:
        if not self._stopped:
            call()


def _bound(function: Callable[[Any], None], value: object) -> Callable[[], None]:
    return lambda: function(value)


def _drive(steps: Steps[T], job: Job, report: Callable[[Step], None]) -> T:
    reported = 0.0
    while True:
        if job.cancelled:
            steps.close()
            raise Cancelled
        try:
            step = next(steps)
        except StopIteration as stop:
            result: T = stop.value
            return result
        now = time.monotonic()
        if now - reported >= _PROGRESS_INTERVAL:
            reported = now
            report(step)
