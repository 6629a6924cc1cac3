"""What importing a table would do to rows that people know by an id: said before it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from app.errors import UserError
from app.services.tables.reading import Table, TableRow

LineOutcome = Literal["new", "changed", "same", "error"]
Values: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """What would become of one row of the file; `error` says what is wrong with it.

    `id` is "" for what is new and has none yet. `changes` are the fields that differ, with the
    value before and after.
    """

    row: int
    outcome: LineOutcome
    id: str
    title: str
    before: Values | None = None
    after: Values = field(default_factory=dict)
    error: UserError | None = None

    @property
    def changes(self) -> dict[str, tuple[Any, Any]]:
        before = self.before or {}
        return {
            name: (before.get(name), value)
            for name, value in self.after.items()
            if before.get(name) != value
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an import would do; `ignored` are columns of the file that nothing is known of."""

    name: str
    lines: tuple[Line, ...]
    ignored: tuple[str, ...]

    def count(self, outcome: LineOutcome) -> int:
        return sum(line.outcome == outcome for line in self.lines)

    def wanted(self) -> list[Line]:
        """What there is to do; rows that bring an id come first, so that none is given twice.

        Raises UserError `import.mistakes` where a row has one.
        """
        if mistakes := self.count("error"):
            raise UserError("import.mistakes", count=mistakes)
        lines = [line for line in self.lines if line.outcome in ("new", "changed")]
        return sorted(lines, key=lambda line: not line.id)


@dataclass(frozen=True, slots=True)
class Rules:
    """How the rows of a table are read: `read` gives the id, "" for a new one, and the values.

    `repeated` makes the error for an id that stands in an earlier row.
    """

    read: Callable[[TableRow], tuple[str, dict[str, Any]]]
    repeated: Callable[[str, int], UserError]


def compare(name: str, table: Table, present: Mapping[str, Values], rules: Rules) -> Comparison:
    """Each row with its outcome. A row without id that says what a row has already is the same."""
    seen: dict[str, int] = {}
    # Rows that are named by their id can't be meant by another one.
    lines = [_line(row, present, rules, seen) for row in table.rows]
    free = {id_: values for id_, values in present.items() if id_ not in seen}
    return Comparison(name, tuple(_settled(line, free) for line in lines), table.ignored)


def _line(row: TableRow, present: Mapping[str, Values], rules: Rules, seen: dict[str, int]) -> Line:
    id_, title = row["id"].text, row["title"].text
    try:
        if row["id"].merged or row["title"].merged:
            raise UserError("import.merged")
        for cell in row.cells.values():
            if cell.failed:
                raise UserError("reading.no-result", text=cell.text)
        id_, values = rules.read(row)
        if id_ and seen.setdefault(id_, row.number) != row.number:
            raise rules.repeated(id_, seen[id_])
    except UserError as error:
        return Line(row.number, "error", id_, title, error=error)
    before = present.get(id_)
    if before is None:
        return Line(row.number, "new", id_, values["title"], None, values)
    after = {**before, **values}
    outcome: LineOutcome = "same" if after == before else "changed"
    return Line(row.number, outcome, id_, values["title"], before, after)


def _settled(line: Line, free: dict[str, Values]) -> Line:
    """A new row without id that is there word for word: an import that is done a second time."""
    if line.outcome != "new" or line.id:
        return line
    for id_, values in free.items():
        if {**values, **line.after} == values:
            del free[id_]
            return Line(line.row, "same", id_, line.title, values, values)
    return line


def check_unmoved(lines: Sequence[Line], present: Mapping[str, Values]) -> None:
    """UserError `import.outdated` where the rows are no longer those that were compared."""
    for line in lines:
        if present.get(line.id) != line.before:
            raise UserError("import.outdated")
