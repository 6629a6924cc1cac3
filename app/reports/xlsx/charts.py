"""The sheet of charts: the values they are drawn from, and below them Excel's own charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.chart._chart import ChartBase

from app.domain.dates import format_date
from app.domain.report_sections import Section
from app.domain.scheme import FULL
from app.reports.model import IndicatorCurve, IndicatorEntry, Report, TargetMark
from app.reports.words import chart_name
from app.reports.xlsx.drawing import Area, columns, lines, rows
from app.reports.xlsx.maker import SheetMaker
from app.reports.xlsx.sheet import Sheet

# Places of the columns that charts read, from 1.
_LABELS, _NOW, _BEFORE, _TARGET = 3, 4, 5, 6
# Side by side, and rows of the sheet that each takes: two rows of charts fill a page.
_ACROSS, _ROWS = 2, 15
_MOST_BARS = 10


@dataclass(frozen=True, slots=True)
class _Value:
    label: str
    now: float | None = None
    before: float | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class _Figure:
    """A chart to be: its name, values, and what the three series are called, "" for none."""

    title: str
    values: tuple[_Value, ...]
    series: tuple[str, str, str]
    unit: str
    kind: Callable[[Area], ChartBase]
    full: float | None = None


class ChartSheet(SheetMaker):
    def __init__(self, report: Report, book: Workbook) -> None:
        super().__init__(report, book)
        self._figures = tuple(self._all())

    @property
    def any(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self._figures)

    def charts(self) -> tuple[str, int]:
        """The values of every chart, and the charts."""
        name, sheet = self._sheet(
            "charts",
            (
                self._column("no", 6, centered=True),
                self._column("chart", 50),
                self._column("item", 30),
                self._column("chart-now", 14, centered=True),
                self._column("chart-before", 14, centered=True),
                self._column("chart-target", 14, centered=True),
                self._column("chart-unit", 14, centered=True),
                self._column("remark", 30),
            ),
            self.report.scheme_note,
            self._t("charts.note"),
        )
        number, areas = 0, []
        for figure in self._figures:
            written = []
            for one in figure.values:
                number += 1
                values = (one.label, one.now, one.before, one.target)
                written.append(sheet.write((number, figure.title, *values, figure.unit, "")))
            areas.append(self._area(sheet, figure, written[0], written[-1]))
        drawn = [one.kind(area) for one, area in zip(self._figures, areas, strict=True)]
        sheet.draw(drawn, _ACROSS, _ROWS)
        return name, sheet.close()

    def _area(self, sheet: Sheet, figure: _Figure, first: int, last: int) -> Area:
        places = (_NOW, _BEFORE, _TARGET)
        values = [[getattr(one, part) for one in figure.values] for part in ("now", "before")]
        values.append([one.target for one in figure.values])
        series = tuple(
            (column, title)
            for column, title, given in zip(places, figure.series, values, strict=True)
            if title and any(one is not None for one in given)
        )
        return Area(
            sheet.name, figure.title, _LABELS, series, (first, last), figure.unit, figure.full
        )

    def _all(self) -> Iterator[_Figure]:
        """The four changes, what the indicators have reached, and each of them over time."""
        radar = self.report.radar if self.report.has(Section.CHANGES) else None
        if radar is not None:
            values = tuple(_Value(axis.label, *map(_shown, axis.points)) for axis in radar.axes)
            title, unit = self._t("charts.changes"), self._t("charts.points")
            yield _Figure(title, values, radar.series, unit, columns, full=FULL)
        if not self.report.has(Section.INDICATORS):
            return
        yield from self._attainment()
        series = (self._t("indicators.column.values"), "", self._t("column.chart-target"))
        for entry in self.report.indicators:
            if entry.curve.measured:
                title = chart_name(entry, self.report.language)
                values = tuple(self._over_time(entry.curve))
                yield _Figure(title, values, series, entry.unit, lines)

    def _attainment(self) -> Iterator[_Figure]:
        """As many charts as it takes for every bar to have its name."""
        reached = tuple(self._reached())
        series = (self._t("indicators.column.attainment"), "", "")
        for start in range(0, len(reached), _MOST_BARS):
            title = self._t("charts.attainment")
            if len(reached) > _MOST_BARS:
                title += self._t("in-brackets", text=start // _MOST_BARS + 1)
            part = reached[start : start + _MOST_BARS]
            yield _Figure(title, part, series, "%", rows)

    def _reached(self) -> Iterator[_Value]:
        for entry in self.report.indicators:
            share = _share(entry)
            if share is not None:
                yield _Value(f"{entry.code} {entry.title}", round(100 * share))

    def _over_time(self, curve: IndicatorCurve) -> Iterator[_Value]:
        """Baseline and readings by date, each with the target it is to reach; targets to come."""
        points = sorted(
            (*((curve.baseline,) if curve.baseline else ()), *curve.readings),
            key=lambda one: one.on,
        )
        targets = sorted(curve.targets, key=lambda one: one.year or 0)
        for point in points:
            label = format_date(point.on, self.report.language)
            yield _Value(label, point.value, None, _target(targets, point.on.year))
        last = points[-1].on
        for target in targets:
            if target.year is not None and date(target.year, 12, 31) > last:
                label = self._t("charts.by-year", year=target.year)
                yield _Value(label, None, None, target.value)


def _share(entry: IndicatorEntry) -> float | None:
    """How much of the target that counts now is reached."""
    return next((one.share for one in entry.targets if one.share is not None), None)


def _target(targets: list[TargetMark], year: int) -> float | None:
    """The target that comes next, the last one where all years are over."""
    coming = [one for one in targets if one.year is None or one.year >= year]
    return next((one.value for one in coming or targets[-1:]), None)


def _shown(points: float | None) -> float | None:
    return None if points is None else round(points, 1)
