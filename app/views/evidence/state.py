"""What the evidence page shows: the dossiers, and which of their files are gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.vocabulary import EvidenceKind
from app.queries.evidence import EvidenceRow, evidence_list, missing_files
from app.services.workbooks import Workbook
from app.views.widgets.rows_model import folded

STATES = ("all", "unlinked", "without-file", "expired", "file-missing")


@dataclass(frozen=True, slots=True)
class EvidenceState:
    """`missing` are hashes of files that are not on disk as they should be; `haystacks` is what
    the filter looks into, by the dossier's id.
    """

    rows: tuple[EvidenceRow, ...]
    missing: frozenset[str]
    haystacks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the lists above the table choose; 0, None and "all" let everything through."""

    article: int = 0
    kind: EvidenceKind | None = None
    state: str = "all"


def load(workbook: Workbook, search: Callable[[EvidenceRow], str]) -> EvidenceState:
    """Read all dossiers and look for their files; `search` gives what can be found of each.

    All that takes long with thousands of them is done here, beside the main thread.
    """
    rows = tuple(evidence_list(workbook))
    haystacks = {row.id: folded(search(row)) for row in rows}
    return EvidenceState(rows, missing_files(workbook), haystacks)


def state_names() -> dict[str, str]:
    """Names of the states in the window's language."""
    translate = QCoreApplication.translate
    return {
        "all": translate("evidence", "All evidence"),
        "unlinked": translate("evidence", "Not linked"),
        "without-file": translate("evidence", "Without file"),
        "expired": translate("evidence", "Expired"),
        "file-missing": translate("evidence", "File missing"),
    }


def states_of(row: EvidenceRow, missing: frozenset[str], today: date) -> tuple[str, ...]:
    """What is wrong with a dossier; nothing where all is well."""
    found = {
        "unlinked": not row.linked,
        "without-file": not row.files,
        "expired": row.valid_until is not None and row.valid_until < today,
        "file-missing": any(file.sha256 in missing for file in row.files),
    }
    return tuple(name for name, holds in found.items() if holds)


def accepts(
    narrowing: Narrowing, articles: dict[str, int], missing: frozenset[str], today: date
) -> Callable[[EvidenceRow], bool] | None:
    """The rule for the table; `articles` gives the article of a requirement id."""
    if narrowing == Narrowing():
        return None

    def accept(row: EvidenceRow) -> bool:
        if narrowing.kind is not None and row.kind is not narrowing.kind:
            return False
        if narrowing.article and all(
            articles.get(link.requirement_id) != narrowing.article for link in row.links
        ):
            return False
        return narrowing.state == "all" or narrowing.state in states_of(row, missing, today)

    return accept
