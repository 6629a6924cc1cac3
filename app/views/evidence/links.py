"""What a dossier proves: requirements, readings and tasks, where in it, and what there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.domain.dates import format_date
from app.domain.indicators import format_value
from app.queries.evidence import EvidenceRow
from app.queries.indicators import indicators
from app.queries.plan import tasks
from app.views.desk import Desk
from app.views.evidence.linked import Linked, LinkKind, edit_link, linked, linking, unlinking
from app.views.evidence.picker import Pick, Picker, RequirementPicker
from app.views.saver import Saver
from app.views.widgets.basic import GAP, button, label
from app.views.widgets.keys import DELETE, on_key
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable
from app.views.widgets.text_fields import TextField


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
        self._saver = Saver(desk, partial(edit_link, desk.workbook), self)
        self._row: EvidenceRow | None = None
        self._shown = ""
        self.table: RowsTable[Linked] = RowsTable(self._columns(), lambda row: row.key, stretch=1)
        self.add = button(self.tr("&Link a requirement…"))
        self.unlink = button(self.tr("&Unlink"))
        self.add_more = button(self.tr("&More"))
        self.open = button(self.tr("Go there"), "link")
        self.fields = {"locator": TextField("locator"), "proves": TextField("proves", lines=2)}
        self._description = QWidget()
        self._build()
        self._connect()

    def _columns(self) -> tuple[Column[Linked], ...]:
        return (
            Column(self.tr("Proves"), lambda row: row.mark, width=11),
            Column(self._desk.text("field.title"), lambda row: row.title, width=16),
            Column(self._desk.text("field.locator"), lambda row: row.locator, width=12),
        )

    def _build(self) -> None:
        self.table.setAccessibleName(self._desk.text("field.links"))
        self.table.show_rows(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        menu = QMenu(self)
        reading = menu.addAction(self.tr("A value of an indicator…"))
        reading.triggered.connect(lambda _: self._add("reading"))
        task = menu.addAction(self.tr("A task of the annual plan…"))
        task.triggered.connect(lambda _: self._add("task"))
        self.add_more.setMenu(menu)
        buttons.addWidget(self.add)
        buttons.addWidget(self.add_more)
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
        self.add.clicked.connect(lambda: self._add("requirement"))
        self.unlink.clicked.connect(self._on_unlink)
        self.open.clicked.connect(lambda: self._go_to(self.table.current_row()))
        for name, field in self.fields.items():
            field.edited.connect(partial(self._save, name))
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)
        on_key(self.table, DELETE, self._on_unlink)

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
        self.table.set_rows(linked(row, self._titles, self._desk.language))
        if self.table.current_row() is None:
            self.table.select_first()
        self._on_current(self.table.current_row())

    def forget(self) -> None:
        """The dossier is gone from the workbook."""
        if self._row is not None:
            for item in linked(self._row, {}, self._desk.language):
                self._saver.forget(_thing(self._row, item))
        self._row, self._shown = None, ""

    def flush(self) -> None:
        for field in self.fields.values():
            field.flush()
        self._saver.retry()

    def unsaved(self) -> bool:
        shown = bool(self._shown) and any(field.unsaved() for field in self.fields.values())
        return shown or self._saver.any_unsaved()

    def _on_current(self, row: Linked | None) -> None:
        """Show the description of a link, or what the workbook now holds of it."""
        thing = _thing(self._row, row) if self._row and row else ""
        other = thing != self._shown
        if other:
            self._leave()
            self._shown = thing
        writable = not self._desk.read_only
        self.add.setEnabled(writable)
        self.add_more.setEnabled(writable)
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

    def _add(self, kind: LinkKind) -> None:
        """Let choose what is not linked yet, and link it."""
        if self._row is None:
            return
        taken = {item.id for item in self.table.rows_model.rows if item.kind == kind}
        chosen = self._choose(kind, taken)
        if chosen is None:
            return
        evidence_id, number = self._row.id, self._row.number
        self._desk.write(
            lambda: linking(self._desk.workbook, evidence_id, kind, chosen.id),
            saved=lambda _: self._desk.message.emit(
                self.tr("Evidence {0} is now linked with {1}.").format(number, chosen.mark)
            ),
        )

    def _choose(self, kind: LinkKind, taken: set[str]) -> Pick | None:
        language, workbook = self._desk.language, self._desk.workbook
        if kind == "requirement":
            free = [item for item in self._requirements if item.id not in taken]
            id_ = RequirementPicker(language, free, self).choose()
            return Pick(id_, id_, "") if id_ else None
        if kind == "task":
            picks = [Pick(row.id, row.code, f"{row.year} {row.title}") for row in tasks(workbook)]
            title, none = self.tr("Link a task"), self.tr("The annual plan has no task yet.")
        else:
            picks = [
                Pick(
                    one.id,
                    row.code,
                    f"{row.title.in_(language)} {format_date(one.on, language)}"
                    f" {format_value(one.value)}",
                )
                for row in indicators(workbook, self._desk.today())
                for one in reversed(row.readings)
            ]
            title, none = self.tr("Link a value"), self.tr("No value has been entered yet.")
        if not picks:
            self._desk.message.emit(none)
            return None
        return Picker(title, [pick for pick in picks if pick.id not in taken], self).choose()

    def _on_unlink(self) -> None:
        row, current = self._row, self.table.current_row()
        if row is None or current is None or self._desk.read_only:
            return
        self._desk.write(
            lambda: unlinking(self._desk.workbook, row.id, current),
            saved=lambda _: self._desk.message.emit(
                self.tr("Evidence {0} is no longer linked with {1}. This can be undone.").format(
                    row.number, current.mark
                )
            ),
        )

    def _go_to(self, row: Linked | None) -> None:
        if row is not None:
            self._desk.show_place(row.place)


def _thing(row: EvidenceRow, item: Linked) -> str:
    return f"{row.id} {item.key}"
