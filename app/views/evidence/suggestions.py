"""What the file of a dossier says for fields that are empty, to be taken over by one button."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain.dates import format_date
from app.domain.proposals import Proposal
from app.domain.steps import Step, finish
from app.queries.evidence import EvidenceRow
from app.services.evidence import EvidenceFields, edit_evidence
from app.services.intake.reading import missing_fields, proposal
from app.views.desk import Desk
from app.views.widgets.basic import GAP, button, label
from app.views.widgets.latest import Latest

# Proposals of as many files are remembered, by their hashes.
_REMEMBERED = 500


class Suggestions(QFrame):
    """Hidden where the file says nothing new. Files are read beside the window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: EvidenceRow | None = None
        self._fields: EvidenceFields = {}
        self._known: dict[str, Proposal] = {}
        self.text = label("", wrap=True)
        self.take = button(self.tr("Ta&ke over"))
        self._reading: Latest[tuple[str, Proposal]] = Latest(
            self, desk.runner, self._on_read, desk.problem.emit
        )
        self._build()
        self.take.clicked.connect(self._on_take)

    def _build(self) -> None:
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self.text, 1)
        row.addWidget(self.take)
        self.hide()

    def show_row(self, row: EvidenceRow) -> None:
        """Read the first file of a dossier, unless that was done before."""
        self._row = row
        self._fields = {}
        self.hide()
        if self._desk.read_only or not row.files:
            return
        file = row.files[0]
        if file.sha256 in self._known:
            self._show(self._known[file.sha256])
            return
        path = self._desk.workbook.vault.path(file.sha256)
        sha256, name = file.sha256, file.name

        def read() -> tuple[str, Proposal]:
            return sha256, finish(proposal(path, (name,), Step(0, 1)))[0]

        self._reading.request(read)

    def forget(self) -> None:
        self._row = None
        self.hide()

    def _on_read(self, read: tuple[str, Proposal]) -> None:
        sha256, proposed = read
        while len(self._known) >= _REMEMBERED:
            self._known.pop(next(iter(self._known)))
        self._known[sha256] = proposed
        row = self._row
        if row is not None and row.files and row.files[0].sha256 == sha256:
            self._show(proposed)

    def _show(self, proposed: Proposal) -> None:
        if self._row is None:
            return
        self._fields = missing_fields(self._row, proposed)
        between = "；" if self._desk.language == "zh" else "; "
        parts = [
            self.tr("{0}: {1}").format(self._desk.text(f"field.{name}"), self._said(name, value))
            for name, value in self._fields.items()
        ]
        self.text.setText(self.tr("The file says: {0}").format(between.join(parts)))
        self.setVisible(bool(parts))

    def _said(self, name: str, value: object) -> str:
        if isinstance(value, date):
            return format_date(value, self._desk.language)
        return self._desk.text(f"kind.{value}") if name == "kind" else str(value)

    def _on_take(self) -> None:
        row, fields, workbook = self._row, self._fields, self._desk.workbook
        if row is not None and fields:
            evidence_id = row.id
            self._desk.write(lambda: edit_evidence(workbook, evidence_id, **fields))
