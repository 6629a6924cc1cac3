"""The form offers what the file says for empty fields, and writes it only when asked."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.steps import finish
from app.domain.vocabulary import EvidenceKind
from app.services.evidence import Target, add_files, edit_evidence
from app.views.evidence.page import EvidencePage
from app.views.evidence.suggestions import Suggestions
from tests.views.evidence.steps import row_of, select, settled

LETTER = """浙江省人民政府办公厅文件
浙政办发〔2023〕24号
浙江省人民政府办公厅关于印发标准化实施方案的通知
各市、县（市、区）人民政府：
现将方案印发给你们。
浙江省人民政府办公厅
2023年3月27日
"""


@pytest.fixture
def scan(qtbot: QtBot, page: EvidencePage, tmp_path: Path) -> Suggestions:
    """A letter that was taken in under a scanner's name is selected."""
    file = tmp_path / "扫描件001.txt"
    file.write_text(LETTER, encoding="utf-8")
    finish(add_files(page.desk.workbook, [file], Target("N29-4.01")))
    page.refresh()
    settled(qtbot, page)
    select(qtbot, page, "4.01-01")
    qtbot.waitUntil(lambda: not page.details.suggestions._reading.busy)
    return page.details.suggestions


def test_empty_fields_are_offered_and_taken_over(
    qtbot: QtBot, page: EvidencePage, scan: Suggestions
) -> None:
    assert scan.isVisible()
    assert "浙政办发〔2023〕24号" in scan.text.text()
    assert row_of(page, "4.01-01").document_number == ""
    scan.take.click()
    settled(qtbot, page)
    row = row_of(page, "4.01-01")
    assert row.title == "浙江省人民政府办公厅关于印发标准化实施方案的通知"
    assert (row.document_number, row.formed_on) == ("浙政办发〔2023〕24号", date(2023, 3, 27))
    assert (row.issuing_body, row.kind) == ("浙江省人民政府办公厅", EvidenceKind.POLICY)
    assert page.details.form.texts["title"].text() == row.title
    assert not scan.isVisible()


def test_what_was_entered_is_never_replaced(
    qtbot: QtBot, page: EvidencePage, scan: Suggestions
) -> None:
    fields = page.details.form
    fields.texts["document_number"].editor.setText("浙标〔2024〕7号")
    fields.texts["title"].editor.setText("自己的名称")
    fields.flush()
    settled(qtbot, page)
    assert "浙政办发" not in scan.text.text()
    scan.take.click()
    settled(qtbot, page)
    row = row_of(page, "4.01-01")
    assert (row.document_number, row.title) == ("浙标〔2024〕7号", "自己的名称")
    assert row.formed_on == date(2023, 3, 27)


@pytest.fixture
def plain(page: EvidencePage) -> None:
    """The title of 1.01-01 is somebody's own, and its file says nothing else."""
    edit_evidence(page.desk.workbook, row_of(page, "1.01-01").id, title="第一次会议")
    page.refresh()


@pytest.mark.usefixtures("plain")
def test_nothing_is_offered_where_the_file_says_nothing(qtbot: QtBot, page: EvidencePage) -> None:
    settled(qtbot, page)
    select(qtbot, page, "1.01-01")
    qtbot.waitUntil(lambda: not page.details.suggestions._reading.busy)
    assert not page.details.suggestions.isVisible()


@pytest.mark.usefixtures("plain")
def test_the_offer_is_for_the_dossier_that_is_shown(
    qtbot: QtBot, page: EvidencePage, scan: Suggestions
) -> None:
    select(qtbot, page, "1.01-01")
    qtbot.waitUntil(lambda: not scan._reading.busy)
    assert not scan.isVisible()
    select(qtbot, page, "4.01-01")
    assert scan.isVisible()


def test_a_workbook_that_cannot_be_written_offers_nothing(
    qtbot: QtBot, read_only_page: EvidencePage
) -> None:
    select(qtbot, read_only_page, "2.07-01")
    assert not read_only_page.details.suggestions.isVisible()
