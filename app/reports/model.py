"""The report as data: what every format shows, in one language, ready to be set.

Renderers (pdf, xlsx, docx, the page of a submission) see this and nothing else, so that no format
knows more than another. Texts are in the report's language; "" stands for what the workbook does
not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.indicators import Point
from app.domain.report_sections import Section, is_annex
from app.domain.scoring import Tally
from app.domain.vocabulary import Change, Language, Severity, Stage, Trend
from app.reports.figures import Radar, Timeline


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled value of the profile."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class FileEntry:
    """An evidence file: size in bytes, and the full SHA-256 (renderers print 16 digits).

    `target` is the address of the file where it is handed over with the report, "" otherwise.
    """

    name: str
    size: int
    sha256: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a dossier proves for one requirement, and where in it."""

    requirement_id: str
    locator: str
    proves: str


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """A line of the evidence register; dates are written as the language writes them."""

    number: str
    title: str
    kind: str
    document_number: str
    issuing_body: str
    formed_on: str
    valid_until: str
    confidentiality: str
    notes: str
    files: tuple[FileEntry, ...]
    proofs: tuple[Proof, ...]
    internal: bool = False

    @property
    def target(self) -> str:
        """The address of its first file that is handed over with the report."""
        return next((file.target for file in self.files if file.target), "")


@dataclass(frozen=True, slots=True)
class RequirementEntry:
    """A requirement with its answer.

    `level` is None while it is not rated; `points` of 100 is None where it does not apply.
    `remark` is what the region notes of its own requirements, or why a requirement is retired.
    """

    id: str
    title: str
    statement: str
    department: str
    progress: str
    applicable: bool
    level: int | None
    level_label: str
    weight: float
    points: float | None
    reason: str
    narrative: str
    problems: str
    next_steps: str
    unit: str
    due: str
    evidence: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article; `change_label` is "" for the enabling articles."""

    number: int
    change: Change | None
    change_label: str
    heading: str
    introduction: str
    weight: float
    points: float | None
    tally: Tally
    requirements: tuple[RequirementEntry, ...]


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """The region's own requirements; `line` counts them, `points` are not in the total."""

    heading: str
    note: str
    line: str
    points: float | None
    requirements: tuple[RequirementEntry, ...]


@dataclass(frozen=True, slots=True)
class TaskEntry:
    """A task of the annual plan; `state` says where it is overdue."""

    code: str
    year: str
    title: str
    unit: str
    due: str
    state: str
    requirements: tuple[str, ...]
    notes: str


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """Who set the target, the goal with its year, the share reached, and whether in time.

    `share` is the share reached as a number, 1 for all, of the target that counts now.
    """

    origin: str
    goal: str
    attainment: str
    pace: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class ReadingEntry:
    """A value with its date; `evidence` is the number of a dossier."""

    value: str
    source: str
    notes: str
    evidence: str


@dataclass(frozen=True, slots=True)
class TargetMark:
    """A target value for the end of a year, None where there is none; `label` as it is written."""

    label: str
    value: float
    year: int | None


@dataclass(frozen=True, slots=True)
class IndicatorCurve:
    """An indicator over time; readings by date. Each of the parts may be missing.

    `year` is the present one, which is shown where nothing else has a day.
    """

    baseline: Point | None
    readings: tuple[Point, ...]
    targets: tuple[TargetMark, ...]
    year: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.baseline or self.readings or self.targets)


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """An indicator with all that is known of it; `remarks` say what its figures lack."""

    code: str
    title: str
    meaning: str
    source: str
    baseline: str
    targets: tuple[TargetEntry, ...]
    readings: tuple[ReadingEntry, ...]
    requirements: tuple[str, ...]
    remarks: tuple[str, ...]
    unit: str
    curve: IndicatorCurve


@dataclass(frozen=True, slots=True)
class GapEntry:
    """A finding of the check: gravity, where (id or number and its title), and the sentence."""

    severity: Severity
    severity_label: str
    place: str
    sentence: str


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
class PracticeEntry:
    """A practice with requirements by id and evidence by number."""

    code: str
    title: str
    what: str
    novelty: str
    effect: str
    reach: str
    requirements: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StandardEntry:
    """A line of the list of standards; `evidence` are the dossiers that name it."""

    number: str
    title: str
    kind: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """The snapshot that the report was made from; its hash is the verification code."""

    snapshot: str
    title: str
    taken_on: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ComparedPoints:
    """Points of an article, or of all, then and now."""

    name: str
    before: str
    after: str
    difference: str


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """A requirement then and now; `evidence` is new since then."""

    id: str
    title: str
    trend: Trend
    trend_label: str
    before: str
    after: str
    evidence: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class ComparedIndicator:
    code: str
    title: str
    trend: Trend
    trend_label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ComparisonEntry:
    """What differs from an earlier snapshot; `name` says which one, `lines` sum it up.

    `changes` are the points that the four changes had then, for charts.
    """

    name: str
    lines: tuple[str, ...]
    points: tuple[ComparedPoints, ...]
    items: tuple[ComparedItem, ...]
    indicators: tuple[ComparedIndicator, ...]
    new_evidence: tuple[str, ...]
    gone_evidence: tuple[str, ...]
    changes: tuple[tuple[Change, float | None], ...]


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
