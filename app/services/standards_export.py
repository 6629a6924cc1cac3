"""The list of standards (标准清单) as an Excel file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app import texts
from app.domain.vocabulary import Language
from app.queries.standards import StandardRow
from app.services.tables.writing import write_table

_COLUMNS = (
    ("standards.column.number", 30),
    ("standards.column.level", 12),
    ("standards.column.force", 14),
    ("standards.column.regions", 24),
    ("standards.column.role", 14),
    ("standards.column.evidence", 60),
)


def write_standards(rows: Sequence[StandardRow], target: Path, language: Language) -> int:
    """Write the standards, one in a row; how many rows. Raises as `write_table` does."""
    head = [(texts.text(key, language), width) for key, width in _COLUMNS]
    lines = [standard_cells(row, language) for row in rows]
    write_table(target, texts.text("standards.title", language), head, lines)
    return len(lines)


def standard_cells(row: StandardRow, language: Language) -> tuple[str, ...]:
    """Number, level, force, regions, role and evidence of a standard, as they are shown."""
    standard = row.standard
    separator = texts.text("report.separator", language)
    level = texts.text(f"standards.level.{standard.level}", language)
    return (
        standard.designation,
        level if standard.known else texts.text("standards.unknown", language, level=level),
        texts.text(f"standards.force.{standard.force}", language) if standard.force else "",
        separator.join(name.in_(language) for name in standard.region_names),
        texts.text("standards.own" if row.own else "standards.cited", language),
        separator.join(f"{naming.number} {naming.title}" for naming in row.named_by),
    )
