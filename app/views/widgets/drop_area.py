"""An area on which files can be dropped; while they hover over it, it says what will happen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.views.widgets.basic import label


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders that are dragged; what lives elsewhere can't be taken."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropArea(QWidget):
    """Holds `content`. `dropped` carries a list of paths, folders among them as they came."""

    dropped = Signal(object)

    def __init__(self, content: QWidget, invitation: str, parent: QWidget | None = None) -> None:
        """`invitation` is shown over the content while files hover."""
        super().__init__(parent)
        self._over: QLabel = label(invitation, wrap=True)
        self._over.setParent(self)
        self._over.setProperty("role", "drop")
        self._over.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._over.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(content)
        self.setAcceptDrops(True)

    def set_read_only(self, read_only: bool) -> None:
        self.setAcceptDrops(not read_only)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not dropped_paths(event.mimeData()):
            event.ignore()
            return
        self._take(event)
        self._over.setGeometry(self.rect())
        self._over.raise_()
        self._over.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._over.hide()
        paths = dropped_paths(event.mimeData())
        if not paths:
            event.ignore()
            return
        self._take(event)
        # Later: a dialog opened here would hold up the program the files come from.
        QTimer.singleShot(0, self, lambda: self.dropped.emit(paths))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._over.setGeometry(self.rect())

    def _take(self, event: QDropEvent) -> None:
        # Always a copy: after a move the file manager would delete the original.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
