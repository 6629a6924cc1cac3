"""Cover, notes, profile and overview."""

from __future__ import annotations

from reportlab.lib.units import mm

from app.domain.numbers import format_points
from app.reports.docx.paper import Paper
from app.reports.docx.tables import HEAD_FILL, Row, cell
from app.reports.drawings import progress_drawing, radar_drawing, timeline_drawing
from app.reports.model import ArticleEntry, Line
from app.reports.styles import PORTRAIT

_WIDTH = PORTRAIT.text_width


def cover(paper: Paper) -> None:
    """Title and marks in the upper half, what is asked for below them."""
    for _ in range(3):
        paper.text("", "CoverMark")
    title(paper)
    lines = paper.report.cover.lines
    if lines:
        for _ in range(3):
            paper.text("", "CoverMark")
        left = 52 * mm
        rows = [
            Row(
                (
                    cell(line.label + paper.word("colon"), "CoverLabel"),
                    cell(line.value or paper.word("empty"), "CoverLine"),
                )
            )
            for line in lines
        ]
        paper.table((left, _WIDTH - left), (), rows, ruled=False)


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
    report = paper.report
    paper.plain_heading(paper.word("notes"), "notes", "Heading1")
    for note in (
        report.source_note,
        report.scheme_note,
        paper.word("note.scheme", scheme=report.scheme_name),
        paper.word("note.catalogue", catalogue=report.catalogue),
        paper.word(
            "note.mark" if report.data_mark else "note.no-mark",
            mark=report.data_mark,
            date=report.made_on_text,
        ),
    ):
        paper.text(note)


def profile(paper: Paper) -> None:
    """The profile, the time that the pilot takes, and the counts of all requirements."""
    _lines(paper, paper.report.profile, 45 * mm)
    timeline = paper.report.timeline
    if timeline is not None:
        drawing = timeline_drawing(paper, timeline, paper.font)
        paper.figure(paper.word("chart.timeline"), drawing)
    _lines(paper, paper.report.summary, 70 * mm)


def overview(paper: Paper) -> None:
    """The charts, and a line for each article."""
    report = paper.report
    paper.text(report.scheme_note, "Note")
    if report.radar is not None:
        drawing = radar_drawing(report.radar, paper.font)
        paper.figure(paper.word("chart.changes"), drawing)
    paper.figure(paper.word("chart.articles"), progress_drawing(paper, paper.font))
    _articles(paper)


def _articles(paper: Paper) -> None:
    names = ("article", "weight", "total", "applicable", "started", "done", "rated", "points")
    rows = [
        Row(
            (
                cell(f"{paper.article_name(one)} {one.heading}"),
                *(cell(value, "SmallCenter") for value in _figures(one)),
            )
        )
        for one in paper.report.articles
    ]
    counts, points = 15.2 * mm, 20.5 * mm
    widths = (_WIDTH - 6 * counts - points, *([counts] * 6), points)
    paper.table(widths, [paper.word(f"column.{name}") for name in names], rows, together=True)


def _figures(article: ArticleEntry) -> tuple[str, ...]:
    counts = article.tally
    return (
        format_points(article.weight),
        str(counts.total),
        str(counts.applicable),
        str(counts.started),
        str(counts.done),
        str(counts.rated),
        "—" if article.points is None else format_points(article.points),
    )


def _lines(paper: Paper, lines: tuple[Line, ...], left: float) -> None:
    rows = [
        Row(
            (
                cell(line.label, "CellLabel", fill=HEAD_FILL),
                cell(line.value or paper.word("empty"), "Cell"),
            )
        )
        for line in lines
    ]
    paper.table((left, _WIDTH - left), (), rows)
