"""The report as data: what every format shows, in one language, ready to be set.

Renderers (pdf, xlsx) see this and nothing else, so that no format knows more than another. Texts
are in the report's language; "" stands for what the workbook does not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.indicators import Point
from app.domain.scoring import Tally
from app.domain.vocabulary import Change, Language, Severity, Stage


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
    """Who set the target, the goal with its year, the share reached, and whether in time."""

    origin: str
    goal: str
    attainment: str
    pace: str


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
class Report:
    """The whole report.

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

    @property
    def requirements(self) -> tuple[RequirementEntry, ...]:
        """All requirements in force; the region's own come last."""
        own = self.own.requirements if self.own else ()
        return (*(item for article in self.articles for item in article.requirements), *own)
