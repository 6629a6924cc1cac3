"""The section's pages as they will be printed, rendered beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.errors import WorkbookError
from app.views.desk import Desk
from app.views.report_editor.state import Wanted
from app.views.widgets.basic import GAP, label, set_role
from app.views.widgets.latest import Latest

if TYPE_CHECKING:
    from app.reports.model import Report
    from app.reports.preview import Preview

# The pages are rendered for widths in steps of so many pixels, not for each one.
_STEP = 40
_LEAST = 240
# In milliseconds after the last reason to render anew.
_PAUSE = 150


class PreviewPane(QWidget):
    """`report` is the one that is shown; `shown` says that it is another one."""

    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.report: Report | None = None
        self.pages: list[QLabel] = []
        self.note = label("", "muted", wrap=True)
        self._column = QVBoxLayout()
        self._scroll = QScrollArea()
        self._wanted: Wanted | None = None
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._request)
        self._latest: Latest[tuple[Wanted, Report, Preview]] = Latest(
            self, desk.runner, self._on_rendered, self._on_failed
        )
        self._build()

    def _build(self) -> None:
        content = QWidget()
        content.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        # The width of the pages must not hang on whether there is a second one.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Pages of the section"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.note)
        layout.addWidget(self._scroll, 1)
        self.note.setText(self.tr("The pages are being made…"))

    def show_section(self, wanted: Wanted) -> None:
        """Render a section; another one begins at its top."""
        if self._wanted is not None and wanted.section != self._wanted.section:
            self._scroll.verticalScrollBar().setValue(0)
        self._wanted = wanted
        self._pause.start()

    @property
    def rendered(self) -> bool:
        """Whether nothing is still to be rendered."""
        return bool(self.pages) and not self._latest.busy and not self._pause.isActive()

    def width_wanted(self) -> int:
        """Pixels of a page's width: what there is room for."""
        frame = 2 * GAP
        room = (self._scroll.viewport().width() - frame) // _STEP * _STEP
        return round(max(room, _LEAST) * self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted is not None and self._wanted.width != self.width_wanted():
            self._pause.start()

    def _request(self) -> None:
        if self._wanted is None or not self.isVisible():
            return
        wanted = self._wanted
        width, workbook = self.width_wanted(), self._desk.workbook

        def render() -> tuple[Wanted, Report, Preview]:
            # The libraries that set pages are slow to load.
            from app.reports.preview import preview, section_report

            report = section_report(
                workbook, wanted.section, wanted.stage, wanted.language, wanted.today
            )
            return wanted, report, preview(report, width)

        self._latest.request(render)

    def _on_rendered(self, result: tuple[Wanted, Report, Preview]) -> None:
        wanted, self.report, preview = result
        if wanted is not self._wanted:
            return
        for page in self.pages[len(preview.pages) :]:
            self._column.removeWidget(page)
            page.deleteLater()
        del self.pages[len(preview.pages) :]
        while len(self.pages) < len(preview.pages):
            page = QLabel()
            self._column.insertWidget(len(self.pages), page, 0, Qt.AlignmentFlag.AlignLeft)
            self.pages.append(page)
        for number, (page, png) in enumerate(zip(self.pages, preview.pages, strict=True), 1):
            image = QImage.fromData(png)
            image.setDevicePixelRatio(self.devicePixelRatioF())
            page.setPixmap(QPixmap.fromImage(image))
            page.setAccessibleName(self.tr("Page {0} of {1}").format(number, preview.total))
        set_role(self.note, "muted")
        self.note.setText(self._summary(preview))
        self.shown.emit()

    def _summary(self, preview: Preview) -> str:
        if preview.total > len(preview.pages):
            return self.tr("The first {0} of {1} pages of this section, as a draft").format(
                len(preview.pages), preview.total
            )
        return self.tr("This section takes {0} pages, shown as a draft").format(preview.total)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, WorkbookError):
            set_role(self.note, "error")
            self.note.setText(self._desk.sentence(error))
        else:
            self._desk.problem.emit(error)
