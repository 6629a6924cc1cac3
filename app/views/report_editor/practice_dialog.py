"""Asks for all of a practice: its texts, the requirements it came from, the evidence for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.queries.practices import PracticeRow
from app.services.practices import PracticeFields
from app.views.desk import Desk
from app.views.evidence.picker import Pick, Picker
from app.views.report_editor.state import EditorState
from app.views.widgets.basic import GAP, WIDE, button
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable
from app.views.widgets.text_fields import TextField

_TEXTS = {"title": 1, "what": 4, "novelty": 2, "effect": 2, "reach": 2}


class LinkedList(QWidget):
    """Things that are linked, taken from those that there are."""

    def __init__(self, title: str, picks: Sequence[Pick], chosen: Iterable[str]) -> None:
        super().__init__()
        self._title = title
        self._picks = {pick.mark: pick for pick in picks}
        self._chosen = [self._picks.get(mark, Pick(mark, mark, "")) for mark in chosen]
        self.table: RowsTable[Pick] = RowsTable(
            (
                Column(self.tr("No."), lambda row: row.mark, width=11),
                Column(self.tr("Title"), lambda row: row.title, width=20),
            ),
            lambda row: row.id,
            stretch=1,
        )
        self.add = button(self.tr("Link…"))
        self.unlink = button(self.tr("Unlink"))
        self._build()

    def _build(self) -> None:
        self.table.setAccessibleName(self._title)
        self.table.show_rows(2)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.add)
        column.addWidget(self.unlink)
        column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.table, 1)
        layout.addLayout(column)
        self.add.clicked.connect(self._on_add)
        self.unlink.clicked.connect(self._on_unlink)
        self.table.current_changed.connect(lambda _: self._show())
        self._show()

    def marks(self) -> tuple[str, ...]:
        """The numbers of what is linked."""
        return tuple(pick.mark for pick in self._chosen)

    def link(self, pick: Pick) -> None:
        self._chosen.append(pick)
        self._show()

    def _show(self) -> None:
        self.table.set_rows(self._chosen)
        self.unlink.setEnabled(self.table.current_row() is not None)

    def _on_add(self) -> None:
        free = [pick for pick in self._picks.values() if pick not in self._chosen]
        picked = Picker(self._title, free, self).chosen()
        if picked is not None:
            self.link(picked)

    def _on_unlink(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._chosen.remove(row)
            self._show()


class PracticeDialog(QDialog):
    """Edits a practice, or with None asks for a new one."""

    def __init__(
        self,
        desk: Desk,
        state: EditorState,
        row: PracticeRow | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title = self.tr("Practice {0}").format(row.code) if row else self.tr("New practice")
        self.setWindowTitle(title)
        self.texts = {name: TextField(name, lines=lines) for name, lines in _TEXTS.items()}
        language = desk.language
        self.requirements = LinkedList(
            desk.text("field.practice.requirements"),
            [Pick(item.id, item.id, item.title.in_(language)) for item in state.requirements],
            row.requirements if row else (),
        )
        self.evidence = LinkedList(
            desk.text("field.practice.evidence"),
            [Pick(item.id, item.number, item.title) for item in state.evidence],
            row.evidence if row else (),
        )
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._build(desk)
        for name, field in self.texts.items():
            field.reset(getattr(row, name) if row else "")
            field.editor.textChanged.connect(self._show_state)
        self._show_state()

    def _build(self, desk: Desk) -> None:
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields: dict[str, QWidget] = {
            **self.texts,
            "requirements": self.requirements,
            "evidence": self.evidence,
        }
        for name, field in fields.items():
            title = desk.text(f"field.practice.{name}")
            form.addRow(title, field)
            if isinstance(field, TextField):
                field.set_name(title)
        content = QWidget()
        content.setLayout(form)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(WIDE)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.resize(600, 560)
        self.texts["title"].setFocus()

    def fields(self) -> PracticeFields:
        """What was entered."""
        return {
            "title": self.texts["title"].text(),
            "what": self.texts["what"].text(),
            "novelty": self.texts["novelty"].text(),
            "effect": self.texts["effect"].text(),
            "reach": self.texts["reach"].text(),
            "requirements": self.requirements.marks(),
            "evidence": self.evidence.marks(),
        }

    def _show_state(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        long = any(field.too_long() for field in self.texts.values())
        ok.setEnabled(bool(self.texts["title"].text().strip()) and not long)
