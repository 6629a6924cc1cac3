"""The four changes as the chart of the report, rendered for the screen after the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.numbers import format_points
from app.views.desk import Desk
from app.views.widgets.picture import ChartPicture, Frame, font, palette

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing


@dataclass(frozen=True, slots=True)
class ChangePoints:
    """A change by its name and its points of 100; None where nothing applies."""

    label: str
    points: float | None


class ChangeChart(ChartPicture[tuple[ChangePoints, ...]]):
    """Bars of the four changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setAccessibleName(self.tr("Score of the four changes"))

    def draw(self, contents: tuple[ChangePoints, ...], frame: Frame) -> Drawing:
        from app.reports.charts import Bar, four_changes_chart

        bars = [Bar(row.label, row.points) for row in contents]
        return four_changes_chart(
            bars, palette(frame.look), frame.width, frame.height, font(), frame.text_size
        )

    def lines(self, contents: tuple[ChangePoints, ...]) -> list[str]:
        return [
            self.tr("{0}: {1}").format(
                row.label, "—" if row.points is None else format_points(row.points)
            )
            for row in contents
        ]
