"""The columns of the table of dossiers, and what is wrong with a dossier."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.dates import format_date
from app.domain.numbers import format_size
from app.queries.evidence import EvidenceRow
from app.queries.evidence_order import OrderBy
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

    def columns(self) -> dict[OrderBy, Column[EvidenceRow]]:
        """The columns by what the list is ordered by when their header is clicked."""
        text, language = self._desk.text, self._desk.language
        return {
            "number": Column(
                text("field.number"),
                lambda row: row.number,
                width=12,
                icon=lambda row: self._mark if self.states(row) else None,
                tip=lambda row: "\n".join((row.number, *self.states(row))),
            ),
            "title": Column(text("field.title"), lambda row: row.title, width=28),
            "kind": Column(text("field.kind"), lambda row: text(f"kind.{row.kind}"), width=16),
            "document_number": Column(
                text("field.document_number"), lambda row: row.document_number, width=24
            ),
            "formed_on": Column(
                text("field.formed_on"),
                lambda row: format_date(row.formed_on, language),
                width=17,
            ),
            "valid_until": Column(
                text("field.valid_until"),
                lambda row: format_date(row.valid_until, language),
                width=17,
            ),
            "files": Column(
                text("field.files"),
                lambda row: str(len(row.files)),
                align=RIGHT,
                width=7,
                tip=lambda row: "\n".join(file.name for file in row.files),
            ),
            "size": Column(
                QCoreApplication.translate("evidence", "Size"),
                lambda row: format_size(row.size),
                align=RIGHT,
                width=10,
            ),
            "links": Column(
                text("field.links"),
                lambda row: self._separator().join(link.requirement_id for link in row.links),
                width=24,
            ),
        }

    def states(self, row: EvidenceRow) -> list[str]:
        """Names of what is wrong with a dossier."""
        found = states_of(row, self.missing, self._desk.today())
        return [self._states[name] for name in found]

    def _separator(self) -> str:
        return "、" if self._desk.language == "zh" else ", "
