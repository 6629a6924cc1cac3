from threading import Event

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.tasks.runner import Runner
from app.views.widgets.latest import Latest


def test_only_the_newest_of_several_requests_arrives(qtbot: QtBot, runner: Runner) -> None:
    owner, arrived, done_work = QObject(), list[int](), list[int]()
    latest: Latest[int] = Latest(owner, runner, arrived.append, lambda error: None)
    go = Event()

    def work(number: int) -> int:
        go.wait(10)
        done_work.append(number)
        return number

    for number in range(4):
        latest.request(lambda number=number: work(number))
    go.set()
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [3]
    assert done_work == [0, 3]
    assert not latest.busy


def test_a_result_for_what_is_gone_is_dropped(qtbot: QtBot, runner: Runner) -> None:
    owner, arrived = QObject(), list[int]()
    latest: Latest[int] = Latest(owner, runner, arrived.append, lambda error: None)
    go = Event()

    def work() -> int:
        go.wait(10)
        return 1

    latest.request(work)
    shiboken6.delete(owner)
    go.set()
    passed = list[int]()
    runner.compute(lambda: 2, passed.append, lambda error: None)
    qtbot.waitUntil(lambda: bool(passed))
    qtbot.wait(50)
    assert arrived == []


def test_an_error_is_handed_over(qtbot: QtBot, runner: Runner) -> None:
    owner, errors = QObject(), list[BaseException]()
    latest: Latest[float] = Latest(owner, runner, lambda _: None, errors.append)
    latest.request(lambda: 1 / 0)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)
