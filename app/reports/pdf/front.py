"""Cover, contents, notes, profile and overview."""

from __future__ import annotations

from dataclasses import replace

from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from app.domain.numbers import format_points
from app.reports.drawings import progress_drawing, radar_drawing, timeline_drawing
from app.reports.model import ArticleEntry, Line
from app.reports.pdf.contents import ContentsLine, Entry
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.story import Story
from app.reports.styles import HEAD_FILL, PORTRAIT

_WIDTH = PORTRAIT.text_width
# The share of their pitch to which lines of the contents may be brought together.
_CLOSEST = 0.84


def cover(story: Story) -> None:
    """Title and marks in the upper half, what is asked for below them."""
    report, style = story.report, story.styles
    story.add(Spacer(0, 40 * mm))
    _title(story)
    used = 40 * mm + sum(_height(block) for block in story.flowables[1:])
    rows = [
        Row(
            (
                Cell(story.block(line.label + story.word("colon"), style.cover_label)),
                Cell(story.block(line.value or story.word("empty"), style.cover_line, line.label)),
            )
        )
        for line in report.cover.lines
    ]
    left = 52 * mm
    if rows:
        lines = Grid((left, _WIDTH - left), (), rows, ruled=False)
        room = PORTRAIT.text_height - used - lines.wrap(_WIDTH, 0)[1]
        story.add(Spacer(0, max(0, min(60 * mm, room - 15 * mm))), lines)


def _height(block: Flowable) -> float:
    return block.wrap(_WIDTH, 0)[1] + block.getSpaceBefore() + block.getSpaceAfter()


def title(story: Story) -> None:
    """The title over the contents of a report that has no cover."""
    _title(story)
    story.add(Spacer(0, 10 * mm))


def _title(story: Story) -> None:
    report, style = story.report, story.styles
    story.text(report.region, style.title, story.label("region"))
    # The English title is two lines, parted where its sense is.
    story.text(report.cover.title.replace(": ", ":\n"), style.title, story.word("cover"))
    for mark in marks(story):
        story.text(story.word("in-brackets", text=mark), style.cover_mark)


def marks(story: Story) -> list[str]:
    """What every page has to say of the whole report: that it is a draft, or made-up data."""
    sample = story.word("sample") if story.report.sample else ""
    return [mark for mark in (story.report.draft, sample) if mark]


def contents(story: Story) -> list[Flowable]:
    """The page of contents, made when all headings are known.

    Lines that would leave a few alone on a second page are set a little closer.
    """
    head = story.block(story.word("contents"), story.styles.contents_title)
    lines = _contents(story, 1.0)
    room = PORTRAIT.text_height - _height(head)
    if story.report.cover.shown and room < sum(map(_height, lines)) <= room / _CLOSEST:
        lines = _contents(story, room / sum(map(_height, lines)) - 0.001)
    return [head, *lines]


def _contents(story: Story, leading: float) -> list[ContentsLine]:
    lines: list[ContentsLine] = []
    for entry, usual in story.listed:
        style = replace(usual, leading=usual.leading * leading)
        indent = 2 * style.size if entry.depth else 0.0
        lines.append(ContentsLine(story.block(entry.title, style), entry, indent))
    return lines


def notes(story: Story) -> None:
    """Where the requirements come from, and that the scoring is unofficial."""
    report, style = story.report, story.styles
    story.heading(Entry(story.word("notes"), "notes", 0), style.section, 80)
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


def profile(story: Story) -> None:
    """The profile, the time that the pilot takes, and the counts of all requirements."""
    story.add(Spacer(0, 6), _lines(story, story.report.profile, (45 * mm, _WIDTH - 45 * mm)))
    timeline = story.report.timeline
    if timeline is not None:
        drawing = timeline_drawing(story, timeline, story.font)
        story.add(*figure(story, story.word("chart.timeline"), drawing))
    story.add(Spacer(0, 6), _lines(story, story.report.summary, (70 * mm, _WIDTH - 70 * mm)))
    story.add(Spacer(0, 8))


def overview(story: Story) -> None:
    """The charts, and a line for each article."""
    report = story.report
    story.text(report.scheme_note, story.styles.note_above)
    if report.radar is not None:
        drawing = radar_drawing(report.radar, story.font)
        story.add(*figure(story, story.word("chart.changes"), drawing))
    story.add(*figure(story, story.word("chart.articles"), progress_drawing(story, story.font)))
    story.add(Spacer(0, 8), _articles(story), Spacer(0, 8))


def figure(story: Story, caption: str, drawing: Drawing) -> list[Flowable]:
    """A drawing with its numbered caption below it."""
    block = story.block(story.figure_caption(caption), story.styles.caption, caption)
    return [KeepTogether([Spacer(0, 8), drawing, block])]


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
