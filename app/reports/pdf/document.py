"""Writes the report as a PDF file."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from pathlib import Path

from app import texts
from app.domain.steps import Steps
from app.reports.fonts import FontSet
from app.reports.model import Report
from app.reports.pdf import front
from app.reports.pdf.pages import Furniture, ReportPages
from app.reports.pdf.sections import BODIES
from app.reports.pdf.story import Story
from app.reports.pdf.textblock import TextBlock
from app.reports.traversal import sections


def write_pdf(report: Report, path: Path, fonts: FontSet) -> Steps[int]:
    """Write the file and return its number of pages; steps count blocks of text and tables.

    Characters that no font has are noted in `fonts`. Raises OSError where the disk gives way.
    """
    story = Story(report, fonts)
    if report.cover.shown:
        front.cover(story)
        story.page("upright")
    else:
        story.begin_with("upright")
        front.title(story)
    place_of_contents = len(story.flowables)
    story.page("upright")
    front.notes(story)
    deque(sections(story, BODIES), maxlen=0)
    story.flowables[place_of_contents:place_of_contents] = front.contents(story)

    pages = ReportPages(path, report, _furniture(story), _title(report), story.first)
    font = fonts.chains["body"][0].name
    listed = story.listed
    yield from pages.build_in_steps(
        story.flowables, lambda canvas: story.numbers.draw_forms(canvas, font, listed)
    )
    return pages.page


def write_sections(report: Report, path: Path, fonts: FontSet) -> Steps[int]:
    """Write the sections alone, without what stands before and after them; else as `write_pdf`."""
    story = Story(replace(report, sign_off=False), fonts)
    story.begin_with("upright")
    deque(sections(story, BODIES), maxlen=0)
    pages = ReportPages(path, report, _furniture(story), _title(report), story.first)
    yield from pages.build_in_steps(story.flowables, lambda _: None)
    return pages.page


def _title(report: Report) -> str:
    return f"{report.region} {report.title}"


def footer(report: Report) -> str:
    """What stands at the foot of every page but the cover."""
    mark, day = report.data_mark[:16], report.made_on_text
    return texts.text("report.footer", report.language, mark=mark, date=day)


def _furniture(story: Story) -> Furniture:
    report = story.report

    def header(page: int) -> TextBlock | None:
        title = story.numbers.running_head(page)
        return story.block(title, story.styles.running, title) if title else None

    return Furniture(
        header=header,
        footer=footer(report),
        marks="　".join(front.marks(story)),
        body_font=story.fonts.chains["body"][0].name,
        heading_font=story.fonts.chains["heading"][0].name,
    )
