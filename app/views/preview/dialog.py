"""The preview in a window of its own, over the page from which it was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.queries.evidence_parts import FileRow
from app.views.desk import Desk
from app.views.evidence.opening import Opener
from app.views.preview.pane import PreviewPane


class PreviewDialog(QDialog):
    """Esc closes it."""

    def __init__(
        self, desk: Desk, title: str, files: Sequence[FileRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pane = PreviewPane(desk)
        self._opener = Opener(desk, self)
        self.pane.open_wanted.connect(self._opener.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        self.pane.show_files(files)
        screen = self.screen().availableGeometry()
        self.resize(min(900, screen.width() * 4 // 5), min(1000, screen.height() * 9 // 10))
