"""Everything that a report needs, as the workbook stands: what a snapshot freezes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.catalog.requirement import Requirement
from app.domain.checks import Finding
from app.domain.scheme import Scheme
from app.domain.vocabulary import Stage
from app.queries.answers import Answer, answers
from app.queries.catalogue import (
    ArticleInfo,
    DocumentInfo,
    articles,
    document,
    own_article,
    requirement_texts,
)
from app.queries.checks import check
from app.queries.editions import Retired, retired
from app.queries.evidence import EvidenceRow, evidence_list
from app.queries.history import history
from app.queries.indicators import IndicatorRow, indicators
from app.queries.overview import Overview, overview_of
from app.queries.own import OwnRequirement, own_requirements
from app.queries.plan import TaskRow, tasks
from app.queries.practices import PracticeRow, practices
from app.queries.profile import Profile, profile, scheme
from app.queries.report_texts import SectionText, report_texts
from app.queries.standards import StandardRow as StandardNamed
from app.queries.standards import standards_proved
from app.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A standard that dossiers are about; `evidence` are their numbers, `title` that of the first.

    `kind` is the level (app.domain.standards), as a word.
    """

    number: str
    title: str
    kind: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """The state on a day; `mark` is the hash of the last operation in the change record."""

    day: date
    stage: Stage
    mark: str
    document: DocumentInfo
    profile: Profile
    scheme: Scheme
    articles: tuple[ArticleInfo, ...]
    own_article: ArticleInfo | None
    requirements: tuple[Requirement, ...]
    answers: tuple[Answer, ...]
    own_requirements: tuple[OwnRequirement, ...]
    retired: tuple[Retired, ...]
    evidence: tuple[EvidenceRow, ...]
    indicators: tuple[IndicatorRow, ...]
    tasks: tuple[TaskRow, ...]
    practices: tuple[PracticeRow, ...]
    texts: tuple[SectionText, ...]
    findings: tuple[Finding, ...]
    standards: tuple[StandardRow, ...] = ()

    def overview(self) -> Overview:
        """Score, counts and days left."""
        return overview_of(
            self.profile, self.scheme, self.answers, self.articles, self.own_article, self.day
        )


def live_content(workbook: Workbook, stage: Stage, today: date) -> Content:
    """The workbook as it stands."""
    last = history(workbook, limit=1)
    dossiers = tuple(evidence_list(workbook))
    return Content(
        day=today,
        stage=stage,
        mark=last[0].hash if last else "",
        document=document(workbook),
        profile=profile(workbook),
        scheme=scheme(workbook),
        articles=tuple(articles(workbook)),
        own_article=own_article(workbook),
        requirements=tuple(requirement_texts(workbook)),
        answers=tuple(answers(workbook)),
        own_requirements=tuple(own_requirements(workbook)),
        retired=tuple(retired(workbook)),
        evidence=dossiers,
        indicators=tuple(indicators(workbook, today)),
        tasks=tuple(tasks(workbook)),
        practices=tuple(practices(workbook)),
        texts=tuple(report_texts(workbook)),
        findings=tuple(check(workbook, today)),
        standards=tuple(_standard(row) for row in standards_proved(dossiers)),
    )


def _standard(row: StandardNamed) -> StandardRow:
    standard, named_by = row.standard, row.named_by
    return StandardRow(
        number=standard.designation,
        title=named_by[0].title,
        kind=standard.level,
        evidence=tuple(naming.number for naming in named_by),
    )
