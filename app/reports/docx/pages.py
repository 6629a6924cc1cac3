"""Kinds of pages with their margins, marks and page numbers."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Pt

from app import texts
from app.reports.docx.markup import Element, child, field, paragraph, properties, write
from app.reports.model import Report
from app.reports.styles import LANDSCAPE, PORTRAIT, PageKind

_HEADER_RISE, _NUMBER_DROP = 24, 20
_NUMBER_HALVES, _BLANK = 28, 280
_MARK = "B00020"


def wide(kind: PageKind) -> bool:
    return kind == "wide"


def end_pages(document: Any, kind: PageKind, report: Report, last: bool = False) -> None:
    """End the pages of a kind: those written since the last end get its form and furniture."""
    body = document.element.body
    # What was written stands behind the form of the last pages, whose place is the end.
    body.append(body.sectPr)
    section = document.sections[-1]
    _shape(section, kind)
    _furnish(section, kind, report)
    if not last:
        document.add_section(WD_SECTION.NEW_PAGE)
        _small(body)


def _small(body: Element) -> None:
    """The paragraph that carries the end of a section takes no room that could begin a page."""
    end = body.xpath("./w:p[w:pPr/w:sectPr]")[-1]
    told = end.pPr
    spacing = child(told, "w:spacing", before=0, after=0, line=20, lineRule="exact")
    told.insert(0, spacing)
    run = child(told, "w:rPr")
    child(run, "w:sz", val=2)
    told.insert(1, run)


def _shape(section: Any, kind: PageKind) -> None:
    shape = LANDSCAPE if wide(kind) else PORTRAIT
    section.orientation = WD_ORIENT.LANDSCAPE if wide(kind) else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(shape.width), Pt(shape.height)
    section.left_margin, section.right_margin = Pt(shape.left), Pt(shape.right)
    section.top_margin, section.bottom_margin = Pt(shape.top), Pt(shape.bottom)
    section.header_distance = Pt(shape.top - _HEADER_RISE - 14)
    section.footer_distance = Pt(max(shape.bottom - _NUMBER_DROP - 32, 12))
    for grid in section._sectPr.xpath("./w:docGrid"):
        section._sectPr.remove(grid)


def _furnish(section: Any, kind: PageKind, report: Report) -> None:
    """Marks above, below the page number outside: right on odd pages, left on even ones."""
    if section._sectPr.xpath("./w:headerReference"):
        return
    for odd, header, footer in (
        (True, section.header, section.footer),
        (False, section.even_page_header, section.even_page_footer),
    ):
        header.is_linked_to_previous = footer.is_linked_to_previous = False
        _clear(header)
        _mark(paragraph(header._element, "Header"), report)
        _clear(footer)
        if kind != "cover":
            _number(paragraph(footer._element, "Footer"), odd)
            _note(paragraph(footer._element, "Footer"), report, odd)
        else:
            paragraph(footer._element, "Footer")


def _clear(part: Any) -> None:
    for old in list(part._element):
        part._element.remove(old)


def _mark(line: Element, report: Report) -> None:
    """That it is a draft, or made-up data."""
    child(properties(line), "w:jc", val="right")
    sample = texts.text("report.sample", report.language) if report.sample else ""
    marks = "　".join(mark for mark in (report.draft, sample) if mark)
    if marks:
        write(line, marks, "heading")
        told = line[-1].rPr
        child(told, "w:color", val=_MARK)
        child(told, "w:sz", val=24)


def _number(line: Element, odd: bool) -> None:
    """— 3 —, a blank of one character from the edge."""
    side = {"right": _BLANK} if odd else {"left": _BLANK}
    child(properties(line), "w:ind", **side)
    child(properties(line), "w:jc", val="right" if odd else "left")
    write(line, "— ")
    field(line, "PAGE", "1")
    write(line, " —")
    for run in line.xpath("./w:r"):
        told = run.get_or_add_rPr()
        child(told, "w:color", val="000000")
        child(told, "w:sz", val=_NUMBER_HALVES)


def _note(line: Element, report: Report, odd: bool) -> None:
    child(properties(line), "w:jc", val="left" if odd else "right")
    mark, day = report.data_mark[:16], report.made_on_text
    write(line, texts.text("report.footer", report.language, mark=mark, date=day))
