"""A chart of the report in the window: drawn beside it, as a picture for its screen."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views import theme
from app.views.desk import Desk
from app.views.theme import Colours
from app.views.widgets.latest import Latest

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

    from app.reports.charts import Palette

C = TypeVar("C")

# The chart is rendered for widths in steps of so many pixels, not for each one.
_STEP = 32
_LEAST_WIDTH = 9 * _STEP
_MOST_WIDTH = 24 * _STEP
# In milliseconds after the painting that asks for it: loading the libraries that draw must not
# compete with the first painting of the window, nor with every step of a change of size.
_AFTER_PAINT = 50


class Frame(NamedTuple):
    """The size of a chart and of its text in device-independent pixels, and its colours.

    `scale` is device pixels for each of them.
    """

    width: int
    height: int
    text_size: float
    scale: float
    look: Colours


class ChartPicture(QWidget, Generic[C]):
    """Says the contents in words until the picture is there, and to those who can't see it."""

    def __init__(self, desk: Desk, name: str, *, lines: int = 9) -> None:
        """`lines` is the least height in lines of text."""
        super().__init__()
        self._contents: C | None = None
        self._wanted: tuple[C, Frame] | None = None
        self._shown: tuple[C, Frame] | None = None
        self._image = QImage()
        self._after_paint = QTimer(self, interval=_AFTER_PAINT, singleShot=True)
        self._after_paint.timeout.connect(self._request)
        self._latest: Latest[tuple[tuple[C, Frame], bytes]] = Latest(
            self, desk.runner, self._on_rendered, desk.problem.emit
        )
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(lines * self.fontMetrics().height())

    @abstractmethod
    def draw(self, contents: C, frame: Frame) -> Drawing:
        """The drawing; runs off the main thread."""

    @abstractmethod
    def lines(self, contents: C) -> list[str]:
        """The contents in words."""

    def show_contents(self, contents: C | None) -> None:
        self._contents = contents
        words = "" if contents is None else "\n".join(self.lines(contents))
        self.setAccessibleDescription(words)
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
        if self._contents is None:
            return
        painter = QPainter(self)
        if self._image.isNull():
            words = self.accessibleDescription()
            flags = Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(self.rect(), flags, words)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self._image.deviceIndependentSize().toSize()
            if size.width() > self.width() or size.height() > self.height():
                size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(0, 0, size.width(), size.height()), self._image)
        painter.end()
        wanted = (self._contents, self._frame())
        if wanted != self._wanted:
            self._wanted = wanted
            self._after_paint.start()

    def _request(self) -> None:
        wanted = self._wanted
        if wanted is not None:
            self._latest.request(lambda: (wanted, self._render(*wanted)))

    def _frame(self) -> Frame:
        width = min(max(self.width() // _STEP * _STEP, _LEAST_WIDTH), _MOST_WIDTH)
        height = min(max(self.height(), self.minimumHeight()), width * 3 // 4)
        return Frame(
            width=width,
            height=height // 16 * 16,
            text_size=self.fontMetrics().height() * 0.75,
            scale=self.devicePixelRatioF(),
            look=theme.colours(),
        )

    def _render(self, contents: C, frame: Frame) -> bytes:
        # The libraries that draw are slow to load.
        from app.reports.bitmap import png

        return png(self.draw(contents, frame), frame.scale)

    def _on_rendered(self, result: tuple[tuple[C, Frame], bytes]) -> None:
        self._shown, png = result
        self._image = QImage.fromData(png)
        self._image.setDevicePixelRatio(self._shown[1].scale)
        self.update()


def palette(look: Colours) -> Palette:
    """The colours of the window for a chart."""
    from reportlab.lib.colors import HexColor

    from app.reports.charts import Palette

    return Palette(
        text=HexColor(look.text),
        muted=HexColor(look.muted),
        grid=HexColor(look.border),
        track=HexColor(look.window),
        accent=HexColor(look.accent),
        done=HexColor(look.accent),
        started=HexColor(look.selected),
        background=HexColor(look.base),
    )


def font() -> str:
    """The bundled sans serif, which has Chinese and Latin letters."""
    from app.reports.fonts import font_set

    return font_set("en").chains["subheading"][0].name
