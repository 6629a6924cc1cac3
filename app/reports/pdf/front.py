"""Cover, contents, notes, profile and overview."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from app.domain.numbers import format_points
from app.reports.charts import (
    PRINT,
    Bar,
    ProgressBar,
    ProgressWords,
    article_progress_chart,
    four_changes_chart,
)
from app.reports.model import ArticleEntry, Line
from app.reports.pdf.contents import ContentsLine
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.story import Story
from app.reports.pdf.styles import HEAD_FILL, PORTRAIT

_WIDTH = PORTRAIT.text_width


def cover(story: Story) -> None:
    report, style = story.report, story.styles
    story.add(Spacer(0, 45 * mm))
    story.text(report.region, style.title, story.label("region"))
    # The English title is two lines, parted where its sense is.
    story.text(report.cover.title.replace(": ", ":\n"), style.title)
    for mark in (story.word("sample") if report.sample else "", report.draft):
        if mark:
            story.text(mark, style.section_center)
    story.add(Spacer(0, 40 * mm))
    rows = [
        Row(
            (
                Cell(story.block(line.label, style.cover_label)),
                Cell(story.block(line.value or story.word("empty"), style.cover_line, line.label)),
            )
        )
        for line in report.cover.lines
    ]
    story.add(Grid((46 * mm, _WIDTH - 46 * mm), (), rows, ruled=False))


def contents(story: Story) -> list[Flowable]:
    """The page of contents, made when all headings are known."""
    lines: list[Flowable] = [story.block(story.word("contents"), story.styles.section_center)]
    for entry, line_style in story.listed:
        indent = 2 * line_style.size if entry.depth else 0.0
        lines.append(ContentsLine(story.block(entry.title, line_style), entry, indent))
    return lines


def notes(story: Story) -> None:
    """Where the requirements come from, and that the scoring is unofficial."""
    report, style = story.report, story.styles
    story.heading(story.word("notes"), "notes", 0, style.section, 80)
    for note in (
        report.source_note,
        report.scheme_note,
        story.word("note.scheme", scheme=report.scheme_name),
        story.word("note.catalogue", catalogue=report.catalogue),
        story.word(
            "note.mark" if report.data_mark else "note.no-mark",
            mark=report.data_mark,
            date=report.made_on_text,
        ),
    ):
        story.text(note, style.body)
    if report.verification is not None:
        seal = report.verification
        words = story.word(
            "verification.note", snapshot=seal.snapshot, title=seal.title, day=seal.taken_on
        )
        story.text(words, style.body)
        story.text(seal.sha256, style.small)


def profile(story: Story) -> None:
    """The profile and the counts of all requirements."""
    story.add(_lines(story, story.report.profile, (45 * mm, _WIDTH - 45 * mm)))
    story.add(Spacer(0, 16))
    story.add(_lines(story, story.report.summary, (70 * mm, _WIDTH - 70 * mm)))
    story.add(Spacer(0, 16))


def overview(story: Story) -> None:
    """The charts, and a line for each article."""
    report = story.report
    story.text(report.scheme_note, story.styles.note_above)
    changes = [article for article in report.articles if article.change]
    bars = [Bar(article.change_label, article.points) for article in changes]
    font = story.fonts.chains["body"][0].name
    story.add(*_figure(story, "chart.changes", four_changes_chart(bars, PRINT, _WIDTH, 150, font)))
    story.add(*_figure(story, "chart.articles", _progress(story, font)))
    story.add(Spacer(0, 8), _articles(story))


def _progress(story: Story, font: str) -> Drawing:
    bars = [
        ProgressBar(
            story.article_name(article),
            done=article.tally.done,
            started=article.tally.started - article.tally.done,
            not_started=article.tally.applicable - article.tally.started,
            points=article.points,
        )
        for article in story.report.articles
    ]
    words = ProgressWords(
        done=story.term("progress.done"),
        started=story.term("progress.in-progress"),
        not_started=story.term("progress.not-started"),
        points=story.word("points"),
    )
    return article_progress_chart(bars, words, PRINT, _WIDTH, 24 + 22 * len(bars), font)


def _figure(story: Story, caption: str, drawing: Drawing) -> list[Flowable]:
    block = story.block(story.word(caption), story.styles.caption)
    return [KeepTogether([block, drawing])]


def _articles(story: Story) -> Grid:
    style = story.styles
    names = ("article", "weight", "total", "applicable", "started", "done", "rated", "points")
    rows = [
        Row(
            (
                Cell(story.block(f"{story.article_name(one)} {one.heading}", style.small)),
                *(Cell(story.block(value, style.small_center)) for value in _figures(one)),
            )
        )
        for one in story.report.articles
    ]
    counts, points = 15.2 * mm, 20.5 * mm
    return Grid(
        (_WIDTH - 6 * counts - points, *([counts] * 6), points),
        [story.head([story.word(f"column.{name}") for name in names], style.small_head)],
        rows,
    )


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


def _lines(story: Story, lines: tuple[Line, ...], widths: tuple[float, float]) -> Grid:
    style = story.styles
    rows = [
        Row(
            (
                Cell(story.block(line.label, style.cell_label), fill=HEAD_FILL),
                Cell(story.block(line.value or story.word("empty"), style.cell, line.label)),
            )
        )
        for line in lines
    ]
    return Grid(widths, (), rows)
