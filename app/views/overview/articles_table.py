"""Progress and score of each article."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.domain.numbers import format_points
from app.domain.scoring import Tally
from app.queries.overview import ArticleStatus
from app.views import theme
from app.views.desk import Desk
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable

_BAR_COLUMN = 1
# A part of the bar is at least this wide, so that its number can be read.
_LEAST = 20


class ArticlesTable(RowsTable[ArticleStatus]):
    """One line for each article; no taller than its lines."""

    def __init__(self, desk: Desk) -> None:
        language = desk.language

        def heading(row: ArticleStatus) -> str:
            return f"{row.info.number}  {row.info.heading.in_(language)}"

        def counts(row: ArticleStatus) -> str:
            return progress_text(desk, row.score.tally)

        def points(row: ArticleStatus) -> str:
            return "—" if row.score.points is None else format_points(row.score.points)

        def none_last(row: ArticleStatus) -> float:
            return -1.0 if row.score.points is None else row.score.points

        super().__init__(
            [
                Column(self.tr("Article"), heading, lambda row: row.info.number, width=24),
                Column(self.tr("Progress"), counts, lambda row: row.score.tally.done_share),
                Column(self.tr("Score"), points, none_last, RIGHT, width=6),
            ],
            lambda row: str(row.info.number),
        )
        self.setAccessibleName(self.tr("Progress and score of each article"))
        self.setItemDelegateForColumn(_BAR_COLUMN, ProgressDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 16)
        self.setColumnWidth(_BAR_COLUMN, 26 * self.fontMetrics().horizontalAdvance("x"))

    def show_articles(self, rows: tuple[ArticleStatus, ...]) -> None:
        self.set_rows(rows)
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(height + len(rows) * self.verticalHeader().defaultSectionSize())


def progress_text(desk: Desk, tally: Tally) -> str:
    """What the bar shows, in words."""
    parts = {
        "done": tally.done,
        "in-progress": tally.started - tally.done,
        "not-started": tally.applicable - tally.started,
        "not-applicable": tally.total - tally.applicable,
    }
    shown = [
        f"{desk.text(f'progress.{name}')} {count}"
        for name, count in parts.items()
        if count or name != "not-applicable"
    ]
    return ("，" if desk.language == "zh" else ", ").join(shown)


class ProgressDelegate(QStyledItemDelegate):
    """Paints done, in progress and not started as one bar with its numbers."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        """No words: the bar stands in their place."""
        return ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        row: ArticleStatus = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect  # type: ignore[attr-defined]
        paint_bar(painter, area.adjusted(8, 7, -8, -7), row.score.tally)


def paint_bar(painter: QPainter, area: QRect, tally: Tally) -> None:
    """Done, in progress and not started in this order, each part framed and with its number."""
    look = theme.colours()
    parts = (
        (tally.done, look.accent, look.on_accent),
        (tally.started - tally.done, look.selected, look.text),
        (tally.applicable - tally.started, look.base, look.muted),
    )
    painter.save()
    left = area.left()
    for (count, fill, ink), width in zip(
        parts, _widths([part[0] for part in parts], area.width()), strict=True
    ):
        if not count:
            continue
        part = QRect(left, area.top(), width, area.height())
        painter.fillRect(part, QColor(fill))
        painter.setPen(QColor(look.border))
        painter.drawRect(part.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(ink))
        painter.drawText(part, Qt.AlignmentFlag.AlignCenter, str(count))
        left += width
    painter.restore()


def _widths(counts: list[int], room: int) -> list[int]:
    """Widths in the proportion of the counts, none but 0 below the least, together the room."""
    shown = [count for count in counts if count]
    free = max(0, room - _LEAST * len(shown))
    widths = [_LEAST + free * count // sum(shown) if count else 0 for count in counts]
    if shown:
        widths[max(range(len(widths)), key=widths.__getitem__)] += room - sum(widths)
    return widths
