"""Numbers that are given once: of evidence, such as 2.07-03, and of what the region adds."""

from __future__ import annotations

import re

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.own import OWN_PREFIX
from app.models import (
    Alteration,
    Evidence,
    Indicator,
    PlanTask,
    Practice,
    RequirementRow,
    Snapshot,
)
from app.store.journal import INSERT

# Evidence that was taken in without a requirement.
UNASSIGNED = "0"
_REQUIREMENT = re.compile(r"N29-(\d+\.\d+)")


def number_prefix(requirement_id: str) -> str:
    """2.07 of N29-2.07; 0 for none; other ids as they are."""
    if not requirement_id:
        return UNASSIGNED
    match = _REQUIREMENT.fullmatch(requirement_id)
    return match[1] if match else requirement_id


class EvidenceNumbers:
    """The next free numbers of requirements within one write, in which no one else gives any.

    One that was ever given is not given again: the change record remembers the numbers of evidence
    that has been removed or undone. It is asked once for each requirement, before which rows that
    wait in the session must have been flushed.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: dict[str, int] = {}

    def next(self, requirement_id: str) -> str:
        prefix = number_prefix(requirement_id) + "-"
        last = self._last.get(prefix)
        if last is None:
            last = _highest(self._session, Evidence.number, prefix)
        self._last[prefix] = last + 1
        return _number(prefix, last + 1)


def next_code(session: Session) -> str:
    """The next free code of an indicator that the region adds: X-IND-01."""
    return _next(session, Indicator.code, "X-IND-")


def next_own_id(session: Session) -> str:
    """The next free id of a requirement that the region adds: X-01."""
    return _next(session, RequirementRow.id, OWN_PREFIX)


def next_task_code(session: Session) -> str:
    """The next free code of a task of the annual plan: P-01."""
    return _next(session, PlanTask.code, "P-")


def next_practice_code(session: Session) -> str:
    """The next free code of a practice: E-01."""
    return _next(session, Practice.code, "E-")


def next_snapshot_code(session: Session) -> str:
    """The next code of a snapshot: S-01."""
    return _next(session, Snapshot.code, "S-")


def _next(session: Session, column: InstrumentedAttribute[str], prefix: str) -> str:
    """The prefix with the number after the highest that ever stood in a column."""
    return _number(prefix, _highest(session, column, prefix) + 1)


def _number(prefix: str, number: int) -> str:
    return f"{prefix}{number:02}"


def _highest(session: Session, column: InstrumentedAttribute[str], prefix: str) -> int:
    recorded = session.scalars(
        select(Alteration.after).where(
            Alteration.table_name == column.class_.__tablename__,
            Alteration.field == column.key,
            Alteration.action == INSERT,
            # As it is stored, in JSON; so that one requirement's numbers are read and not all.
            type_coerce(Alteration.after, String).startswith(f'"{prefix}', autoescape=True),
        )
    )
    present = session.scalars(select(column).where(column.startswith(prefix, autoescape=True)))
    used = [int(number.removeprefix(prefix)) for number in (*recorded, *present)]
    return max(used, default=0)
