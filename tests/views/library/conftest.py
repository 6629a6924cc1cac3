"""The page as the window shows it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.views.desk import Desk
from app.views.library.page import LibraryPage
from tests.views.pages import show_page, wait_for_writes

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
        wait_for_writes(qtbot, page.desk)

    return wait


def shown(qtbot: QtBot, desk: Desk) -> LibraryPage:
    return show_page(qtbot, LibraryPage(desk))
