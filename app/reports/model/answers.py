"""What is said of requirements: articles, answers, evidence, plan, practices, gaps."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.scoring import Tally
from app.domain.vocabulary import Change, Severity


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
class GapEntry:
    """A finding of the check: gravity, where (id or number and its title), and the sentence."""

    severity: Severity
    severity_label: str
    place: str
    sentence: str
