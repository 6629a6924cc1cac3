"""Moving dossiers to the bin, after asking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.queries.evidence import EvidenceRow
from app.services.evidence import remove
from app.views.desk import Desk


def remove_dossiers(desk: Desk, rows: Sequence[EvidenceRow], parent: QWidget) -> None:
    """Ask, and move the dossiers to the bin; nothing where there is none or nothing may change."""
    if not rows or desk.read_only or not _confirm(rows, parent):
        return
    ids = [row.id for row in rows]
    desk.write(
        lambda: remove(desk.workbook, ids, desk.today()),
        saved=lambda _: desk.message.emit(
            QCoreApplication.translate(
                "removing", "Evidence moved to the bin: {0}. This can be undone."
            ).format(len(ids))
        ),
    )


def _confirm(rows: Sequence[EvidenceRow], parent: QWidget) -> bool:
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(translate("removing", "Move evidence to the bin"))
    box.setText(
        translate("removing", "Move evidence {0} “{1}” to the bin?").format(
            rows[0].number, rows[0].title
        )
        if len(rows) == 1
        else translate("removing", "Move {0} dossiers of evidence to the bin?").format(len(rows))
    )
    box.setInformativeText(
        translate(
            "removing",
            "Files, links and number stay with it there; the bin and undo bring it back.",
        )
    )
    yes = box.addButton(
        translate("removing", "Move to the bin"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is yes
