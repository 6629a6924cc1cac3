import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.queries.evidence import evidence_list
from app.queries.indicators import indicators
from app.services.evidence import edit_evidence
from app.views.desk import Desk
from app.views.pages import page_titles
from app.views.palette.dialog import Palette


@pytest.fixture
def palette(qtbot: QtBot, filled_desk: Desk) -> Palette:
    row = evidence_list(filled_desk.workbook)[0]
    edit_evidence(filled_desk.workbook, row.id, title="氢能团体标准 & 计划")
    made = Palette(filled_desk, page_titles())
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(lambda: not made.busy)
    return made


def typed(qtbot: QtBot, palette: Palette, text: str) -> list[tuple[str, str]]:
    palette.line.clear()
    palette.line.setText(text)
    qtbot.waitUntil(lambda: not palette.busy)
    return [(found.jump.kind, found.jump.number) for found in palette.model.found]


def test_the_pages_stand_there_at_once(qtbot: QtBot, filled_desk: Desk) -> None:
    made = Palette(filled_desk, page_titles())
    qtbot.addWidget(made)
    kinds = {found.jump.kind for found in made.model.found}
    assert kinds == {"page"}
    assert len(made.model.found) == len(page_titles())


def test_everything_is_found_by_number_word_and_initials(qtbot: QtBot, palette: Palette) -> None:
    assert typed(qtbot, palette, "2.07")[0] == ("requirement", "N29-2.07")
    assert ("evidence", "2.07-01") in typed(qtbot, palette, "2.07")
    assert typed(qtbot, palette, "氢能") == [("evidence", "1.01-01")]
    assert typed(qtbot, palette, "QNTT") == [("evidence", "1.01-01")]
    assert typed(qtbot, palette, "qn jh") == [("evidence", "1.01-01")]
    code = indicators(palette._desk.workbook, palette._desk.today())[0].code
    assert typed(qtbot, palette, code.lower())[0] == ("indicator", code)
    assert typed(qtbot, palette, "Indicators")[0][0] == "page"
    assert typed(qtbot, palette, "没有这个") == []


def test_enter_goes_there(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "n29-2.07")
    with qtbot.waitSignal(palette._desk.go_to) as gone:
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert gone.args == [Place("requirement", "N29-2.07")]
    assert not palette.isVisible()


def test_arrows_move_in_the_list(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "2.0")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(palette.line, key)
    assert palette.list.currentIndex().row() == 1
    qtbot.keyClick(palette.line, Qt.Key.Key_PageUp)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 0


def test_a_page_is_shown(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, page_titles()["plan"])
    with qtbot.waitSignal(palette._desk.page_wanted) as wanted:
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert wanted.args == ["plan"]


def test_enter_right_after_typing_takes_what_was_typed(qtbot: QtBot, palette: Palette) -> None:
    with qtbot.waitSignal(palette._desk.go_to) as gone:
        palette.line.setText("氢能")
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert gone.args[0].kind == "evidence"


def test_nothing_found_goes_nowhere(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "没有这个")
    with qtbot.assertNotEmitted(palette._desk.go_to):
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
