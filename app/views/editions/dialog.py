"""What another edition of the catalogue would change; it is taken over in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from app.catalog.editions import Difference
from app.catalog.schema import Document
from app.domain.editions import Kind
from app.services.editions import take_over
from app.views.desk import Desk
from app.views.editions.wording import SideBySide
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable


class EditionDialog(QDialog):
    """What stays the same comes last."""

    def __init__(
        self,
        desk: Desk,
        document: Document,
        differences: Sequence[Difference],
        present: str,
        parent: QWidget | None = None,
    ) -> None:
        """`present` is the version that the workbook is filled against."""
        super().__init__(parent)
        self._desk = desk
        self._document = document
        self._separator = "、" if desk.language == "zh" else ", "
        self.setWindowTitle(
            self.tr("Catalogue: edition {0} → {1}").format(present, document.version)
        )
        self.summary = label(self._summary(differences), wrap=True)
        self.table: RowsTable[Difference] = RowsTable(self._columns(), self._ids, stretch=2)
        self.wordings = SideBySide(desk)
        self.wordings.set_titles(
            self.tr("Edition {0}").format(present),
            self.tr("Edition {0}").format(document.version),
        )
        self._problem = label("", "error", wrap=True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._build()
        self.table.current_changed.connect(self._on_current)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)
        self.table.set_rows(sorted(differences, key=lambda row: row.kind is Kind.SAME))
        self.table.select_first()

    def _columns(self) -> tuple[Column[Difference], ...]:
        text, language = self._desk.text, self._desk.language
        return (
            Column(self.tr("Change"), lambda row: text(f"edition.{row.kind}"), width=10),
            Column(self.tr("Requirement"), self._ids, width=24),
            Column(
                text("field.title"),
                lambda row: (row.after or row.before)[0].title.in_(language),
                width=30,
            ),
            Column(
                self.tr("What reads otherwise"),
                lambda row: self._separator.join(text(f"edition.field.{n}") for n in row.fields),
                width=24,
            ),
        )

    def _build(self) -> None:
        self.table.setAccessibleName(self.tr("What the edition changes"))
        take = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        take.setText(self.tr("Take over"))
        take.setEnabled(not self._desk.read_only)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.wordings)
        splitter.setChildrenCollapsible(False)
        note = self.tr(
            "No answer is lost: answers go with their requirements; where the wording changes they "
            "are marked for another look, and what falls away stays readable. Taking over can be "
            "undone as one step."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(self.summary)
        layout.addWidget(splitter, 1)
        layout.addWidget(label(note, "muted", wrap=True))
        layout.addWidget(self._problem)
        layout.addWidget(self.buttons)
        self._problem.hide()
        self.resize(920, 560)

    def _summary(self, differences: Sequence[Difference]) -> str:
        counts = Counter(row.kind for row in differences)
        parts = [f"{self._desk.text(f'edition.{kind}')} {counts[kind]}" for kind in Kind]
        return " · ".join(parts)

    def _ids(self, row: Difference) -> str:
        old = self._separator.join(item.id for item in row.before)
        new = self._separator.join(item.id for item in row.after)
        return old if old == new else f"{old} → {new}" if old and new else old or new

    def _on_current(self, row: Difference | None) -> None:
        self.wordings.show_wordings(row.before if row else (), row.after if row else ())

    def _on_ok(self) -> None:
        workbook, document = self._desk.workbook, self._document
        self.buttons.setEnabled(False)
        self._desk.write(
            lambda: take_over(workbook, document),
            lambda _: self.accept(),
            lambda error: self._refuse(self._desk.sentence(error)),
        )

    def _refuse(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()
        self.buttons.setEnabled(True)
