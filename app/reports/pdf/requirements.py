"""Each article with each requirement: what is required, the facts, and what was written."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.units import mm
from reportlab.platypus import Spacer

from app.domain.numbers import format_points
from app.domain.report_sections import Section
from app.reports.destinations import evidence_key, requirement_key
from app.reports.model import ArticleEntry, RequirementEntry
from app.reports.numerals import chinese_numeral
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.story import Story
from app.reports.styles import HEAD_FILL, PORTRAIT

_LABELS = (23 * mm, 19 * mm, 20 * mm)
_VALUE = (PORTRAIT.text_width - sum(_LABELS)) / 3
_WIDTHS = tuple(width for label in _LABELS for width in (label, _VALUE))
# Lines that say that nothing is written, with the space between them.
_NOTHING = 3
# What is written of a requirement, and the section that lists it where the report has that one.
_WRITTEN = {
    "reason": None,
    "narrative": None,
    "problems": Section.PROBLEMS,
    "next_steps": Section.NEXT_STEPS,
}


def articles(story: Story, entries: Iterable[ArticleEntry]) -> None:
    """Articles with their requirements."""
    for article in entries:
        _article(story, article)


def own(story: Story) -> None:
    """The region's own requirements, behind the articles."""
    section = story.report.own
    if section is None:
        return
    story.part(section.heading, "own", running=True)
    story.text(section.note, story.styles.note)
    story.text(section.line, story.styles.body)
    for item in section.requirements:
        _requirement(story, item, 2)


def retired(story: Story) -> None:
    """Answers to requirements that the catalogue has no more."""
    story.text(story.word("retired.note"), story.styles.note)
    for entry in story.report.retired:
        _requirement(story, entry, 1, whole=True)


def _article(story: Story, article: ArticleEntry) -> None:
    title = story.word(
        "heading.article",
        number=article.number,
        numeral=chinese_numeral(article.number),
        title=article.heading,
    )
    story.part(title, f"article-{article.number}", running=True)
    story.text(article.introduction, story.styles.note)
    for item in article.requirements:
        _requirement(story, item, 2)


def _requirement(story: Story, item: RequirementEntry, depth: int, whole: bool = False) -> None:
    """One requirement; `depth` is that of its bookmark.

    What a section of the report lists is left to it, unless the `whole` answer is asked for.
    """
    style = story.styles
    title = story.word("heading.coded", title=item.title, code=item.id)
    facts = Grid(_WIDTHS, (), _facts(story, item))
    height = facts.wrap(PORTRAIT.text_width, PORTRAIT.text_height)[1]
    empty = not any(getattr(item, name) for name in _WRITTEN)
    # A box as tall as half a page may be split. Nothing but “not filled in” begins no page.
    room = min(height + style.requirement.after, PORTRAIT.text_height / 2)
    room += _NOTHING * style.note.leading if empty else 0.0
    story.item(title, requirement_key(item.id), depth, room)
    story.add(facts, Spacer(0, 4))
    if item.remark:
        story.text(item.remark, style.note, item.id)
    written = [
        story.labelled(story.label(name), text, f"{item.id} {story.label(name)}")
        for name, section in _WRITTEN.items()
        if (text := getattr(item, name))
        and (whole or section is None or not story.report.has(section))
    ]
    if empty:
        written.append(story.block(story.word("no-narrative"), style.note))
    evidence = [(number, evidence_key(number)) for number in item.evidence]
    tail = story.linked(story.word("evidence-numbers"), evidence, style.evidence)
    story.add_with_tail(written, tail)


def _facts(story: Story, item: RequirementEntry) -> list[Row]:
    """The box under a requirement's heading."""
    points = "—" if item.points is None else format_points(item.points)
    rows = [
        _three(
            story,
            item,
            (story.label("progress"), item.progress),
            (story.label("level"), item.level_label or story.word("not-rated")),
            (story.word("points-of-weight"), f"{points} / {format_points(item.weight)}"),
        ),
        _pair(
            story,
            item,
            (story.label("unit"), item.unit or story.word("empty")),
            (story.label("due"), item.due or story.word("empty")),
        ),
    ]
    # The region need not say of its own requirements who is usually responsible.
    if item.department:
        rows.insert(1, _wide(story, item, "usual-department", item.department))
    if item.statement:
        rows.insert(0, _wide(story, item, "required", item.statement))
    return rows


def _labelled(story: Story, item: RequirementEntry, label: str, text: str, span: int) -> list[Cell]:
    style = story.styles
    return [
        Cell(story.block(label, style.small_label), fill=HEAD_FILL),
        Cell(story.block(text, style.cell, f"{item.id} {label}"), span=span),
    ]


def _wide(story: Story, item: RequirementEntry, key: str, text: str) -> Row:
    return Row(tuple(_labelled(story, item, story.word(key), text, 5)))


def _three(story: Story, item: RequirementEntry, *pairs: tuple[str, str]) -> Row:
    return Row(tuple(cell for pair in pairs for cell in _labelled(story, item, *pair, 1)))


def _pair(
    story: Story, item: RequirementEntry, wide: tuple[str, str], narrow: tuple[str, str]
) -> Row:
    return Row(
        (*_labelled(story, item, *wide, 3), *_labelled(story, item, *narrow, 1)),
    )
