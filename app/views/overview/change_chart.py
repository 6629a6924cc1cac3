"""The four changes as the chart of the report, rendered for the screen after the first paint."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.numbers import format_points
from app.views import theme
from app.views.desk import Desk
from app.views.overview.rendering import ChartRequest, render
from app.views.widgets.latest import Latest

# The chart is rendered for widths in steps of so many pixels, not for each one.
_STEP = 32
_LEAST_WIDTH = 9 * _STEP
_MOST_WIDTH = 24 * _STEP


@dataclass(frozen=True, slots=True)
class ChangePoints:
    """A change by its name and its points of 100; None where nothing applies."""

    label: str
    points: float | None


class ChangeChart(QWidget):
    """Says the points in words until the picture is there, and to those who can't see it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._values: tuple[ChangePoints, ...] = ()
        self._wanted: ChartRequest | None = None
        self._shown: ChartRequest | None = None
        self._image = QImage()
        self._latest = Latest(self, desk.runner, self._on_rendered, desk.problem.emit)
        self.setAccessibleName(self.tr("Score of the four changes"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(9 * self.fontMetrics().height())

    def show_values(self, values: tuple[ChangePoints, ...]) -> None:
        self._values = values
        self.setAccessibleDescription("\n".join(self._lines()))
        self.update()

    @property
    def rendered(self) -> bool:
        """Whether the picture shows what it should."""
        return self._wanted is not None and self._shown == self._wanted

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.minimumHeight())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what there is; what is wanted instead is rendered beside."""
        painter = QPainter(self)
        if self._image.isNull():
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignTop), "\n".join(self._lines()))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self._image.deviceIndependentSize().toSize()
            if size.width() > self.width() or size.height() > self.height():
                size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(0, 0, size.width(), size.height()), self._image)
        painter.end()
        self._request()

    def _request(self) -> None:
        wanted = self._request_for_now()
        if wanted != self._wanted and self._values:
            self._wanted = wanted
            self._latest.request(lambda: (wanted, render(wanted)))

    def _request_for_now(self) -> ChartRequest:
        width = min(max(self.width() // _STEP * _STEP, _LEAST_WIDTH), _MOST_WIDTH)
        height = min(max(self.height(), self.minimumHeight()), width * 3 // 4)
        return ChartRequest(
            bars=tuple((value.label, value.points) for value in self._values),
            width=width,
            height=height // 16 * 16,
            text_size=self.fontMetrics().height() * 0.75,
            scale=self.devicePixelRatioF(),
            look=theme.colours(),
        )

    def _on_rendered(self, result: tuple[ChartRequest, bytes]) -> None:
        self._shown, png = result
        self._image = QImage.fromData(png)
        self._image.setDevicePixelRatio(self._shown.scale)
        self.update()

    def _lines(self) -> list[str]:
        return [
            self.tr("{0}: {1}").format(
                value.label, "—" if value.points is None else format_points(value.points)
            )
            for value in self._values
        ]
