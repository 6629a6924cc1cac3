"""What stands on a window, and which of it is in the other language."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.views.main_window import MainWindow
from app.views.widgets.latest import Latest
from app.views.widgets.rows_table import RowsTable

# What is the same in both languages: formats, keys, names of things, units, ids, what users typed.
_SAME = re.compile(
    r"English|PDF|Excel|Word|SHA-256|MIT|OFL|Noto S\w+ SC|AR PL KaitiM GB|Ctrl|Shift"
    r"|Alt\+\w+|USB|MB|KB|GB"
    r"|N29-\d\.\d\d|IND-[A-Z]+-\d+|OUT-\d+|\bn29\b|/\S*|\.\w+|\w+@\S+|\b[0-9a-f]{16}\b"
)
_ENGLISH = re.compile(r"[A-Za-z]{2,}")
CHINESE = re.compile(r"[一-鿿]")


def labels(root: QWidget) -> Iterator[str]:
    """Everything that the program itself writes on a window, and its tips and names."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QLineEdit() | QPlainTextEdit():
                yield widget.placeholderText()
            case QMenu():
                yield widget.title()
            case QTabBar():
                yield from (widget.tabText(number) for number in range(widget.count()))
            case QComboBox():
                yield from (widget.itemText(number) for number in range(widget.count()))
            case QHeaderView() if widget.model() is not None:
                model, way = widget.model(), widget.orientation()
                yield from (str(model.headerData(it, way) or "") for it in range(widget.count()))
    yield from (action.text() for action in root.findChildren(QAction))


def cells(root: QWidget) -> Iterator[str]:
    """What stands in the rows of its tables and lists."""
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if model is None or isinstance(view, QHeaderView):
            continue
        nowhere = QModelIndex()
        for row in range(model.rowCount(nowhere)):
            # A list model keeps the count of its columns to itself.
            is_list = isinstance(model, QAbstractListModel)
            for column in range(1 if is_list else model.columnCount(nowhere)):
                index = model.index(row, column)
                yield str(index.data() or "")


def english(root: QWidget, of_machine: set[str]) -> list[str]:
    return english_of(labels(root), of_machine)


def english_of(texts: Iterable[str], of_machine: set[str]) -> list[str]:
    found = []
    for text in texts:
        rest = re.sub(r"<[^>]*>", "", text)
        for word in of_machine:
            rest = rest.replace(word, "")
        if _ENGLISH.search(_SAME.sub("", rest)):
            found.append(text)
    return found


def show(window: MainWindow, page: str, qtbot: QtBot) -> None:
    """Show a page with what is computed beside it, and with something selected."""

    def rest() -> None:
        qtbot.waitUntil(lambda: not any(it.busy for it in window.findChildren(Latest)))

    window.show_page(page)
    rest()
    for table in window.page(page).findChildren(RowsTable):
        table.select_first()
    rest()
