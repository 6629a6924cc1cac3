"""List of gaps, score table, evidence register and list of standards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Spacer

from app.domain.numbers import format_points, format_size
from app.reports.destinations import evidence_key, requirement_key
from app.reports.model import ArticleEntry, EvidenceEntry, RequirementEntry
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.story import Story
from app.reports.pdf.textblock import Span
from app.reports.styles import LANDSCAPE, PORTRAIT, SUBTOTAL_FILL, column_widths

# Hexadecimal digits of the SHA-256 that are printed.
_DIGITS = 16


def gaps(story: Story) -> None:
    """What the check before submission found."""
    style = story.styles
    if not story.report.gaps:
        story.text(story.word("gaps.none"), style.body)
        return
    names = ("no", "severity", "place", "finding")
    widths = column_widths(PORTRAIT.text_width, (12, 20, None, 58))
    rows = [
        Row(
            (
                Cell(story.block(str(number), style.small_center)),
                Cell(story.block(gap.severity_label, style.small_center)),
                Cell(story.block(gap.place, style.small, gap.place)),
                Cell(story.block(gap.sentence, style.small, gap.place)),
            )
        )
        for number, gap in enumerate(story.report.gaps, 1)
    ]
    story.add(Grid(widths, [_head(story, names)], rows))


def score_table(story: Story) -> None:
    """All requirements with weight, progress, rating and points; a subtotal for each article."""
    style, report = story.styles, story.report
    story.text(report.scheme_note, style.note)
    names = (
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
    widths = column_widths(LANDSCAPE.text_width, (11, 20, None, 14, 21, 28, 22, 19, 32))
    numbers = iter(range(1, len(report.requirements) + 1))
    rows = [row for article in report.articles for row in _article_rows(story, article, numbers)]
    rows.append(
        _subtotal(story, story.word("total"), "", report.points, report.grade, len(report.evidence))
    )
    if report.own is not None:
        rows += [_score_row(story, item, next(numbers)) for item in report.own.requirements]
        used = {number for item in report.own.requirements for number in item.evidence}
        name = story.word("own.subtotal")
        rows.append(_subtotal(story, name, "", report.own.points, "", len(used)))
    story.add(Grid(widths, [_head(story, names)], rows))
    story.add(Spacer(0, 18), story.block(story.word("signatures"), style.cell))


def _article_rows(story: Story, article: ArticleEntry, numbers: Iterator[int]) -> Iterator[Row]:
    for item in article.requirements:
        yield _score_row(story, item, next(numbers))
    used = {number for item in article.requirements for number in item.evidence}
    name = story.word("subtotal", article=story.article_name(article))
    weight = format_points(article.weight)
    yield _subtotal(story, name, weight, article.points, article.change_label, len(used))


def _score_row(story: Story, item: RequirementEntry, number: int) -> Row:
    style = story.styles
    remark = item.reason if not item.applicable else ""
    return Row(
        (
            Cell(story.block(str(number), style.small_center)),
            Cell(story.spans([Span(item.id, link=requirement_key(item.id))], style.small_center)),
            Cell(story.block(item.title, style.small)),
            Cell(story.block(format_points(item.weight), style.small_center)),
            Cell(story.block(item.progress, style.small_center)),
            Cell(story.block(item.level_label or "—", style.small_center)),
            Cell(story.block(_points(item.points), style.small_center)),
            Cell(story.block(str(len(item.evidence) or "—"), style.small_center)),
            Cell(story.block(remark, style.small, item.id)),
        )
    )


def _subtotal(
    story: Story, name: str, weight: str, points: float | None, remark: str, evidence: int
) -> Row:
    style = story.styles
    cells = (
        Cell(story.block(name, style.small_head), span=3),
        Cell(story.block(weight, style.small_center)),
        Cell(None, span=2),
        Cell(story.block(_points(points), style.small_head)),
        Cell(story.block(str(evidence or "—"), style.small_center)),
        Cell(story.block(remark, style.small_center)),
    )
    return Row(tuple(Cell(cell.block, cell.span, SUBTOTAL_FILL) for cell in cells), closes=True)


def register(story: Story) -> None:
    """The evidence register."""
    style = story.styles
    if not story.report.evidence:
        story.text(story.word("register.none"), style.body)
        return
    story.text(story.word("register.note"), style.note)
    names = ("no", "number", "title", "kind", "document", "dates", "files", "proofs", "remark")
    widths = column_widths(LANDSCAPE.text_width, (10, 18, None, 20, 28, 27, 37, 35, 19))
    rows = [_evidence_row(story, entry, number) for number, entry in _numbered(story)]
    story.add(Grid(widths, [_head(story, names)], rows))


def standards(story: Story) -> None:
    """The standards that the evidence names."""
    style = story.styles
    names = ("no", "standard", "title", "kind", "dossiers")
    widths = column_widths(LANDSCAPE.text_width, (11, 46, None, 28, 46))
    rows = [
        Row(
            (
                Cell(story.block(str(number), style.small_center)),
                Cell(story.block(entry.number, style.small)),
                Cell(story.block(entry.title, style.small, entry.number)),
                Cell(story.block(entry.kind, style.small_center)),
                Cell(story.spans(_dossiers(story, entry.evidence), style.small)),
            )
        )
        for number, entry in enumerate(story.report.standards, 1)
    ]
    story.add(Grid(widths, [_head(story, names)], rows))


def _dossiers(story: Story, numbers: Sequence[str]) -> list[Span]:
    """Numbers of the evidence, each leading to its row in the register."""
    last = len(numbers) - 1
    return [
        Span(number + (story.word("separator") if index < last else ""), link=evidence_key(number))
        for index, number in enumerate(numbers)
    ]


def _numbered(story: Story) -> Iterator[tuple[int, EvidenceEntry]]:
    return enumerate(story.report.evidence, 1)


def _evidence_row(story: Story, entry: EvidenceEntry, number: int) -> Row:
    style = story.styles
    document = _joined(entry.document_number, entry.issuing_body)
    dates = _joined(
        entry.formed_on, entry.valid_until and story.word("until", date=entry.valid_until)
    )
    files = _joined(
        *(
            story.word("file", name=one.name, bytes=format_size(one.size))
            + f"\n{one.sha256[:_DIGITS]}"
            for one in entry.files
        )
    )
    remark = _joined(entry.confidentiality, entry.notes)
    texts = (entry.title, entry.kind, document, dates, files or story.word("no-files"))
    return Row(
        (
            Cell(story.block(str(number), style.small_center)),
            Cell(story.block(entry.number, style.small_center)),
            *(Cell(story.block(text, style.small, entry.number)) for text in texts),
            Cell(story.spans(_proofs(story, entry), style.small, entry.number)),
            Cell(story.block(remark, style.small, entry.number)),
        ),
        anchor=evidence_key(entry.number),
    )


def _proofs(story: Story, entry: EvidenceEntry) -> list[Span]:
    """The requirements that a dossier serves, each with where in it and what it proves."""
    if not entry.proofs:
        return [Span(story.word("no-requirements"))]
    spans: list[Span] = []
    for index, proof in enumerate(entry.proofs):
        spans.append(
            Span(
                ("\n" if index else "") + proof.requirement_id,
                link=requirement_key(proof.requirement_id),
            )
        )
        detail = story.word("clause").join(part for part in (proof.locator, proof.proves) if part)
        if detail:
            spans.append(Span(story.word("colon") + detail))
    return spans


def _head(story: Story, names: Sequence[str]) -> Row:
    return story.head([story.word(f"column.{name}") for name in names], story.styles.small_head)


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _points(points: float | None) -> str:
    return "—" if points is None else format_points(points)
