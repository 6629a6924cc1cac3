"""Requirements that the present edition has no more, with the answers that were given to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.queries.editions import Retired
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable

_FIELDS = ("reason", "narrative", "problems", "next_steps", "unit")


class RetiredDialog(QDialog):
    """For reading only."""

    def __init__(self, desk: Desk, rows: Sequence[Retired], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(desk.text("report.retired"))
        language = desk.language
        self.table: RowsTable[Retired] = RowsTable(
            (
                Column(self.tr("Requirement"), lambda row: row.id, width=11),
                Column(self.tr("Edition"), lambda row: row.version, width=10),
                Column(
                    desk.text("field.title"),
                    lambda row: row.requirement.title.in_(language),
                    width=30,
                ),
                Column(self.tr("Now in"), lambda row: " ".join(row.into) or "—", width=18),
            ),
            lambda row: row.answer.requirement_id,
            stretch=2,
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Requirement and answer"))
        self.table.setAccessibleName(desk.text("report.retired"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(label(desk.text("report.retired.note"), "muted", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        self.resize(800, 520)
        self.table.current_changed.connect(self._on_current)
        self.table.set_rows(rows)
        self.table.select_first()

    def _on_current(self, row: Retired | None) -> None:
        self.text.setPlainText("" if row is None else "\n".join(self._lines(row)))

    def _lines(self, row: Retired) -> list[str]:
        language, answer = self._desk.language, row.answer
        lines = [row.requirement.statement.in_(language), ""]
        lines.append(self._line("progress", self._desk.text(f"progress.{answer.progress}")))
        if answer.level is not None:
            lines.append(self._line("level", str(answer.level)))
        lines += [
            self._line(name, getattr(answer, name)) for name in _FIELDS if getattr(answer, name)
        ]
        return lines

    def _line(self, name: str, value: str) -> str:
        return self.tr("{0}: {1}").format(self._desk.text(f"field.{name}"), value)
