"""A date that may be empty: typed in any usual form, or picked from a calendar."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.domain.dates import parse_date
from app.errors import UserError
from app.views.widgets.basic import label, set_role
from app.views.widgets.calendar import CalendarPopup
from app.views.widgets.text_fields import Line


class DateField(QWidget):
    """`edited` carries a date or None; what is no date is said below and not carried."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: date | None = None
        self._line = Line()
        self._pick = QToolButton()
        self._note = label("", "error", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._line.setPlaceholderText(self.tr("e.g. 2026-01-05"))
        # Room for a date in any language: the longest is 2026年12月31日.
        self._line.setMinimumWidth(self.fontMetrics().horizontalAdvance("2026年12月31日") + 24)
        self._pick.setText("▾")
        self._pick.setAccessibleName(self.tr("Choose a date"))
        self._pick.setToolTip(self.tr("Choose a date"))
        self._pick.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._line)
        row.addWidget(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._note)
        self._note.hide()
        self.setFocusProxy(self._line)

    def _connect(self) -> None:
        self._line.editingFinished.connect(self._on_typed)
        self._pick.clicked.connect(self._open_calendar)
        open_calendar = QShortcut(QKeySequence("F4"), self)
        open_calendar.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        open_calendar.activated.connect(self._pick.click)

    def set_name(self, name: str) -> None:
        """What a screen reader calls the field."""
        self._line.setAccessibleName(name)

    def value(self) -> date | None:
        return self._value

    def text(self) -> str:
        """What stands in the field, a date or not."""
        return self._line.text().strip()

    def set_value(self, value: date | None) -> None:
        self._value = value
        with QSignalBlocker(self._line):
            self._line.setText(value.isoformat() if value else "")
        self._note.hide()

    def refresh_value(self, value: date | None) -> None:
        """Show what the workbook holds, unless something is being typed."""
        if not self.unsaved():
            self.set_value(value)

    def show_typed(self, text: str) -> None:
        """Show again what was typed earlier and is no date."""
        self._line.setText(text)
        self._refuse_text()

    def refuse(self, sentence: str) -> None:
        """Say why the date was not saved."""
        set_role(self._note, "error")
        self._note.setText(sentence)
        self._note.show()

    def accept(self) -> None:
        """The date has been saved."""
        if not self.unsaved():
            self._note.hide()

    def unsaved(self) -> bool:
        """Whether something was typed that has not been carried by `edited`."""
        return self.text() != (self._value.isoformat() if self._value else "")

    def flush(self) -> None:
        if self.unsaved():
            self._on_typed()

    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)
        self._pick.setEnabled(not read_only)

    def _on_typed(self) -> None:
        text = self.text()
        try:
            value = parse_date(text) if text else None
        except UserError:
            self._refuse_text()
            return
        if value != self._value:
            self.set_value(value)
            self.edited.emit(value)
        elif self.unsaved():
            # The same date written in another form.
            self.set_value(value)

    def _refuse_text(self) -> None:
        self.refuse(self.tr("Not a date; write it as 2026-01-05. Not saved."))

    def _open_calendar(self) -> None:
        calendar = CalendarPopup(self._pick)
        if self._value:
            calendar.setSelectedDate(QDate(self._value.year, self._value.month, self._value.day))
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(calendar.close)
        calendar.clicked.connect(calendar.close)
        calendar.open()

    def _on_picked(self, picked: QDate) -> None:
        self._line.setText(cast(date, picked.toPython()).isoformat())
        self._on_typed()
