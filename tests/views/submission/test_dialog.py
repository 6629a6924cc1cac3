from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.report_template import TemplateLanguage
from app.domain.vocabulary import LANGUAGES, Stage
from app.reports.outcome import Source
from app.reports.submission.model import SubmissionRequest
from app.services.answers import edit_answer
from app.services.snapshots import take_snapshot
from app.views.desk import Desk
from app.views.reports.choices import ReportChoices
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


@pytest.mark.slow
def test_both_languages_and_what_no_font_has(
    dialog: SubmissionDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    edit_answer(dialog._desk.workbook, "N29-2.07", narrative="已印发😀")
    take_snapshot(dialog._desk.workbook, Stage.FINAL, dialog._desk.today(), "再次")
    dialog._proposed = replace(dialog._proposed, source=Source("S-02"))
    assert not dialog.both.isChecked()
    dialog.both.setChecked(True)
    run(dialog, qtbot)
    (folder,) = (tmp_path / "out").iterdir()
    assert len(list(folder.glob("*.docx"))) == 2
    assert "😀" in dialog.outcome.text()
    assert "N29-2.07" in dialog.outcome.text()


def test_the_page_s_choice_of_both_languages_is_proposed(
    filled_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    choices = ReportChoices(filled_desk)
    qtbot.addWidget(choices)
    choices.language.set_value(TemplateLanguage.BOTH)
    proposed = choices.submission()
    assert proposed.also == LANGUAGES
    dialog = SubmissionDialog(filled_desk, proposed, "")
    qtbot.addWidget(dialog)
    assert dialog.both.isChecked()
    choices.language.set_value(TemplateLanguage.EN)
    assert (choices.submission().language, choices.submission().also) == ("en", ())
