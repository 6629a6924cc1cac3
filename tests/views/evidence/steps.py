"""What the tests of the evidence page do and look at."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.queries.evidence import EvidenceRow, evidence
from app.views.evidence.page import EvidencePage


def shown(page: EvidencePage) -> list[str]:
    return [page.table.filter.row(n).number for n in range(page.table.filter.rowCount())]


def row_of(page: EvidencePage, number: str) -> EvidenceRow:
    return evidence(page.desk.workbook, number)


def settled(qtbot: QtBot, page: EvidencePage) -> None:
    """Wait until everything is written and read again."""
    with qtbot.waitSignal(page.desk.runner.idle):
        page.desk.runner.write(lambda: None, lambda _: None, page.desk.problem.emit)
    qtbot.waitUntil(lambda: not page._reading.busy)


def select(qtbot: QtBot, page: EvidencePage, number: str) -> None:
    page.table.select(row_of(page, number).id)
    assert page.details.row is not None
    assert page.details.row.number == number


def type_into(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """As an input method does it; Qt's simulated keys know no Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(editor, event)
