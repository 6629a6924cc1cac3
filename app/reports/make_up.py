"""Makes a report up by its template: sections with their facts and texts, and the cover."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from app import texts
from app.domain.report_sections import Section
from app.domain.report_template import CoverLine, ReportTemplate, SectionChoice
from app.domain.vocabulary import Language
from app.queries.report_texts import text_of
from app.queries.snapshots.content import Content
from app.reports.facts import section_facts
from app.reports.model import Cover, Line, Report, SectionEntry


def made_up(report: Report, content: Content, template: ReportTemplate) -> Report:
    """The report with the sections and the cover that a template asks for.

    An annex that would be empty is left out: standards, plan, comparison, retired requirements.
    """
    if template.title is not None:
        report = replace(report, title=template.title.in_(report.language))
    empty = {key for key, rows in _OPTIONAL.items() if not rows(report)}
    chosen = [one for one in template.sections if one.key not in empty]
    return replace(
        report,
        sections=tuple(_section(one, report, content) for one in chosen),
        cover=Cover(template.cover, report.title, tuple(_lines(report, content, template))),
        sign_off=template.sign_off,
    )


_OPTIONAL: dict[str, Callable[[Report], object]] = {
    Section.ANNEX_STANDARDS: lambda report: report.standards,
    Section.ANNEX_PLAN: lambda report: report.plan,
    Section.ANNEX_COMPARISON: lambda report: report.comparison,
    Section.ANNEX_RETIRED: lambda report: report.retired,
}


def section_heading(choice: SectionChoice, language: Language) -> str:
    """The heading of a section, that of the template or the usual one."""
    if choice.heading is not None:
        return choice.heading.in_(language)
    return texts.text(f"section.{choice.key}", language)


def _section(choice: SectionChoice, report: Report, content: Content) -> SectionEntry:
    return SectionEntry(
        key=choice.key,
        heading=section_heading(choice, report.language),
        text=text_of(content.texts, choice.key, report.language),
        facts=section_facts(choice.key, report, content),
    )


def _lines(report: Report, content: Content, template: ReportTemplate) -> Iterable[Line]:
    pilot, language = content.profile, report.language
    values = {
        CoverLine.NAME: ("field.name", pilot.name),
        CoverLine.REGION: ("field.region", report.region),
        CoverLine.UNIT: ("report.cover.unit", pilot.lead_unit),
        CoverLine.NUMBER: ("field.approval_number", pilot.approval_number),
        CoverLine.STAGE: ("report.cover.stage", report.stage_label),
        CoverLine.CONTACT: ("field.contact_name", pilot.contact_name),
        CoverLine.PHONE: ("field.contact_phone", pilot.contact_phone),
        CoverLine.DATE: ("report.cover.date", report.made_on_text),
    }
    for line in template.cover_lines:
        key, value = values[line]
        yield Line(texts.text(key, language), value)
