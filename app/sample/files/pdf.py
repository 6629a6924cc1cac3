"""Sample documents as PDF: the text on page 1, the requirements that it serves on page 2."""

from __future__ import annotations

from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from app.sample.files.writer import MARK, Sheet, bundled_font

_FONT = "SampleSans"
_GREY = colors.HexColor("#8a8f98")
_PALE = colors.HexColor("#e9ebee")
_BODY = ParagraphStyle(
    "body", fontName=_FONT, fontSize=12, leading=21, firstLineIndent=24, wordWrap="CJK"
)
_CELL = ParagraphStyle("cell", fontName=_FONT, fontSize=10, leading=15, wordWrap="CJK")
_TITLE = ParagraphStyle(
    "title", fontName=_FONT, fontSize=18, leading=28, alignment=TA_CENTER, wordWrap="CJK"
)
_HEADING = ParagraphStyle("heading", parent=_TITLE, fontSize=14, leading=24)
_GRID = TableStyle(
    [
        # A table sets its own font, even where every cell is a paragraph.
        ("FONTNAME", (0, 0), (-1, -1), _FONT),
        ("GRID", (0, 0), (-1, -1), 0.5, _GREY),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
)


def write_pdf(sheet: Sheet, file: Path) -> None:
    """Write the document; two pages on A4."""
    _register_font()
    row = sheet.evidence
    document = SimpleDocTemplate(
        str(file),
        pagesize=A4,
        title=row.title,
        author=row.issuing_body,
        invariant=1,
        # Otherwise the file would name Helvetica, which is not embedded.
        initialFontName=_FONT,
    )
    story = [
        Spacer(1, 16 * mm),
        _paragraph(row.title, _TITLE),
        Spacer(1, 10 * mm),
        _table([(label, value) for label, value in sheet.facts], [35 * mm, 119 * mm]),
        Spacer(1, 10 * mm),
        _paragraph(row.text, _BODY),
        PageBreak(),
        Spacer(1, 16 * mm),
        _paragraph(sheet.served_heading, _HEADING),
        Spacer(1, 6 * mm),
        _table([(proof.requirement_id, proof.proves) for proof in row.proofs], [35 * mm, 119 * mm]),
    ]
    frame = partial(_draw_marks, note=sheet.note)
    document.build(
        story,
        onFirstPage=frame,
        onLaterPages=frame,
    )


@cache
def _register_font() -> None:
    registerFont(TTFont(_FONT, str(bundled_font())))


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text, quote=False), style)


def _table(rows: list[tuple[str, str]], widths: list[float]) -> Table:
    cells = [[_paragraph(cell, _CELL) for cell in row] for row in rows]
    return Table(cells, colWidths=widths, style=_GRID)


def _draw_marks(canvas: Any, _: Any, note: str) -> None:
    """The sample mark on every page: at the head, across the page, and in words at the foot."""
    width, height = A4
    canvas.saveState()
    canvas.setFillColor(_PALE)
    canvas.setFont(_FONT, 64)
    canvas.translate(width / 2, height / 2 - 30 * mm)
    canvas.rotate(40)
    canvas.drawCentredString(0, 0, MARK)
    canvas.restoreState()
    canvas.saveState()
    canvas.setFillColor(_GREY)
    canvas.setFont(_FONT, 11)
    canvas.drawCentredString(width / 2, height - 18 * mm, MARK)
    canvas.setFont(_FONT, 9)
    canvas.drawCentredString(width / 2, 14 * mm, note)
    canvas.restoreState()
