"""The annual plan as an Excel table: template, export, and import with its difference first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from app import texts
from app.domain.changes import Changes
from app.domain.numbers import normal_name
from app.domain.steps import Steps
from app.domain.vocabulary import LANGUAGES, Language, Progress
from app.errors import UserError
from app.queries.answers import answers
from app.queries.plan import TaskRow, tasks
from app.services.plan import change, cleaned, enter
from app.services.tables.cells import optional_date
from app.services.tables.comparing import Comparison, Rules, Values, check_unmoved, compare
from app.services.tables.reading import Cell, Column, Table, TableRow, read_table
from app.services.tables.writing import write_table
from app.store.workbook import Workbook

# Heading in Chinese and English, and the width in characters.
COLUMNS: Final = (
    (Column("id", ("编号", "No.", "编号(空则自动)", "No. (empty: given)")), 18),
    (Column("year", ("年度", "Year"), required=True), 10),
    (Column("title", ("任务", "Task"), required=True), 48),
    (Column("unit", ("责任单位", "Responsible unit")), 24),
    (Column("due", ("完成期限", "Due date")), 14),
    (Column("state", ("状态", "State")), 12),
    (Column("requirements", ("关联要求项", "Requirements")), 24),
    (Column("notes", ("备注", "Notes")), 40),
)
_DUE = 4
_CODE = re.compile(r"P-\d{2,4}")
_YEAR = re.compile(r"(\d{4})\s*年?(?:度)?")
_BETWEEN = re.compile(r"[\s,;、]+")


def write_plan(workbook: Workbook, target: Path, language: Language, *, empty: bool = False) -> int:
    """Write all tasks, or with `empty` the heading; how many rows. Raises as `write_table` does."""
    rows = [] if empty else tasks(workbook)
    head = [
        (column.labels[(0 if language == "zh" else 1) + (2 if column.key == "id" else 0)], width)
        for column, width in COLUMNS
    ]
    lines = [
        (
            row.code,
            row.year,
            row.title,
            row.unit,
            row.due,
            texts.text(f"progress.{row.state}", language),
            " ".join(row.requirements),
            row.notes,
        )
        for row in rows
    ]
    write_table(target, texts.text("plan.heading", language), head, lines, (_DUE,))
    return len(lines)


def compare_plan(workbook: Workbook, path: Path) -> Steps[Comparison]:
    """Read a file and compare it with the workbook; nothing is changed.

    What has no column stays as it is; an empty cell empties the field. Raises UserError `table.…`,
    `file.…`.
    """
    table = yield from read_table(path, [column for column, _ in COLUMNS])
    rows = tasks(workbook)
    known = {row.requirement_id for row in answers(workbook)}
    known |= {id_ for row in rows for id_ in row.requirements}
    rules = Rules(
        lambda row: _read(row, table, known),
        lambda code, row: UserError("plan.repeated", task=code, row=row),
    )
    return compare(normal_name(path.name), table, _present(rows), rules)


def import_plan(workbook: Workbook, comparison: Comparison) -> Changes:
    """Take over all of a comparison in one operation, or nothing.

    Raises UserError `import.mistakes`, `import.outdated`, `requirement.…`.
    """
    lines = comparison.wanted()
    with workbook.write("plan.import", name=comparison.name, count=len(lines)) as unit:
        check_unmoved(lines, _present(tasks(workbook)))
        for line in lines:
            if line.before is None:
                enter(unit.session, dict(line.after), line.id)
            else:
                change(unit.session, line.id, dict(line.after))
    return unit.changes


def _present(rows: Collection[TaskRow]) -> dict[str, Values]:
    return {
        row.code: {
            "year": row.year,
            "title": row.title,
            "unit": row.unit,
            "due": row.due,
            "state": row.state,
            "requirements": row.requirements,
            "notes": row.notes,
        }
        for row in rows
    }


def _read(row: TableRow, table: Table, known: Collection[str]) -> tuple[str, dict[str, Any]]:
    code = _folded(row["id"].text)
    if code and not _CODE.fullmatch(code):
        raise UserError("plan.code", task=row["id"].text)
    values: dict[str, Any] = {
        name: row[name].text for name in ("title", "unit", "notes") if name in table.columns
    }
    values["year"] = _year(row["year"])
    if "due" in table.columns:
        values["due"] = optional_date(row["due"], table.epoch)
    if "state" in table.columns:
        values["state"] = _state(row["state"].text)
    if "requirements" in table.columns:
        values["requirements"] = tuple(_requirements(row["requirements"].text, known))
    return code, cleaned(values)  # type: ignore[arg-type]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "").upper()


def _year(cell: Cell) -> int:
    if isinstance(cell.value, date):
        return cell.value.year
    if not cell.text:
        raise UserError("plan.no-year")
    match = _YEAR.fullmatch(unicodedata.normalize("NFKC", cell.text))
    if not match:
        raise UserError("plan.unreadable-year", text=cell.text)
    return int(match[1])


def _state(text: str) -> Progress:
    """A state by its name in either language or as the command line writes it."""
    if not text:
        return Progress.NOT_STARTED
    for state in Progress:
        names = {str(state), *(texts.text(f"progress.{state}", name) for name in LANGUAGES)}
        if text.casefold() in {name.casefold() for name in names}:
            return state
    raise UserError("plan.state", text=text)


def _requirements(text: str, known: Collection[str]) -> Iterator[str]:
    """Ids, however they are parted, in order and each once."""
    by_folded = {id_.upper(): id_ for id_ in known}
    folded = unicodedata.normalize("NFKC", text).upper()
    for part in sorted(set(_BETWEEN.split(folded)) - {""}):
        if part not in by_folded:
            raise UserError("requirement.unknown", requirement=part)
        yield by_folded[part]
