"""Chooses indicators of the catalogue, to be taken into the workbook."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.queries.evidence import number_key
from app.queries.indicators import PresetRow, presets
from app.reports.amounts import preset_goal
from app.services.indicators import add_preset
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.latest import Latest
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable


class PresetsDialog(QDialog):
    """Adds what is selected when it is accepted, each as an operation of its own.

    The list comes a moment after the dialog: the catalogue has to be read.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.table: RowsTable[PresetRow] = RowsTable(
            self._columns(), lambda row: row.preset.id, self._search, stretch=1, several=True
        )
        self.filter = FilterLine(self.tr("Filter by code, name, document or meaning"))
        self.meaning = label("", "muted", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = self.buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._loading: Latest[list[PresetRow]] = Latest(
            self, desk.runner, self._on_loaded, desk.problem.emit
        )
        self._build()
        self._connect()
        workbook = desk.workbook
        self._loading.request(lambda: presets(workbook))

    def _columns(self) -> tuple[Column[PresetRow], ...]:
        desk, text = self._desk, self._desk.text
        return (
            Column(
                text("field.code"),
                lambda row: row.preset.id,
                lambda row: number_key(row.preset.id),
                width=12,
            ),
            Column(self.tr("Indicator"), lambda row: row.preset.name.in_(desk.language), width=28),
            Column(text("field.origin"), lambda row: text(f"origin.{row.preset.origin}"), width=24),
            Column(text("field.target"), self._goal, width=18),
            Column(self.tr("Remarks"), self._remarks, width=22),
        )

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Add indicators from presets"))
        self.table.setAccessibleName(self.tr("Indicators that can be added"))
        self.add.setProperty("role", "primary")
        self.meaning.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.meaning)
        layout.addWidget(
            label(self.tr("Several can be selected with Ctrl or Shift."), "muted", wrap=True)
        )
        layout.addWidget(self.buttons)
        self.resize(880, 520)
        self._show_state()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.table.filter.set_text)
        self.filter.down.connect(self.table.setFocus)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_state())
        self.table.current_changed.connect(self._show_meaning)
        self.table.opened.connect(lambda _: self.accept())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _on_loaded(self, rows: list[PresetRow]) -> None:
        self.table.set_rows(rows)
        self._show_state()

    def chosen(self) -> list[str]:
        """Ids of what is selected and not in the workbook yet."""
        return [row.preset.id for row in self.table.selected_rows() if not row.taken]

    def accept(self) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        workbook = self._desk.workbook
        for preset in chosen:

            def write(preset: str = preset) -> Changes:
                return add_preset(workbook, preset)

            self._desk.write(write)
        super().accept()

    def _show_state(self) -> None:
        self.add.setEnabled(bool(self.chosen()))

    def _show_meaning(self, row: PresetRow | None) -> None:
        self.meaning.setText(row.preset.meaning.in_(self._desk.language) if row else "")

    def _goal(self, row: PresetRow) -> str:
        return preset_goal(row.preset, self._desk.language)

    def _remarks(self, row: PresetRow) -> str:
        if row.taken:
            return self.tr("In the workbook already")
        return "" if row.preset.verified else self.tr("To be verified")

    def _search(self, row: PresetRow) -> str:
        it = row.preset
        texts = (it.name, it.meaning, it.source)
        origin = self._desk.text(f"origin.{it.origin}")
        remark = self._remarks(row)
        return "\n".join((it.id, origin, remark, *(f"{t.zh}\n{t.en}" for t in texts)))
