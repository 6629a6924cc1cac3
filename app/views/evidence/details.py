"""Everything of the selected dossier: form, files and links, and a look into its files."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.catalog.requirement import Requirement
from app.queries.evidence import EvidenceRow
from app.queries.evidence_parts import FileRow
from app.views.desk import Desk
from app.views.evidence.files import FilesPanel
from app.views.evidence.form import DossierForm
from app.views.evidence.links import LinksPanel
from app.views.evidence.suggestions import Suggestions
from app.views.preview.pane import PreviewPane
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.drop_area import DropArea


class Details(QStackedWidget):
    """`add_wanted` says that files are to be chosen for the dossier that is shown, `dropped`
    carries paths that were dropped on its files.
    """

    add_wanted = Signal()
    dropped = Signal(object)

    def __init__(
        self, desk: Desk, requirements: list[Requirement], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.row: EvidenceRow | None = None
        self.form = DossierForm(desk)
        self.suggestions = Suggestions(desk)
        self.files = FilesPanel(desk)
        self.links = LinksPanel(desk, requirements)
        self.preview = PreviewPane(desk)
        self.tabs = QTabWidget()
        self._heading = label("", "section-title", wrap=True)
        self._nothing = label(
            self.tr("Select a dossier in the list to see and change its details."),
            "muted",
            wrap=True,
        )
        self._scroll = QScrollArea()
        self._drop = DropArea(self.files, self.tr("Let go to add these files to this dossier."))
        self._drop.set_read_only(desk.read_only)
        self._build()
        self.files.add_wanted.connect(self.add_wanted)
        self.files.preview_wanted.connect(self._show_preview)
        self.preview.open_wanted.connect(self.files.opener.open)
        self._drop.dropped.connect(self.dropped)

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(WIDE, 4, GAP, WIDE)
        column.setSpacing(GAP)
        column.addWidget(self._heading)
        column.addWidget(self.suggestions)
        column.addWidget(self.form)
        for title, part in (
            (self._desk.text("field.files"), self._drop),
            (self.tr("What it proves"), self.links),
        ):
            column.addSpacing(GAP)
            column.addWidget(label(title, "section-title"))
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        empty = QWidget()
        hint = QVBoxLayout(empty)
        hint.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        hint.addWidget(self._nothing)
        hint.addStretch(1)
        self.addWidget(empty)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._scroll, self.tr("&Details"))
        self.tabs.addTab(self.preview, self.tr("Previe&w"))
        self.addWidget(self.tabs)

    def show_row(self, row: EvidenceRow | None, missing: frozenset[str]) -> None:
        """Show a dossier, or that none is selected."""
        self.row = row
        if row is None:
            self.flush()
            self.setCurrentIndex(0)
            return
        self._heading.setText(self.tr("Evidence {0}").format(row.number))
        self.suggestions.show_row(row)
        self.form.show_row(row)
        self.files.show_row(row, missing)
        self.links.show_row(row)
        self.preview.show_files((*row.files, *row.earlier))
        self.setCurrentIndex(1)

    def _show_preview(self, file: FileRow) -> None:
        self.preview.show_file(file.id)
        self.tabs.setCurrentWidget(self.preview)

    def forget(self) -> None:
        """The dossier that was shown is gone from the workbook."""
        self.suggestions.forget()
        self.form.forget()
        self.links.forget()
        self.row = None
        self.setCurrentIndex(0)

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field, or into the list of files or links."""
        lists: dict[str, QWidget] = {"files": self.files.table, "links": self.links.table}
        widget = lists.get(name) or (self.form.field(name) if name else None)
        if widget is not None:
            self.tabs.setCurrentWidget(self._scroll)
            widget.setFocus()
            # The layout has its final heights only after it has been shown.
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(widget))

    def flush(self) -> None:
        self.form.flush()
        self.links.flush()

    def unsaved(self) -> bool:
        return self.form.unsaved() or self.links.unsaved()
