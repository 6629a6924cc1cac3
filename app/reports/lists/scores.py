"""The score table: all requirements, a subtotal for each article."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.numbers import format_points
from app.domain.vocabulary import Language
from app.reports.destinations import requirement_key
from app.reports.listing import Cell, Listing, Row, Span, cell, columns, middle
from app.reports.model import ArticleEntry, RequirementEntry
from app.reports.words import Words

_COLUMNS = (
    "no",
    "id",
    "requirement",
    "weight",
    "progress",
    "level",
    "points",
    "evidence",
    "remark",
)
# In millimetres. English words are longer, Chinese remarks are not.
_WIDTHS: dict[Language, tuple[float | None, ...]] = {
    "zh": (10, 19, None, 13, 20, 27, 20, 17, 42),
    "en": (11, 20, None, 15, 21, 26, 23, 19, 36),
}


def scores(words: Words) -> Listing:
    """All requirements with weight, progress, rating and points."""
    report = words.report
    numbers = iter(range(1, len(report.requirements) + 1))
    rows = [row for one in report.articles for row in _article(words, one, numbers)]
    total = len(report.evidence)
    rows.append(_subtotal(words.word("total"), "", report.points, report.grade, total))
    if report.own is not None:
        rows += [_row(item, next(numbers)) for item in report.own.requirements]
        used = {number for item in report.own.requirements for number in item.evidence}
        name = words.word("own.subtotal")
        rows.append(_subtotal(name, "", report.own.points, "", len(used)))
    return Listing(_WIDTHS[report.language], rows, columns(words, _COLUMNS))


def _article(words: Words, article: ArticleEntry, numbers: Iterator[int]) -> Iterator[Row]:
    for item in article.requirements:
        yield _row(item, next(numbers))
    used = {number for item in article.requirements for number in item.evidence}
    name = words.word("subtotal", article=words.article_name(article))
    weight = format_points(article.weight)
    yield _subtotal(name, weight, article.points, article.change_label, len(used))


def _row(item: RequirementEntry, number: int) -> Row:
    values = (
        format_points(item.weight),
        item.progress,
        item.level_label or "—",
        _points(item.points),
        str(len(item.evidence) or "—"),
    )
    return Row(
        (
            middle(str(number)),
            Cell((Span(item.id, link=requirement_key(item.id)),), "SmallCenter"),
            cell(item.title),
            *map(middle, values),
            cell(item.reason if not item.applicable else "", place=item.id),
        )
    )


def _subtotal(name: str, weight: str, points: float | None, remark: str, evidence: int) -> Row:
    return Row(
        (
            cell(name, "SmallHead", 3, "subtotal"),
            cell(weight, "SmallCenter", 1, "subtotal"),
            cell("", "SmallCenter", 2, "subtotal"),
            cell(_points(points), "SmallHead", 1, "subtotal"),
            cell(str(evidence or "—"), "SmallCenter", 1, "subtotal"),
            cell(remark, "SmallCenter", 1, "subtotal"),
        ),
        closes=True,
    )


def _points(points: float | None) -> str:
    return "—" if points is None else format_points(points)
