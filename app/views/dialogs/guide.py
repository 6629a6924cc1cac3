"""The user guide in a window of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from app import paths
from app.domain.vocabulary import Language
from app.errors import EnvironmentProblem

_FILES: dict[Language, str] = {"zh": "user-guide.zh-CN.md", "en": "user-guide.md"}
# What the text stands apart from the frame, on both sides, in pixels.
_MARGIN = 24


class GuideDialog(QDialog):
    """Stays open beside the work. EnvironmentProblem `guide.not-opened` where the file is gone."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("User guide"))
        self.browser = _Browser(paths.guides() / _FILES[language])
        self.browser.setAccessibleName(self.tr("User guide"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        self.resize(880, 640)


class _Browser(QTextBrowser):
    """Shows Markdown with pictures no wider than the window."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        try:
            self._text = file.read_text(encoding="utf-8")
        except OSError as error:
            raise EnvironmentProblem("guide.not-opened", path=str(file)) from error
        self._folder = file.parent
        self.setOpenLinks(False)
        # Always there, so that pictures know the width they have.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(_MARGIN)
        self.setMarkdown(self._text)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802 - Qt's own name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        image = QImage(str(self._folder / QUrl(name).toString()))
        room = QSize(self.viewport().width() - 2 * _MARGIN - 8, image.height())
        if image.isNull() or image.width() <= room.width():
            return image
        ratio = self.devicePixelRatioF()
        scaled = image.scaledToWidth(
            int(room.width() * ratio), Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Pictures are loaded anew in the new width; the place in the text stays.
            bar = self.verticalScrollBar()
            part = bar.value() / max(bar.maximum(), 1)
            self.setMarkdown(self._text)
            bar.setValue(round(part * bar.maximum()))
