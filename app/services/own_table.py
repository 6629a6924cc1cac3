"""Own requirements as an Excel table: template, export, and import with its difference first."""

from __future__ import annotations

import unicodedata
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from app import texts
from app.domain.changes import Changes
from app.domain.numbers import normal_name
from app.domain.own import is_own_id
from app.domain.steps import Steps
from app.domain.vocabulary import Language
from app.errors import UserError
from app.queries.own import own_requirements
from app.services.own_requirements import change, cleaned, enter
from app.services.tables.cells import optional_date
from app.services.tables.comparing import Comparison, Rules, Values, check_unmoved, compare
from app.services.tables.reading import Column, Table, TableRow, read_table
from app.services.tables.writing import write_table
from app.store.workbook import Workbook

# Heading in Chinese and English, and the width in characters.
COLUMNS: Final = (
    (Column("id", ("编号", "Id", "编号(空则自动)", "Id (empty: given)")), 18),
    (Column("title", ("标题", "Title"), required=True), 40),
    (Column("statement", ("要求说明", "What is required"), required=True), 60),
    (Column("unit", ("责任单位", "Responsible unit")), 24),
    (Column("due", ("完成期限", "Due date")), 14),
    (Column("notes", ("备注", "Notes")), 40),
)
_DUE = 4


def write_own_table(
    workbook: Workbook, target: Path, language: Language, *, empty: bool = False
) -> int:
    """Write all requirements of the region's own, or with `empty` the heading; how many rows.

    Raises as `write_table` does.
    """
    rows = [] if empty else own_requirements(workbook)
    lines = [(row.id, row.title, row.statement, row.unit, row.due, row.notes) for row in rows]
    head = [
        (column.labels[(0 if language == "zh" else 1) + (2 if column.key == "id" else 0)], width)
        for column, width in COLUMNS
    ]
    write_table(target, texts.text("own.heading", language), head, lines, (_DUE,))
    return len(lines)


def compare_own_table(workbook: Workbook, path: Path) -> Steps[Comparison]:
    """Read a file and compare it with the workbook; nothing is changed.

    What has no column stays as it is; an empty cell empties the field. Raises UserError `table.…`,
    `file.…`.
    """
    table = yield from read_table(path, [column for column, _ in COLUMNS])
    rules = Rules(
        lambda row: _read(row, table),
        lambda id_, row: UserError("own.repeated", requirement=id_, row=row),
    )
    return compare(normal_name(path.name), table, _present(workbook), rules)


def import_own_table(workbook: Workbook, comparison: Comparison) -> Changes:
    """Take over all of a comparison in one operation, or nothing.

    Raises UserError `import.mistakes`, `import.outdated`.
    """
    lines = comparison.wanted()
    with workbook.write("own.import", name=comparison.name, count=len(lines)) as unit:
        check_unmoved(lines, _present(workbook))
        for line in lines:
            if line.before is None:
                enter(unit.session, dict(line.after), line.id)
            else:
                change(unit.session, line.id, dict(line.after))
    return unit.changes


def _present(workbook: Workbook) -> dict[str, Values]:
    rows = (asdict(row) for row in own_requirements(workbook))
    return {row.pop("id"): row for row in rows}


def _read(row: TableRow, table: Table) -> tuple[str, dict[str, Any]]:
    id_ = unicodedata.normalize("NFKC", row["id"].text).replace(" ", "").upper()
    if id_ and not is_own_id(id_):
        raise UserError("own.id", requirement=row["id"].text)
    values: dict[str, Any] = {
        name: row[name].text
        for name in ("title", "statement", "unit", "notes")
        if name in table.columns
    }
    if "due" in table.columns:
        values["due"] = optional_date(row["due"], table.epoch)
    return id_, cleaned(values)  # type: ignore[arg-type]
