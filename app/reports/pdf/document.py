"""Writes the report as a PDF file."""

from __future__ import annotations

from pathlib import Path

from app.domain.steps import Steps
from app.reports.fonts import FontSet
from app.reports.model import Report
from app.reports.pdf import front, sections
from app.reports.pdf.pages import COVER, UPRIGHT, Furniture, ReportPages
from app.reports.pdf.story import Story


def write_pdf(report: Report, path: Path, fonts: FontSet) -> Steps[int]:
    """Write the file and return its number of pages; steps count blocks of text and tables.

    Characters that no font has are noted in `fonts`. Raises OSError where the disk gives way.
    """
    story = Story(report, fonts)
    if report.cover.shown:
        front.cover(story)
        story.page("upright")
    place_of_contents = len(story.flowables)
    story.page("upright")
    front.notes(story)
    sections.sections(story)
    story.flowables[place_of_contents:place_of_contents] = front.contents(story)

    title = f"{report.region} {report.title}"
    first = COVER if report.cover.shown else UPRIGHT
    pages = ReportPages(path, report, _furniture(story), title, first)
    font = fonts.chains["body"][0].name
    listed = story.listed
    yield from pages.build_in_steps(
        story.flowables, lambda canvas: story.numbers.draw_forms(canvas, font, listed)
    )
    return pages.page


def write_sections(report: Report, path: Path, fonts: FontSet) -> Steps[int]:
    """Write the sections alone, without cover, contents and notes; else as `write_pdf`."""
    story = Story(report, fonts)
    sections.sections(story)
    title = f"{report.region} {report.title}"
    pages = ReportPages(path, report, _furniture(story), title, UPRIGHT)
    yield from pages.build_in_steps(story.flowables, lambda _: None)
    return pages.page


def _furniture(story: Story) -> Furniture:
    report = story.report
    return Furniture(
        header=f"{report.region} {report.title}",
        footer=story.word("footer", mark=report.data_mark[:16], date=report.made_on_text),
        sample="　".join(
            part for part in (story.word("sample") if report.sample else "", report.draft) if part
        ),
        body_font=story.fonts.chains["body"][0].name,
        heading_font=story.fonts.chains["heading"][0].name,
    )
