"""What the PDF file sets in its own way: pages with charts, and the page to be sealed."""

from __future__ import annotations

from app.domain.report_sections import Section
from app.reports.pdf import front, indicators
from app.reports.pdf.sign_off import sign_off
from app.reports.pdf.story import Story
from app.reports.traversal import Bodies

BODIES: Bodies[Story] = Bodies(
    sign_off,
    {
        Section.BASICS: front.profile,
        Section.CHANGES: front.overview,
        Section.INDICATORS: indicators.indicators,
    },
)
