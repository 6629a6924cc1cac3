"""Reads the score sheet that comes back from the experts, by the ids in its hidden sheet."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from app import texts
from app.domain import score_sheet as keys
from app.domain.steps import Steps
from app.domain.vocabulary import LANGUAGES
from app.errors import UserError
from app.queries.history import state_known
from app.queries.profile import profile
from app.queries.snapshots.reading import snapshots
from app.services.tables.opening import opened, sound
from app.services.tables.reading import Cell, Column, TableRow, read_table
from app.store.workbook import Workbook

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*分?")


@dataclass(frozen=True, slots=True)
class ExpertScore:
    """What the experts wrote of a requirement; `score` is None where they gave none."""

    requirement_id: str
    score: float | None
    reason: str
    opinion: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """A row of the file that can't be read."""

    row: int
    requirement_id: str
    error: UserError


@dataclass(frozen=True, slots=True)
class ExpertSheet:
    """`snapshot` is the code of the snapshot that the sheet was made from, "" for a draft.

    `missing` are requirements that the sheet had when it was made and has no more.
    """

    name: str
    snapshot: str
    scores: tuple[ExpertScore, ...]
    mistakes: tuple[Mistake, ...]
    missing: tuple[str, ...]


@dataclass(slots=True)
class _Ids:
    """What the hidden sheet says."""

    values: dict[str, str] = field(default_factory=dict)
    requirements: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    """The rows of one requirement put together: long answers take several."""

    score: float | None = None
    reasons: list[str] = field(default_factory=list)
    opinions: list[str] = field(default_factory=list)


def read_expert_scores(workbook: Workbook, path: Path) -> Steps[ExpertSheet]:
    """The experts' scores, reasons and opinions, requirements in the order of the sheet.

    Nothing is written. Raises UserError `score-sheet.…` where the sheet is not of this workbook or
    of a state it never had, `table.…`, `file.…`.
    """
    ids = _read_ids(path)
    snapshot = _checked(workbook, ids, path)
    table = yield from read_table(path, _columns())
    found: defaultdict[str, _Found] = defaultdict(_Found)
    mistakes = []
    known = set(ids.requirements)
    for row in table.rows:
        # Subtotals have no id.
        if id_ := row["id"].text:
            try:
                _take(row, id_, known, found)
            except UserError as error:
                mistakes.append(Mistake(row.number, id_, error))
    seen = {row["id"].text for row in table.rows}
    return ExpertSheet(
        name=path.name,
        snapshot=snapshot,
        scores=tuple(_score(id_, found[id_]) for id_ in ids.requirements if id_ in seen),
        mistakes=tuple(mistakes),
        missing=tuple(id_ for id_ in ids.requirements if id_ not in seen),
    )


def _columns() -> tuple[Column, ...]:
    """The columns by their headings in both languages."""

    def column(key: str, label: str) -> Column:
        labels = [texts.text(f"report.column.{label}", language) for language in LANGUAGES]
        return Column(key, tuple(labels), required=True)

    return (
        column("id", "id"),
        column("score", "expert-score"),
        column("reason", "expert-reason"),
        column("opinion", "expert-opinion"),
    )


def _read_ids(path: Path) -> _Ids:
    ids = _Ids()
    with opened(path) as book:
        if keys.IDS_SHEET not in book.sheetnames:
            raise UserError("score-sheet.unknown", name=path.name)
        sheet = book[keys.IDS_SHEET]
        # A sheet saved by WPS may say that it is one cell large.
        sheet.reset_dimensions()
        with sound(path):
            rows = [tuple(row) for row in sheet.iter_rows(max_col=2, values_only=True)]
    for row in rows:
        key, value = (str(one or "") for one in (*row, "", "")[:2])
        if key == keys.KEY_REQUIREMENT:
            ids.requirements.append(value)
        else:
            ids.values[key] = value
    return ids


def _checked(workbook: Workbook, ids: _Ids, path: Path) -> str:
    """The code of the sheet's snapshot, "" for a draft. UserError `score-sheet.…`."""
    values = ids.values
    if not values.get(keys.KEY_FORMAT, "").isdecimal() or not ids.requirements:
        raise UserError("score-sheet.unknown", name=path.name)
    if int(values[keys.KEY_FORMAT]) > keys.FORMAT:
        raise UserError("score-sheet.newer", name=path.name)
    if values.get(keys.KEY_WORKBOOK) != profile(workbook).id:
        raise UserError("score-sheet.other-workbook", name=path.name)
    if sha256 := values.get(keys.KEY_SHA256, ""):
        for row in snapshots(workbook):
            if row.sha256 == sha256:
                return row.code
        code = values.get(keys.KEY_SNAPSHOT, "")
        raise UserError("score-sheet.other-snapshot", name=path.name, snapshot=code)
    if not state_known(workbook, values.get(keys.KEY_MARK, "")):
        raise UserError("score-sheet.other-state", name=path.name)
    return ""


def _take(row: TableRow, id_: str, known: set[str], found: dict[str, _Found]) -> None:
    """Add a row to what is found of its requirement. UserError `score-sheet.…`."""
    if id_ not in known:
        raise UserError("score-sheet.requirement", id=id_)
    one = found[id_]
    # What is written counts also where the score beside it does not.
    one.reasons += [row["reason"].text] if row["reason"].text else []
    one.opinions += [row["opinion"].text] if row["opinion"].text else []
    score = _points(row["score"])
    if score is None:
        return
    if one.score not in (None, score):
        raise UserError("score-sheet.repeated", id=id_)
    one.score = score


def _points(cell: Cell) -> float | None:
    """A number, also as a text such as 85分; None for an empty cell.

    UserError `score-sheet.score`.
    """
    if not cell.text:
        return None
    value = math.nan
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        # 0.85 shown as 85 %.
        value = cell.value * 100 if cell.percent else cell.value
    elif match := _NUMBER.fullmatch(unicodedata.normalize("NFKC", cell.text)):
        value = float(match[1])
    if cell.failed or not keys.LOWEST_SCORE <= value <= keys.HIGHEST_SCORE:
        raise UserError(
            "score-sheet.score",
            text=cell.text,
            lowest=f"{keys.LOWEST_SCORE:g}",
            highest=f"{keys.HIGHEST_SCORE:g}",
        )
    return round(float(value), 6)


def _score(id_: str, found: _Found) -> ExpertScore:
    return ExpertScore(id_, found.score, "\n".join(found.reasons), "\n".join(found.opinions))
