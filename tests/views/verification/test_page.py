import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app import paths
from app.domain.steps import finish
from app.queries.evidence import evidence_list
from app.queries.verification import BadFile, Verification, verify
from app.services.backups import back_up
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.verification.page import VerificationPage


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "cache", lambda: tmp_path / "cache")


@pytest.fixture
def page(filled_desk: Desk, qtbot: QtBot) -> VerificationPage:
    page = VerificationPage(filled_desk)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.refresh()
    return page


def harm(workbook: Workbook) -> Path:
    path = workbook.vault.path(evidence_list(workbook)[0].files[0].sha256)
    path.chmod(0o644)
    path.write_text("x")
    return path


def kinds(page: VerificationPage) -> list[str]:
    table = page.table
    return [table.filter.row(number).kind for number in range(table.filter.rowCount())]


def run(page: VerificationPage, qtbot: QtBot) -> None:
    page.start.click()
    qtbot.waitUntil(lambda: page.found is not None and page.task.isHidden())


def test_all_is_well(page: VerificationPage, qtbot: QtBot) -> None:
    assert not page.table.isVisible()
    run(page, qtbot)
    assert page.result.text().startswith("✓")
    assert not page.table.isVisible()
    assert not page.mend.isVisible()
    assert not page.resume.isVisible()


def test_what_is_found_is_repaired_from_a_backup(
    page: VerificationPage, qtbot: QtBot, tmp_path: Path
) -> None:
    workbook = page.desk.workbook
    backup = finish(back_up(workbook, tmp_path / "b.zip")).path
    harm(workbook)
    run(page, qtbot)
    assert page.result.text().startswith("✗")
    assert "repair them below from a backup" in page.result.text()
    assert kinds(page) == ["altered"]
    assert page.mend.isVisible()
    page.repair_from(backup)
    qtbot.waitUntil(lambda: page.found is not None and page.found.ok)
    assert not page.table.isVisible()
    assert finish(verify(workbook)).ok


def test_what_is_found_is_repaired_from_a_folder(
    page: VerificationPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = page.desk.workbook
    copies = tmp_path / "U盘" / "副本"
    copies.mkdir(parents=True)
    for number, file in enumerate(row.files[0] for row in evidence_list(workbook)):
        shutil.copyfile(workbook.vault.path(file.sha256), copies / f"{number}.bin")
    harm(workbook)
    run(page, qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(copies.parent))
    page.look.click()
    qtbot.waitUntil(lambda: page.found is not None and page.found.ok)
    assert not page.look.isVisible()
    assert finish(verify(workbook)).ok


def test_a_wrong_file_is_told(page: VerificationPage, qtbot: QtBot, tmp_path: Path) -> None:
    harm(page.desk.workbook)
    run(page, qtbot)
    (tmp_path / "别的.txt").write_text("y")
    page.repair_from(tmp_path / "别的.txt")
    qtbot.waitUntil(lambda: "别的.txt" in page.result.text())
    assert "校验值" in page.result.text()
    assert kinds(page) == ["altered"]


def test_surplus_is_removed(page: VerificationPage, qtbot: QtBot) -> None:
    path = page.desk.workbook.vault.path("ab" + "0" * 62)
    path.parent.mkdir(exist_ok=True)
    path.write_text("12345")
    run(page, qtbot)
    assert page.result.text().startswith("✓")
    assert kinds(page) == ["surplus"]
    page.remove.click()
    qtbot.waitUntil(lambda: not path.exists() and not page.table.isVisible())


def test_one_that_was_broken_off_goes_on(page: VerificationPage, qtbot: QtBot) -> None:
    steps = verify(page.desk.workbook)
    for _ in range(4):
        next(steps)
    steps.close()
    page.refresh()
    assert page.resume.isVisible()
    page.resume.click()
    qtbot.waitUntil(lambda: page.found is not None and page.task.isHidden())
    assert page.found is not None
    assert page.found.remembered > 0
    assert "had been read before" in page.result.text()


def test_a_read_only_workbook_is_verified_but_not_repaired(
    page: VerificationPage, qtbot: QtBot
) -> None:
    harm(page.desk.workbook)
    page.desk.workbook.read_only_reason = "medium"
    run(page, qtbot)
    assert page.mend.isVisible()
    assert not page.mend.isEnabled()
    page.desk.workbook.read_only_reason = ""


def test_every_kind_of_fault_has_its_row_and_its_way(page: VerificationPage) -> None:
    bad = BadFile("1.01-01", "方案.pdf", "0" * 64, 5)
    page.found = Verification(
        checked=3,
        missing=(),
        altered=(),
        surplus=(),
        operations=4,
        broken_operations=(),
        unreadable=(bad,),
        damaged_snapshots=("S-01",),
    )
    page._show_found()
    assert kinds(page) == ["unreadable", "snapshot"]
    assert "unreadable: 1" in page.result.text()
    assert "look at the medium" in page.result.text()
    assert "restore a backup" in page.result.text()
