"""An indicator over time, as the report draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.dates import format_date
from app.domain.indicators import Point
from app.queries.indicators import IndicatorRow
from app.views.desk import Desk
from app.views.indicators.wording import amount, dated, goal_with_year, goals
from app.views.widgets.picture import ChartPicture, Frame, font, palette

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing


@dataclass(frozen=True, slots=True)
class ChartContents:
    """`targets` by label, value and year, those that the region is held to; `words` the rest."""

    baseline: Point | None
    readings: tuple[Point, ...]
    targets: tuple[tuple[str, float, int | None], ...]
    words: tuple[str, ...]


class IndicatorChart(ChartPicture[ChartContents]):
    """Baseline, readings, the straight line to each target, and the targets."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", lines=8)
        self._desk = desk
        self.setAccessibleName(self.tr("Baseline, values and targets over time"))

    def show_row(self, row: IndicatorRow | None) -> None:
        self.show_contents(self._contents_of(row) if row else None)

    def _contents_of(self, row: IndicatorRow) -> ChartContents:
        desk = self._desk
        return ChartContents(
            baseline=row.baseline,
            readings=tuple(Point(one.on, one.value) for one in row.readings),
            targets=tuple(
                (goal_with_year(desk, row, target), target.value, target.year)
                for target in row.governing_targets
            ),
            words=tuple(self._words(row)),
        )

    def draw(self, contents: ChartContents, frame: Frame) -> Drawing:
        from app.reports.indicator_chart import (
            IndicatorCurve,
            IndicatorWords,
            TargetMark,
            indicator_chart,
        )

        text = self._desk.text
        words = IndicatorWords(
            baseline=text("chart.baseline"),
            readings=text("chart.readings"),
            line=text("chart.line"),
            target=text("chart.target"),
            nothing=text("chart.nothing"),
        )
        marks = tuple(TargetMark(*target) for target in contents.targets)
        return indicator_chart(
            IndicatorCurve(contents.baseline, contents.readings, marks),
            words,
            palette(frame.look),
            frame.width,
            frame.height,
            font(),
            frame.text_size,
        )

    def lines(self, contents: ChartContents) -> list[str]:
        return list(contents.words)

    def _words(self, row: IndicatorRow) -> list[str]:
        desk, pattern = self._desk, self.tr("{0}: {1}")
        lines = [goals(desk, row)] if row.targets else []
        if row.baseline:
            shown = dated(desk, row.unit, row.baseline.value, row.baseline.on)
            lines.append(pattern.format(desk.text("chart.baseline"), shown))
        lines += [
            pattern.format(format_date(one.on, desk.language), amount(desk, row.unit, one.value))
            for one in row.readings
        ]
        return lines or [desk.text("chart.nothing")]
