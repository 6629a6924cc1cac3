"""The free texts of the report's sections, and the templates by which it is made up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, cast

from sqlalchemy import select

from app.domain.report_template import ReportTemplate, template_from_dict
from app.domain.vocabulary import LANGUAGES, Language
from app.errors import UserError
from app.models import ReportTemplateRow, ReportText
from app.models.base import columns
from app.store.workbook import Workbook

_TEXT = columns(ReportText)
_TEMPLATE = columns(ReportTemplateRow)


@dataclass(frozen=True, slots=True)
class SectionText:
    """What was written for a section in one language; never empty."""

    section: str
    language: Literal["zh", "en"]
    text: str


def report_texts(workbook: Workbook) -> list[SectionText]:
    """All texts by section and language."""
    with workbook.read() as session:
        rows = session.execute(
            select(_TEXT.section, _TEXT.language, _TEXT.text).order_by(
                _TEXT.section, _TEXT.language
            )
        )
        return [
            SectionText(row.section, cast(Language, row.language), row.text)
            for row in rows
            if row.text
        ]


def text_of(texts: list[SectionText] | tuple[SectionText, ...], section: str, language: str) -> str:
    """A section's text; where there is none in a language, that of the other one."""
    found = {one.language: one.text for one in texts if one.section == section}
    others = (one for one in LANGUAGES if one != language)
    return next((found[one] for one in (language, *others) if one in found), "")


def templates(workbook: Workbook) -> list[ReportTemplate]:
    """The templates that the workbook keeps, by name."""
    with workbook.read() as session:
        rows = session.execute(
            select(_TEMPLATE.name, _TEMPLATE.content).order_by(_TEMPLATE.name)
        ).all()
    return [replace(template_from_dict(row.content), name=row.name) for row in rows]


def template(workbook: Workbook, name: str) -> ReportTemplate:
    """A template by its name; UserError `template.unknown`."""
    for one in templates(workbook):
        if one.name == name:
            return one
    raise UserError("template.unknown", name=name)
