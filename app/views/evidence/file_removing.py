"""Taking a file out of its dossier, after asking what is to become of its other editions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.queries.evidence import EvidenceRow
from app.queries.evidence_parts import FileRow
from app.services.evidence_files import remove_file
from app.views.desk import Desk
from app.views.dialogs.asking import ask


def remove_one_file(desk: Desk, row: EvidenceRow, file: FileRow, parent: QWidget) -> None:
    """Ask, and take the file out; nothing where nothing may change or one thinks better of it."""
    if desk.read_only:
        return
    all_editions = _asked(row, file, parent)
    if all_editions is None:
        return
    desk.write(
        lambda: remove_file(desk.workbook, file.id, all_editions=all_editions),
        saved=lambda _: desk.message.emit(
            QCoreApplication.translate(
                "removing", "“{0}” was removed from evidence {1}. This can be undone."
            ).format(file.name, row.number)
        ),
    )


def _asked(row: EvidenceRow, file: FileRow, parent: QWidget) -> bool | None:
    """Whether all editions are to go; None where nothing is."""
    translate = QCoreApplication.translate
    others = [each for each in (*row.files, *row.earlier) if _is_other(each, file)]
    ways = (
        (
            translate("removing", "Edition {0} only").format(file.edition),
            translate("removing", "All {0} editions").format(len(others) + 1),
        )
        if others
        else (translate("removing", "Remove file"),)
    )
    chosen = ask(
        parent,
        translate("removing", "Remove file"),
        translate("removing", "Remove “{0}” from evidence {1}?").format(file.name, row.number),
        _consequences(row, file, others),
        *ways,
    )
    return None if chosen is None else bool(chosen)


def _is_other(each: FileRow, file: FileRow) -> bool:
    """Whether it is another edition of the same file."""
    return each.position == file.position and each.id != file.id


def _consequences(row: EvidenceRow, file: FileRow, others: list[FileRow]) -> str:
    translate = QCoreApplication.translate
    parts = []
    if others and file in row.files:
        former = max(others, key=lambda each: each.edition)
        parts.append(
            translate(
                "removing", "Without edition {0}, edition {1} (“{2}”) is in force again."
            ).format(file.edition, former.edition, former.name)
        )
    elif not others and len(row.files) == 1:
        parts.append(translate("removing", "The dossier then has no file; its number stays."))
    parts.append(
        translate(
            "removing",
            "Undo brings the file back, so its bytes stay in the workbook. They go for good when "
            "the whole dossier is moved to the bin and the bin is emptied.",
        )
    )
    return "\n".join(parts)
