"""The page as the window shows it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.desk import Desk
from app.views.requirements.page import RequirementsPage
from tests.views.pages import show_page, wait_for_writes

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, filled_desk: Desk) -> RequirementsPage:
    return shown(qtbot, filled_desk)


@pytest.fixture
def settle(qtbot: QtBot, page: RequirementsPage) -> Settle:
    """Waits until the rating rests and everything that was handed over is written."""

    def settle() -> None:
        page.panel.form.rating.flush()
        wait_for_writes(qtbot, page.desk)

    return settle


def shown(qtbot: QtBot, desk: Desk) -> RequirementsPage:
    return show_page(qtbot, RequirementsPage(desk))


def type_into(editor: QWidget, text: str) -> None:
    """As an input method does it; Qt's simulated keys know no Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(editor, event)
