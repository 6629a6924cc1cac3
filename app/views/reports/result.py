"""What an export has written, and what is to be known of its fonts."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.numbers import format_size
from app.errors import UserError
from app.reports.outcome import ExportResult, MissingCharacter, Role
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, ElidedLabel, button, card, label

# Of the places of a missing character at most so many are named.
_PLACES = 5


class ResultCard(QWidget):
    """Replaced as a whole by the next export."""

    def __init__(self, desk: Desk, result: ExportResult) -> None:
        super().__init__()
        self._desk = desk
        self.result = result
        frame, self._layout = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._layout.addWidget(label(self.tr("✓ Written and read back"), "section-title"))
        self._layout.addLayout(self._files())
        for sentence in self.notes():
            self._layout.addWidget(label(sentence, "muted", wrap=True))

    def _files(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE)
        grid.setVerticalSpacing(GAP)
        for row, file in enumerate(self.result.files):
            name = ElidedLabel()
            name.setText(file.path.name)
            open_file = button(self.tr("Open file"))
            open_file.setAccessibleDescription(file.path.name)
            open_file.clicked.connect(partial(self._open_file, file.path))
            grid.addWidget(name, row, 0)
            size = label(format_size(file.size), "muted")
            grid.addWidget(size, row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(open_file, row, 2)
        folder = self.result.files[0].path.parent
        where = ElidedLabel("muted")
        where.setText(str(folder))
        open_folder = button(self.tr("Open folder"))
        open_folder.clicked.connect(partial(self._open_folder, folder))
        last = len(self.result.files)
        grid.addWidget(where, last, 0, 1, 2)
        grid.addWidget(open_folder, last, 2)
        grid.setColumnStretch(0, 1)
        return grid

    def notes(self) -> list[str]:
        """Sentences on page numbers, substituted fonts and characters that no font has."""
        word = any(file.format == "docx" for file in self.result.files)
        contents = [self._desk.text("docx.contents.result")] if word else []
        return [*contents, *self._fonts(), *map(self._missing, self.result.missing)]

    def _fonts(self) -> list[str]:
        """An English report is set in the bundled fonts anyway: nothing is substituted."""
        roles: dict[Role, str] = {
            "body": self.tr("text (FangSong)"),
            "subheading": self.tr("second-level headings (KaiTi)"),
            "heading": self.tr("first-level headings (SimHei)"),
            "title": self.tr("title (XiaoBiaoSong)"),
        }
        chinese = any(file.language == "zh" for file in self.result.files)
        used = [
            self.tr("{0}: {1}").format(roles[use.role], use.file)
            for use in self.result.fonts
            if not use.official
        ]
        if not chinese or not used:
            return []
        return [
            self.tr(
                "The fonts that official documents are set in were not all found on this computer. "
                "Bundled fonts stand in for them:"
            ),
            *used,
        ]

    def _missing(self, one: MissingCharacter) -> str:
        places = ("、" if self._desk.language == "zh" else ", ").join(one.places[:_PLACES])
        if len(one.places) > _PLACES:
            return self.tr("No font has “{0}”; □ stands for it in {1} places, such as: {2}").format(
                one.character, len(one.places), places
            )
        return self.tr("No font has “{0}”; □ stands for it here: {1}").format(one.character, places)

    def _open_file(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.problem.emit(UserError("file.no-opener", name=path.name))

    def _open_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._desk.problem.emit(UserError("folder.not-opened", path=str(folder)))
