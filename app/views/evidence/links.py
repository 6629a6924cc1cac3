"""What a dossier proves: its requirements, where in it, and what it proves there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.catalog.schema import Requirement
from app.domain.changes import Changes
from app.domain.checks import Place
from app.queries.evidence import EvidenceRow, evidence
from app.queries.evidence_parts import LinkRow
from app.services.evidence_links import link, unlink
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.evidence.picker import RequirementPicker
from app.views.evidence.saver import Saver
from app.views.widgets.basic import GAP, button, label
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable
from app.views.widgets.text_fields import TextField

_FIELDS = ("locator", "proves")


class LinksPanel(QWidget):
    """A list of the links; the selected one can be described below it."""

    reload = Signal()

    def __init__(
        self, desk: Desk, requirements: list[Requirement], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._requirements: list[Requirement] = []
        self._titles: dict[str, str] = {}
        self.set_requirements(requirements)
        self._saver = Saver(desk, partial(_edit_link, desk.workbook), self)
        self._row: EvidenceRow | None = None
        self._shown = ""
        self.table: RowsTable[LinkRow] = RowsTable(
            self._columns(), lambda row: row.requirement_id, stretch=1
        )
        self.add = button(self.tr("&Link a requirement…"))
        self.unlink = button(self.tr("&Unlink"))
        self.open = button(self.tr("Go to the requirement"), "link")
        self.fields = {"locator": TextField("locator"), "proves": TextField("proves", lines=2)}
        self._description = QWidget()
        self._build()
        self._connect()

    def _columns(self) -> tuple[Column[LinkRow], ...]:
        return (
            Column(self.tr("Requirement"), lambda row: row.requirement_id, width=11),
            Column(
                self._desk.text("field.title"),
                lambda row: self._titles.get(row.requirement_id, ""),
                width=16,
            ),
            Column(self._desk.text("field.locator"), lambda row: row.locator, width=12),
        )

    def _build(self) -> None:
        self.table.setAccessibleName(self._desk.text("field.links"))
        self.table.show_rows(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.add)
        buttons.addWidget(self.unlink)
        buttons.addStretch(1)
        buttons.addWidget(self.open)
        form = QFormLayout(self._description)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GAP)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in self.fields.items():
            title = self._desk.text(f"field.{name}")
            heading = label(title)
            heading.setBuddy(field)
            field.set_name(title)
            field.set_read_only(self._desk.read_only)
            form.addRow(heading, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        layout.addWidget(self._description)

    def _connect(self) -> None:
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(self._go_to)
        self.add.clicked.connect(self._on_add)
        self.unlink.clicked.connect(self._on_unlink)
        self.open.clicked.connect(lambda: self._go_to(self.table.current_row()))
        for name, field in self.fields.items():
            field.edited.connect(partial(self._save, name))
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.activated.connect(self._on_unlink)

    def set_requirements(self, requirements: list[Requirement]) -> None:
        """Everything that a dossier can be linked with."""
        self._requirements = requirements
        self._titles = {item.id: item.title.in_(self._desk.language) for item in requirements}

    def show_row(self, row: EvidenceRow) -> None:
        """Show the links of a dossier."""
        other = self._row is None or row.id != self._row.id
        if other:
            self._leave()
            self._shown = ""
        self._row = row
        self.table.set_rows(row.links)
        if self.table.current_row() is None:
            self.table.select_first()
        self._on_current(self.table.current_row())

    def forget(self) -> None:
        """The dossier is gone from the workbook."""
        if self._row is not None:
            for item in self._row.links:
                self._saver.forget(_thing(self._row.id, item.requirement_id))
        self._row, self._shown = None, ""

    def flush(self) -> None:
        for field in self.fields.values():
            field.flush()
        self._saver.retry()

    def unsaved(self) -> bool:
        shown = bool(self._shown) and any(field.unsaved() for field in self.fields.values())
        return shown or self._saver.any_unsaved()

    def _on_current(self, row: LinkRow | None) -> None:
        """Show the description of a link, or what the workbook now holds of it."""
        thing = _thing(self._row.id, row.requirement_id) if self._row and row else ""
        other = thing != self._shown
        if other:
            self._leave()
            self._shown = thing
        writable = not self._desk.read_only
        self.add.setEnabled(writable)
        self.unlink.setEnabled(writable and row is not None)
        self.open.setEnabled(row is not None)
        self._description.setVisible(row is not None)
        if row is None:
            return
        for name, field in self.fields.items():
            kept = self._saver.unsaved(thing, name)
            if other:
                field.reset(getattr(row, name))
            else:
                field.set_text(getattr(row, name))
            if kept is not None and other:
                field.show_unsaved(str(kept.value), kept.sentence)

    def _leave(self) -> None:
        for name, field in self.fields.items():
            if self._shown and field.unsaved():
                self._save(name, field.text().strip())

    def _save(self, name: str, value: object) -> None:
        if self._shown:
            self._saver.save(self._shown, name, value)

    def _on_saved(self, thing: str, name: str, value: object) -> None:
        if thing == self._shown:
            self.fields[name].accept(str(value))

    def _on_failed(self, thing: str, name: str, _: object) -> None:
        kept = self._saver.unsaved(thing, name)
        if thing == self._shown and kept is not None:
            self.fields[name].refuse(kept.sentence)

    def _on_add(self) -> None:
        if self._row is None:
            return
        taken = {item.requirement_id for item in self._row.links}
        free = [item for item in self._requirements if item.id not in taken]
        picker = RequirementPicker(self._desk.language, free, self)
        chosen = picker.choose()
        if chosen:
            evidence_id, number = self._row.id, self._row.number
            self._desk.write(
                lambda: link(self._desk.workbook, evidence_id, chosen),
                saved=lambda _: self._desk.message.emit(
                    self.tr("Evidence {0} is now linked with {1}.").format(number, chosen)
                ),
            )

    def _on_unlink(self) -> None:
        row, current = self._row, self.table.current_row()
        if row is None or current is None or self._desk.read_only:
            return
        requirement_id = current.requirement_id
        self._desk.write(
            lambda: unlink(self._desk.workbook, row.id, requirement_id),
            saved=lambda _: self._desk.message.emit(
                self.tr("Evidence {0} is no longer linked with {1}. This can be undone.").format(
                    row.number, requirement_id
                )
            ),
        )

    def _go_to(self, row: LinkRow | None) -> None:
        if row is not None:
            self._desk.show_place(Place("requirement", row.requirement_id, "evidence"))


def _thing(evidence_id: str, requirement_id: str) -> str:
    return f"{evidence_id} {requirement_id}"


def _edit_link(workbook: Workbook, thing: str, name: str, value: object) -> Changes:
    """Change one field of a link; nothing where the link is gone by now."""
    evidence_id, requirement_id = thing.split(" ", 1)
    found = next(
        (
            item
            for item in evidence(workbook, evidence_id).links
            if item.requirement_id == requirement_id
        ),
        None,
    )
    if found is None:
        return Changes()
    values = {each: getattr(found, each) for each in _FIELDS} | {name: str(value)}
    return link(workbook, evidence_id, requirement_id, **values)
