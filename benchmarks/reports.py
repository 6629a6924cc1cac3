"""PDF and Excel of 88 long answers and 1,000 dossiers, against the bare libraries.

Processor time, so that other work on the machine does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from benchmarks.filling import fill
from benchmarks.measure import Result, compared

if TYPE_CHECKING:
    from app.reports.model import Report

ANSWER_LENGTH = 1_500
DOSSIERS = 1_000
RUNS = 3
_BODY, _CELL = 16, 9


def run(scratch: Path) -> list[Result]:
    from app.domain.steps import finish
    from app.reports.fonts import font_set
    from app.reports.pdf.document import write_pdf
    from app.reports.xlsx.document import write_xlsx

    report = long_report(scratch / "workbook")
    pdf, xlsx = scratch / "report.pdf", scratch / "report.xlsx"
    finish(write_pdf(report, pdf, font_set("zh")))
    finish(write_xlsx(report, xlsx))
    texts = list(_texts(report))
    mine, floor = compared(
        lambda: finish(write_pdf(report, pdf, font_set("zh"))),
        lambda: _bare_pdf(texts, scratch / "bare.pdf"),
        RUNS,
    )
    results = [Result("PDF", mine / floor, 2, "x", f"{mine:.2f} s against {floor:.2f} s")]
    sheets = _cells(xlsx)
    mine, floor = compared(
        lambda: finish(write_xlsx(report, xlsx)),
        lambda: _bare_xlsx(sheets, scratch / "bare.xlsx"),
        RUNS,
    )
    return [*results, Result("Excel", mine / floor, 2, "x", f"{mine:.2f} s against {floor:.2f} s")]


def long_report(folder: Path) -> Report:
    """The report of a workbook that is filled in for it."""
    from app.domain.vocabulary import Stage
    from app.reports.assemble import assemble
    from app.services.workbooks import open_workbook

    today = date(2025, 6, 1)
    fill(folder, DOSSIERS, 2, ANSWER_LENGTH, today)
    workbook = open_workbook(folder)
    try:
        return assemble(workbook, Stage.INTERIM, "zh", today)
    finally:
        workbook.close()


def _texts(report: Report) -> Iterator[tuple[str, int]]:
    """Every text that the PDF sets, with its size in points."""
    for article in report.articles:
        yield from ((text, _BODY) for text in (article.heading, article.introduction))
        for item in article.requirements:
            body = (item.id, item.title, item.statement, item.narrative, item.problems)
            yield from ((text, _BODY) for text in (*body, item.next_steps, item.unit, item.due))
            yield " ".join(item.evidence), _BODY
            row = (item.id, item.title, item.progress, item.level_label, *item.evidence)
            yield from ((text, _CELL) for text in row)
    for entry in report.evidence:
        row = (entry.number, entry.title, entry.kind, entry.document_number, entry.formed_on)
        yield from ((text, _CELL) for text in row)
        for file in entry.files:
            yield from ((text, _CELL) for text in (file.name, str(file.size), file.sha256[:16]))
        yield from ((proof.requirement_id + proof.locator, _CELL) for proof in entry.proofs)
    for gap in report.gaps:
        yield from ((text, _CELL) for text in (gap.severity_label, gap.place, gap.sentence))


def _bare_pdf(texts: list[tuple[str, int]], path: Path) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from app import paths

    registerFont(TTFont("bare", paths.resources() / "fonts" / "NotoSerifSC_400Regular.ttf"))
    styles = {
        size: ParagraphStyle(
            str(size), fontName="bare", fontSize=size, leading=size * 1.8, wordWrap="CJK"
        )
        for size in (_BODY, _CELL)
    }
    flow = [Paragraph(escape(text), styles[size]) for text, size in texts if text]
    SimpleDocTemplate(str(path)).build(flow)


def _cells(path: Path) -> list[list[tuple[object, ...]]]:
    from openpyxl import load_workbook

    book = load_workbook(path)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book]


def _bare_xlsx(sheets: list[list[tuple[object, ...]]], path: Path) -> None:
    """The same cells with a border and wrapped text, as a table for people has."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Side

    line = Side(style="thin")
    border, wrapped = Border(line, line, line, line), Alignment(wrap_text=True, vertical="top")
    book = Workbook(write_only=True)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            cells = [WriteOnlyCell(sheet, value) for value in row]
            for cell in cells:
                cell.border, cell.alignment = border, wrapped
            sheet.append(cells)
    book.save(path)
