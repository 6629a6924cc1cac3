"""What an indicator is to reach and what it has reached: targets and readings."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.indicators import check_value
from app.domain.limits import clean_text
from app.domain.vocabulary import Origin, Unit
from app.errors import UserError
from app.models import EvidenceReading, Reading, Target
from app.services.fields import assign, dossier
from app.services.indicators import existing
from app.store.workbook import Workbook

EARLIEST_YEAR, LATEST_YEAR = 2015, 2100


def set_target(
    workbook: Workbook,
    indicator_id: str,
    origin: Origin,
    year: int | None,
    value: float,
    strict: bool = False,
) -> Changes:
    """Set the target that a document, or the region itself, has for the end of a year.

    Raises UserError `indicator.unknown`, `indicator.value`, `indicator.year`.
    """
    if year is not None:
        check_year(year)
    with workbook.write("target.set", year=_year(year)) as unit:
        indicator = existing(unit.session, indicator_id)
        unit.params["code"] = indicator.code
        value = check_value(Unit(indicator.measure), value)
        found = _target(unit.session, indicator_id, origin, year)
        if found is None:
            unit.session.add(
                Target(
                    indicator_id=indicator_id,
                    origin=origin.value,
                    year=year,
                    value=value,
                    strict=strict,
                )
            )
        else:
            assign(found, {"value": value, "strict": strict})
    return unit.changes


def check_year(year: int) -> int:
    """The year; UserError `indicator.year` for one that no target can have."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise UserError("indicator.year", year=year, lowest=EARLIEST_YEAR, highest=LATEST_YEAR)
    return year


def remove_target(
    workbook: Workbook, indicator_id: str, origin: Origin, year: int | None
) -> Changes:
    """Remove a target; none is no error. UserError `indicator.unknown`."""
    with workbook.write("target.remove", year=_year(year)) as unit:
        unit.params["code"] = existing(unit.session, indicator_id).code
        found = _target(unit.session, indicator_id, origin, year)
        if found is not None:
            unit.session.delete(found)
    return unit.changes


class ReadingFields(TypedDict, total=False):
    """What of a reading is changed; `evidence_id` None or the id of a dossier."""

    value: float
    source: str
    notes: str
    evidence_id: str | None


def set_reading(
    workbook: Workbook,
    indicator_id: str,
    on: date,
    today: date,
    **fields: Unpack[ReadingFields],
) -> Changes:
    """Enter the actual value on a day, or change the reading of that day.

    Raises UserError `indicator.unknown`, `indicator.value`, `reading.future`, `reading.no-value`,
    `evidence.unknown`, `field.too-long`.
    """
    check_day(on, today)
    values: dict[str, object] = dict(fields)
    for name in ("source", "notes"):
        if name in values:
            values[name] = clean_text(name, str(values[name]))
    with workbook.write("reading.set", on=on.isoformat()) as unit:
        session = unit.session
        indicator = existing(session, indicator_id)
        unit.params["code"] = indicator.code
        if "value" in fields:
            values["value"] = check_value(Unit(indicator.measure), fields["value"])
        evidence_id = fields.get("evidence_id")
        if evidence_id:
            dossier(session, evidence_id)
        found = _reading(session, indicator_id, on)
        if found is not None:
            if found.evidence_id and evidence_id != found.evidence_id and "evidence_id" in fields:
                # Where in the former one the value stood goes with it.
                for link in _supports(session, found.id, found.evidence_id):
                    session.delete(link)
            assign(found, values)
        elif "value" not in values:
            raise UserError("reading.no-value")
        else:
            session.add(Reading(indicator_id=indicator_id, on=on, **values))
    return unit.changes


def move_reading(workbook: Workbook, indicator_id: str, on: date, to: date, today: date) -> Changes:
    """Give a reading another day.

    Raises UserError `indicator.unknown`, `reading.future`, `reading.day-taken` where that day has
    a reading already, `reading.gone` where the first one has none.
    """
    check_day(to, today)
    with workbook.write("reading.move", on=on.isoformat(), to=to.isoformat()) as unit:
        unit.params["code"] = existing(unit.session, indicator_id).code
        found = _reading(unit.session, indicator_id, on)
        if found is None:
            raise UserError("reading.gone", on=on)
        if to != on:
            if _reading(unit.session, indicator_id, to) is not None:
                raise UserError("reading.day-taken", on=to)
            found.on = to
    return unit.changes


def check_day(on: date, today: date) -> None:
    """UserError `reading.future` for a day that has not come."""
    if on > today:
        raise UserError("reading.future", on=on)


def remove_reading(workbook: Workbook, indicator_id: str, on: date) -> Changes:
    """Remove the reading of a day; none is no error. UserError `indicator.unknown`."""
    with workbook.write("reading.remove", on=on.isoformat()) as unit:
        unit.params["code"] = existing(unit.session, indicator_id).code
        found = _reading(unit.session, indicator_id, on)
        if found is not None:
            for link in _supports(unit.session, found.id):
                unit.session.delete(link)
            unit.session.delete(found)
    return unit.changes


def _supports(session: Session, reading_id: str, evidence_id: str = "") -> list[EvidenceReading]:
    """What links a reading with dossiers, or with one."""
    wanted = select(EvidenceReading).where(EvidenceReading.reading_id == reading_id)
    if evidence_id:
        wanted = wanted.where(EvidenceReading.evidence_id == evidence_id)
    return list(session.scalars(wanted))


def _year(year: int | None) -> str:
    return "—" if year is None else str(year)


def _target(session: Session, indicator_id: str, origin: Origin, year: int | None) -> Target | None:
    return session.scalar(
        select(Target).where(
            Target.indicator_id == indicator_id,
            Target.origin == origin.value,
            Target.year.is_(None) if year is None else Target.year == year,
        )
    )


def _reading(session: Session, indicator_id: str, on: date) -> Reading | None:
    return session.scalar(
        select(Reading).where(Reading.indicator_id == indicator_id, Reading.on == on)
    )
