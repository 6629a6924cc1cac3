from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.domain.steps import finish
from app.domain.vocabulary import EvidenceKind
from app.queries.plan import tasks
from app.queries.search.filters import State
from app.services.evidence import Target, add_files
from app.services.evidence_links import link_task
from app.services.plan import add_task
from app.views.desk import Desk
from app.views.search.dialog import SearchDialog
from app.views.search.panel import SearchPanel
from app.views.search.searching import WindowSearch


@pytest.fixture
def panel(qtbot: QtBot, filled_desk: Desk) -> SearchPanel:
    made = SearchPanel(filled_desk)
    QAbstractItemModelTester(made.hits, made)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, panel: SearchPanel) -> None:
    qtbot.waitUntil(lambda: not WindowSearch.of(panel._desk).busy and not panel.busy)


def found(qtbot: QtBot, panel: SearchPanel) -> list[str]:
    settle(qtbot, panel)
    return [hit.number for hit in panel.hits.hits]


def test_words_inside_files_are_found_as_one_types(qtbot: QtBot, panel: SearchPanel) -> None:
    assert found(qtbot, panel) == ["1.01-01", "2.07-01"]
    panel.line.setText("联席会议")
    assert found(qtbot, panel) == ["1.01-01"]
    assert panel.hits.index(0).data() == "1.01-01 · 会议纪要.txt"
    assert panel.count.text() == "1 found"
    panel.grab()  # marked pieces are drawn
    panel.line.setText("氢能")
    assert found(qtbot, panel) == []
    assert "Nothing" in panel.count.text()


def test_filters(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.kind.setCurrentIndex(1 + list(EvidenceKind).index(EvidenceKind.POLICY))
    assert found(qtbot, panel) == ["1.01-01"]
    panel.clear()
    panel.article.setCurrentIndex(2)
    assert found(qtbot, panel) == ["2.07-01"]
    panel.clear()
    panel.year.setCurrentIndex(1)
    assert found(qtbot, panel) == ["1.01-01"]
    panel.clear()
    panel.unit.setCurrentIndex(1)
    assert found(qtbot, panel) == ["1.01-01"]
    panel.clear()
    panel.state.setCurrentIndex(1 + list(State).index(State.UNLINKED))
    assert found(qtbot, panel) == []
    panel.clear()
    assert found(qtbot, panel) == ["1.01-01", "2.07-01"]


def test_a_new_file_is_read_and_found(qtbot: QtBot, panel: SearchPanel, tmp_path: Path) -> None:
    panel.line.setText("氢能")
    assert found(qtbot, panel) == []
    file = tmp_path / "新.txt"
    file.write_text("正文说到氢能", encoding="utf-8")
    desk = panel._desk
    desk.write(lambda: finish(add_files(desk.workbook, [file], Target("N29-3.01"))).changes)
    qtbot.waitUntil(lambda: [hit.number for hit in panel.hits.hits] == ["3.01-01"])


def test_where_it_proves_a_task_is_found(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.line.setText("附表九")
    assert found(qtbot, panel) == []
    workbook = panel._desk.workbook
    add_task(workbook, title="任务", year=2025)
    hit = panel._search.evidence.find("", date(2025, 6, 1)).hits[0]
    panel._desk.write(lambda: link_task(workbook, hit.id, tasks(workbook)[-1].id, "附表九"))
    qtbot.waitUntil(lambda: [one.number for one in panel.hits.hits] == [hit.number])


def test_enter_opens_the_dossier(qtbot: QtBot, panel: SearchPanel) -> None:
    qtbot.keyClick(panel.line, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 0
    hit = panel.hits.hits[0]
    with qtbot.waitSignal(panel.opened) as opened:
        panel.list.activated.emit(panel.list.currentIndex())
    assert opened.args == [hit.id]


def test_pages_share_one_search(filled_desk: Desk, panel: SearchPanel) -> None:
    assert WindowSearch.of(filled_desk) is panel._search


def test_what_was_found_is_shown_beside(qtbot: QtBot, filled_desk: Desk) -> None:
    dialog = SearchDialog(filled_desk)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, dialog.panel)
    hit = dialog.panel.hits.hits[1]
    with qtbot.waitSignal(filled_desk.go_to) as gone:
        dialog.panel.list.activated.emit(dialog.panel.hits.index(1))
    assert gone.args == [Place("evidence", hit.id)]
    assert dialog.isVisible()
