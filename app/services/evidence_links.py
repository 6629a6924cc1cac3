"""What evidence is linked with: requirements, readings of indicators, tasks of the plan.

Every link says where in the dossier and what it proves there.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.limits import clean_text
from app.errors import UserError
from app.models import EvidenceLink, EvidenceReading, EvidenceTask, Indicator, PlanTask, Reading
from app.services.fields import assign, check_in_force, dossier
from app.store.workbook import Workbook


def link(
    workbook: Workbook,
    evidence_id: str,
    requirement_id: str,
    locator: str = "",
    proves: str = "",
) -> Changes:
    """Let a dossier serve a requirement, or change where in it and what it proves.

    Raises UserError `evidence.unknown`, `requirement.unknown`, `field.too-long`.
    """
    values = _cleaned(locator, proves)
    with workbook.write("evidence.link", requirement=requirement_id) as unit:
        unit.params["number"] = dossier(unit.session, evidence_id).number
        check_in_force(unit.session, requirement_id)
        found = find_link(unit.session, evidence_id, requirement_id)
        if found is None:
            unit.session.add(
                EvidenceLink(evidence_id=evidence_id, requirement_id=requirement_id, **values)
            )
        else:
            assign(found, values)
    return unit.changes


def unlink(workbook: Workbook, evidence_id: str, requirement_id: str) -> Changes:
    """Take a dossier away from a requirement; the dossier stays. No link is no error."""
    with workbook.write("evidence.unlink", requirement=requirement_id) as unit:
        unit.params["number"] = dossier(unit.session, evidence_id).number
        found = find_link(unit.session, evidence_id, requirement_id)
        if found is not None:
            unit.session.delete(found)
    return unit.changes


def link_reading(
    workbook: Workbook, evidence_id: str, reading_id: str, locator: str = "", proves: str = ""
) -> Changes:
    """Let a dossier support a reading, or change where in it and what it proves.

    A reading that names no dossier names this one from now on. Raises UserError
    `evidence.unknown`, `reading.unknown`, `field.too-long`.
    """
    values = _cleaned(locator, proves)
    with workbook.write("evidence.link-reading") as unit:
        session = unit.session
        unit.params["number"] = dossier(session, evidence_id).number
        reading = _reading(session, reading_id)
        unit.params |= _called(session, reading)
        if reading.evidence_id is None:
            reading.evidence_id = evidence_id
        found = _find_support(session, evidence_id, reading_id)
        if found is None:
            session.add(EvidenceReading(evidence_id=evidence_id, reading_id=reading_id, **values))
        else:
            assign(found, values)
    return unit.changes


def unlink_reading(workbook: Workbook, evidence_id: str, reading_id: str) -> Changes:
    """Take a dossier away from a reading, which then names another one that supports it, if any.

    No link is no error. Raises UserError `evidence.unknown`, `reading.unknown`.
    """
    with workbook.write("evidence.unlink-reading") as unit:
        session = unit.session
        unit.params["number"] = dossier(session, evidence_id).number
        reading = _reading(session, reading_id)
        unit.params |= _called(session, reading)
        found = _find_support(session, evidence_id, reading_id)
        if found is not None:
            session.delete(found)
        if reading.evidence_id == evidence_id:
            reading.evidence_id = session.scalar(
                select(EvidenceReading.evidence_id)
                .where(
                    EvidenceReading.reading_id == reading_id,
                    EvidenceReading.evidence_id != evidence_id,
                )
                .order_by(EvidenceReading.id)
                .limit(1)
            )
    return unit.changes


def link_task(
    workbook: Workbook, evidence_id: str, task_id: str, locator: str = "", proves: str = ""
) -> Changes:
    """Let a dossier document a task of the plan, or change where in it and what it proves.

    Raises UserError `evidence.unknown`, `plan.unknown`, `field.too-long`.
    """
    values = _cleaned(locator, proves)
    with workbook.write("evidence.link-task") as unit:
        unit.params["number"] = dossier(unit.session, evidence_id).number
        unit.params["code"] = _task(unit.session, task_id).code
        found = _find_record(unit.session, evidence_id, task_id)
        if found is None:
            unit.session.add(EvidenceTask(evidence_id=evidence_id, task_id=task_id, **values))
        else:
            assign(found, values)
    return unit.changes


def unlink_task(workbook: Workbook, evidence_id: str, task_id: str) -> Changes:
    """Take a dossier away from a task. No link is no error.

    Raises UserError `evidence.unknown`, `plan.unknown`.
    """
    with workbook.write("evidence.unlink-task") as unit:
        unit.params["number"] = dossier(unit.session, evidence_id).number
        unit.params["code"] = _task(unit.session, task_id).code
        found = _find_record(unit.session, evidence_id, task_id)
        if found is not None:
            unit.session.delete(found)
    return unit.changes


def find_link(session: Session, evidence_id: str, requirement_id: str) -> EvidenceLink | None:
    """The link of a dossier with a requirement, where there is one."""
    return session.scalar(
        select(EvidenceLink).where(
            EvidenceLink.evidence_id == evidence_id, EvidenceLink.requirement_id == requirement_id
        )
    )


def _find_support(session: Session, evidence_id: str, reading_id: str) -> EvidenceReading | None:
    return session.scalar(
        select(EvidenceReading).where(
            EvidenceReading.evidence_id == evidence_id, EvidenceReading.reading_id == reading_id
        )
    )


def _find_record(session: Session, evidence_id: str, task_id: str) -> EvidenceTask | None:
    return session.scalar(
        select(EvidenceTask).where(
            EvidenceTask.evidence_id == evidence_id, EvidenceTask.task_id == task_id
        )
    )


def _cleaned(locator: str, proves: str) -> dict[str, str]:
    return {"locator": clean_text("locator", locator), "proves": clean_text("proves", proves)}


def _reading(session: Session, reading_id: str) -> Reading:
    reading = session.get(Reading, reading_id)
    if reading is None:
        raise UserError("reading.unknown")
    return reading


def _called(session: Session, reading: Reading) -> dict[str, str]:
    """By what people know a reading."""
    code = session.scalar(select(Indicator.code).where(Indicator.id == reading.indicator_id))
    return {"code": str(code), "on": reading.on.isoformat()}


def _task(session: Session, task_id: str) -> PlanTask:
    task = session.get(PlanTask, task_id)
    if task is None:
        raise UserError("plan.unknown", task=task_id)
    return task
