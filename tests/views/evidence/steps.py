"""What the tests of the evidence page do and look at."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.queries.evidence import EvidenceRow, evidence
from app.views.evidence.page import EvidencePage
from tests.views.pages import wait_for_writes


def shown(page: EvidencePage) -> list[str]:
    rows = map(page.table.row_at, range(page.table.model().rowCount()))
    return [row.number if row else "" for row in rows]


def row_of(page: EvidencePage, number: str) -> EvidenceRow:
    return evidence(page.desk.workbook, number)


def settled(qtbot: QtBot, page: EvidencePage) -> None:
    """Wait until everything is written and read again."""
    wait_for_writes(qtbot, page.desk)
    listed(qtbot, page)


def listed(qtbot: QtBot, page: EvidencePage) -> None:
    """Wait until the list is as it is to be."""
    qtbot.waitUntil(lambda: not page.table.busy and not page.files.busy)


def select(qtbot: QtBot, page: EvidencePage, number: str) -> None:
    page.table.select(row_of(page, number).id)
    assert page.details.row is not None
    assert page.details.row.number == number


def narrowed(qtbot: QtBot, page: EvidencePage) -> list[str]:
    """What is shown once the list is as it is to be."""
    listed(qtbot, page)
    return shown(page)


def agree_to_remove(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Press the button that moves evidence to the bin; what was asked comes into the list."""
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        next(each for each in box.buttons() if each.text() == "Move to the bin").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return asked


def type_into(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """As an input method does it; Qt's simulated keys know no Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(editor, event)
