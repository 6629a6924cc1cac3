"""Answering requirements."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import select

from app.domain.changes import Changes
from app.domain.limits import clean_text
from app.domain.vocabulary import HIGHEST_LEVEL, LOWEST_LEVEL, Progress
from app.errors import UserError
from app.models import Response
from app.services.fields import assign, check_in_force
from app.store.workbook import Workbook

_TEXTS = ("reason", "narrative", "problems", "next_steps", "unit")


class AnswerFields(TypedDict, total=False):
    """What of an answer is changed; a field that is left out stays as it is."""

    progress: Progress
    level: int | None
    reason: str
    narrative: str
    problems: str
    next_steps: str
    unit: str
    due: date | None


def edit_answer(workbook: Workbook, requirement_id: str, **fields: Unpack[AnswerFields]) -> Changes:
    """Change the answer to one requirement.

    Raises UserError `requirement.unknown`, `requirement.retired`, `answer.level`, `field.too-long`.
    """
    level = fields.get("level")
    if level is not None and not LOWEST_LEVEL <= level <= HIGHEST_LEVEL:
        raise UserError("answer.level", level=level, lowest=LOWEST_LEVEL, highest=HIGHEST_LEVEL)
    values: dict[str, object] = dict(fields)
    for name in _TEXTS:
        if name in values:
            values[name] = clean_text(name, str(values[name]))
    with workbook.write("answer.edit", requirement=requirement_id) as unit:
        check_in_force(unit.session, requirement_id)
        row = unit.session.scalars(
            select(Response).where(Response.requirement_id == requirement_id)
        ).one()
        unit.params["fields"] = assign(row, values)
    return unit.changes
