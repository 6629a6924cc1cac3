"""The files of a dossier."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.numbers import format_size
from app.queries.evidence import EvidenceRow
from app.queries.evidence_parts import FileRow
from app.views.desk import Desk
from app.views.evidence.file_removing import remove_one_file
from app.views.evidence.opening import Opener
from app.views.widgets.basic import GAP, button, label
from app.views.widgets.keys import DELETE, SPACE, on_key
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable

# Hex digits of the hash that are enough to tell files apart, as in the report.
_HASH_SHOWN = 16
# The column of editions, which is shown where there are some.
_EDITION = 1


class FilesPanel(QWidget):
    """`add_wanted` says that files are to be chosen for this dossier, `preview_wanted` carries a
    file that is to be shown in the window.
    """

    add_wanted = Signal()
    preview_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: EvidenceRow | None = None
        self._earlier: frozenset[str] = frozenset()
        self.opener = Opener(desk, self)
        self.table: RowsTable[FileRow] = RowsTable(self._columns(), lambda row: row.id)
        self.look = button(self.tr("&Preview"))
        self.open = button(self.tr("&Open"))
        self.add = button(self.tr("Add &to it…"))
        self.remove = button(self.tr("Remove fi&le…"))
        self._note = label("", "warning", wrap=True)
        self._build()
        self._connect()

    def _columns(self) -> tuple[Column[FileRow], ...]:
        return (
            Column(self.tr("File"), lambda row: row.name, width=16),
            Column(self.tr("Edition"), self._edition, sort=lambda row: row.edition, width=9),
            Column(
                self.tr("Size"),
                lambda row: format_size(row.size),
                sort=lambda row: row.size,
                align=RIGHT,
                width=9,
            ),
            Column(
                self.tr("SHA-256 (first 16 digits)"),
                lambda row: row.sha256[:_HASH_SHOWN],
                tip=lambda row: row.sha256,
                width=_HASH_SHOWN + 2,
            ),
        )

    def _edition(self, row: FileRow) -> str:
        """Which edition a file is, where there are several."""
        if row.id in self._earlier:
            return self.tr("{0} (earlier)").format(row.edition)
        return str(row.edition) if row.edition > 1 else ""

    def _build(self) -> None:
        self.table.setAccessibleName(self._desk.text("field.files"))
        self.table.show_rows(3)
        self.open.setToolTip(
            self.tr("Opens a read-only copy; the evidence itself cannot be changed.")
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for widget in (self.look, self.open, self.add, self.remove):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.table)
        layout.addWidget(self._note)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.table.opened.connect(self.opener.open)
        self.table.current_changed.connect(lambda _: self._show_state())
        self.open.clicked.connect(self._on_open)
        self.look.clicked.connect(self._on_look)
        on_key(self.table, SPACE, self._on_look)
        self.add.clicked.connect(self.add_wanted)
        self.remove.clicked.connect(self._on_remove)
        on_key(self.table, DELETE, self._on_remove)

    def has_focus(self) -> bool:
        """Whether one is working with the files of the dossier."""
        return any(
            widget.hasFocus()
            for widget in (self.table, self.look, self.open, self.add, self.remove)
        )

    def show_row(self, row: EvidenceRow, missing: frozenset[str]) -> None:
        """Show the files of a dossier; `missing` are hashes that are not on disk."""
        self._row = row
        self._earlier = frozenset(file.id for file in row.earlier)
        # Earlier editions below the one in force that followed them.
        self.table.set_rows(in_editions(row))
        shown = any(self._edition(file) for file in (*row.files, *row.earlier))
        self.table.setColumnHidden(_EDITION, not shown)
        if self.table.current_row() is None:
            self.table.select_first()
        files = (*row.files, *row.earlier)
        gone = [file.name for file in files if file.sha256 in missing]
        texts = [self._desk.text("check.file-missing", name=name) for name in gone]
        if not row.files:
            texts = [self._desk.text("check.evidence-without-file")]
        self._note.setText("\n".join(texts))
        self._note.setVisible(bool(texts))
        self._show_state()

    def _show_state(self) -> None:
        chosen = self.table.current_row() is not None
        for widget in (self.look, self.open):
            widget.setEnabled(chosen)
        self.remove.setEnabled(chosen and not self._desk.read_only)
        self.add.setEnabled(not self._desk.read_only)

    def _on_look(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.preview_wanted.emit(row)

    def _on_open(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.opener.open(row)

    def _on_remove(self) -> None:
        file = self.table.current_row()
        if file is not None and self._row is not None:
            remove_one_file(self._desk, self._row, file, self)


def in_editions(row: EvidenceRow) -> list[FileRow]:
    """The files of a dossier, each followed by its earlier editions, newest first."""
    found: list[FileRow] = []
    for file in row.files:
        found.append(file)
        found += sorted(
            (former for former in row.earlier if former.position == file.position),
            key=lambda former: -former.edition,
        )
    return found
