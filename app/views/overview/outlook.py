"""What the check finds and what to do next. Imported after the first painting: start-up time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import Severity
from app.queries.checks import check
from app.queries.overview import Overview
from app.services.workbooks import Workbook
from app.views.overview.next_steps import NextStep, next_steps


@dataclass(frozen=True, slots=True)
class Outlook:
    """How many findings there are, how many of them must be fixed, and what to do next."""

    findings: int
    grave: int
    steps: tuple[NextStep, ...]


def look_ahead(workbook: Workbook, state: Overview, today: date) -> Outlook:
    findings = check(workbook, today)
    grave = sum(finding.severity is Severity.ERROR for finding in findings)
    return Outlook(len(findings), grave, next_steps(state, findings, today))
