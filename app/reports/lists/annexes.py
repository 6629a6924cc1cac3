"""List of gaps, evidence register, list of standards and annual plan."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.numbers import format_size
from app.reports.destinations import evidence_key, requirement_key
from app.reports.listing import (
    Cell,
    Listing,
    Row,
    Span,
    cell,
    columns,
    joined,
    linked_lines,
    middle,
)
from app.reports.model import EvidenceEntry, StandardEntry, TaskEntry
from app.reports.words import Words

# Hexadecimal digits of the SHA-256 that are printed.
_DIGITS = 16
_REGISTER = ("no", "number", "title", "kind", "document", "dates", "files", "proofs", "remark")
_PLAN = ("code", "year", "title", "unit", "due", "state", "requirements", "notes")


def gaps(words: Words) -> Listing:
    """What the check before submission found."""
    rows = [
        Row(
            (
                middle(str(number)),
                middle(gap.severity_label),
                cell(gap.place, place=gap.place),
                cell(gap.sentence, place=gap.place),
            )
        )
        for number, gap in enumerate(words.report.gaps, 1)
    ]
    head = columns(words, ("no", "severity", "place", "finding"))
    return Listing((12, 20, None, 58), rows, head)


def register(words: Words) -> Listing:
    """The evidence register, whose rows are led to from the requirements."""
    rows = [_evidence(words, one, number) for number, one in enumerate(words.report.evidence, 1)]
    return Listing((10, 18, None, 20, 28, 27, 37, 35, 19), rows, columns(words, _REGISTER))


def _evidence(words: Words, entry: EvidenceEntry, number: int) -> Row:
    until = entry.valid_until and words.word("until", date=entry.valid_until)
    files = joined(
        *(
            words.word("file", name=one.name, bytes=format_size(one.size))
            + f"\n{one.sha256[:_DIGITS]}"
            for one in entry.files
        )
    )
    texts = (
        entry.title,
        entry.kind,
        joined(entry.document_number, entry.issuing_body),
        joined(entry.formed_on, until),
        files or words.word("no-files"),
    )
    return Row(
        (
            middle(str(number)),
            middle(entry.number),
            *(cell(text, place=entry.number) for text in texts),
            Cell(tuple(_proofs(words, entry)), place=entry.number),
            cell(joined(entry.confidentiality, entry.notes), place=entry.number),
        ),
        anchor=evidence_key(entry.number),
    )


def _proofs(words: Words, entry: EvidenceEntry) -> Iterator[Span]:
    """The requirements that a dossier serves, each with where in it and what it proves."""
    if not entry.proofs:
        yield Span(words.word("no-requirements"))
    for index, proof in enumerate(entry.proofs):
        id_ = proof.requirement_id
        yield Span(("\n" if index else "") + id_, link=requirement_key(id_))
        detail = words.word("clause").join(part for part in (proof.locator, proof.proves) if part)
        if detail:
            yield Span(words.word("colon") + detail)


def standards(words: Words) -> Listing:
    """The standards that the evidence names."""
    rows = [_standard(words, one, number) for number, one in enumerate(words.report.standards, 1)]
    head = columns(words, ("no", "standard", "title", "kind", "dossiers"))
    return Listing((11, 46, None, 28, 46), rows, head)


def _standard(words: Words, entry: StandardEntry, number: int) -> Row:
    """Numbers of the evidence lead each to its row in the register."""
    last = len(entry.evidence) - 1
    dossiers = tuple(
        Span(one + (words.word("separator") if index < last else ""), link=evidence_key(one))
        for index, one in enumerate(entry.evidence)
    )
    return Row(
        (
            middle(str(number)),
            cell(entry.number),
            cell(entry.title, place=entry.number),
            middle(entry.kind),
            Cell(dossiers),
        )
    )


def plan(words: Words) -> Listing:
    """All tasks by year, one row for each."""
    head = [words.label(f"plan_task.{name}") for name in _PLAN]
    rows = [_task(one) for one in words.report.plan]
    return Listing((14, 12, None, 36, 28, 24, 25, 34), rows, head)


def _task(entry: TaskEntry) -> Row:
    requirements = linked_lines((id_, requirement_key(id_)) for id_ in entry.requirements)
    return Row(
        (
            middle(entry.code),
            middle(entry.year),
            cell(entry.title, place=entry.code),
            cell(entry.unit, place=entry.code),
            middle(entry.due),
            middle(entry.state),
            Cell(requirements, "SmallCenter"),
            cell(entry.notes, place=entry.code),
        )
    )
