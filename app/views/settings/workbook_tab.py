"""Where the workbook lies, how large it is, and what it was filled against."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import __version__, paths
from app.domain.numbers import format_size
from app.errors import UserError, WorkbookError
from app.queries.catalogue import document
from app.queries.storage import Storage, storage
from app.views.desk import Desk
from app.views.editions.chooser import EditionChooser
from app.views.widgets.basic import GAP, WIDE, button, card, label
from app.views.widgets.latest import Latest


class WorkbookTab(QWidget):
    """Sizes are measured beside the window: there may be thousands of files."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.folder = _value()
        self.room = _value()
        self.backups = _value()
        self.catalogue = _value()
        self.version = _value()
        self.log = _value()
        self.editions = EditionChooser(desk)
        self.open_folder = button(self.tr("&Open the folder"))
        self.open_log = button(self.tr("Open the folder of the &log"))
        self._storage: Latest[Storage] = Latest(self, desk.runner, self._show, self._on_failed)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        frame, layout = card()
        form = QFormLayout()
        form.setHorizontalSpacing(WIDE)
        form.setVerticalSpacing(GAP)
        form.addRow(self.tr("Folder"), self.folder)
        form.addRow(self.tr("Size"), self.room)
        form.addRow(self.tr("Backups before upgrades"), self.backups)
        form.addRow(self.tr("Catalogue"), self.catalogue)
        form.addRow(self.tr("Versions"), self.version)
        form.addRow(self.tr("Log file"), self.log)
        layout.addLayout(form)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.open_folder)
        row.addWidget(self.open_log)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.editions)
        layout.addWidget(
            label(
                self.tr(
                    "To hand the workbook on, close it and copy the whole folder, or use Back up "
                    "in the File menu. The log holds technical details of errors; it never leaves "
                    "this machine by itself."
                ),
                "muted",
                wrap=True,
            )
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, WIDE, 0, 0)
        outer.addWidget(frame)
        outer.addStretch(1)

    def _connect(self) -> None:
        self.open_folder.clicked.connect(lambda: self._open(self._desk.workbook.folder))
        self.open_log.clicked.connect(lambda: self._open(paths.log_file().parent))

    def refresh(self) -> None:
        workbook = self._desk.workbook
        self.folder.setText(str(workbook.folder.absolute()))
        self.log.setText(str(paths.log_file()))
        notice = document(workbook)
        self.catalogue.setText(
            self.tr("{0} ({1}), catalogue {2}, version {3}").format(
                notice.title.in_(self._desk.language), notice.number, notice.id, notice.version
            )
        )
        self.editions.refresh()
        self._storage.request(lambda: storage(workbook))

    def _show(self, found: Storage) -> None:
        self.room.setText(
            self.tr("{0}: database {1}, evidence {2} in {3} files").format(
                format_size(found.total - found.backups),
                format_size(found.database),
                format_size(found.evidence),
                found.files,
            )
        )
        self.backups.setText(format_size(found.backups))
        self.version.setText(
            self.tr("program {0}, data schema {1}").format(__version__, found.schema)
        )

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, WorkbookError):
            self.room.setText(self._desk.sentence(error))
        else:
            self._desk.problem.emit(error)

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.absolute()))):
            self._desk.problem.emit(UserError("folder.not-opened", path=str(folder)))


def _value() -> QLabel:
    """A label whose text can be selected and copied."""
    widget = label("—", wrap=True)
    widget.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return widget
