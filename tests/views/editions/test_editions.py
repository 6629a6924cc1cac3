"""Taking another edition over in the window, and what it leaves to be looked at."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from app.catalog.load import load_notice
from app.catalog.schema import Document
from app.domain.editions import Kind, Maps
from app.domain.vocabulary import Text
from app.errors import UserError
from app.queries.answers import answer
from app.queries.catalogue import document
from app.services.editions import take_over
from app.services.undo import undo
from app.views.desk import Desk
from app.views.editions import chooser
from app.views.editions.dialog import EditionDialog
from app.views.editions.retired import RetiredDialog
from app.views.requirements.rows import StateFilter
from app.views.settings.workbook_tab import WorkbookTab
from tests.editions import write
from tests.views.pages import wait_for_writes
from tests.views.requirements.conftest import shown

OK = QDialogButtonBox.StandardButton.Ok


def newer(version: str = "9.0") -> Document:
    """The Notice with 1.01 worded otherwise and without 2.07."""
    notice = load_notice()
    first, second = notice.articles[0], notice.articles[1]
    edited = replace(first.requirements[0], statement=Text("新的要求", "New wording"))
    kept = tuple(item for item in second.requirements if item.id != "N29-2.07")
    articles = (
        replace(first, requirements=(edited, *first.requirements[1:])),
        replace(second, requirements=kept),
        *notice.articles[2:],
    )
    maps = Maps(previous=notice.version)
    return replace(notice, version=version, articles=articles, maps=maps)


@pytest.fixture
def tab(qtbot: QtBot, filled_desk: Desk) -> WorkbookTab:
    made = WorkbookTab(filled_desk)
    qtbot.addWidget(made)
    made.show()
    return made


def compared(qtbot: QtBot, tab: WorkbookTab, ask: Callable[[], None]) -> EditionDialog:
    with qtbot.waitSignal(tab.editions.shown) as came:
        ask()
    assert came.args is not None
    dialog = came.args[0]
    assert isinstance(dialog, EditionDialog)
    return dialog


def test_a_folder_is_compared_and_taken_over_as_one_step(
    qtbot: QtBot,
    tab: WorkbookTab,
    filled_desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = write(newer(), tmp_path / "目录")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    before = document(filled_desk.workbook).version
    dialog = compared(qtbot, tab, tab.editions.from_folder.click)
    kinds = [dialog.table.filter.row(n).kind for n in range(3)]
    assert kinds == [Kind.EDITED, Kind.REMOVED, Kind.SAME]
    assert "要求内容" in dialog.table.filter.index(0, 3).data()
    old, new = (text.toPlainText() for text in dialog.wordings.texts)
    assert "新的要求" in new
    assert "新的要求" not in old
    assert document(filled_desk.workbook).version == before
    dialog.buttons.button(OK).click()
    wait_for_writes(qtbot, filled_desk)
    assert document(filled_desk.workbook).version == "9.0"
    undo(filled_desk.workbook)
    assert document(filled_desk.workbook).version == before


def test_a_folder_without_a_catalogue_is_told(
    qtbot: QtBot,
    tab: WorkbookTab,
    filled_desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(filled_desk.problem) as told:
        tab.editions.from_folder.click()
    assert told.args is not None
    error = told.args[0]
    assert isinstance(error, UserError)
    assert error.code == "edition.not-found"


def test_the_edition_of_the_program_is_offered_where_it_is_newer(
    qtbot: QtBot, filled_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chooser, "_from_program", lambda: newer("10.0"))
    tab = WorkbookTab(filled_desk)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitUntil(tab.editions.built_in.isVisible)
    dialog = compared(qtbot, tab, tab.editions.built_in.click)
    dialog.buttons.button(OK).click()
    wait_for_writes(qtbot, filled_desk)
    tab.refresh()
    assert not tab.editions.built_in.isVisible()


def test_an_answer_to_be_looked_at_says_so_with_both_wordings(
    qtbot: QtBot, filled_desk: Desk
) -> None:
    page = shown(qtbot, filled_desk)
    assert not page.panel.review.isVisible()
    filled_desk.write(lambda: take_over(filled_desk.workbook, newer()))
    wait_for_writes(qtbot, filled_desk)
    assert page.current == "N29-1.01"
    review = page.panel.review
    assert review.isVisible()
    old, new = (text.toPlainText() for text in review.wordings.texts)
    assert "新的要求" in new
    assert "新的要求" not in old
    page.tree.states.set_value(StateFilter.TO_REVIEW)
    page.tree._on_state()
    assert page.tree.visible_ids() == ["N29-1.01"]
    review.reviewed.click()
    wait_for_writes(qtbot, filled_desk)
    assert not review.isVisible()
    assert answer(filled_desk.workbook, "N29-1.01").review is None


def test_answers_to_retired_requirements_stay_readable(qtbot: QtBot, filled_desk: Desk) -> None:
    page = shown(qtbot, filled_desk)
    assert not page.tree.retired.isVisible()
    filled_desk.write(lambda: take_over(filled_desk.workbook, newer()))
    wait_for_writes(qtbot, filled_desk)
    assert page.tree.retired.isVisible()
    page.tree.retired.click()
    dialog = page.findChild(RetiredDialog)
    assert dialog is not None
    assert dialog.table.filter.index(0, 0).data() == "N29-2.07"
    assert "团体标准培育工程已启动" in dialog.text.toPlainText()
    filled_desk.write(lambda: undo(filled_desk.workbook))
    wait_for_writes(qtbot, filled_desk)
    assert not page.tree.retired.isVisible()
