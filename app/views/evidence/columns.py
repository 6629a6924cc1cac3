"""The columns of the table of dossiers, and what its filter looks into."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.dates import format_date
from app.domain.numbers import format_size
from app.queries.evidence import EvidenceRow, number_key
from app.views import theme
from app.views.desk import Desk
from app.views.evidence.state import state_names, states_of
from app.views.widgets.marks import exclamation
from app.views.widgets.rows_model import RIGHT, Column


class DossierColumns:
    """Texts of a dossier in the window's language; `missing` is set anew with every reading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._states = state_names()
        self._mark = exclamation(theme.colours().warning)
        self.missing: frozenset[str] = frozenset()

    def columns(self) -> tuple[Column[EvidenceRow], ...]:
        text, language = self._desk.text, self._desk.language
        translate = QCoreApplication.translate
        return (
            Column(
                text("field.number"),
                lambda row: row.number,
                sort=lambda row: number_key(row.number),
                width=12,
                icon=lambda row: self._mark if self.states(row) else None,
                tip=lambda row: "\n".join((row.number, *self.states(row))),
            ),
            Column(text("field.title"), lambda row: row.title, width=28),
            Column(text("field.kind"), lambda row: text(f"kind.{row.kind}"), width=16),
            Column(text("field.document_number"), lambda row: row.document_number, width=24),
            Column(
                text("field.formed_on"),
                lambda row: format_date(row.formed_on, language),
                sort=lambda row: str(row.formed_on or ""),
                width=17,
            ),
            Column(
                text("field.valid_until"),
                lambda row: format_date(row.valid_until, language),
                sort=lambda row: str(row.valid_until or ""),
                width=17,
            ),
            Column(
                text("field.files"),
                lambda row: str(len(row.files)),
                sort=lambda row: len(row.files),
                align=RIGHT,
                width=7,
                tip=lambda row: "\n".join(file.name for file in row.files),
            ),
            Column(
                translate("evidence", "Size"),
                lambda row: format_size(row.size),
                sort=lambda row: row.size,
                align=RIGHT,
                width=10,
            ),
            Column(
                text("field.links"),
                lambda row: self._separator().join(link.requirement_id for link in row.links),
                sort=lambda row: (len(row.links), [link.requirement_id for link in row.links]),
                width=24,
            ),
        )

    def states(self, row: EvidenceRow) -> list[str]:
        """Names of what is wrong with a dossier."""
        found = states_of(row, self.missing, self._desk.today())
        return [self._states[name] for name in found]

    def search(self, row: EvidenceRow) -> str:
        """All texts of a dossier with its file names and links."""
        return "\n".join(
            (
                row.number,
                row.title,
                self._desk.text(f"kind.{row.kind}"),
                row.document_number,
                row.issuing_body,
                row.notes,
                *(file.name for file in (*row.files, *row.earlier)),
                *(f"{link.requirement_id} {link.locator} {link.proves}" for link in row.links),
                *(f"{link.code} {link.locator} {link.proves}" for link in row.readings),
                *(f"{link.code} {link.locator} {link.proves}" for link in row.tasks),
            )
        )

    def _separator(self) -> str:
        return "、" if self._desk.language == "zh" else ", "
