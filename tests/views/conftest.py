"""What the tests of the window share."""

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services.workbooks import Workbook
from app.settings import Settings
from app.tasks.runner import Runner
from app.views.desk import Desk

TODAY = date(2025, 6, 1)


@pytest.fixture(autouse=True)
def collect_in_this_thread() -> Iterator[None]:
    """As the program does (app.tasks.collection): no other thread may destroy a window's parts."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    """Threads for writes and long work, ended with the test."""
    running = Runner()
    yield running
    running.stop()


@pytest.fixture
def desk(workbook: Workbook, runner: Runner, tmp_path: Path) -> Desk:
    """The desk of a fresh workbook, in Chinese, on 1 June 2025."""
    return Desk(workbook, "zh", runner, Settings(tmp_path / "s.ini"), today=lambda: TODAY)


@pytest.fixture
def filled_desk(filled: Workbook, runner: Runner, tmp_path: Path) -> Desk:
    """The desk of a workbook with answers and two dossiers."""
    return Desk(filled, "zh", runner, Settings(tmp_path / "s.ini"), today=lambda: TODAY)
