"""What the check finds and what to do next. Imported after the first painting: start-up time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import Pace, Severity
from app.queries.checks import check
from app.queries.indicators import indicators
from app.queries.overview import Overview
from app.services.workbooks import Workbook
from app.views.overview.next_steps import NextStep, next_steps


@dataclass(frozen=True, slots=True)
class Outlook:
    """How the indicators stand, what the check found, how much must be fixed, what is next."""

    paces: Counter[Pace]
    findings: int
    grave: int
    steps: tuple[NextStep, ...]


def look_ahead(workbook: Workbook, state: Overview, today: date) -> Outlook:
    findings = check(workbook, today)
    grave = sum(finding.severity is Severity.ERROR for finding in findings)
    paces = Counter(row.pace_on(today) for row in indicators(workbook, today))
    return Outlook(paces, len(findings), grave, next_steps(state, findings, today))
