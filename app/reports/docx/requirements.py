"""Each article with each requirement: what is required, the facts, and what was written."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.units import mm

from app.domain.numbers import format_points
from app.domain.report_sections import Section
from app.reports.destinations import evidence_key, requirement_key
from app.reports.docx.paper import Paper
from app.reports.docx.tables import HEAD_FILL, Cell, Row, cell
from app.reports.model import ArticleEntry, RequirementEntry
from app.reports.numerals import chinese_numeral
from app.reports.styles import PORTRAIT

_LABELS = (23 * mm, 19 * mm, 20 * mm)
_VALUE = (PORTRAIT.text_width - sum(_LABELS)) / 3
_WIDTHS = tuple(width for label in _LABELS for width in (label, _VALUE))
# What is written of a requirement, and the section that lists it where the report has that one.
_WRITTEN = {
    "reason": None,
    "narrative": None,
    "problems": Section.PROBLEMS,
    "next_steps": Section.NEXT_STEPS,
}


def articles(paper: Paper, entries: Iterable[ArticleEntry]) -> None:
    """Articles with their requirements."""
    for article in entries:
        title = paper.word(
            "heading.article",
            number=article.number,
            numeral=chinese_numeral(article.number),
            title=article.heading,
        )
        paper.part(title, f"article-{article.number}")
        paper.text(article.introduction, "Note")
        for item in article.requirements:
            _requirement(paper, item)


def own(paper: Paper) -> None:
    """The region's own requirements, behind the articles."""
    section = paper.report.own
    if section is None:
        return
    paper.part(section.heading, "own")
    paper.text(section.note, "Note")
    paper.text(section.line)
    for item in section.requirements:
        _requirement(paper, item)


def retired(paper: Paper) -> None:
    """Answers to requirements that the catalogue has no more."""
    paper.text(paper.word("retired.note"), "Note")
    for entry in paper.report.retired:
        _requirement(paper, entry, whole=True)


def _requirement(paper: Paper, item: RequirementEntry, whole: bool = False) -> None:
    """What a section of the report lists is left to it, unless the `whole` answer is asked for."""
    title = paper.word("heading.coded", title=item.title, code=item.id)
    paper.item(title, requirement_key(item.id))
    paper.table(_WIDTHS, (), _facts(paper, item), together=True)
    if item.remark:
        paper.text(item.remark, "Note")
    for name, section in _WRITTEN.items():
        text = getattr(item, name)
        if text and (whole or section is None or not paper.report.has(section)):
            paper.labelled(paper.label(name), text)
    if not any(getattr(item, name) for name in _WRITTEN):
        paper.text(paper.word("no-narrative"), "Note")
    evidence = [(number, evidence_key(number)) for number in item.evidence]
    paper.linked(paper.word("evidence-numbers"), evidence)


def _facts(paper: Paper, item: RequirementEntry) -> list[Row]:
    """The box under a requirement's heading."""
    points = "—" if item.points is None else format_points(item.points)
    rows = [
        _row(
            (paper.label("progress"), item.progress, 1),
            (paper.label("level"), item.level_label or paper.word("not-rated"), 1),
            (paper.word("points-of-weight"), f"{points} / {format_points(item.weight)}", 1),
        ),
        _row(
            (paper.label("unit"), item.unit or paper.word("empty"), 3),
            (paper.label("due"), item.due or paper.word("empty"), 1),
        ),
    ]
    # The region need not say of its own requirements who is usually responsible.
    if item.department:
        rows.insert(1, _row((paper.word("usual-department"), item.department, 5)))
    if item.statement:
        rows.insert(0, _row((paper.word("required"), item.statement, 5)))
    return rows


def _row(*parts: tuple[str, str, int]) -> Row:
    """Labels, each with its value and the columns that this takes."""
    cells: list[Cell] = []
    for label, text, span in parts:
        cells += (cell(label, "SmallLabel", fill=HEAD_FILL), cell(text, "Cell", span))
    return Row(tuple(cells))
