"""Sample documents as Word files, in two parts."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from app.sample.files.archive import settle_times
from app.sample.files.writer import MARK, Sheet

_FONT = "宋体"


def write_docx(sheet: Sheet, file: Path) -> None:
    """Write the document; head and foot of every page bear the sample mark."""
    row = sheet.evidence
    document = Document()
    _use_chinese_font(document)
    document.core_properties.title = row.title
    document.core_properties.author = row.issuing_body
    section = document.sections[0]
    for part, text in ((section.header, MARK), (section.footer, f"{MARK}  {sheet.note}")):
        paragraph = part.paragraphs[0]
        paragraph.text = text
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_heading(row.title, level=1).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_heading(f"1  {sheet.name_heading}", level=2)
    for label, value in sheet.facts:
        document.add_paragraph(f"{label}  {value}")
    document.add_heading(f"2  {sheet.served_heading}", level=2)
    document.add_paragraph(row.text)
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for proof in row.proofs:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = proof.requirement_id, proof.proves
    document.save(str(file))
    settle_times(file, row.formed_on)


def _use_chinese_font(document: Doc) -> None:
    for name in ("Normal", "Heading 1", "Heading 2"):
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), _FONT)
