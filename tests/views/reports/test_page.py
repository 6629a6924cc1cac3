from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Stage
from app.reports.outcome import ExportedFile, ExportResult, FontUse, MissingCharacter
from app.services.answers import edit_answer
from app.services.profile import edit_profile
from app.services.workbooks import NewPilot, create_workbook
from app.tasks.runner import Runner
from app.views.desk import Desk
from app.views.reports.page import ReportsPage
from app.views.reports.result import ResultCard


@pytest.fixture
def page(filled_desk: Desk, qtbot: QtBot, tmp_path: Path) -> ReportsPage:
    page = ReportsPage(filled_desk)
    qtbot.addWidget(page)
    page.refresh()
    page.choices.folder.setText(str(tmp_path / "out"))
    page.show()
    return page


def exported(page: ReportsPage, qtbot: QtBot) -> ExportResult:
    page.start.click()
    qtbot.waitUntil(lambda: page.result is not None, timeout=60_000)
    assert page.result is not None
    return page.result.result


def test_the_excel_report_is_written_and_listed(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.choices.formats["pdf"].setChecked(False)
    page.choices.formats["docx"].setChecked(False)
    result = exported(page, qtbot)
    assert [file.path.suffix for file in result.files] == [".xlsx"]
    assert result.files[0].path.stat().st_size == result.files[0].size
    assert page.desk.settings.report_folder == tmp_path / "out"
    assert page.start.isEnabled()


def test_what_was_being_saved_is_in_the_report(page: ReportsPage, qtbot: QtBot) -> None:
    page.choices.formats["pdf"].setChecked(False)
    workbook = page.desk.workbook
    page.desk.write(lambda: edit_answer(workbook, "N29-5.01", narrative="刚刚写下的一句"))
    result = exported(page, qtbot)
    from openpyxl import load_workbook

    book = load_workbook(result.files[0].path, read_only=True)
    cells = [str(cell) for sheet in book for row in sheet.values for cell in row if cell]
    book.close()
    assert any("刚刚写下的一句" in cell for cell in cells)


def test_cancelling_leaves_nothing(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.start.click()
    qtbot.waitUntil(page.task.isVisible)
    page.task.cancel.click()
    qtbot.waitUntil(page.task.isHidden, timeout=60_000)
    assert page.result is None
    assert page.outcome.isVisible()
    assert list((tmp_path / "out").glob("*")) == []
    assert page.start.isEnabled()


def test_a_folder_that_is_a_file_is_said_in_a_sentence(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("x")
    page.start.click()
    qtbot.waitUntil(page.outcome.isVisible)
    assert "是文件" in page.outcome.text()
    assert page.result is None


def test_nothing_chosen_nothing_to_export(page: ReportsPage) -> None:
    for box in page.choices.formats.values():
        box.setChecked(False)
    assert not page.start.isEnabled()
    page.choices.formats["pdf"].setChecked(True)
    assert page.start.isEnabled()
    page.choices.folder.clear()
    assert not page.start.isEnabled()


def test_the_stage_is_the_profiles_until_chosen_here(page: ReportsPage) -> None:
    edit_profile(page.desk.workbook, stage=Stage.BASELINE)
    page.refresh()
    assert page.choices.stage.value() is Stage.BASELINE
    page.choices.stage.setCurrentIndex(list(Stage).index(Stage.FINAL))
    page.refresh()
    request = page.choices.request()
    assert request is not None
    assert request.stage is Stage.FINAL


def test_findings_are_counted_with_a_way_to_them(page: ReportsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(map(str.isdigit, page.findings.text())))
    with qtbot.waitSignal(page.desk.page_wanted) as wanted:
        page.to_checks.click()
    assert wanted.args == ["checks"]


def test_a_sample_is_named_as_such(
    page: ReportsPage, qtbot: QtBot, runner: Runner, tmp_path: Path
) -> None:
    assert page._sample.isHidden()
    workbook = create_workbook(tmp_path / "sample", NewPilot("示例", "00", sample=True))
    try:
        desk = Desk(workbook, "zh", runner, page.desk.settings, today=page.desk.today)
        other = ReportsPage(desk)
        qtbot.addWidget(other)
        other.refresh()
        assert not other._sample.isHidden()
    finally:
        runner.stop()
        workbook.close()


def result_of(page: ReportsPage, language: str, places: int) -> ResultCard:
    path = Path("/reports/a.pdf")
    return ResultCard(
        page.desk,
        ExportResult(
            (ExportedFile(path, "pdf", "zh" if language == "zh" else "en", 2048),),
            (FontUse("body", "simfang.ttf", True), FontUse("title", "NotoSerif.ttf", False)),
            (MissingCharacter("𰻝", tuple(f"N29-1.0{n}" for n in range(places))),),
        ),
    )


def test_substituted_fonts_and_missing_characters_are_stated(
    page: ReportsPage, qtbot: QtBot
) -> None:
    shown = result_of(page, "zh", 2)
    qtbot.addWidget(shown)
    notes = "\n".join(shown.notes())
    assert "NotoSerif.ttf" in notes
    assert "simfang.ttf" not in notes
    assert "𰻝" in notes
    assert "N29-1.00、N29-1.01" in notes
    many = result_of(page, "zh", 9)
    qtbot.addWidget(many)
    assert "9" in many.notes()[-1]
    assert "N29-1.07" not in many.notes()[-1]


def test_an_english_report_substitutes_nothing(page: ReportsPage, qtbot: QtBot) -> None:
    shown = result_of(page, "en", 1)
    qtbot.addWidget(shown)
    assert "NotoSerif" not in "\n".join(shown.notes())


def test_what_cannot_be_opened_is_told(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.views.reports.result.QDesktopServices.openUrl", lambda _: False)
    shown = result_of(page, "zh", 1)
    qtbot.addWidget(shown)
    codes = []
    page.desk.problem.connect(lambda error: codes.append(error.code))
    for push in shown.findChildren(QPushButton):
        push.click()
    assert codes == ["file.no-opener", "folder.not-opened"]


def test_what_was_exported_is_in_sight(page: ReportsPage, qtbot: QtBot) -> None:
    page.resize(900, 420)
    page.show()
    exported(page, qtbot)
    assert page.result is not None
    qtbot.waitUntil(lambda: page.result is not None and seen(page.result) > 0)


def seen(part: QWidget) -> int:
    """Height of what is in sight, in pixels."""
    return part.visibleRegion().boundingRect().height()
