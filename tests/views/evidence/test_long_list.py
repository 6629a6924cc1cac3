"""The list of evidence of a workbook with thousands of dossiers: what it reads, what it keeps."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.errors import EnvironmentProblem
from app.queries.evidence import EvidenceRow, evidence, evidence_list
from app.services.evidence import edit_evidence
from app.services.undo import undo
from app.services.workbooks import Workbook, open_workbook
from app.settings import Settings
from app.tasks.runner import Runner
from app.views.desk import Desk
from app.views.evidence.page import EvidencePage
from app.views.requirements.link_dialog import LinkDialog
from app.views.widgets import paged_model
from benchmarks.bulk import add_dossiers, dossier_id
from tests.conftest import copy_of
from tests.views.conftest import TODAY
from tests.views.evidence.steps import agree_to_remove, listed, settled
from tests.views.pages import show_page

COUNT = 3_000
IDS = [dossier_id(number) for number in range(COUNT)]


@pytest.fixture(scope="module")
def long_template(empty_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = copy_of(empty_template, tmp_path_factory.mktemp("template") / "long")
    workbook = open_workbook(folder)
    add_dossiers(workbook, COUNT, TODAY)
    workbook.close()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def workbook(long_template: Path, tmp_path: Path) -> Iterator[Workbook]:
    opened = open_workbook(copy_of(long_template, tmp_path / "long"))
    yield opened
    opened.close()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the rows that were read, in that order."""
    seen: list[str] = []
    window = paged_model.PagedModel._window

    def noted(model: paged_model.PagedModel[EvidenceRow], start: int) -> dict[str, EvidenceRow]:
        rows = window(model, start)
        seen.extend(rows)
        return rows

    monkeypatch.setattr(paged_model.PagedModel, "_window", noted)
    return seen


@pytest.fixture
def page(
    qtbot: QtBot, workbook: Workbook, runner: Runner, tmp_path: Path, read: list[str]
) -> EvidencePage:
    desk = Desk(workbook, "zh", runner, Settings(tmp_path / "s.ini"), today=lambda: TODAY)
    made = show_page(qtbot, EvidencePage(desk))
    qtbot.waitUntil(lambda: len(made.table.paged_model.keys) == COUNT)
    return made


def number_at(page: EvidencePage, place: int) -> str:
    return str(page.table.model().index(place, 0).data())


def in_view(page: EvidencePage) -> list[int]:
    top, bottom = (page.table.rowAt(y) for y in (1, page.table.viewport().height() - 1))
    return [top, bottom if bottom >= 0 else COUNT - 1]


def test_going_to_the_end_reads_the_beginning_and_the_end(
    qtbot: QtBot, page: EvidencePage, read: list[str]
) -> None:
    page.table.grab()
    assert 0 < len(read) <= 2 * paged_model.WINDOW
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    page.table.grab()
    assert in_view(page)[1] == COUNT - 1
    assert page.details.row is not None
    assert page.details.row.id == page.table.paged_model.keys[-1]
    assert len(read) <= 4 * paged_model.WINDOW


def test_paging_through_everything_keeps_a_bounded_part(
    qtbot: QtBot, page: EvidencePage, read: list[str]
) -> None:
    page.table.setFocus()
    page.table.select_first()
    most = 0
    while page.table.currentIndex().row() < COUNT - 1:
        qtbot.keyClick(page.table, Qt.Key.Key_PageDown)
        page.table.grab()
        most = max(most, len(page.table.paged_model._windows))
    assert most <= 12
    # Each row once.
    assert sorted(read) == sorted(page.table.paged_model.keys)


