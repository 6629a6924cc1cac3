"""A picture in a scrolling area, as wide as the area or enlarged: a page, or a photograph."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_MARGIN = 16


class SheetView(QScrollArea):
    """`wanted` says that another size is to be drawn; `zoom` 1.0 is the width of the area."""

    wanted = Signal()
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = 1.0
        self._image = QImage()
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def width_wanted(self) -> int:
        """Device pixels across at the present zoom."""
        room = max(self.viewport().width() - _MARGIN, 64)
        return round(room * self.zoom * self.devicePixelRatioF())

    def set_name(self, name: str) -> None:
        """What a screen reader says of the picture."""
        self.setAccessibleName(name)
        self._label.setAccessibleName(name)

    def show_image(self, image: QImage, most: float = 4.0) -> None:
        """Show an image at the wanted width; it is enlarged to at most `most` times its own."""
        self._image = image
        ratio = self.devicePixelRatioF()
        width = min(self.width_wanted, round(image.width() * most))
        if image.width() != width:
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        self._label.setPixmap(QPixmap.fromImage(image))

    def clear(self) -> None:
        self._image = QImage()
        self._label.clear()

    def set_zoom(self, zoom: float) -> None:
        if zoom != self.zoom:
            self.zoom = zoom
            self.wanted.emit()

    def step_zoom(self, by: int) -> None:
        """One step larger or smaller."""
        larger = [zoom for zoom in ZOOMS if zoom > self.zoom]
        smaller = [zoom for zoom in ZOOMS if zoom < self.zoom]
        steps = larger if by > 0 else smaller[::-1]
        if steps:
            self.set_zoom(steps[0])

    def sizeHint(self) -> QSize:
        return QSize(360, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not event.modifiers():
            self._page(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel enlarges; at an end of the page it turns to the next one."""
        down = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if down > 0 else -1)
            return
        if down and self._at_end(down < 0):
            self.turned.emit(1 if down < 0 else -1)
            return
        super().wheelEvent(event)

    def _page(self, by: int) -> None:
        """Page down or up: within the sheet first, then to the next one."""
        bar = self.verticalScrollBar()
        if self._at_end(by > 0):
            self.turned.emit(by)
        else:
            bar.setValue(bar.value() + by * bar.pageStep())

    def to_edge(self, top: bool) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.minimum() if top else bar.maximum())

    def _at_end(self, down: bool) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() == (bar.maximum() if down else bar.minimum())
