"""Dialogs and states of keeping the evidence speak one language, their rows too."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Confidentiality, Language, Stage
from app.queries.evidence import evidence_list
from app.services.evidence import Target, edit_evidence, remove
from app.settings import Settings
from app.views.bin.page import BinPage
from app.views.evidence.results import IntakeResults
from app.views.handover.dialog import HandoverDialog
from app.views.intake.dialog import IntakeDialog
from app.views.main_window import MainWindow
from app.views.pages import page_titles
from app.views.palette.dialog import Palette
from app.views.preview.pane import PreviewPane
from app.views.search.dialog import SearchDialog
from app.views.search.panel import SearchPanel
from app.views.shell import Shell
from app.views.verification.page import VerificationPage
from tests.views.shell.conftest import TODAY, main_window
from tests.views.shell.words import CHINESE, cells, english_of, labels

# Names of the pilot, its evidence and its files, in whatever language the window is.
_OWN = (
    *("浙江试点", "浙江省市场监督管理局", "国标委发〔2022〕29号", "中文", "工作簿", "来源"),
    *("实施方案.txt", "会议纪要.txt", "现场.txt", "新文件.txt", "空白.txt", "另名.txt"),
    *(
        "实施方案",
        "会议纪要",
        "现场",
        "新文件",
        "另名",
        "浙政办发〔2023〕24号",
        "浙江省",
        "省市场监督管理局",
    ),
)


@pytest.fixture(params=["zh", "en"])
def window(
    request: pytest.FixtureRequest, shell: Shell, settings: Settings, folder: Path
) -> MainWindow:
    language: Language = request.param
    settings.language = language
    shell.start(folder)
    return main_window(shell)


def speaks_one_language(window: MainWindow, root: QWidget, *own: str) -> None:
    texts = [*labels(root), *cells(root)]
    assert any(texts)
    if window.desk.language == "zh":
        assert english_of(texts, {window.desk.workbook.actor, *own}) == []
        return
    found = []
    for text in texts:
        for name in sorted((*_OWN, *own), key=len, reverse=True):
            text = text.replace(name, "")  # noqa: PLW2901
        if CHINESE.search(text):
            found.append(text)
    assert found == []


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with a new file, a newer one, one that is there and one that can't be taken."""
    folder = tmp_path / "来源"
    folder.mkdir()
    for name, content in (
        ("新文件.txt", "按照 GB/T 1.1-2020"),
        ("现场.txt", "第二版"),
        ("另名.txt", "现场照片说明\n"),
        ("空白.txt", ""),
    ):
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_the_table_of_files_and_its_results(window: MainWindow, source: Path, qtbot: QtBot) -> None:
    taken: list[QDialog] = []
    page = window.page("evidence")
    dialog = IntakeDialog(
        window.desk,
        [source],
        Target(),
        lambda intake: taken.append(IntakeResults(window.desk, intake.files, page)),
        page,
    )
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.model.items) and dialog.task.isHidden())
    speaks_one_language(window, dialog)
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(taken))
    speaks_one_language(window, taken[0])


def test_the_bin_with_something_in_it(window: MainWindow, qtbot: QtBot) -> None:
    rows = evidence_list(window.desk.workbook)
    remove(window.desk.workbook, [row.id for row in rows], TODAY)
    page = window.page("bin")
    assert isinstance(page, BinPage)
    window.show_page("bin")
    qtbot.waitUntil(lambda: page.table.model().rowCount() == len(rows))
    page.table.select_first()
    speaks_one_language(window, page)


def test_a_verification_that_found_something(window: MainWindow, qtbot: QtBot) -> None:
    vault = window.desk.workbook.vault
    first, second, *_ = vault.hashes()
    vault.path(first).unlink()
    vault.path(second).chmod(0o644)
    vault.path(second).write_bytes(b"x")
    surplus = "0" * 64
    vault.path(surplus).parent.mkdir(exist_ok=True)
    vault.path(surplus).write_bytes(b"x")
    window.show_page("verification")
    page = window.page("verification")
    assert isinstance(page, VerificationPage)
    page.start.click()
    qtbot.waitUntil(lambda: page.found is not None and page.task.isHidden())
    speaks_one_language(window, page, surplus, surplus[:16])


def test_the_hand_over_with_something_left_out(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    workbook = window.desk.workbook
    edit_evidence(workbook, evidence_list(workbook)[0].id, confidentiality=Confidentiality.INTERNAL)
    dialog = HandoverDialog(window.desk, Stage.INTERIM, window)
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.internal.setChecked(True)
    dialog.report.setChecked(False)
    dialog.show()
    speaks_one_language(window, dialog)
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible() and dialog.start.isEnabled())
    made = next((tmp_path / "out").iterdir()).name
    # The last file that the progress may have named.
    speaks_one_language(window, dialog, made, "SHA256SUMS")


def test_the_search(window: MainWindow, qtbot: QtBot) -> None:
    dialog = SearchDialog(window.desk, window)
    dialog.show()
    panel = dialog.findChild(SearchPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: not panel.busy)
    panel.line.setText("现场")
    qtbot.waitUntil(lambda: not panel.busy and bool(panel.hits.hits))
    speaks_one_language(window, dialog)


def test_jumping(window: MainWindow, qtbot: QtBot) -> None:
    palette = Palette(window.desk, page_titles(), window)
    palette.show()
    qtbot.waitUntil(lambda: not palette.busy)
    speaks_one_language(window, palette)
    for words in ("IND-OUT-1", "2.07"):
        palette.line.setText(words)
        qtbot.waitUntil(lambda: not palette.busy)
        assert palette.model.found
        speaks_one_language(window, palette)


def test_the_preview(window: MainWindow, qtbot: QtBot) -> None:
    pane = PreviewPane(window.desk)
    qtbot.addWidget(pane)
    pane.show_files(evidence_list(window.desk.workbook)[0].files)
    pane.show()
    qtbot.waitUntil(lambda: pane.parts.currentWidget() is pane.text)
    speaks_one_language(window, pane)
