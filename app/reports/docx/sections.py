"""What the Word file sets in its own way: pages with charts, and the page to be sealed."""

from __future__ import annotations

from app.domain.report_sections import Section
from app.reports.docx import front, indicators
from app.reports.docx.paper import Paper
from app.reports.docx.sign_off import sign_off
from app.reports.traversal import Bodies

BODIES: Bodies[Paper] = Bodies(
    sign_off,
    {
        Section.BASICS: front.profile,
        Section.CHANGES: front.overview,
        Section.INDICATORS: indicators.indicators,
    },
)
