"""Cover, notes, profile and overview."""

from __future__ import annotations

from app.reports.docx.markup import child, properties
from app.reports.docx.paper import Paper
from app.reports.drawings import progress_drawing, radar_drawing, timeline_drawing
from app.reports.lists import profile as lists


def cover(paper: Paper) -> None:
    """Title and marks in the upper half, what is asked for below them."""
    for _ in range(3):
        paper.text("", "CoverMark")
    title(paper)
    if paper.report.cover.lines:
        for _ in range(3):
            paper.text("", "CoverMark")
        paper.table(lists.cover_lines(paper))


def title(paper: Paper) -> None:
    """The region and the title, in English parted where the sense is."""
    report = paper.report
    for line in (report.region, *report.cover.title.replace(": ", ":\n").splitlines()):
        paper.text(line, "Title")
    sample = paper.word("sample") if report.sample else ""
    for mark in (report.draft, sample):
        if mark:
            paper.text(paper.word("in-brackets", text=mark), "CoverMark")


def notes(paper: Paper) -> None:
    """Where the requirements come from, and that the scoring is unofficial."""
    paper.plain_heading(paper.word("notes"), "notes", "Heading1")
    for note in paper.notes():
        paper.text(note)
        # The data mark is one long word, before which a line would be stretched.
        child(properties(paper.body[-1]), "w:jc", val="left")


def profile(paper: Paper) -> None:
    """The profile, the time that the pilot takes, and the counts of all requirements."""
    paper.table(lists.named_lines(paper, paper.report.profile, 45))
    timeline = paper.report.timeline
    if timeline is not None:
        drawing = timeline_drawing(paper, timeline, paper.font)
        paper.figure(paper.word("chart.timeline"), drawing)
    paper.table(lists.named_lines(paper, paper.report.summary, 70))


def overview(paper: Paper) -> None:
    """The charts, and a line for each article."""
    report = paper.report
    paper.text(report.scheme_note, "Note")
    if report.radar is not None:
        drawing = radar_drawing(report.radar, paper.font)
        paper.figure(paper.word("chart.changes"), drawing)
    paper.figure(paper.word("chart.articles"), progress_drawing(paper, paper.font))
    paper.table(lists.articles(paper))
