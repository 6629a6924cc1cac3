"""What stands in the sections of the report beside what every format has."""

from __future__ import annotations

from app.domain.report_sections import Section
from app.reports.docx import annexes, comparison, front, indicators
from app.reports.docx.paper import Paper
from app.reports.docx.sign_off import sign_off
from app.reports.traversal import Bodies

BODIES: Bodies[Paper] = Bodies(
    sign_off,
    {
        Section.BASICS: front.profile,
        Section.CHANGES: front.overview,
        Section.INDICATORS: indicators.indicators,
        Section.ANNEX_SCORES: annexes.score_table,
        Section.ANNEX_EVIDENCE: annexes.register,
        Section.ANNEX_STANDARDS: annexes.standards,
        Section.ANNEX_PLAN: annexes.plan,
        Section.ANNEX_COMPARISON: comparison.comparison,
        Section.ANNEX_GAPS: annexes.gaps,
    },
)
