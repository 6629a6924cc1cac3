"""The profile, the box of a requirement, the articles at a glance, and the page to be sealed."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.units import mm

from app.domain.numbers import format_points
from app.reports.listing import Cell, Listing, Row, cell, columns, middle
from app.reports.model import ArticleEntry, Line, RequirementEntry
from app.reports.seal import sign_off_lines
from app.reports.styles import PORTRAIT
from app.reports.words import Words

_COVER, _SIGN_OFF = 52, 68
_LABELS = (23.0, 19.0, 20.0)
_VALUE = (PORTRAIT.text_width / mm - sum(_LABELS)) / 3
# Labels, each with the column of its value.
_BOX = tuple(width for label in _LABELS for width in (label, _VALUE))
_ARTICLES = (None, *([15.2] * 6), 20.5)


def named_lines(words: Words, lines: Iterable[Line], left: float) -> Listing:
    """Values with their names; `left` is the width of the names in millimetres."""
    rows = [
        Row(
            (
                cell(line.label, "CellLabel", fill="head"),
                cell(line.value or words.word("empty"), "Cell", place=line.label),
            )
        )
        for line in lines
    ]
    return Listing((left, None), rows)


def cover_lines(words: Words) -> Listing:
    """What the cover says below its title."""
    empty = words.word("empty")
    lines = [(line.label, line.value or empty) for line in words.report.cover.lines]
    return _bare(words, lines, _COVER)


def sign_off(words: Words) -> Listing:
    """Lead unit with its seal, signatures and date."""
    return _bare(words, sign_off_lines(words), _SIGN_OFF)


def _bare(words: Words, lines: Iterable[tuple[str, str]], left: float) -> Listing:
    rows = [
        Row(
            (
                cell(label + words.word("colon"), "CoverLabel"),
                cell(value, "CoverLine", place=label),
            )
        )
        for label, value in lines
    ]
    return Listing((left, None), rows, ruled=False)


def articles(words: Words) -> Listing:
    """A line of counts for each article."""
    names = ("article", "weight", "total", "applicable", "started", "done", "rated", "points")
    rows = [
        Row((cell(f"{words.article_name(one)} {one.heading}"), *map(middle, _figures(one))))
        for one in words.report.articles
    ]
    return Listing(_ARTICLES, rows, columns(words, names), together=True)


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


def box(words: Words, item: RequirementEntry) -> Listing:
    """The box under a requirement's heading: what is required, and how it stands."""
    points = "—" if item.points is None else format_points(item.points)
    rows = [
        _box_row(
            item,
            (words.label("progress"), item.progress, 1),
            (words.label("level"), item.level_label or words.word("not-rated"), 1),
            (words.word("points-of-weight"), f"{points} / {format_points(item.weight)}", 1),
        ),
        _box_row(
            item,
            (words.label("unit"), item.unit or words.word("empty"), 3),
            (words.label("due"), item.due or words.word("empty"), 1),
        ),
    ]
    # The region need not say of its own requirements who is usually responsible.
    if item.department:
        rows.insert(1, _box_row(item, (words.word("usual-department"), item.department, 5)))
    if item.statement:
        rows.insert(0, _box_row(item, (words.word("required"), item.statement, 5)))
    return Listing(_BOX, rows, together=True)


def _box_row(item: RequirementEntry, *parts: tuple[str, str, int]) -> Row:
    """Labels, each with its value and the columns that this takes."""
    cells: list[Cell] = []
    for label, text, span in parts:
        cells.append(cell(label, "SmallLabel", fill="head"))
        cells.append(cell(text, "Cell", span, place=f"{item.id} {label}"))
    return Row(tuple(cells))
