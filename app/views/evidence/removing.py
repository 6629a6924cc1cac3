"""Moving dossiers to the bin, after asking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.queries.evidence import evidence_rows
from app.services.evidence import remove
from app.views.desk import Desk
from app.views.dialogs.asking import confirmed


def remove_dossiers(desk: Desk, ids: Sequence[str], parent: QWidget) -> None:
    """Ask, and move the dossiers to the bin; nothing where there is none or nothing may change."""
    if not ids or desk.read_only or not _confirm(desk, ids, parent):
        return
    desk.write(
        lambda: remove(desk.workbook, ids, desk.today()),
        saved=lambda _: desk.message.emit(
            QCoreApplication.translate(
                "removing", "Evidence moved to the bin: {0}. This can be undone."
            ).format(len(ids))
        ),
    )


def _confirm(desk: Desk, ids: Sequence[str], parent: QWidget) -> bool:
    translate = QCoreApplication.translate
    rows = evidence_rows(desk.workbook, ids) if len(ids) == 1 else []
    return confirmed(
        parent,
        translate("removing", "Move evidence to the bin"),
        translate("removing", "Move evidence {0} “{1}” to the bin?").format(
            rows[0].number, rows[0].title
        )
        if rows
        else translate("removing", "Move {0} dossiers of evidence to the bin?").format(len(ids)),
        translate(
            "removing",
            "Files, links and number stay with it there; the bin and undo bring it back.",
        ),
        translate("removing", "Move to the bin"),
    )
