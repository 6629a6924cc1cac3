"""What is said of a dossier; every field saves itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.domain.vocabulary import Confidentiality, EvidenceKind
from app.queries.evidence import EvidenceRow
from app.services.evidence import EvidenceFields, edit_evidence
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.saving_form import Fields, SavingForm
from app.views.widgets.basic import label
from app.views.widgets.choice import Choice
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import TextField

_ORDER = (
    "title",
    "kind",
    "document_number",
    "issuing_body",
    "formed_on",
    "valid_until",
    "confidentiality",
    "notes",
)


class DossierForm(SavingForm):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _fields(desk), partial(_edit, desk.workbook), parent)

    def show_row(self, row: EvidenceRow) -> None:
        """Show a dossier, or what the workbook now holds of the one that is shown."""
        self.show_thing(row.id, row)


def _fields(desk: Desk) -> Fields:
    classified = QCoreApplication.translate(
        "DossierForm", "Classified material must not be entered."
    )
    marks = [(mark, desk.text(f"confidentiality.{mark}")) for mark in Confidentiality]
    return Fields(
        names={name: desk.text(f"field.{name}") for name in _ORDER},
        texts={
            "title": TextField("title"),
            "document_number": TextField("document_number"),
            "issuing_body": TextField("issuing_body"),
            "notes": TextField("notes", lines=3),
        },
        dates={"formed_on": DateField(), "valid_until": DateField()},
        choices={
            "kind": Choice([(kind, desk.text(f"kind.{kind}")) for kind in EvidenceKind]),
            "confidentiality": Choice(marks),
        },
        below={"confidentiality": label(classified, "muted", wrap=True)},
    )


def _edit(workbook: Workbook, evidence_id: str, name: str, value: object) -> Changes:
    fields: EvidenceFields = {name: value}  # type: ignore[misc]
    return edit_evidence(workbook, evidence_id, **fields)
