"""Work off the main thread, real threads and a real event loop."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.steps import Step, Steps
from app.errors import Cancelled
from app.tasks.runner import Runner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    running = Runner()
    yield running
    running.stop()


def test_writes_run_one_after_the_other_off_the_main_thread(runner: Runner, qtbot: QtBot) -> None:
    seen: list[tuple[int, str]] = []
    done: list[int] = []
    for number in range(20):
        runner.write(
            lambda number=number: seen.append((number, threading.current_thread().name)),
            lambda _, number=number: done.append(number),
            lambda error: pytest.fail(str(error)),
        )
    qtbot.waitUntil(lambda: len(done) == 20)
    assert [number for number, _ in seen] == done == list(range(20))
    assert {name for _, name in seen} == {"write_0"}


def test_results_and_errors_come_back_on_the_main_thread(runner: Runner, qtbot: QtBot) -> None:
    threads, errors = [], []

    def fail() -> None:
        raise ValueError("on purpose")

    runner.compute(lambda: 7, lambda it: threads.append((it, threading.current_thread())), print)
    runner.compute(fail, print, errors.append)
    qtbot.waitUntil(lambda: bool(threads and errors))
    assert threads == [(7, threading.main_thread())]
    assert isinstance(errors[0], ValueError)


def test_idle_comes_after_the_last_write_also_where_it_fails(runner: Runner, qtbot: QtBot) -> None:
    pending, at_idle = [0], []
    runner.idle.connect(lambda: at_idle.append(pending[0]))

    def write(work: object) -> None:
        pending[0] += 1

        def back(_: object) -> None:
            pending[0] -= 1

        runner.write(work, back, back)  # type: ignore[arg-type]

    for work in (int, lambda: 1 / 0, int):
        write(work)
    qtbot.waitUntil(lambda: pending[0] == 0 and bool(at_idle))
    assert at_idle[-1] == 0


def test_idle_comes_for_each_lot_of_writes(runner: Runner, qtbot: QtBot) -> None:
    for _ in range(50):
        with qtbot.waitSignal(runner.idle):
            runner.write(lambda: None, lambda _: None, print)


def test_long_work_tells_its_progress_and_its_result(runner: Runner, qtbot: QtBot) -> None:
    steps: list[Step] = []
    results: list[str] = []

    def work() -> Steps[str]:
        yield Step(1, 2)
        yield Step(2, 2)
        return "there"

    runner.start(work, results.append, print, steps.append)
    qtbot.waitUntil(lambda: bool(results))
    assert results == ["there"]
    assert steps[0] == Step(1, 2)


@pytest.mark.parametrize("writes", [False, True])
def test_a_cancelled_job_cleans_up_and_says_so(runner: Runner, qtbot: QtBot, writes: bool) -> None:
    begun, cleaned, errors = threading.Event(), threading.Event(), []

    def work() -> Steps[None]:
        try:
            while True:
                begun.set()
                yield Step(1, 2)
        finally:
            cleaned.set()

    job = runner.start(
        work, lambda _: pytest.fail("done"), errors.append, lambda _: None, writes=writes
    )
    assert begun.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)
    assert cleaned.is_set()


def test_stopping_finishes_writes_and_cancels_long_work(qtbot: QtBot) -> None:
    runner, begun, written, back = Runner(), threading.Event(), [], []

    def work() -> Steps[None]:
        while True:
            begun.set()
            yield Step(1, 2)

    runner.start(work, print, lambda _: None, lambda _: None)
    assert begun.wait(5)
    for number in range(5):
        runner.write(lambda number=number: written.append(number), back.append, print)
    runner.stop()
    assert written == [0, 1, 2, 3, 4]
    runner.compute(lambda: 7, back.append, print)
    qtbot.wait(50)
    assert back == []


class Witness:
    """Notes on which thread it is let go."""

    def __init__(self, seen: list[int]) -> None:
        self.seen = seen

    def __del__(self) -> None:
        self.seen.append(threading.get_ident())


class Lingering(ThreadPoolExecutor):
    """A thread that keeps what it did until it may go on: the main thread is the quicker one."""

    def __init__(self) -> None:
        super().__init__(1)
        self.may_go_on = threading.Event()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        def linger() -> None:
            fn(*args)
            self.may_go_on.wait(10)

        return super().submit(linger)


@pytest.mark.parametrize("fails", [False, True])
def test_what_is_called_is_let_go_on_the_main_thread(
    runner: Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    """A widget whose last reference a thread gives up brings Qt down."""
    pool = Lingering()
    monkeypatch.setattr(runner, "_pool", pool)
    seen: list[int] = []
    ended: list[type] = []

    def start(witness: Witness) -> None:
        def work() -> list[int]:
            if fails:
                raise ValueError(witness.seen)
            return witness.seen

        def tell(outcome: object) -> None:
            ended.append(type(outcome) if witness.seen == [] else Witness)

        runner.compute(work, tell, tell)

    start(Witness(seen))
    qtbot.waitUntil(lambda: bool(ended))
    pool.may_go_on.set()
    pool.shutdown()
    qtbot.waitUntil(lambda: bool(seen))
    assert ended == [ValueError if fails else list]
    assert seen == [threading.get_ident()]
