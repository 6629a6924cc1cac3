"""What people write for the sections of the report."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import select

from app.domain.changes import Changes
from app.domain.limits import clean_text
from app.domain.report_sections import takes_text
from app.domain.vocabulary import Language
from app.errors import UserError
from app.models import ReportText
from app.services.fields import assign
from app.store.workbook import Workbook


def set_text(workbook: Workbook, section: str, language: Language, text: str) -> Changes:
    """Write the text of a section in one language; an empty one takes it away.

    Raises UserError `section.unknown`, `field.too-long`.
    """
    if not takes_text(section):
        raise UserError("section.unknown", section=section)
    text = clean_text("report_text", text)
    with workbook.write("section.write", section=section) as unit:
        row = unit.session.scalar(
            select(ReportText).where(ReportText.section == section, ReportText.language == language)
        )
        if row is None:
            if text:
                unit.session.add(
                    ReportText(id=str(uuid4()), section=section, language=language, text=text)
                )
        else:
            assign(row, {"text": text})
    return unit.changes
