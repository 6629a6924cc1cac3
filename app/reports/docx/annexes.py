"""List of gaps, score table, evidence register, list of standards and annual plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.numbers import format_points, format_size
from app.reports.destinations import evidence_key, requirement_key
from app.reports.docx.indicators import requirement_links
from app.reports.docx.markup import Span
from app.reports.docx.paper import Paper
from app.reports.docx.tables import SUBTOTAL_FILL, Cell, Row, cell
from app.reports.model import ArticleEntry, EvidenceEntry, RequirementEntry, StandardEntry
from app.reports.styles import column_widths

# Hexadecimal digits of the SHA-256 that are printed.
_DIGITS = 16
_PLAN = ("code", "year", "title", "unit", "due", "state", "requirements", "notes")


def gaps(paper: Paper) -> None:
    """What the check before submission found."""
    if not paper.report.gaps:
        paper.text(paper.word("gaps.none"))
        return
    rows = [
        Row(
            (
                cell(str(number), "SmallCenter"),
                cell(gap.severity_label, "SmallCenter"),
                cell(gap.place),
                cell(gap.sentence),
            )
        )
        for number, gap in enumerate(paper.report.gaps, 1)
    ]
    _table(paper, ("no", "severity", "place", "finding"), (12, 20, None, 58), rows)


def score_table(paper: Paper) -> None:
    """All requirements with weight, progress, rating and points; a subtotal for each article."""
    report = paper.report
    paper.text(report.scheme_note, "Note")
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
    numbers = iter(range(1, len(report.requirements) + 1))
    rows = [row for article in report.articles for row in _article_rows(paper, article, numbers)]
    total = len(report.evidence)
    rows.append(_subtotal(paper.word("total"), "", report.points, report.grade, total))
    if report.own is not None:
        rows += [_score_row(paper, item, next(numbers)) for item in report.own.requirements]
        used = {number for item in report.own.requirements for number in item.evidence}
        name = paper.word("own.subtotal")
        rows.append(_subtotal(name, "", report.own.points, "", len(used)))
    _table(paper, names, (11, 20, None, 14, 19, 28, 22, 19, 32), rows)
    paper.text(paper.word("signatures"), "Cell")


def _article_rows(paper: Paper, article: ArticleEntry, numbers: Iterator[int]) -> Iterator[Row]:
    for item in article.requirements:
        yield _score_row(paper, item, next(numbers))
    used = {number for item in article.requirements for number in item.evidence}
    name = paper.word("subtotal", article=paper.article_name(article))
    weight = format_points(article.weight)
    yield _subtotal(name, weight, article.points, article.change_label, len(used))


def _score_row(paper: Paper, item: RequirementEntry, number: int) -> Row:
    link = Span(item.id, link=paper.mark(requirement_key(item.id))[0])
    values = (
        format_points(item.weight),
        item.progress,
        item.level_label or "—",
        _points(item.points),
        str(len(item.evidence) or "—"),
    )
    return Row(
        (
            cell(str(number), "SmallCenter"),
            Cell((link,), "SmallCenter"),
            cell(item.title),
            *(cell(value, "SmallCenter") for value in values),
            cell(item.reason if not item.applicable else ""),
        )
    )


def _subtotal(name: str, weight: str, points: float | None, remark: str, evidence: int) -> Row:
    return Row(
        (
            cell(name, "SmallHead", 3, SUBTOTAL_FILL),
            cell(weight, "SmallCenter", 1, SUBTOTAL_FILL),
            cell("", "SmallCenter", 2, SUBTOTAL_FILL),
            cell(_points(points), "SmallHead", 1, SUBTOTAL_FILL),
            cell(str(evidence or "—"), "SmallCenter", 1, SUBTOTAL_FILL),
            cell(remark, "SmallCenter", 1, SUBTOTAL_FILL),
        )
    )


def register(paper: Paper) -> None:
    """The evidence register."""
    if not paper.report.evidence:
        paper.text(paper.word("register.none"))
        return
    paper.text(paper.word("register.note"), "Note")
    names = ("no", "number", "title", "kind", "document", "dates", "files", "proofs", "remark")
    rows = [_evidence_row(paper, one, no) for no, one in enumerate(paper.report.evidence, 1)]
    _table(paper, names, (10, 18, None, 20, 28, 27, 37, 35, 19), rows)


def _evidence_row(paper: Paper, entry: EvidenceEntry, number: int) -> Row:
    until = entry.valid_until and paper.word("until", date=entry.valid_until)
    files = "\n".join(
        paper.word("file", name=one.name, bytes=format_size(one.size)) + f"\n{one.sha256[:_DIGITS]}"
        for one in entry.files
    )
    texts = (
        entry.title,
        entry.kind,
        _joined(entry.document_number, entry.issuing_body),
        _joined(entry.formed_on, until),
        files or paper.word("no-files"),
    )
    return Row(
        (
            cell(str(number), "SmallCenter"),
            cell(entry.number, "SmallCenter"),
            *(cell(text) for text in texts),
            Cell(tuple(_proofs(paper, entry))),
            cell(_joined(entry.confidentiality, entry.notes)),
        ),
        anchor=paper.mark(evidence_key(entry.number)),
    )


def _proofs(paper: Paper, entry: EvidenceEntry) -> Iterator[Span]:
    """The requirements that a dossier serves, each with where in it and what it proves."""
    if not entry.proofs:
        yield Span(paper.word("no-requirements"))
    for index, proof in enumerate(entry.proofs):
        key = requirement_key(proof.requirement_id)
        yield Span(("\n" if index else "") + proof.requirement_id, link=paper.mark(key)[0])
        detail = paper.word("clause").join(part for part in (proof.locator, proof.proves) if part)
        if detail:
            yield Span(paper.word("colon") + detail)


def standards(paper: Paper) -> None:
    """The standards that the evidence names."""
    rows = [_standard_row(paper, one, no) for no, one in enumerate(paper.report.standards, 1)]
    _table(paper, ("no", "standard", "title", "kind", "evidence"), (11, 46, None, 28, 46), rows)


def _standard_row(paper: Paper, entry: StandardEntry, number: int) -> Row:
    last = len(entry.evidence) - 1
    links: list[Span] = []
    for index, one in enumerate(entry.evidence):
        links.append(Span(one, link=paper.mark(evidence_key(one))[0]))
        if index < last:
            links.append(Span(paper.word("separator")))
    return Row(
        (
            cell(str(number), "SmallCenter"),
            cell(entry.number),
            cell(entry.title),
            cell(entry.kind, "SmallCenter"),
            Cell(tuple(links)),
        )
    )


def plan(paper: Paper) -> None:
    """All tasks by year, one row for each."""
    rows = [
        Row(
            (
                cell(entry.code, "SmallCenter"),
                cell(entry.year, "SmallCenter"),
                cell(entry.title),
                cell(entry.unit),
                cell(entry.due, "SmallCenter"),
                cell(entry.state, "SmallCenter"),
                Cell(requirement_links(paper, entry.requirements), "SmallCenter"),
                cell(entry.notes),
            )
        )
        for entry in paper.report.plan
    ]
    head = [paper.term(f"field.plan_task.{name}") for name in _PLAN]
    paper.table(column_widths(paper.width, (14, 12, None, 36, 28, 24, 25, 34)), head, rows)


def _table(
    paper: Paper, names: Sequence[str], widths: Sequence[float | None], rows: Sequence[Row]
) -> None:
    head = [paper.word(f"column.{name}") for name in names]
    paper.table(column_widths(paper.width, widths), head, rows)


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _points(points: float | None) -> str:
    return "—" if points is None else format_points(points)
