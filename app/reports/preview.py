"""A section of the report as pictures of its pages, for the one who writes it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2

from app.domain.report_template import ReportTemplate, SectionChoice
from app.domain.steps import finish
from app.domain.vocabulary import Language, Stage, Text
from app.reports.assemble import assemble
from app.reports.fonts import font_set
from app.reports.model import Report
from app.reports.outcome import Source
from app.reports.pdf.document import write_sections
from app.reports.pdfium import PDFIUM
from app.store.problems import environment
from app.store.workbook import Workbook

# So many pages are shown: the text stands on the first ones, tables may go on for dozens.
_PAGES = 4
_OWN_HEADING = Text("自设部分", "Section of our own")


@dataclass(frozen=True, slots=True)
class Preview:
    """Pages as PNG; `total` counts those of the whole section."""

    pages: tuple[bytes, ...]
    total: int


def section_report(
    workbook: Workbook, choice: SectionChoice, stage: Stage, language: Language, today: date
) -> Report:
    """The report on the live state with one section only."""
    if choice.heading is None and choice.key.startswith("own-"):
        choice = replace(choice, heading=_OWN_HEADING)
    template = ReportTemplate("", cover=False, sections=(choice,))
    return assemble(workbook, stage, language, today, Source(template=template))


def preview(report: Report, width: int) -> Preview:
    """The pages of the report's sections, each `width` pixels wide.

    Raises EnvironmentProblem `disk.…`.
    """
    with tempfile.TemporaryDirectory(prefix="four-changes-preview-") as scratch:
        file = Path(scratch) / "section.pdf"
        with environment(Path(scratch)):
            finish(write_sections(report, file, font_set(report.language)))
        with PDFIUM:
            document = pypdfium2.PdfDocument(file)
            try:
                shown = range(min(len(document), _PAGES))
                pages = tuple(_picture(document[number], width) for number in shown)
                return Preview(pages, len(document))
            finally:
                document.close()


def _picture(page: pypdfium2.PdfPage, width: int) -> bytes:
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
    file = BytesIO()
    bitmap.to_pil().save(file, "PNG")
    return file.getvalue()
