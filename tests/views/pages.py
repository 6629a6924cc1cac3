"""Showing pages as the window does, and waiting for what they have handed over."""

from typing import TypeVar

from pytestqt.qtbot import QtBot

from app.views.desk import Desk
from app.views.page import Page

P = TypeVar("P", bound=Page)


def show_page(qtbot: QtBot, page: P) -> P:
    """The page, shown; it reads anew what is written."""
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    page.desk.data_changed.connect(page.refresh)
    page.refresh()
    return page


def wait_for_writes(qtbot: QtBot, desk: Desk) -> None:
    """Until everything that was handed over is written."""
    with qtbot.waitSignal(desk.runner.idle):
        desk.runner.write(lambda: None, lambda _: None, desk.problem.emit)
