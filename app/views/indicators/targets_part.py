"""The targets of an indicator by who sets them and year."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel

from app.domain.changes import Changes
from app.domain.indicators import parse_goal
from app.domain.vocabulary import Origin, Pace
from app.errors import UserError
from app.queries.indicators import IndicatorRow, TargetRow
from app.reports.amounts import goal, goal_with_year, pace_word
from app.services.measurements import check_year, remove_target, set_target
from app.views.indicators.entry_model import EntryColumn
from app.views.indicators.entry_part import EntryPart
from app.views.indicators.icons import pace_icons
from app.views.indicators.wording import share
from app.views.widgets.rows_model import RIGHT

# A new target is most often the pilot's own.
_ORIGINS = (Origin.PILOT, Origin.REGION, *(it for it in Origin if it not in ("pilot", "region")))

# How people say that a target has no year; it is said, so that a row is not entered half typed.
_NO_YEAR = ("—", "——", "-", "–", "无")


class TargetsPart(EntryPart[TargetRow]):
    """Who sets a target and for which year is said once; the value can be changed."""

    needed = ("year", "value")

    def columns(self) -> Sequence[EntryColumn[TargetRow]]:
        text, paces = self._desk.text, pace_icons()
        no_year = QStringListModel([self._no_year], self)
        return (
            EntryColumn(
                "origin",
                text("field.origin"),
                lambda row: text(f"origin.{row.origin}"),
                lambda row: row.origin.value,
                fixed=True,
                options=tuple((it.value, text(f"origin.{it}")) for it in _ORIGINS),
                width=26,
            ),
            EntryColumn(
                "year",
                text("field.year"),
                lambda row: "—" if row.year is None else str(row.year),
                lambda row: "" if row.year is None else str(row.year),
                fixed=True,
                known=lambda: no_year,
                width=10,
            ),
            EntryColumn("value", text("field.target"), self._goal, self._goal, align=RIGHT),
            EntryColumn("attained", self.tr("Attained"), share, align=RIGHT, width=8),
            EntryColumn(
                "pace",
                self.tr("Pace"),
                self._pace,
                icon=lambda row: paces[Pace.UNKNOWN if row.compared else row.pace],
                width=24,
            ),
        )

    def key_of(self, entry: TargetRow) -> str:
        return _key(entry.origin, entry.year)

    def entries(self, row: IndicatorRow) -> Sequence[TargetRow]:
        return row.targets

    def check(self, row: IndicatorRow, name: str, text: str) -> None:
        if name == "value":
            parse_goal(row.unit, row.direction, text)
        elif name == "year":
            self._year(text)

    def edit(self, row: IndicatorRow, key: str, name: str, text: str) -> Callable[[], Changes]:
        workbook = self._desk.workbook
        origin, _, year = key.partition(" ")
        value, strict = parse_goal(row.unit, row.direction, text)
        whose, until = Origin(origin), int(year) if year else None
        return lambda: set_target(workbook, row.id, whose, until, value, strict)

    def add(self, row: IndicatorRow, texts: dict[str, str]) -> tuple[str, Callable[[], Changes]]:
        workbook = self._desk.workbook
        origin = Origin(texts.get("origin", _ORIGINS[0].value))
        year = self._year(texts["year"])
        if any((one.origin, one.year) == (origin, year) for one in row.targets):
            whose = self._desk.text(f"origin.{origin}")
            if year is None:
                raise UserError("indicator.yearless-target-taken", origin=whose)
            raise UserError("indicator.target-taken", origin=whose, year=year)
        value, strict = parse_goal(row.unit, row.direction, texts["value"])
        return _key(origin, year), lambda: set_target(workbook, row.id, origin, year, value, strict)

    def removal(self, row: IndicatorRow, entry: TargetRow) -> tuple[str, Callable[[], Changes]]:
        workbook = self._desk.workbook
        said = self.tr("The target {0} was removed. This can be undone.").format(
            goal_with_year(row, entry, self._desk.language)
        )
        return said, lambda: remove_target(workbook, row.id, entry.origin, entry.year)

    def name(self) -> str:
        return self.tr("Targets of the indicator")

    def hint(self) -> str:
        return self.tr(
            "Enter year and target in the last row; — as the year where the target has none. "
            "＞50 is not met by 50, ≥50 is. The pilot's own targets count before those of others."
        )

    def invitation(self) -> str:
        return self.tr("New year…")

    def remove_text(self) -> str:
        return self.tr("Remove &target")

    def stretch(self) -> int:
        return 0

    @property
    def _no_year(self) -> str:
        return self.tr("No year")

    def _year(self, text: str) -> int | None:
        """The year as typed, with 年 or without; None where it is said that there is none."""
        plain = text.removesuffix("年").strip()
        if plain in (self._no_year, *_NO_YEAR):
            return None
        if not plain.isdecimal():
            raise UserError("indicator.no-year", text=text)
        return check_year(int(plain))

    def _goal(self, target: TargetRow) -> str:
        return goal(self._row, target, self._desk.language) if self._row else ""

    def _pace(self, target: TargetRow) -> str:
        pace = pace_word(target, self._desk.language)
        late = target.overdue and target.governs
        return self.tr("{0}, year is over").format(pace) if late else pace


def _key(origin: Origin, year: int | None) -> str:
    return f"{origin.value} {year or ''}"
