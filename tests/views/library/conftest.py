"""The page as the window shows it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.views.desk import Desk
from app.views.library.page import LibraryPage

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, filled_desk: Desk) -> LibraryPage:
    made = shown(qtbot, filled_desk)
    qtbot.waitUntil(lambda: not made.busy)
    return made


@pytest.fixture
def settle(qtbot: QtBot, page: LibraryPage) -> Settle:
    """Waits until everything is read, searched and written."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not page.busy)
        with qtbot.waitSignal(page.desk.runner.idle):
            page.desk.runner.write(lambda: None, lambda _: None, page.desk.problem.emit)

    return wait


def shown(qtbot: QtBot, desk: Desk) -> LibraryPage:
    made = LibraryPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    desk.data_changed.connect(made.refresh)
    made.refresh()
    made.show()
    return made
