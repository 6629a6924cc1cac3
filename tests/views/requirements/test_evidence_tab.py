from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.queries.evidence import evidence, evidence_list
from app.views.requirements.evidence_tab import EvidenceTab
from app.views.requirements.link_dialog import LinkDialog
from app.views.requirements.page import RequirementsPage
from tests.views.requirements.conftest import Settle, type_into

_EVIDENCE = 3


@pytest.fixture
def tab(page: RequirementsPage) -> EvidenceTab:
    page.go_to(Place("requirement", "N29-1.01", "evidence"))
    return page.panel.evidence


def drop(target: QWidget, files: list[Path]) -> None:
    """As a file manager does it, on whatever is under the cursor."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    data.setText("\n".join(map(str, files)))
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, at = Qt.KeyboardModifier.NoModifier, QPoint(5, 5)
    QApplication.sendEvent(target, QDragEnterEvent(at, copy, data, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(at), copy, data, left, none))


def test_shows_number_title_and_files(page: RequirementsPage, tab: EvidenceTab) -> None:
    QAbstractItemModelTester(tab.table.filter, page)
    texts = [tab.table.filter.index(0, n).data() for n in range(3)]
    assert texts == ["1.01-01", "实施方案", "实施方案.txt、会议纪要.txt"]
    assert "1" in page.panel.tabs.tabText(_EVIDENCE)
    assert tab.details.locator.text() == "第3页"


def test_an_empty_list_says_what_to_do(page: RequirementsPage, tab: EvidenceTab) -> None:
    page.go_to(Place("requirement", "N29-1.05"))
    assert tab._nothing.isVisible()
    assert not tab.table.isVisible()
    assert not tab.unlink.isEnabled()
    assert not tab.details.isVisible()


def test_the_locator_saves_itself(page: RequirementsPage, tab: EvidenceTab, settle: Settle) -> None:
    tab.details.locator.editor.clear()
    type_into(tab.details.locator.editor, "第12页")
    type_into(tab.details.proves.editor, "省委研究标准化工作")
    page.go_to(Place("requirement", "N29-2.07"))
    settle()
    (link,) = evidence(page.desk.workbook, "1.01-01").links
    assert (link.locator, link.proves) == ("第12页", "省委研究标准化工作")
    assert not page.unsaved()


def test_a_locator_over_its_limit_is_kept(
    page: RequirementsPage, tab: EvidenceTab, settle: Settle
) -> None:
    type_into(tab.details.locator.editor, "页" * 201)
    page.go_to(Place("requirement", "N29-2.07"))
    settle()
    assert page.unsaved()
    page.go_to(Place("requirement", "N29-1.01"))
    assert "页" * 201 in tab.details.locator.text()
    assert tab.details.locator.note.isVisible()
    tab.details.locator.editor.setText("第4页")  # type: ignore[union-attr]
    page.flush()
    settle()
    assert not page.unsaved()
    assert evidence(page.desk.workbook, "1.01-01").links[0].locator == "第4页"


def test_unlinking_leaves_the_dossier(
    page: RequirementsPage, tab: EvidenceTab, settle: Settle
) -> None:
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    settle()
    assert evidence(page.desk.workbook, "1.01-01").links == ()
    assert tab.table.rows_model.rows == []
    assert "0" in page.panel.tabs.tabText(_EVIDENCE)


def test_links_a_dossier_that_is_there(
    qtbot: QtBot, page: RequirementsPage, tab: EvidenceTab, settle: Settle
) -> None:
    dialog = LinkDialog(page.desk, "N29-1.01", page)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.table.paged_model.keys))
    assert [dialog.table.model().index(0, 0).data()] == ["2.07-01"]
    assert dialog.table.model().rowCount() == 1
    assert not dialog._ok.isEnabled()
    dialog.filter.setText("现场")
    qtbot.waitUntil(lambda: not dialog.table.busy)
    dialog.table.select_first()
    assert dialog._ok.isEnabled()
    dialog.accept()
    settle()
    assert [row.number for row in tab.table.rows_model.rows] == ["1.01-01", "2.07-01"]


@pytest.mark.parametrize("place", ["narrative", "due", "rating", "header"])
def test_files_dropped_anywhere_become_evidence(
    qtbot: QtBot, page: RequirementsPage, tmp_path: Path, place: str
) -> None:
    page.go_to(Place("requirement", "N29-2.03"))
    files = [tmp_path / "材料一.txt", tmp_path / "材料二.txt"]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    form = page.panel.form
    target = {
        "narrative": form.texts["narrative"].editor.viewport(),  # type: ignore[union-attr]
        "due": form.due._line,
        "rating": form.rating._anchors[2],
        "header": page.panel.header,
    }[place]
    drop(target, files)

    def taken() -> bool:
        return len(evidence_list(page.desk.workbook, "N29-2.03")) == 2

    qtbot.waitUntil(taken)
    qtbot.waitUntil(lambda: "2" in page.panel.tabs.tabText(_EVIDENCE))
    assert form.texts["narrative"].text() == ""
    assert form.due.text() == ""


def test_text_can_still_be_dropped_into_a_field(page: RequirementsPage) -> None:
    page.go_to(Place("requirement", "N29-2.03"))
    editor = page.panel.form.texts["unit"].editor
    data = QMimeData()
    data.setText("省标准化研究院")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, at = Qt.KeyboardModifier.NoModifier, QPoint(5, 5)
    QApplication.sendEvent(editor, QDragEnterEvent(at, copy, data, left, none))
    QApplication.sendEvent(editor, QDropEvent(QPointF(at), copy, data, left, none))
    assert page.panel.form.texts["unit"].text() == "省标准化研究院"


def test_opens_a_read_only_copy(
    qtbot: QtBot, page: RequirementsPage, tab: EvidenceTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].name == "实施方案.txt"
    assert opened[0].stat().st_mode & 0o222 == 0
    assert page.desk.workbook.folder not in opened[0].parents


def test_shows_the_dossier_on_its_own_page(
    qtbot: QtBot, page: RequirementsPage, tab: EvidenceTab
) -> None:
    with qtbot.waitSignal(page.desk.go_to) as went:
        tab.show_dossier.click()
    assert went.args == [Place("evidence", evidence(page.desk.workbook, "1.01-01").id)]
