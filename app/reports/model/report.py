"""The whole report with its sections and cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.report_sections import Section, is_annex
from app.domain.scoring import Tally
from app.domain.vocabulary import Language, Stage
from app.reports.figures import Radar, Timeline
from app.reports.model.answers import (
    ArticleEntry,
    EvidenceEntry,
    GapEntry,
    Line,
    OwnEntry,
    PracticeEntry,
    RequirementEntry,
    StandardEntry,
    TaskEntry,
)
from app.reports.model.comparison import ComparisonEntry
from app.reports.model.measures import IndicatorEntry


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A section of the report: `text` is what people wrote, `facts` are generated sentences.

    `key` (see app.domain.report_sections) says what else stands in it.
    """

    key: str
    heading: str
    text: str = ""
    facts: tuple[str, ...] = ()

    @property
    def annex(self) -> bool:
        return is_annex(self.key)


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the cover; a report without one begins with its contents."""

    shown: bool
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """The snapshot that the report was made from; its hash is the verification code."""

    snapshot: str
    title: str
    taken_on: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    `sections` stand in the order in which they are printed, annexes among them where the template
    wants them. `draft` is the mark for every page of a report on the live state, "" for one that
    was made from a snapshot, which `verification` names.

    `scheme_note` says that score and grade are an unofficial template; `source_note` that
    requirements are paraphrases and where they come from; `data_mark` is the hash of the last
    operation in the change record, which names the state of the workbook that was reported.
    """

    language: Language
    stage: Stage
    stage_label: str
    title: str
    region: str
    pilot_name: str
    lead_unit: str
    contact_name: str
    contact_phone: str
    made_on: date
    made_on_text: str
    sample: bool
    profile: tuple[Line, ...]
    summary: tuple[Line, ...]
    tally: Tally
    points: float | None
    grade: str
    scheme_name: str
    scheme_note: str
    source_note: str
    document_title: str
    document_number: str
    catalogue: str
    data_mark: str
    articles: tuple[ArticleEntry, ...]
    evidence: tuple[EvidenceEntry, ...]
    indicators: tuple[IndicatorEntry, ...]
    gaps: tuple[GapEntry, ...]
    own: OwnEntry | None = None
    plan: tuple[TaskEntry, ...] = ()
    retired: tuple[RequirementEntry, ...] = ()
    sections: tuple[SectionEntry, ...] = ()
    cover: Cover = Cover(True, "", ())
    sign_off: bool = True
    draft: str = ""
    verification: Verification | None = None
    practices: tuple[PracticeEntry, ...] = ()
    standards: tuple[StandardEntry, ...] = ()
    workbook_id: str = ""
    comparison: ComparisonEntry | None = None
    radar: Radar | None = None
    timeline: Timeline | None = None

    @property
    def requirements(self) -> tuple[RequirementEntry, ...]:
        """All requirements in force; the region's own come last."""
        own = self.own.requirements if self.own else ()
        return (*(item for article in self.articles for item in article.requirements), *own)

    def has(self, key: str) -> bool:
        """Whether the report has a section."""
        return any(section.key == key for section in self.sections)

    def articles_of(self, section: str) -> tuple[ArticleEntry, ...]:
        """The articles that a section reports on: the enabling ones, or the four changes."""
        wanted = {Section.ORGANISATION: False, Section.CHANGES: True}.get(Section(section))
        return tuple(one for one in self.articles if (one.change is not None) is wanted)
