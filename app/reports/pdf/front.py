"""Cover, contents, notes, profile and overview."""

from __future__ import annotations

from dataclasses import replace

from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from app.reports.drawings import progress_drawing, radar_drawing, timeline_drawing
from app.reports.lists import profile as lists
from app.reports.pdf.contents import ContentsLine, Entry
from app.reports.pdf.story import Story
from app.reports.styles import PORTRAIT

_WIDTH = PORTRAIT.text_width
# The share of their pitch to which lines of the contents may be brought together.
_CLOSEST = 0.84


def cover(story: Story) -> None:
    """Title and marks in the upper half, what is asked for below them."""
    report = story.report
    story.add(Spacer(0, 40 * mm))
    _title(story)
    used = 40 * mm + sum(_height(block) for block in story.flowables[1:])
    if report.cover.lines:
        lines = story.grid(lists.cover_lines(story), _WIDTH)
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
        lines.append(ContentsLine(story.block(entry.title, style, entry.title), entry, indent))
    return lines


def notes(story: Story) -> None:
    """Where the requirements come from, and that the scoring is unofficial."""
    style = story.styles
    story.heading(Entry(story.word("notes"), "notes", 0), style.section, 80)
    for note in story.notes():
        story.text(note, style.body)


def profile(story: Story) -> None:
    """The profile, the time that the pilot takes, and the counts of all requirements."""
    report = story.report
    story.add(Spacer(0, 6))
    story.table(lists.named_lines(story, report.profile, 45))
    timeline = report.timeline
    if timeline is not None:
        drawing = timeline_drawing(story, timeline, story.font)
        story.add(*figure(story, story.word("chart.timeline"), drawing))
    story.add(Spacer(0, 6))
    story.table(lists.named_lines(story, report.summary, 70))
    story.add(Spacer(0, 8))


def overview(story: Story) -> None:
    """The charts, and a line for each article."""
    report = story.report
    story.text(report.scheme_note, story.styles.note_above)
    if report.radar is not None:
        drawing = radar_drawing(report.radar, story.font)
        story.add(*figure(story, story.word("chart.changes"), drawing))
    story.add(*figure(story, story.word("chart.articles"), progress_drawing(story, story.font)))
    story.add(Spacer(0, 8))
    story.table(lists.articles(story))
    story.add(Spacer(0, 8))


def figure(story: Story, caption: str, drawing: Drawing) -> list[Flowable]:
    """A drawing with its numbered caption below it."""
    block = story.block(story.figure_caption(caption), story.styles.caption, caption)
    return [KeepTogether([Spacer(0, 8), drawing, block])]
