"""Writes the report as a Word file."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from app.domain.steps import Step, Steps
from app.reports.docx import front
from app.reports.docx.check import Contents, contents_of
from app.reports.docx.contents import write_contents
from app.reports.docx.markup import child, unlink_lost
from app.reports.docx.paper import Paper
from app.reports.docx.sections import BODIES
from app.reports.docx.styles import set_up
from app.reports.fonts import FontSet
from app.reports.model import Report
from app.reports.plain_text import clean
from app.reports.traversal import sections

_CREATOR = "Four Changes Workbook"
# A property may be this long.
_LONGEST = 255


def write_docx(report: Report, path: Path, fonts: FontSet) -> Steps[Contents]:
    """Write the file and return what it holds; steps count sections. Drawings take `fonts`.

    Raises OSError where the disk gives way.
    """
    document = docx.Document()
    total = len(report.sections) + 2
    set_up(document, report.language)
    _settle(document)
    _describe(document, report)
    paper = Paper(report, document, fonts.chains["body"][0].name)
    if report.cover.shown:
        paper.begin_with("cover")
        front.cover(paper)
        paper.page("upright")
    else:
        front.title(paper)
    place_of_contents = len(paper.body) - 1
    paper.page("upright")
    front.notes(paper)
    for done, entry in enumerate(sections(paper, BODIES), 1):
        yield Step(done, total, entry.heading)
    paper.close()
    write_contents(paper, place_of_contents)
    unlink_lost(paper.body, _destinations(paper))
    held = contents_of(paper.body)
    yield Step(total - 1, total, path.name)
    # First in memory: on a full disk an archive that is not closed would complain once more.
    whole = BytesIO()
    document.save(whole)
    path.write_bytes(whole.getbuffer())
    return held


def _destinations(paper: Paper) -> list[str]:
    return [str(name) for name in paper.body.xpath(".//w:bookmarkStart/@w:name")]


def _settle(document: Any) -> None:
    """Page numbers differ on odd and even pages; Word is to count pages when it opens the file."""
    settings = document.settings
    settings.odd_and_even_pages_header_footer = True
    element = settings.element
    update = child(element, "w:updateFields", val="true")
    # Its place in the schema is before what concerns older versions of Word.
    element.find(qn("w:compat")).addprevious(update)
    for old in element.xpath("./w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        old.set(old.tag.replace("compatSetting", "val"), "15")


def _describe(document: Any, report: Report) -> None:
    """Title, author and the like; the time is the day of the report, not that of writing."""
    told = document.core_properties
    day = datetime(*report.made_on.timetuple()[:3])
    told.title = clean(f"{report.region} {report.title}")[:_LONGEST]
    told.author = clean(report.lead_unit or report.pilot_name or _CREATOR)[:_LONGEST]
    told.last_modified_by = told.author
    told.subject = clean(report.document_title)[:_LONGEST]
    told.comments = clean(report.scheme_note)[:_LONGEST]
    told.keywords = report.data_mark
    told.language = "zh-CN" if report.language == "zh" else "en"
    told.created = told.modified = day
    told.revision = 1
