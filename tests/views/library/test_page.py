from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.domain.vocabulary import Progress
from app.queries.library.entries import Entry
from app.services.answers import edit_answer
from app.tasks.runner import Runner
from app.views.desk import Desk
from app.views.library import page as library_page
from app.views.library.page import LibraryPage
from app.views.library.sheets import Line
from app.views.library.shelves import Node
from app.views.widgets.two_lines import COUNT, HEADING, SECOND_LINE
from tests.views.library.conftest import Settle, shown


def nodes(page: LibraryPage, parent: QModelIndex | None = None) -> Iterator[Node]:
    """Every node that can be reached in the tree."""
    model = page.finder.model
    for row in range(model.rowCount(parent or QModelIndex())):
        index = model.index(row, 0, parent or QModelIndex())
        yield index.data(Qt.ItemDataRole.UserRole)
        yield from nodes(page, index)


def documents(page: LibraryPage) -> list[QModelIndex]:
    model = page.finder.model
    return [model.index(row, 0) for row in range(model.rowCount())]


def entry(page: LibraryPage, key: str) -> Entry:
    assert page._contents is not None
    return page._contents.content.entries[key]


def line(page: LibraryPage, key: str) -> Line:
    return next(one for one in page.reader.list.lines.lines if one.key == key)


def open_line(page: LibraryPage, key: str) -> None:
    """Double-click a line of the list below the text."""
    lines = page.reader.list
    row = [one.key for one in lines.lines.lines].index(key)
    lines.scrollTo(lines.lines.index(row))
    lines.setCurrentIndex(lines.lines.index(row))
    QTest.keyClick(lines, Qt.Key.Key_Return)


