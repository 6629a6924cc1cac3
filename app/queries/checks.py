"""The check before submission over the workbook's present state."""

from __future__ import annotations

from datetime import date

from app.domain.checks import (
    EvidenceFacts,
    Facts,
    Finding,
    IndicatorFacts,
    ProfileFacts,
    ResponseFacts,
    TaskFacts,
    run_checks,
)
from app.domain.indicators import Point, is_own
from app.queries.answers import answers
from app.queries.evidence import EvidenceRow, evidence_list
from app.queries.indicators import IndicatorRow, indicators
from app.queries.plan import tasks
from app.queries.profile import profile
from app.store.vault import StoredFile
from app.store.workbook import Workbook


def check(workbook: Workbook, today: date, altered: frozenset[str] = frozenset()) -> list[Finding]:
    """All findings, gravest first.

    Files are looked at by presence and size; `altered` names the hashes whose bytes a full
    verification (app.queries.verification) found changed.
    """
    pilot = profile(workbook)
    return run_checks(
        Facts(
            today=today,
            profile=ProfileFacts(pilot.start, pilot.end, pilot.missing),
            responses=tuple(
                ResponseFacts(
                    row.requirement_id,
                    row.progress,
                    row.level,
                    row.reason,
                    row.narrative,
                    row.due,
                    row.evidence_count,
                    row.review is not None,
                )
                for row in answers(workbook)
            ),
            evidence=tuple(_facts(workbook, row, altered) for row in evidence_list(workbook)),
            indicators=tuple(_indicator_facts(row) for row in indicators(workbook, today)),
            tasks=tuple(TaskFacts(row.id, row.code, row.state, row.due) for row in tasks(workbook)),
        )
    )


def _indicator_facts(row: IndicatorRow) -> IndicatorFacts:
    return IndicatorFacts(
        indicator_id=row.id,
        code=row.code,
        period=row.period,
        verified=row.verified,
        last=Point(row.last.on, row.last.value) if row.last else None,
        goals=tuple(row.goal(target) for target in row.governing_targets),
        own=any(is_own(target.origin) for target in row.governing_targets),
    )


def _facts(workbook: Workbook, row: EvidenceRow, altered: frozenset[str]) -> EvidenceFacts:
    missing, changed = [], []
    for file in row.files:
        if not workbook.vault.path(file.sha256).is_file():
            missing.append(file.name)
        elif file.sha256 in altered or not workbook.vault.is_there(
            StoredFile(file.sha256, file.size)
        ):
            changed.append(file.name)
    return EvidenceFacts(
        evidence_id=row.id,
        number=row.number,
        valid_until=row.valid_until,
        file_count=len(row.files),
        link_count=len(row.links) + len(row.readings) + len(row.tasks),
        missing_files=tuple(missing),
        altered_files=tuple(changed),
    )