def test_a_click_on_a_header_orders_turns_and_gives_up(qtbot: QtBot, page: EvidencePage) -> None:
    natural = page.table.paged_model.keys
    header = page.table.horizontalHeader()
    place = header.sectionViewportPosition(1) + 20
    at = QPoint(place, header.height() // 2)
    orders = []
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        listed(qtbot, page)
        orders.append(page.table.paged_model.keys)
    # Their titles end in their numbers, which are compared as texts here.
    texts = {id_: f"{n})" for n, id_ in enumerate(IDS)}
    assert list(orders[0]) == sorted(natural, key=texts.__getitem__)
    assert list(orders[1]) == sorted(natural, key=texts.__getitem__, reverse=True)
    assert orders[2] == natural


def test_ordering_keeps_what_is_selected_and_the_current_row(
    qtbot: QtBot, page: EvidencePage
) -> None:
    keys = page.table.paged_model.keys
    chosen = {keys[0], keys[7], keys[8], keys[2_900]}
    page.table._select_more(chosen)
    page.table.selectionModel().setCurrentIndex(
        page.table.model().index(7, 0), page.table.selectionModel().SelectionFlag.NoUpdate
    )
    page.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    listed(qtbot, page)
    assert page.table.paged_model.keys != keys
    assert set(page.table.selected_keys()) == chosen
    assert page.table.currentIndex().row() == page.table.paged_model.keys.index(keys[7])
    assert page.details.row is not None
    assert page.details.row.id == keys[7]


def test_a_filter_lets_go_what_it_hides_and_keeps_the_rest(
    qtbot: QtBot, page: EvidencePage
) -> None:
    page.table.select(IDS[77])
    page.filters.line.setText("佐证材料77")
    listed(qtbot, page)
    assert set(page.table.paged_model.keys) == {IDS[77], *IDS[770:780]}
    assert page.details.row is not None
    assert page.details.row.id == IDS[77]
    page.filters.line.setText("〕78号")
    listed(qtbot, page)
    assert page.table.paged_model.keys == (IDS[78],)
    assert page.table.current_row() is None
    assert page.details.currentIndex() == 0
    assert page._count.text() == f"1 of {COUNT}"


def test_the_filter_gets_ready_when_the_cursor_comes_into_it(
    qtbot: QtBot, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(text: str) -> str:
        read.append(text)
        return text

    monkeypatch.setattr("app.queries.evidence_words.folded", noted)
    page.table.setFocus()
    page.filters.line.setFocus()
    qtbot.waitUntil(lambda: len(read) == COUNT and not page.table._preparing.busy)
    page.filters.line.setText("〕78号")
    listed(qtbot, page)
    assert page.table.paged_model.keys == (IDS[78],)
    assert len(read) == COUNT


def test_a_refresh_reads_what_is_in_view_and_stays_where_it_is(
    qtbot: QtBot, page: EvidencePage, read: list[str]
) -> None:
    page.table.verticalScrollBar().setValue(1_500)
    page.table.grab()
    key = page.table.paged_model.keys[1_503]
    before = in_view(page)
    read.clear()
    workbook = page.desk.workbook
    page.desk.write(lambda: edit_evidence(workbook, key, title="改了名称"))
    settled(qtbot, page)
    page.table.grab()
    assert page.table.model().index(1_503, 1).data() == "改了名称"
    assert in_view(page) == before
    assert 0 < len(read) <= 2 * paged_model.WINDOW


def test_everything_can_be_moved_to_the_bin_without_being_read(
    qtbot: QtBot, page: EvidencePage, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = agree_to_remove(monkeypatch)
    page.table.grab()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.table.grab()
    qtbot.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert str(COUNT) in asked[0]
    assert page.table.paged_model.keys == ()
    assert page._list.hint.isVisible()
    page.desk.write(lambda: undo(page.desk.workbook))
    settled(qtbot, page)
    assert len(page.table.paged_model.keys) == COUNT
    assert len(read) <= 4 * paged_model.WINDOW


def test_typed_letters_find_a_row_beside_the_window(
    qtbot: QtBot, page: EvidencePage, read: list[str]
) -> None:
    page.table.setFocus()
    page.table.select_first()
    page.table.grab()
    read.clear()
    qtbot.keyClicks(page.table, "8.0")
    qtbot.waitUntil(lambda: page.table.currentIndex().row() > 0)
    place = page.table.currentIndex().row()
    assert number_at(page, place).startswith("8.0")
    assert not number_at(page, place - 1).startswith("8.0")
    assert len(read) <= 2 * paged_model.WINDOW


def test_rows_that_can_not_be_read_are_told_once(
    qtbot: QtBot, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: Sequence[str]) -> list[EvidenceRow]:
        raise EnvironmentProblem("disk.full", path="/U盘", detail="")

    told: list[BaseException] = []
    page.desk.problem.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr(page.table.paged_model, "_read", gone)
        page.table.verticalScrollBar().setValue(1_520)
        page.table.grab()
        qtbot.waitUntil(lambda: bool(told))
        page.table.grab()
    assert len(told) == 1
    assert number_at(page, 1_525) == "None"
    page.refresh()
    settled(qtbot, page)
    assert (
        number_at(page, 1_525)
        == evidence(page.desk.workbook, page.table.paged_model.keys[1_525]).number
    )


def test_the_dialog_that_links_evidence_reads_what_is_in_view(
    qtbot: QtBot, page: EvidencePage, read: list[str]
) -> None:
    dialog = LinkDialog(page.desk, "N29-1.01")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.table.paged_model.keys))
    read.clear()
    dialog.table.grab()
    linked = [row.id for row in evidence_list(page.desk.workbook, "N29-1.01")]
    assert linked
    assert set(dialog.table.paged_model.keys) == {*IDS} - {*linked}
    assert len(read) <= 2 * paged_model.WINDOW