def test_the_window_does_not_wait_for_the_documents(
    qtbot: QtBot, filled_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = Event()
    load = library_page.load
    monkeypatch.setattr(
        library_page, "load", lambda *given: load(*given) if may_read.wait(30) else None
    )
    page = shown(qtbot, filled_desk)
    assert page.busy
    assert not page.finder.isVisible()
    waiting = page._stack.currentWidget()
    assert isinstance(waiting, QLabel)
    assert waiting.text()
    page.go_to(Place("library", "KP23-61"))
    may_read.set()
    qtbot.waitUntil(page.finder.isVisible)
    assert page.current == "KP23-61"


def test_an_unknown_place_leads_to_the_notice(qtbot: QtBot, filled_desk: Desk) -> None:
    page = shown(qtbot, filled_desk)
    page.go_to(Place("library", "OUT-99"))
    qtbot.waitUntil(page.finder.isVisible)
    assert page.current == "notice"
    page.go_to(Place("library", "OUT-99"))
    assert page.current == "notice"


def test_is_a_proper_tree(page: LibraryPage, settle: Settle) -> None:
    tester = QAbstractItemModelTester(page.finder.model)
    hits = QAbstractItemModelTester(page.finder.hits)
    lines = QAbstractItemModelTester(page.reader.list.lines)
    page.finder.filter.setText("政府")
    settle()
    edit_answer(page.desk.workbook, "N29-2.01", progress=Progress.DONE)
    page.go_to(Place("library", "OUT-25"))
    page.refresh()
    settle()
    assert tester
    assert hits
    assert lines


def test_every_document_clause_and_key_point_can_be_reached(page: LibraryPage) -> None:
    keys = [node.key for node in nodes(page)]
    assert len(keys) == len(set(keys))
    assert page._contents is not None
    assert set(page._contents.content.entries) <= set(keys)
    for prefix, count in (("N29-", 88), ("OUT-", 35 + 2), ("KP23-", 89)):
        assert sum(key.startswith(prefix) for key in keys) == count
    titles = [index.data() for index in documents(page)]
    assert titles[1:5] == [
        "国家标准化发展纲要",
        "2023年全国标准化工作要点",
        "上海市标准化发展行动计划",
        "重庆市贯彻落实《国家标准化发展纲要》的意见",
    ]
    assert [index.data(COUNT) for index in documents(page)[:3]] == ["88", "37", "89"]
    assert all(index.data(HEADING) for index in documents(page))


def test_the_plans_are_marked_as_no_pilot_plans(page: LibraryPage) -> None:
    for index in documents(page)[3:5]:
        assert "Outline" in index.data(SECOND_LINE)
        key = index.data(Qt.ItemDataRole.UserRole).key
        page.go_to(Place("library", key))
        texts = page.reader.texts()
        assert any("不是试点方案" in text for text in texts)
        assert any("Targets in figures" in text for text in texts)


def test_the_outline_shows_its_goals(page: LibraryPage) -> None:
    page.go_to(Place("library", "outline"))
    texts = "\n".join(page.reader.texts())
    assert "50%以上" in texts
    assert "2035" in texts
    assert "以正式文件为准" in texts


@pytest.mark.parametrize(
    ("key", "mark"),
    [("OUT-03", "文件用语"), ("OUT-25", "工作译名"), ("KP23-61", "工作译名"), ("SH-1", "工作译名")],
)
def test_shows_the_text_and_whose_words_it_is_in(page: LibraryPage, key: str, mark: str) -> None:
    page.go_to(Place("library", key))
    texts = page.reader.texts()
    assert entry(page, key).heading.zh in texts[0]
    assert mark in texts[1]
    assert entry(page, key).body.zh in texts
    assert "以正式文件为准" in texts[-1] or "为准" in texts[-1]


def test_an_indicator_that_was_not_checked_says_so(page: LibraryPage) -> None:
    page.go_to(Place("library", "IND-ZJ-1"))
    texts = page.reader.texts()
    assert "To be verified" in texts[1]
    assert "≥60%（2025年）" in texts
    page.go_to(Place("library", "IND-OUT-1"))
    assert "To be verified" not in page.reader.texts()[1]


def test_a_requirement_without_a_clause_says_why(page: LibraryPage) -> None:
    page.go_to(Place("library", "N29-8.01"))
    assert any("自愿" in text and "《纲要》" in text for text in page.reader.texts())
    assert page.reader.answer_button.isVisible()
    assert not page.reader.list.isVisible()


def test_related_entries_say_why_and_how_far_the_answers_are(page: LibraryPage) -> None:
    page.go_to(Place("library", "OUT-25"))
    related = line(page, "N29-2.07")
    assert related.progress is Progress.IN_PROGRESS
    assert "推进中" in related.right
    assert related.second
    assert any(one.key.startswith("KP23-") for one in page.reader.list.lines.lines)


def test_states_follow_the_answers(page: LibraryPage, settle: Settle) -> None:
    page.go_to(Place("library", "OUT-25"))
    workbook = page.desk.workbook
    page.desk.write(lambda: edit_answer(workbook, "N29-2.07", progress=Progress.DONE))
    settle()
    assert line(page, "N29-2.07").progress is Progress.DONE
    index = page.finder.model.index_of("N29-2.07")
    assert "已完成" in index.data(SECOND_LINE)
    assert page.current == "OUT-25"


def test_a_related_requirement_leads_to_its_answer(qtbot: QtBot, page: LibraryPage) -> None:
    page.go_to(Place("library", "OUT-25"))
    with qtbot.waitSignal(page.desk.go_to) as went:
        open_line(page, "N29-2.07")
    assert went.args == [Place("requirement", "N29-2.07")]
    assert page.current == "OUT-25"
    page.go_to(Place("library", "N29-2.08"))
    with qtbot.waitSignal(page.desk.go_to) as went:
        page.reader.answer_button.click()
    assert went.args == [Place("requirement", "N29-2.08")]


def test_goes_from_entry_to_entry_and_back(page: LibraryPage) -> None:
    page.activateWindow()
    page.go_to(Place("library", "N29-2.07"))
    clause = next(one.key for one in page.reader.list.lines.lines if one.key.startswith("OUT-"))
    open_line(page, clause)
    assert page.current == clause
    assert page.finder.tree.currentIndex().data(Qt.ItemDataRole.UserRole).key == clause
    point = next(one.key for one in page.reader.list.lines.lines if one.key.startswith("KP23-"))
    open_line(page, point)
    page.go_to(Place("library", point))
    alt = Qt.KeyboardModifier.AltModifier
    visited = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, alt)
        visited.append(page.current)
    assert visited == [clause, "N29-2.07", clause]
    assert page.reader.forward_button.isEnabled()
    page.reader.forward_button.click()
    assert page.current == point
    assert not page.reader.forward_button.isEnabled()
    page.reader.back_button.click()
    assert page.current == clause


def test_a_part_leads_to_what_it_contains(page: LibraryPage) -> None:
    page.go_to(Place("library", "notice"))
    open_line(page, "notice/2")
    assert page.current == "notice/2"
    open_line(page, "N29-2.07")
    assert page.current == "N29-2.07"
    page.go_to(Place("library", "outline/7"))
    open_line(page, "OUT-25")
    assert page.current == "OUT-25"


def test_a_changed_catalogue_is_read_anew_and_the_place_kept(
    page: LibraryPage, settle: Settle
) -> None:
    page.go_to(Place("library", "OUT-25"))
    assert page._contents is not None
    index = page._contents.content.index
    page.refresh()
    settle()
    assert page._contents.content.index is index
    assert page.current == "OUT-25"


def test_in_english(qtbot: QtBot, filled_desk: Desk, runner: Runner) -> None:
    desk = Desk(filled_desk.workbook, "en", runner, filled_desk.settings, today=filled_desk.today)
    page = shown(qtbot, desk)
    page.go_to(Place("library", "OUT-25"))
    qtbot.waitUntil(page.finder.isVisible)
    assert page.reader.texts()[0] == "Clause 25: Better structure of standards supply"
    assert "Working translation" in page.reader.texts()[1]
