"""A PDF file page by page, or a picture: turning pages, enlarging, fitting to the width."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QVBoxLayout, QWidget

from app.views.desk import Desk
from app.views.preview.contents import PdfContents, PictureContents
from app.views.preview.drawing import draw_page
from app.views.preview.sheet_view import SheetView
from app.views.widgets.basic import GAP, button, label
from app.views.widgets.latest import Latest


class PagesView(QWidget):
    """Pages are drawn beside the window, each when it is wanted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf: PdfContents | None = None
        self._picture: PictureContents | None = None
        self._name = ""
        # Where the page that is being drawn is to be entered.
        self._from_top = True
        self.sheet = SheetView()
        self.number = QSpinBox()
        self.of = label("", "muted")
        self.previous, self.next = QToolButton(), QToolButton()
        self.smaller, self.larger = QToolButton(), QToolButton()
        self.fit = button(self.tr("F&it width"))
        self.damaged = label(self.tr("This page is damaged and cannot be shown."), "warning")
        self._drawing: Latest[QImage | None] = Latest(
            self, desk.runner, self._on_drawn, desk.problem.emit
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(GAP // 2)
        turning: tuple[QWidget, ...] = (self.previous, self.number, self.of, self.next)
        sizing: tuple[QWidget, ...] = (self.smaller, self.larger, self.fit)
        for widget in turning:
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in sizing:
            bar.addWidget(widget)
        for small, sign, name in (
            (self.previous, "‹", self.tr("Previous page")),
            (self.next, "›", self.tr("Next page")),
            (self.smaller, "−", self.tr("Smaller")),
            (self.larger, "+", self.tr("Larger")),
        ):
            small.setText(sign)
            small.setToolTip(name)
            small.setAccessibleName(name)
            small.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            small.setMinimumWidth(small.fontMetrics().height() * 2)
        self.number.setAccessibleName(self.tr("Page"))
        self.number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.number.setKeyboardTracking(False)
        self.damaged.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addLayout(bar)
        layout.addWidget(self.damaged)
        layout.addWidget(self.sheet, 1)

    def _connect(self) -> None:
        self.sheet.wanted.connect(self._draw)
        self.sheet.turned.connect(self._turn)
        self.number.valueChanged.connect(lambda _: self._on_number())
        self.previous.clicked.connect(lambda: self._turn(-1, top=True))
        self.next.clicked.connect(lambda: self._turn(1))
        self.smaller.clicked.connect(lambda: self.sheet.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.sheet.step_zoom(1))
        self.fit.clicked.connect(lambda: self.sheet.set_zoom(1.0))
        keys = QKeySequence.StandardKey
        ways: list[tuple[QKeySequence.StandardKey, Callable[[], object]]] = [
            (keys.ZoomIn, lambda: self.sheet.step_zoom(1)),
            (keys.ZoomOut, lambda: self.sheet.step_zoom(-1)),
        ]
        for key, way in ways:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    def show_contents(self, contents: PdfContents | PictureContents, name: str) -> None:
        """Show a file from its first page on."""
        self._name = name
        self._pdf = contents if isinstance(contents, PdfContents) else None
        self._picture = contents if isinstance(contents, PictureContents) else None
        pages = self._pdf.pages if self._pdf else 1
        with QSignalBlocker(self.number):
            self.number.setRange(1, max(pages, 1))
            self.number.setValue(1)
        self.of.setText(self.tr("of {0} pages").format(pages))
        for widget in (self.previous, self.number, self.of, self.next):
            widget.setVisible(self._pdf is not None)
        self.sheet.zoom = 1.0
        self.sheet.clear()
        self._from_top = True
        self._draw()

    def clear(self) -> None:
        self._pdf = self._picture = None
        self.sheet.clear()

    def _turn(self, by: int, *, top: bool | None = None) -> None:
        """Go to another page, back to its end and forward to its beginning."""
        self._from_top = by > 0 if top is None else top
        self.number.setValue(self.number.value() + by)

    def _on_number(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if self._picture is not None:
            self._show(self._picture.image)
        elif self._pdf is not None and self.isVisible():
            path, number, width = self._pdf.path, self.number.value() - 1, self.sheet.width_wanted
            self._drawing.request(lambda: draw_page(path, number, width))

    def _on_drawn(self, image: QImage | None) -> None:
        if self._pdf is None:
            return
        self.damaged.setVisible(image is None)
        if image is None:
            self.sheet.clear()
            return
        self._show(image)
        self.sheet.to_edge(self._from_top)
        self._from_top = True

    def _show(self, image: QImage) -> None:
        self.sheet.show_image(image)
        pages = self._pdf.pages if self._pdf else 1
        number = self.number.value()
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < pages)
        self.sheet.set_name(
            self.tr("Page {0} of “{1}”").format(number, self._name)
            if self._pdf
            else self.tr("Picture “{0}”").format(self._name)
        )
