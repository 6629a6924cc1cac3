"""What may be wrong with a dossier, and how it is called."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.queries.evidence import EvidenceRow


def state_names() -> dict[str, str]:
    """Names of the states in the window's language, as app.queries.evidence_order knows them."""
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
