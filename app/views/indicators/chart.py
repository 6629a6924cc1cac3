"""An indicator over time, as the report draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.dates import format_date
from app.domain.vocabulary import Language
from app.queries.indicators import IndicatorRow
from app.reports.amounts import amount
from app.reports.measures import curve
from app.reports.model import IndicatorCurve
from app.views.desk import Desk
from app.views.indicators.wording import dated, goals
from app.views.widgets.picture import ChartPicture, Frame, font, palette

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing


@dataclass(frozen=True, slots=True)
class ChartContents:
    """What is drawn, and the same in words."""

    curve: IndicatorCurve
    language: Language
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
        language = self._desk.language
        drawn = curve(row, language, self._desk.today())
        return ChartContents(drawn, language, tuple(self._words(row)))

    def draw(self, contents: ChartContents, frame: Frame) -> Drawing:
        from app.reports.indicator_chart import indicator_chart, indicator_words

        return indicator_chart(
            contents.curve,
            indicator_words(contents.language),
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
            pattern.format(
                format_date(one.on, desk.language), amount(row.unit, one.value, desk.language)
            )
            for one in row.readings
        ]
        return lines or [desk.text("chart.nothing")]
