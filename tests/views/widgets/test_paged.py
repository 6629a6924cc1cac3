from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.errors import EnvironmentProblem
from app.views.widgets.paged_model import WINDOW
from app.views.widgets.paged_table import PagedTable
from app.views.widgets.rows_model import Column

COUNT = 30_000


@dataclass(frozen=True)
class Row:
    id: str
    name: str


class Store:
    """Rows by key, and which were asked for."""

    def __init__(self, count: int) -> None:
        self.rows = {f"k{n}": Row(f"k{n}", f"行 {n}") for n in range(count)}
        self.read: list[list[str]] = []

    def __call__(self, keys: Sequence[str]) -> list[Row]:
        self.read.append(list(keys))
        # In another order, as a database may give them.
        return [self.rows[key] for key in reversed(keys) if key in self.rows]


@pytest.fixture
def store() -> Store:
    return Store(COUNT)


@pytest.fixture
def table(qtbot: QtBot, store: Store) -> PagedTable[Row]:
    columns = (
        Column[Row]("名称", lambda row: row.name),
        Column[Row]("编号", lambda row: row.id),
    )
    made = PagedTable(columns, lambda row: row.id, store, several=True)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def show(table: PagedTable[Row], store: Store) -> tuple[str, ...]:
    keys = tuple(store.rows)
    table.set_keys(keys)
    return keys


def test_many_rows_cost_no_more_than_those_in_view(table: PagedTable[Row], store: Store) -> None:
    keys = show(table, store)
    table.scrollToBottom()
    table.grab()
    assert store.read[-1] == list(keys[-WINDOW:])
    assert table.model().index(COUNT - 1, 0).data() == f"行 {COUNT - 1}"
    assert len(store.read) <= 4


def test_the_model_is_as_qt_expects(table: PagedTable[Row], store: Store) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(table.paged_model, fatal, table)
    keys = tuple(store.rows)[:250]
    for shown in (keys, keys, keys[100:], keys[::-1], ()):
        table.set_keys(shown)
        assert table.model().rowCount() == len(shown)


def test_a_row_that_is_gone_is_shown_empty(table: PagedTable[Row], store: Store) -> None:
    show(table, store)
    del store.rows["k503"]
    names = [table.model().index(number, 0).data() for number in (502, 503, 504)]
    assert names == ["行 502", None, "行 504"]
    table.selectRow(503)
    assert table.current_row() is None
    assert table.selected_keys() == ["k503"]


def test_the_same_keys_are_read_anew_where_they_are_in_view(
    qtbot: QtBot, table: PagedTable[Row], store: Store
) -> None:
    keys = show(table, store)
    table.select("k5")
    resets: list[bool] = []
    table.paged_model.modelReset.connect(lambda: resets.append(True))
    store.rows["k5"] = Row("k5", "改名")
    assert table.current_row() == Row("k5", "行 5")
    with qtbot.waitSignal(table.paged_model.dataChanged):
        table.set_keys(keys)
    assert table.current_row() == Row("k5", "改名")
    assert not resets


def test_other_keys_keep_selection_and_place(table: PagedTable[Row], store: Store) -> None:
    keys = show(table, store)
    table.selectAll()
    table.grab()
    table.verticalScrollBar().setValue(500)
    table.set_keys(keys[:100] + keys[200:])
    assert table.verticalScrollBar().value() == 500
    assert table.selected_keys() == [*keys[:100], *keys[200:]]
    table.select("k300")
    table.set_keys(keys[250:], keep_place=False)
    assert table.current_row() == store.rows["k300"]
    assert table.rowAt(1) <= 50 <= table.rowAt(table.viewport().height() - 1)
    seen: list[Row | None] = []
    table.current_changed.connect(seen.append)
    table.set_keys(keys[:10], keep_place=False)
    assert seen == [None]
    assert table.verticalScrollBar().value() == 0


def test_a_selection_in_very_many_pieces_is_let_go(table: PagedTable[Row], store: Store) -> None:
    keys = tuple(store.rows)[:20_000]
    table.set_keys(keys[::2])
    table.selectAll()
    table.set_keys(keys)
    assert len(table.selected_keys()) <= 1
    table.set_keys(keys[:200:2])
    table.selectAll()
    table.set_keys(keys)
    assert table.selected_keys() == list(keys[:200:2])


def test_the_header_asks_no_row_whether_it_is_selected(
    table: PagedTable[Row], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's own would ask all of them, twice for each column."""
    show(table, store)
    asked: list[int] = []
    flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def noted(index: object) -> Qt.ItemFlag:
        asked.append(1)
        return flags

    monkeypatch.setattr(table.paged_model, "flags", noted)
    table.selectAll()
    table.grab()
    assert len(asked) < 10_000


def test_letters_are_handed_on_and_read_nothing(
    qtbot: QtBot, table: PagedTable[Row], store: Store
) -> None:
    show(table, store)
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    table.selectionModel().setCurrentIndex(table.model().index(4, 1), flag)
    store.read.clear()
    with qtbot.waitSignal(table.paged_model.letters) as typed:
        table.keyboardSearch("k9")
    assert typed.args[1:] == [1, "k9"]
    assert typed.args[0] in (4, 5)
    assert store.read == []


def test_an_order_is_asked_for_once(table: PagedTable[Row], store: Store) -> None:
    show(table, store)
    asked: list[tuple[int, Qt.SortOrder]] = []
    model = table.paged_model
    model.order_wanted.connect(lambda: asked.append(model.order))
    down = Qt.SortOrder.DescendingOrder
    table.sortByColumn(1, down)
    table.sortByColumn(1, down)
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert asked == [(1, down), (-1, Qt.SortOrder.AscendingOrder)]


def test_an_error_of_reading_is_told_once_for_a_window(
    table: PagedTable[Row], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: Sequence[str]) -> list[Row]:
        raise EnvironmentProblem("disk.full", path="/U盘", detail="")

    keys = show(table, store)
    told: list[object] = []
    table.paged_model.failed.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr(table.paged_model, "_read", gone)
        names = [table.model().index(number, 0).data() for number in (5_010, 5_020)]
    assert names == [None, None]
    assert len(told) == 1
    table.set_keys(keys)
    assert table.model().index(5_010, 0).data() == "行 5010"
