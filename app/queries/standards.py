"""The standards that the evidence names (标准清单), and the readings that they propose."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.standards.counting import grouped
from app.domain.standards.finding import find_standards, parse_standard
from app.domain.standards.measured import counts, is_counted
from app.domain.standards.number import Level, Standard
from app.domain.vocabulary import Text
from app.queries.evidence import EvidenceRow, evidence_list, number_key
from app.queries.indicators import indicators
from app.queries.search.index import TextIndex
from app.store.workbook import Workbook


class Source(StrEnum):
    """Where a dossier names a standard."""

    TITLE = "title"
    NUMBER = "document-number"
    FILE_NAME = "file-name"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Naming:
    """A dossier that names a standard."""

    evidence_id: str
    number: str
    title: str
    source: Source


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A standard and the dossiers that name it, one entry for each dossier.

    `own` says that a dossier is about it: it stands in title, document number or a file's name,
    not only among what a text refers to.
    """

    standard: Standard
    named_by: tuple[Naming, ...]

    @property
    def own(self) -> bool:
        return any(naming.source is not Source.TEXT for naming in self.named_by)


@dataclass(frozen=True, slots=True)
class ProposedReading:
    """What the standards of the evidence come to for an indicator.

    `value` counts standards that dossiers are about; `last` is the reading there is.
    """

    indicator_id: str
    code: str
    title: Text
    value: int
    last: float | None
    standards: tuple[str, ...]


def standards_named(workbook: Workbook, index: TextIndex) -> list[StandardRow]:
    """All standards that the evidence names, in order of level and number.

    Of the texts inside, those that the index knows.
    """
    return _rows(_namings(evidence_list(workbook), index.standards()))


def standards_proved(rows: Sequence[EvidenceRow]) -> list[StandardRow]:
    """Those that dossiers are about: by title, document number or name of a file."""
    return _rows(_namings(rows, ()))


def count_by_level(rows: Iterable[StandardRow]) -> Counter[Level]:
    """How many standards of each level; a regional one counts once."""
    return Counter(row.standard.level for row in rows)


def proposed_readings(
    workbook: Workbook, rows: Sequence[StandardRow], today: date
) -> list[ProposedReading]:
    """For indicators that count standards, how many the dossiers are about.

    Only where there are some, and not where the last reading says the same.
    """
    own = [row.standard for row in rows if row.own and row.standard.known]
    result = []
    for indicator in indicators(workbook, today):
        levels = counts(indicator.title.zh, indicator.unit)
        if levels is None:
            continue
        counted = tuple(one.designation for one in own if is_counted(one, levels))
        last = indicator.last.value if indicator.last else None
        if counted and last != len(counted):
            result.append(
                ProposedReading(
                    indicator.id, indicator.code, indicator.title, len(counted), last, counted
                )
            )
    return result


def _namings(
    rows: Sequence[EvidenceRow], in_texts: Iterable[tuple[str, str]]
) -> dict[Standard, list[Naming]]:
    """`in_texts` are hashes of files with the standards that stand inside."""
    inside: defaultdict[str, list[Standard]] = defaultdict(list)
    for sha256, designation in in_texts:
        standard = parse_standard(designation)
        if standard is not None:
            inside[sha256].append(standard)
    namings: defaultdict[Standard, list[Naming]] = defaultdict(list)
    for row in rows:
        texts = [(Source.TITLE, row.title), (Source.NUMBER, row.document_number)]
        texts += [(Source.FILE_NAME, file.name) for file in row.files]
        for source, text in texts:
            for standard in find_standards(text):
                namings[standard].append(Naming(row.id, row.number, row.title, source))
        for file in row.files:
            for standard in inside[file.sha256]:
                namings[standard].append(Naming(row.id, row.number, row.title, Source.TEXT))
    return namings


def _rows(namings: dict[Standard, list[Naming]]) -> list[StandardRow]:
    return [
        StandardRow(standard, tuple(_once(naming for name in names for naming in namings[name])))
        for standard, names in grouped(namings).items()
    ]


def _once(namings: Iterable[Naming]) -> list[Naming]:
    """The first naming of each dossier, which is the one that says most."""
    order = list(Source)
    first: dict[str, Naming] = {}
    for naming in sorted(
        namings, key=lambda one: (order.index(one.source), number_key(one.number))
    ):
        first.setdefault(naming.evidence_id, naming)
    return list(first.values())
