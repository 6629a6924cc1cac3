"""What every sheet of the report is made with: its words, its columns and what surrounds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from openpyxl import Workbook

from app import texts
from app.reports.blocks import as_lines
from app.reports.model import ArticleEntry, Report, RequirementEntry
from app.reports.numerals import chinese_numeral
from app.reports.xlsx.fitting import Line, Value
from app.reports.xlsx.order import names, titles
from app.reports.xlsx.sheet import Column, Frame, Sheet


class SheetMaker:
    """Makes sheets of one book, in the report's language."""

    def __init__(self, report: Report, book: Workbook) -> None:
        self.report = report
        self.book = book
        # Addresses of the evidence that is handed over with the report, by number.
        self._names, self._titles = names(report), titles(report)
        self._targets = {entry.number: entry.target for entry in report.evidence if entry.target}

    def _t(self, key: str, **params: object) -> str:
        return texts.text(f"report.{key}", self.report.language, **params)

    def _field(self, name: str) -> str:
        return texts.text(f"field.{name}", self.report.language)

    def _term(self, key: str) -> str:
        return texts.text(key, self.report.language)

    def _sheet(
        self, key: str, columns: Sequence[Column], *notes: str, foot: str = "", frozen: int = 0
    ) -> tuple[str, Sheet]:
        name = self._names[key]
        frame = self._frame(self._titles[key], notes)
        frame = replace(frame, foot=foot or frame.foot, frozen=frozen)
        return name, Sheet(self.book, name, columns, frame)

    def _frame(self, name: str, notes: Sequence[str]) -> Frame:
        report = self.report
        colon = self._t("colon")
        return Frame(
            title=self._t("sheet.title", region=report.region, title=report.title, sheet=name),
            filler=(
                (self._t("filler.unit") + colon, report.lead_unit),
                (self._t("filler.person") + colon, report.contact_name),
                (self._field("contact_phone") + colon, report.contact_phone),
                (self._t("filler.date") + colon, report.made_on_text),
            ),
            notes=tuple(notes),
            foot=self._t("signatures"),
            mark=self._t("sample") if report.sample else "",
            draft=report.draft,
            font="宋体" if report.language == "zh" else "Calibri",
            page_footer=self._t("sheet.pages"),
        )

    def _article_name(self, article: ArticleEntry) -> str:
        numeral = chinese_numeral(article.number)
        return self._t("article", number=article.number, numeral=numeral)

    def _column(self, key: str, width: float, centered: bool = False) -> Column:
        return Column(self._t(f"column.{key}"), width, centered)

    def _evidence(self, numbers: Sequence[str]) -> Value:
        """Numbers of evidence, which lead to its files where these are handed over."""
        return self._lines((number, self._targets.get(number, "")) for number in numbers)

    @staticmethod
    def _lines(lines: Iterable[tuple[str, str]], apart: bool = False) -> Value:
        """Lines of text with their addresses; one cell where none has one, unless `apart`."""
        listed = list(lines)
        if not apart and not any(target for _, target in listed):
            return "\n".join(text for text, _ in listed)
        return tuple(Line(text, target) for text, target in listed)

    def _own(self, name: str, width: float, centered: bool = False) -> Column:
        return Column(self._field(name), width, centered)


def remark(item: RequirementEntry) -> str:
    """Why a requirement does not apply, and what is noted of it."""
    return "\n".join(part for part in (as_lines(item.reason), item.remark) if part)


def points_of(points: float | None) -> Value:
    """Points with one decimal, as everywhere in the report."""
    return "—" if points is None else round(points, 1)
