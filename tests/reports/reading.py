"""Reads reports back, as a person or a spreadsheet program would."""

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path

import openpyxl
import pypdfium2

from app.domain.numbers import format_points, format_size
from app.domain.steps import finish
from app.domain.vocabulary import Language, Stage
from app.reports.assemble import assemble
from app.reports.docx.check import check_docx
from app.reports.docx.document import write_docx
from app.reports.fonts import FontSet, font_set
from app.reports.model import FileEntry, Report
from app.reports.pdf.document import write_pdf
from app.reports.styles import LANDSCAPE, PORTRAIT
from app.reports.xlsx.document import write_xlsx
from app.services.workbooks import Workbook

TODAY = date(2026, 1, 5)
# Fields that are shown as something else than they are.
_SHOWN_OTHERWISE = {
    "language",
    "stage",
    "made_on",
    "severity",
    "change",
    "changes",
    "sample",
    "curve",
    "key",
    "radar",
    "timeline",
    "share",
    "workbook_id",
}
# Signs reach a little over the text area.
_EDGE = 8.0


def bare(text: str) -> str:
    """Text without white space and in one form of Unicode."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def made(workbook: Workbook, language: Language = "zh") -> Report:
    return assemble(workbook, Stage.INTERIM, language, TODAY)


def as_pdf(report: Report, folder: Path, fonts: FontSet | None = None) -> Path:
    path = folder / "report.pdf"
    finish(write_pdf(report, path, fonts or font_set(report.language, folders=())))
    return path


def as_docx(report: Report, folder: Path) -> Path:
    path = folder / "report.docx"
    held = finish(write_docx(report, path, font_set(report.language, folders=())))
    check_docx(path, held)
    return path


def as_xlsx(report: Report, folder: Path) -> Path:
    path = folder / "report.xlsx"
    finish(write_xlsx(report, path))
    return path


def page_texts(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def running_text(path: Path, report: Report) -> str:
    """All text without white space, and without what stands at the edge of every page."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(bare(body_text(page)) for page in document)
    finally:
        document.close()


def body_text(page: pypdfium2.PdfPage) -> str:
    """What stands in the text area of a page."""
    shape = LANDSCAPE if page.get_width() > page.get_height() else PORTRAIT
    right, top = shape.width - shape.right, shape.height - shape.top
    box = (shape.left - _EDGE, shape.bottom - _EDGE, right + _EDGE, top + _EDGE)
    return page.get_textpage().get_text_bounded(*box)


def sheets(path: Path) -> dict[str, list[list[object]]]:
    book = openpyxl.load_workbook(path)
    try:
        return {
            sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()]
            for sheet in book
            if sheet.sheet_state == "visible"
        }
    finally:
        book.close()


def joined(rows: list[list[object]]) -> list[list[object]]:
    """The rows of a sheet, those that go on in further rows put together again."""
    whole: list[list[object]] = []
    for row in rows:
        if whole and isinstance(row[0], int) and row[0] == whole[-1][0]:
            whole[-1][2:] = [
                old if more is None else f"{old or ''}{more}"
                for old, more in zip(whole[-1][2:], row[2:], strict=True)
            ]
        else:
            whole.append(list(row))
    return whole


def promised(report: Report) -> list[str]:
    """Every value of the report model as it is written."""
    values: list[str] = []
    _collect(report, "", values)
    return [value for value in values if value]


def _collect(value: object, name: str, values: list[str]) -> None:
    if name in _SHOWN_OTHERWISE or value is None or isinstance(value, bool | Enum):
        return
    if isinstance(value, FileEntry):
        values += [value.name, format_size(value.size), value.sha256[:16]]
    elif is_dataclass(value):
        for one in fields(value):
            _collect(getattr(value, one.name), one.name, values)
    elif isinstance(value, tuple):
        for one in value:
            _collect(one, name, values)
    elif isinstance(value, float):
        values.append(format_points(value))
    else:
        values.append(str(value))


def with_narrative(report: Report, text: str) -> Report:
    """The report with another narrative at its first requirement."""
    article = report.articles[0]
    item = replace(article.requirements[0], narrative=text)
    article = replace(article, requirements=(item, *article.requirements[1:]))
    return replace(report, articles=(article, *report.articles[1:]))
