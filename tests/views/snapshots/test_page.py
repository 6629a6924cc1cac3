"""The page of snapshots, and the choice of one on the page of reports."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.domain.report_template import ReportTemplate, TemplateLanguage
from app.domain.vocabulary import Stage
from app.queries.snapshots.reading import snapshots
from app.services.answers import edit_answer
from app.services.snapshots import take_snapshot
from app.services.templates import save_template
from app.views.desk import Desk
from app.views.reports.page import ReportsPage
from app.views.snapshots.page import SnapshotsPage
from app.views.snapshots.take_dialog import TakeDialog
from tests.state import tamper

BEFORE = date(2024, 5, 31)


@pytest.fixture
def page(qtbot: QtBot, filled_desk: Desk) -> SnapshotsPage:
    made = SnapshotsPage(filled_desk)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    filled_desk.data_changed.connect(made.refresh)
    made.refresh()
    qtbot.waitUntil(lambda: not made._reading.busy)
    return made


def take(qtbot: QtBot, page: SnapshotsPage, title: str = "") -> None:
    page.take.click()
    dialog = page.findChild(TakeDialog)
    assert dialog is not None
    dialog.stage.set_value(Stage.BASELINE)
    dialog.title.editor.setText(title)  # type: ignore[union-attr]
    with qtbot.waitSignal(page.desk.message):
        dialog.accept()
    qtbot.waitUntil(lambda: bool(page.table.rows_model.rows))


def compared(qtbot: QtBot, page: SnapshotsPage) -> None:
    qtbot.waitUntil(lambda: not page._reading.busy and not page._comparing.busy)


def test_without_snapshots_the_page_says_what_they_are_for(page: SnapshotsPage) -> None:
    assert page._body.currentIndex() == 0
    assert page.take.isEnabled()
    assert not page.report.isEnabled()


def test_one_is_taken_and_compared_with_the_present_state(
    qtbot: QtBot, page: SnapshotsPage
) -> None:
    take(qtbot, page, "基线自评")
    (row,) = snapshots(page.desk.workbook)
    assert (row.stage, row.title) == (Stage.BASELINE, "基线自评")
    assert page.before.value() == "S-01"
    assert page.after.value() == ""
    page.desk.write(lambda: edit_answer(page.desk.workbook, "N29-2.07", level=4))
    qtbot.waitUntil(lambda: bool(page.difference.items.rows_model.rows))
    (item,) = page.difference.items.rows_model.rows
    assert (item.id, item.trend_label) == ("N29-2.07", "提升")
    cells = [page.difference.items.filter.index(0, column).data() for column in range(5)]
    assert cells[2:] == ["▲ 提升", "推进中；2级 初步建立", "推进中；4级 示范引领"]
    assert "提升1项" in page.difference.summary.text()
    assert "(1)" in page.difference.tabs.tabText(0)
    with qtbot.waitSignal(page.desk.go_to) as asked:
        page.difference.items.opened.emit(item)
    assert asked.args == [Place("requirement", "N29-2.07")]


def test_two_are_compared_both_ways(qtbot: QtBot, page: SnapshotsPage) -> None:
    workbook = page.desk.workbook
    take_snapshot(workbook, Stage.BASELINE, BEFORE)
    edit_answer(workbook, "N29-2.07", level=4)
    take_snapshot(workbook, Stage.INTERIM, page.desk.today())
    page.refresh()
    compared(qtbot, page)
    page.before.setCurrentIndex(1)
    page.after.setCurrentIndex(0)
    compared(qtbot, page)
    (item,) = page.difference.items.rows_model.rows
    assert item.trend_label == "下降"


def test_a_report_of_it_and_its_code(qtbot: QtBot, page: SnapshotsPage) -> None:
    take(qtbot, page)
    with qtbot.waitSignal(page.desk.go_to) as asked:
        page.report.click()
    assert asked.args == [Place("report", "S-01")]
    page.copy.click()
    assert QGuiApplication.clipboard().text() == snapshots(page.desk.workbook)[0].sha256


def test_a_damaged_one_is_told(qtbot: QtBot, page: SnapshotsPage) -> None:
    take(qtbot, page)
    compared(qtbot, page)
    tamper(
        page.desk.workbook.database,
        "DROP TRIGGER snapshot_content_update",
        "UPDATE snapshot_content SET data = x'00'",
    )
    page.refresh()
    qtbot.waitUntil(page.outcome.isVisible)
    assert "S-01" in page.outcome.text()
    assert page.difference.isHidden()


def test_the_reports_page_offers_snapshots_and_templates(
    qtbot: QtBot, filled_desk: Desk, tmp_path: Path
) -> None:
    workbook = filled_desk.workbook
    take_snapshot(workbook, Stage.BASELINE, BEFORE)
    template = ReportTemplate("简版", TemplateLanguage.BOTH, Stage.FINAL)
    save_template(workbook, template)
    page = ReportsPage(filled_desk)
    qtbot.addWidget(page)
    page.refresh()
    page.choices.folder.setText(str(tmp_path))
    request = page.choices.request()
    assert request is not None
    assert (request.source.snapshot, request.source.compare_with) == ("", None)
    assert request.languages == ("zh",)
    page.choices.template.setCurrentIndex(1)
    request = page.choices.request()
    assert request is not None
    assert (request.stage, request.languages) == (Stage.FINAL, ("zh", "en"))
    assert request.source.template == template
    page.go_to(Place("report", "S-01"))
    request = page.choices.request()
    assert request is not None
    assert (request.source.snapshot, request.stage) == ("S-01", Stage.BASELINE)
    assert not page.choices.stage.isEnabled()
    page.choices.compare.setCurrentIndex(1)
    request = page.choices.request()
    assert request is not None
    assert request.source.compare_with == ""
    page.refresh()
    assert page.choices.source.value() == "S-01"


def test_the_one_that_was_just_taken_is_chosen(qtbot: QtBot, page: SnapshotsPage) -> None:
    for code in ("S-01", "S-02"):
        take(qtbot, page)
        qtbot.waitUntil(lambda code=code: chosen(page) == code)


def chosen(page: SnapshotsPage) -> str:
    row = page.table.current_row()
    return row.code if row else ""
