from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Stage
from app.reports.outcome import Source
from app.reports.submission.model import SubmissionRequest
from app.services.snapshots import take_snapshot
from app.views.desk import Desk
from app.views.reports.page import ReportsPage
from app.views.submission.dialog import SubmissionDialog


@pytest.fixture
def dialog(filled_desk: Desk, qtbot: QtBot, tmp_path: Path) -> SubmissionDialog:
    take_snapshot(filled_desk.workbook, Stage.FINAL, filled_desk.today(), "终期")
    proposed = SubmissionRequest(tmp_path, Stage.FINAL, "zh", Source("S-01"))
    dialog = SubmissionDialog(filled_desk, proposed, "S-01 终期")
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.show()
    return dialog


def run(dialog: SubmissionDialog, qtbot: QtBot) -> None:
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible() and dialog.start.isEnabled(), timeout=60_000)


@pytest.mark.slow
def test_a_folder_and_its_archive_are_made_once(
    dialog: SubmissionDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.archive.setChecked(True)
    run(dialog, qtbot)
    folder = tmp_path / "out" / "浙江省_终期_报送材料_20250601"
    assert dialog.outcome.text().startswith(f"✓ Written and read back: {folder.name}")
    assert (folder / "index.html").is_file()
    assert folder.with_name(f"{folder.name}.zip").is_file()
    assert dialog.open_page.isVisible()
    run(dialog, qtbot)
    assert folder.name in dialog.outcome.text()
    assert not dialog.open_page.isVisible()


def test_closing_stops_it_and_leaves_nothing(
    dialog: SubmissionDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.start.click()
    qtbot.waitUntil(dialog.task.isVisible, timeout=30_000)
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60_000)
    assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []


def test_no_folder_no_start(dialog: SubmissionDialog) -> None:
    dialog.folder.setText("  ")
    assert not dialog.start.isEnabled()


def test_it_is_made_of_what_the_page_has_chosen(filled_desk: Desk, qtbot: QtBot) -> None:
    take_snapshot(filled_desk.workbook, Stage.FINAL, filled_desk.today(), "终期")
    page = ReportsPage(filled_desk)
    qtbot.addWidget(page)
    page.refresh()
    page.choices.choose_source("S-01")
    page.submit.click()
    dialog = page.findChild(SubmissionDialog)
    assert dialog is not None
    assert dialog.request().source.snapshot == "S-01"
    assert "S-01" in dialog.source.text()
    dialog.close()
