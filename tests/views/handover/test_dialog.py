from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Confidentiality, Stage
from app.queries.evidence import evidence_list
from app.reports.outcome import FORMATS
from app.services.evidence import edit_evidence
from app.views.desk import Desk
from app.views.handover.dialog import HandoverDialog
from app.views.reports.page import ReportsPage


@pytest.fixture
def dialog(filled_desk: Desk, qtbot: QtBot, tmp_path: Path) -> HandoverDialog:
    dialog = HandoverDialog(filled_desk, Stage.FINAL)
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.report.setChecked(False)
    dialog.show()
    return dialog


def run(dialog: HandoverDialog, qtbot: QtBot) -> None:
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible() and dialog.start.isEnabled())


def test_a_folder_is_made(dialog: HandoverDialog, qtbot: QtBot, tmp_path: Path) -> None:
    run(dialog, qtbot)
    assert dialog.outcome.text().startswith("✓ Written and read back: 浙江省_终期佐证材料_20250601")
    assert (tmp_path / "out" / "浙江省_终期佐证材料_20250601" / "SHA256SUMS").is_file()
    assert not dialog.faults.isVisible()
    assert dialog.open_folder.isVisible()


def test_an_archive_without_internal_and_with_the_report(
    dialog: HandoverDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    workbook = dialog._desk.workbook
    row = evidence_list(workbook)[1]
    edit_evidence(workbook, row.id, confidentiality=Confidentiality.INTERNAL)
    dialog.kind.set_value("zip")
    dialog.internal.setChecked(True)
    dialog.report.setChecked(True)
    request = dialog.request()
    assert (request.kind, request.internal, request.formats) == ("zip", False, FORMATS)
    dialog.report.setChecked(False)
    run(dialog, qtbot)
    assert (tmp_path / "out" / "浙江省_终期佐证材料_20250601.zip").is_file()
    assert dialog.faults.toPlainText() == "2.07-01 现场.txt  内部资料，未交出"


def test_a_missing_file_is_told(dialog: HandoverDialog, qtbot: QtBot) -> None:
    workbook = dialog._desk.workbook
    workbook.vault.path(evidence_list(workbook)[0].files[0].sha256).unlink()
    run(dialog, qtbot)
    assert dialog.outcome.text().startswith("✗")
    assert "实施方案.txt  文件缺失，未交出" in dialog.faults.toPlainText()


def test_what_goes_wrong_is_said_in_words(
    dialog: HandoverDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")
    dialog.folder.setText(str(tmp_path / "file"))
    run(dialog, qtbot)
    assert "是文件" in dialog.outcome.text()
    dialog.folder.setText(" ")
    assert not dialog.start.isEnabled()


def test_closing_stops_it_first(dialog: HandoverDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.report.setChecked(True)
    dialog.start.click()
    qtbot.waitUntil(lambda: not dialog.task.isHidden())
    dialog.reject()
    qtbot.waitUntil(dialog.task.isHidden)
    qtbot.waitUntil(lambda: dialog.isHidden() or dialog._result is not None)
    if dialog.isHidden():
        assert list((tmp_path / "out").iterdir()) == []


def test_the_reports_page_opens_it(filled_desk: Desk, qtbot: QtBot) -> None:
    page = ReportsPage(filled_desk)
    qtbot.addWidget(page)
    page.show()
    page.choices.stage.set_value(Stage.BASELINE)
    page.hand_over.click()
    (dialog,) = page.findChildren(HandoverDialog)
    assert dialog.isVisible()
    assert dialog.stage.value() is Stage.BASELINE
    dialog.reject()


def test_the_dialog_grows_for_what_it_tells(dialog: HandoverDialog, qtbot: QtBot) -> None:
    before = dialog.height()
    run(dialog, qtbot)
    layout = dialog.layout()
    assert layout is not None
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.height() >= layout.heightForWidth(dialog.width())
    assert dialog.browse.geometry().bottom() < dialog.stage.geometry().top()


def test_enter_hands_over_and_a_second_one_changes_nothing(
    dialog: HandoverDialog, qtbot: QtBot
) -> None:
    dialog.activateWindow()
    dialog.kind.setFocus()
    qtbot.keyClick(dialog.kind, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.start.isEnabled())
    focused = dialog.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.outcome.isVisible() and dialog.start.isEnabled())
    assert dialog.isVisible()
    assert dialog.outcome.text().startswith("✓ Written")
