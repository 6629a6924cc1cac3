"""The view of an EntryModel: a key, Enter or a double click starts typing in a cell."""

from __future__ import annotations

from typing import Any

import shiboken6
from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.views.indicators.entry_model import EntryModel
from app.views.widgets.choice import Choice
from app.views.widgets.editable_look import make_editable
from app.views.widgets.rows_model import Index


class _Delegate(QStyledItemDelegate):
    """A line to type in, or a list to choose from."""

    editor: QWidget | None = None
    _filled: QWidget | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, EntryModel)
        column = model.columns[index.column()]
        editor: QWidget
        if column.options:
            editor = Choice(column.options, parent)
            editor.activated.connect(lambda _: self._take(editor))
        else:
            editor = QLineEdit(parent)
            editor.setProperty("role", "cell")
            if column.known is not None:
                completer = QCompleter(column.known(), editor)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                editor.setCompleter(completer)
        editor.setAccessibleName(column.title)
        self.editor = editor
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Once: Qt asks again whenever the table shows something new, also while one types."""
        if self._filled is editor:
            return
        self._filled = editor
        text = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, Choice):
            editor.set_value(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, Choice):
            model.setData(index, editor.value())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class EntryTable(QTableView):
    """`rested` comes when an editor has been closed; `removal_wanted` at the delete key."""

    rested = Signal()
    removal_wanted = Signal()

    def __init__(self, model: EntryModel[Any], name: str, *, stretch: int) -> None:
        super().__init__()
        self._model = model
        self._delegate = _Delegate(self)
        self.setAccessibleName(name)
        self._build(stretch)
        self._delegate.closeEditor.connect(lambda *_: self.rested.emit())

    def _build(self, stretch: int) -> None:
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        make_editable(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        metrics = self.fontMetrics()
        header = self.horizontalHeader()
        for number, column in enumerate(self._model.columns):
            title = metrics.horizontalAdvance(column.title) + 24
            wanted = metrics.horizontalAdvance("x") * column.width + 16
            self.setColumnWidth(number, max(title, wanted))
        header.setMinimumSectionSize(48)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    @property
    def is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        editor = self._delegate.editor
        if editor is not None and shiboken6.isValid(editor) and self.is_editing:
            self._delegate.commitData.emit(editor)
            self._delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_editing or event.modifiers():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
