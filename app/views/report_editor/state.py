"""What the report editor shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.catalog.requirement import Requirement
from app.domain.report_sections import USUAL_SECTIONS, is_own_section, takes_text
from app.domain.report_template import SectionChoice
from app.domain.vocabulary import Language, Stage, Text
from app.queries.catalogue import requirement_texts
from app.queries.evidence import EvidenceName, evidence_names
from app.queries.practices import PracticeRow, practices
from app.queries.profile import profile
from app.queries.report_texts import SectionText, report_texts, templates
from app.services.workbooks import Workbook


@dataclass(frozen=True, slots=True)
class EditorState:
    """Sections that take a text, and what there is to write about."""

    stage: Stage = Stage.INTERIM
    sections: tuple[SectionChoice, ...] = ()
    texts: tuple[SectionText, ...] = ()
    practices: tuple[PracticeRow, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    evidence: tuple[EvidenceName, ...] = ()

    def text(self, section: str, language: Language) -> str:
        """What was written in one language; "" where nothing was."""
        found = {(one.section, one.language): one.text for one in self.texts}
        return found.get((section, language), "")


def load(workbook: Workbook) -> EditorState:
    texts = tuple(report_texts(workbook))
    return EditorState(
        stage=profile(workbook).stage,
        sections=_sections(workbook, texts),
        texts=texts,
        practices=tuple(practices(workbook)),
        requirements=tuple(requirement_texts(workbook)),
        evidence=tuple(evidence_names(workbook)),
    )


def _sections(workbook: Workbook, texts: tuple[SectionText, ...]) -> tuple[SectionChoice, ...]:
    """The usual sections, then those of the region's own: of its templates, and any written."""
    own: dict[str, Text | None] = {
        one.section: None for one in texts if is_own_section(one.section)
    }
    for template in templates(workbook):
        own |= {one.key: one.heading for one in template.sections if is_own_section(one.key)}
    usual = (SectionChoice(key.value) for key in USUAL_SECTIONS if takes_text(key))
    return (*usual, *(SectionChoice(key, heading) for key, heading in own.items()))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which section is shown, in which language, as of which day, how many pixels wide."""

    section: SectionChoice
    stage: Stage
    language: Language
    today: date
    width: int
