from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.domain.vocabulary import Severity
from app.queries.checks import check
from app.services.answers import edit_answer
from app.services.workbooks import Workbook
from app.views.checks.page import ChecksPage
from app.views.checks.rows import FindingRow
from app.views.desk import Desk


@pytest.fixture
def page(filled_desk: Desk, qtbot: QtBot) -> ChecksPage:
    return shown(filled_desk, qtbot)


def shown(desk: Desk, qtbot: QtBot) -> ChecksPage:
    page = ChecksPage(desk)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    desk.data_changed.connect(page.refresh)
    page.refresh()
    qtbot.waitUntil(lambda: page._known)
    return page


def lines(page: ChecksPage) -> list[FindingRow]:
    return [page.table.filter.row(number) for number in range(page.table.filter.rowCount())]


def alter_a_file(workbook: Workbook) -> None:
    """Change the bytes of a file behind the workbook's back, not its size."""
    file: Path = next(workbook.vault.path(name) for name in workbook.vault.hashes())
    size = file.stat().st_size
    file.chmod(0o600)
    file.write_bytes(b"x" * size)


def test_lines_are_the_findings_gravest_first(page: ChecksPage) -> None:
    found = check(page.desk.workbook, page.desk.today())
    assert [row.finding for row in lines(page)] == found
    first = lines(page)[0]
    assert first.sentence
    assert str(len(found)) in page.summary.text()


def test_typing_filters_by_number_and_words(page: ChecksPage) -> None:
    page.filter.setText("n29-2.0 尚未填写")
    assert {row.finding.place.id for row in lines(page)} >= {"N29-2.01", "N29-2.02"}
    assert all("N29-2.0" in row.place for row in lines(page))


def test_one_severity_only(page: ChecksPage) -> None:
    page.severity.setCurrentIndex(1 + list(Severity).index(Severity.HINT))
    shown_lines = lines(page)
    assert shown_lines
    assert {row.finding.severity for row in shown_lines} == {Severity.HINT}


def test_a_filter_that_fits_nothing_says_so(page: ChecksPage) -> None:
    page.filter.setText("没有这样的问题")
    assert page._body.currentWidget() is page._empty
    page.filter.clear()
    assert page._body.currentWidget() is page.table


def test_enter_goes_to_the_place(page: ChecksPage, qtbot: QtBot) -> None:
    page.filter.setText("N29-2.01")
    page.table.select_first()
    with qtbot.waitSignal(page.desk.go_to) as wanted:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args == [Place("requirement", "N29-2.01", "progress")]


def test_a_refresh_keeps_the_selected_line(page: ChecksPage, qtbot: QtBot) -> None:
    page.table.select(next(row.key for row in lines(page) if row.finding.place.id == "N29-2.02"))
    before = len(lines(page))
    page.desk.announce(edit_answer(page.desk.workbook, "N29-2.01", narrative="已开展。"))
    assert len(lines(page)) == before, "the old lines stay until the new ones are there"
    qtbot.waitUntil(lambda: len(lines(page)) < before)
    current = page.table.current_row()
    assert current is not None
    assert current.finding.place.id == "N29-2.02"


def test_verifying_finds_altered_bytes(page: ChecksPage, qtbot: QtBot) -> None:
    alter_a_file(page.desk.workbook)
    page.refresh()
    qtbot.waitUntil(lambda: not page._latest.busy)
    assert "file-altered" not in {row.finding.code for row in lines(page)}
    page.verification.button.click()
    qtbot.waitUntil(
        lambda: "file-altered" in {row.finding.code for row in lines(page)}, timeout=10_000
    )
    assert "1" in page.verification.result.text()
    assert page.verification.button.isEnabled()


def test_verifying_can_be_cancelled(page: ChecksPage, qtbot: QtBot) -> None:
    before = page.verification.result.text()
    page.verification.button.click()
    assert not page.verification.button.isEnabled()
    page.verification.task.cancel.click()
    qtbot.waitUntil(page.verification.task.isHidden)
    assert page.verification.result.text() != before
    assert page.verification.button.isEnabled()


def test_the_model_is_a_proper_one(page: ChecksPage) -> None:
    QAbstractItemModelTester(page.table.filter, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    page.filter.setText("2.0")
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert lines(page)


def test_nothing_found_says_so(page: ChecksPage) -> None:
    page._show_rows(())
    assert page.summary.text().startswith("✓")
    assert page._body.currentWidget() is page._empty
