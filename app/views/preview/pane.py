"""One file of a dossier at a time, to be looked at in the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import WorkbookError
from app.queries.evidence_parts import FileRow
from app.views.desk import Desk
from app.views.preview.contents import (
    Contents,
    NoPreview,
    PdfContents,
    PictureContents,
    TextContents,
    load,
)
from app.views.preview.pages_view import PagesView
from app.views.preview.text_view import TextView
from app.views.widgets.basic import GAP, WIDE, button, label
from app.views.widgets.latest import Latest


class PreviewPane(QWidget):
    """Reads a file when it is first seen. `open_wanted` carries the file that the system's own
    program is to show.
    """

    open_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._files: list[FileRow] = []
        self._shown = ""
        self.choice = QComboBox()
        self.open = button(self.tr("&Open"))
        self.pages = PagesView(desk)
        self.text = TextView()
        self.message = label("", "muted", wrap=True)
        self.parts = QStackedWidget()
        self._loading: Latest[tuple[str, Contents | WorkbookError]] = Latest(
            self, desk.runner, self._on_loaded, desk.problem.emit
        )
        self._build()
        self.choice.currentIndexChanged.connect(lambda _: self._show_chosen())
        self.open.clicked.connect(self._on_open)

    def _build(self) -> None:
        self.choice.setAccessibleName(self.tr("File that is shown"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(12)
        self.open.setToolTip(
            self.tr("Opens a read-only copy; the evidence itself cannot be changed.")
        )
        self.text.setAccessibleName(self.tr("Text of the file"))
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.choice, 1)
        top.addWidget(self.open)
        saying = QWidget()
        hint = QVBoxLayout(saying)
        hint.setContentsMargins(0, WIDE, 0, 0)
        hint.addWidget(self.message)
        hint.addStretch(1)
        for part in (saying, self.pages, self.text):
            self.parts.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.parts, 1)

    def show_files(self, files: Sequence[FileRow]) -> None:
        """Offer the files of a dossier; the one that is shown stays where it is among them."""
        shown = self.file
        self._files = list(files)
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems([self._name(file) for file in files])
            if shown in self._files:
                self.choice.setCurrentIndex(self._files.index(shown))
        self._show_chosen()

    def show_file(self, file_id: str) -> None:
        """Show one of the files that are offered."""
        for number, file in enumerate(self._files):
            if file.id == file_id:
                self.choice.setCurrentIndex(number)

    @property
    def file(self) -> FileRow | None:
        """The file that is chosen."""
        number = self.choice.currentIndex()
        return self._files[number] if 0 <= number < len(self._files) else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_chosen()

    def _name(self, file: FileRow) -> str:
        if file.edition == 1 and not any(other.edition > 1 for other in self._files):
            return file.name
        return self.tr("{0} (edition {1})").format(file.name, file.edition)

    def _show_chosen(self) -> None:
        file = self.file
        self.open.setEnabled(file is not None)
        self.choice.setEnabled(len(self._files) > 1)
        if file is None:
            self._shown = ""
            self._say(self.tr("This dossier has no file."))
        elif self.isVisible() and file.id != self._shown:
            self._shown = file.id
            self._say(self.tr("Reading the file…"))
            path, name = self._desk.workbook.vault.path(file.sha256), file.name

            def read() -> tuple[str, Contents | WorkbookError]:
                try:
                    return file.id, load(path, name)
                except WorkbookError as error:
                    return file.id, error

            self._loading.request(read)

    def _on_loaded(self, loaded: tuple[str, Contents | WorkbookError]) -> None:
        file_id, contents = loaded
        file = self.file
        if file is None or file.id != file_id:
            return
        match contents:
            case PdfContents() | PictureContents():
                self.parts.setCurrentWidget(self.pages)
                self.pages.show_contents(contents, file.name)
            case TextContents():
                more = self.tr("There is more; open the file to see all of it.")
                self.text.show_blocks(contents.blocks, more if contents.cut else "")
                self.parts.setCurrentWidget(self.text)
            case NoPreview():
                self._say(self._desk.text(f"preview.{contents.reason}"))
            case _:
                self._say(self._desk.sentence(contents))

    def _say(self, sentence: str) -> None:
        self.pages.clear()
        self.text.clear()
        self.message.setText(sentence)
        self.parts.setCurrentIndex(0)

    def _on_open(self) -> None:
        if self.file is not None:
            self.open_wanted.emit(self.file)
