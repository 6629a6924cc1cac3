"""Writes the report as a PDF file."""

from __future__ import annotations

from pathlib import Path

from app.domain.steps import Steps
from app.reports.fonts import FontSet
from app.reports.model import Report
from app.reports.pdf import annexes, front, indicators, plan, requirements
from app.reports.pdf.pages import Furniture, ReportPages
from app.reports.pdf.story import Story


def write_pdf(report: Report, path: Path, fonts: FontSet) -> Steps[int]:
    """Write the file and return its number of pages; steps count blocks of text and tables.

    Characters that no font has are noted in `fonts`. Raises OSError where the disk gives way.
    """
    story = Story(report, fonts)
    front.cover(story)
    story.page("upright")
    place_of_contents = len(story.flowables)
    story.page("upright")
    front.notes(story)
    front.profile(story)
    front.overview(story)
    story.page("upright")
    requirements.articles(story)
    requirements.own(story)
    story.page("wide")
    indicators.indicators(story)
    story.page("upright")
    annexes.gaps(story)
    story.page("wide")
    annexes.score_table(story)
    story.page("wide")
    annexes.register(story)
    if report.plan:
        story.page("wide")
        plan.plan(story)
    if report.retired:
        story.page("upright")
        requirements.retired(story)
    story.flowables[place_of_contents:place_of_contents] = front.contents(story)

    pages = ReportPages(path, report, _furniture(story), f"{report.region} {report.title}")
    font = fonts.chains["body"][0].name
    listed = story.listed
    yield from pages.build_in_steps(
        story.flowables, lambda canvas: story.numbers.draw_forms(canvas, font, listed)
    )
    return pages.page


def _furniture(story: Story) -> Furniture:
    report = story.report
    return Furniture(
        header=f"{report.region} {report.title}",
        footer=story.word("footer", mark=report.data_mark[:16], date=report.made_on_text),
        sample=story.word("sample") if report.sample else "",
        body_font=story.fonts.chains["body"][0].name,
        heading_font=story.fonts.chains["heading"][0].name,
    )
