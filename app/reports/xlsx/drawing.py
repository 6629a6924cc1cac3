"""Excel's own charts on values that stand in the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from openpyxl.chart import BarChart, LineChart, Reference, Series
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.utils import get_column_letter, quote_sheetname

# Dark enough to tell apart in print without colours: present, last snapshot, target.
_COLOURS = ("1F5FA8", "9DBFE3", "C77700")
_GRID = "D9D9D9"
# Hundredths of a point.
_TITLE_SIZE, _TEXT_SIZE = 1100, 900


@dataclass(frozen=True, slots=True)
class Area:
    """Where a chart's values stand: columns count from 1, `rows` are the first and the last.

    `series` are columns with their names; `full` is the end of the scale where that is fixed.
    """

    sheet: str
    title: str
    labels: int
    series: tuple[tuple[int, str], ...]
    rows: tuple[int, int]
    unit: str
    full: float | None


def columns(area: Area) -> ChartBase:
    """Columns side by side, each with its value."""
    chart = _bars(area)
    chart.type = "col"
    return chart


def rows(area: Area) -> ChartBase:
    """Bars one below the other, in the order of the sheet, each with its value."""
    chart = _bars(area)
    chart.type, chart.legend = "bar", None
    chart.x_axis.scaling.orientation = "maxMin"
    return chart


def _bars(area: Area) -> BarChart:
    chart = BarChart()
    chart.gapWidth = 60
    _fill(chart, area)
    chart.dataLabels = DataLabelList()
    chart.dataLabels.showVal = True
    for name in ("showSerName", "showCatName", "showLegendKey", "showPercent", "showBubbleSize"):
        setattr(chart.dataLabels, name, False)
    chart.dataLabels.txPr = _text(_TEXT_SIZE)
    for number, series in enumerate(chart.series):
        series.graphicalProperties = GraphicalProperties(solidFill=_colour(area, number))
    return chart


def lines(area: Area) -> ChartBase:
    """Values over time with a mark for each, and the target as a dashed line."""
    chart = LineChart()
    _fill(chart, area)
    for number, series in enumerate(chart.series):
        colour = _colour(area, number)
        series.graphicalProperties = GraphicalProperties(
            ln=LineProperties(solidFill=colour, w=22_000)
        )
        series.smooth = False
        series.marker.symbol = "circle"
        series.marker.graphicalProperties = GraphicalProperties(solidFill=colour)
        if colour == _COLOURS[2]:
            series.graphicalProperties.line.dashStyle = "dash"
            series.marker.symbol = "dash"
    return chart


def _colour(area: Area, number: int) -> str:
    """The colour that belongs to a column of values, also where one before it has none."""
    return _COLOURS[area.series[number][0] - area.labels - 1]


def _fill(chart: Any, area: Area) -> None:
    sheet = quote_sheetname(area.sheet)
    top, bottom = area.rows

    def place(column: int) -> Reference:
        letter = get_column_letter(column)
        return Reference(range_string=f"{sheet}!${letter}${top}:${letter}${bottom}")

    for column, name in area.series:
        series = Series(place(column), title=name)
        series.tx = SeriesLabel(v=name)
        chart.series.append(series)
    chart.set_categories(place(area.labels))
    chart.title = area.title
    chart.title.tx.rich.p[0].pPr = ParagraphProperties(
        defRPr=CharacterProperties(sz=_TITLE_SIZE, b=True)
    )
    chart.title.overlay = False
    chart.title.layout = Layout()
    chart.legend.position = "b"
    chart.y_axis.scaling.min = 0
    chart.y_axis.scaling.max = area.full
    chart.y_axis.title = None
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=_GRID))
    chart.y_axis.numFmt = "General"
    for axis in (chart.x_axis, chart.y_axis):
        # Left out, newer Excel hides the axes.
        axis.delete = False
        axis.txPr = _text(_TEXT_SIZE)
    # A value that is missing is a gap and not a nought.
    chart.display_blanks = "gap"


def _text(size: int) -> RichText:
    properties = ParagraphProperties(defRPr=CharacterProperties(sz=size))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=CharacterProperties(sz=size))])
