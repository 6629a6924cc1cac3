"""What is proposed for files that were dropped; nothing is written before the person says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Cancelled, WorkbookError
from app.queries.catalogue import requirement_texts
from app.services.evidence import Intake, Target
from app.services.intake.item import Choice, Item
from app.services.intake.survey import survey
from app.services.intake.taking import take
from app.views.desk import Desk
from app.views.intake.columns import IntakeColumns
from app.views.intake.model import IntakeModel
from app.views.intake.table import IntakeTable
from app.views.widgets.basic import GAP, WIDE, ElidedLabel, label, set_role
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.task_row import TaskRow


class IntakeDialog(QDialog):
    """Reads the files as soon as it is made. `taken` is called with what became of them."""

    def __init__(
        self,
        desk: Desk,
        paths: Sequence[Path],
        target: Target,
        taken: Callable[[Intake], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paths, self._target, self._taken = list(paths), target, taken
        self._order: dict[str, int] = {}
        columns = IntakeColumns(
            desk, requirement_texts(desk.workbook), into_dossier=bool(target.evidence_id)
        )
        self.model = IntakeModel(columns, self)
        self.table = IntakeTable(self.model, self.tr("Files to be taken in"))
        self.filter = FilterLine(self.tr("Filter by words, numbers and file names"))
        self.summary = label(self.tr("Reading the files…"), wrap=True)
        self.hint = label(
            self.tr(
                "Everything proposed can be changed: double-click a cell, or press Enter. "
                "Where several rows are selected, kind, body, date, requirement and what to do "
                "change in all of them."
            ),
            "muted",
            wrap=True,
        )
        # What a cell has no room for, of the file one is at.
        self.detail = ElidedLabel("muted")
        self.task = TaskRow(desk.runner, self.tr("Progress of reading the files"))
        # The dialog has a Cancel, which stops what is under way.
        self.task.cancel.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._build(parent.window().width())
        self._connect()
        self._read()

    def _build(self, width: int) -> None:
        """`width` is that of the window."""
        self.setWindowTitle(self.tr("Take in evidence"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.take.setProperty("role", "primary")
        self.take.setDefault(True)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.summary, 1)
        top.addWidget(self.filter)
        self.filter.setMinimumWidth(260)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        for widget in (self.detail, self.hint, self.task, self.buttons):
            layout.addWidget(widget)
        # As wide as the window: it is a table of many columns.
        self.resize(max(960, width - 4 * WIDE), 560)
        self._show_state()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.table.filter.set_text)
        self.filter.down.connect(self.table.setFocus)
        self.model.dataChanged.connect(lambda *_: self._show_state())
        self.model.dataChanged.connect(lambda *_: self._show_detail())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_detail())
        self.model.refused.connect(self._on_failed)
        self.task.running.connect(lambda _: self._show_state())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # -- before

    def _read(self) -> None:
        workbook, paths, target = self._desk.workbook, self._paths, self._target
        # Behind everything that is being saved.
        self._desk.runner.write(
            lambda: None,
            lambda _: self.task.start(
                lambda: survey(workbook, paths, target), self._on_read, self._on_unread
            ),
            self._desk.problem.emit,
        )

    def _on_read(self, items: Sequence[Item]) -> None:
        self._order = {item.key: number for number, item in enumerate(items)}
        # What needs a look comes first.
        self.model.set_items(sorted(items, key=_urgency))
        if items:
            self.table.selectRow(0)
        self._show_state()
        self.take.setFocus()

    def _on_unread(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._desk.problem.emit(error)
        super().reject()

    def _show_state(self) -> None:
        wanted = [item for item in self.model.items if _is_wanted(item)]
        self.take.setText(self.tr("Take in: {0}").format(len(wanted)))
        if not self.task.isHidden():
            # A second Enter of somebody in a hurry is not to reach Cancel.
            self.setFocus()
        self.take.setEnabled(bool(wanted) and self.task.isHidden())
        self.table.setEnabled(self.task.isHidden())
        self.filter.setEnabled(self.task.isHidden())
        if self.model.items:
            set_role(self.summary, "")
            self.summary.setText(self._counts())

    def _show_detail(self) -> None:
        item = self.table.currentIndex().data(Qt.ItemDataRole.UserRole)
        parts = (self.model.columns.remark(item), "/".join(item.place)) if item else ()
        self.detail.setText(" · ".join(filter(None, parts)))
        self.detail.update()

    def _counts(self) -> str:
        """How many files of each choice, and how many that can't be taken."""
        columns = self.model.columns
        names = {
            Choice.TAKE: columns.choice_name,
            Choice.LINK: columns.choice_name,
            Choice.SKIP: columns.choice_name,
        }
        counts = Counter(item.choice for item in self.model.items if item.error is None)
        parts = [
            self.tr("{0}: {1}").format(
                names[choice](self.model.items[0], choice)
                if choice in names
                else self.tr("New edition"),
                counts[choice],
            )
            for choice in Choice
            if counts[choice]
        ]
        refused = sum(item.error is not None for item in self.model.items)
        if refused:
            parts.append(self.tr("Cannot be taken: {0}").format(refused))
        total = self.tr("{0} files, nothing has been taken in yet.").format(len(self.model.items))
        return f"{total} {('；' if self._desk.language == 'zh' else '; ').join(parts)}"

    # -- taking in

    def accept(self) -> None:
        if not self.take.isEnabled():
            return
        # In the order of the folders, in which the numbers are given.
        items = sorted(self.model.items, key=lambda item: self._order[item.key])
        workbook = self._desk.workbook
        locator = self._target.locator
        self.task.start(
            lambda: take(workbook, items, locator),
            self._on_taken,
            self._on_failed,
            writes=True,
        )

    def _on_taken(self, intake: Intake) -> None:
        super().accept()
        self._taken(intake)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._say(self.tr("Cancelled; no file was taken in."))
        elif isinstance(error, WorkbookError):
            self._say(self._desk.sentence(error))
        else:
            self._desk.problem.emit(error)

    def _say(self, sentence: str) -> None:
        set_role(self.summary, "error")
        self.summary.setText(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes in from the button only, with Ctrl from anywhere."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.accept()
        elif not enter:
            super().keyPressEvent(event)

    def reject(self) -> None:
        if self.task.isHidden():
            super().reject()
        else:
            self.task.stop()


def _is_wanted(item: Item) -> bool:
    return item.error is None and item.choice is not Choice.SKIP


def _urgency(item: Item) -> int:
    """First what can't be taken or read, then what is there already in some form, then the rest."""
    if item.error is not None:
        return 0
    if item.unread:
        return 1
    return 2 if item.same or item.twin or item.former or item.namesake else 3
