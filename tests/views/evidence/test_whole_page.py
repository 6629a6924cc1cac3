from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.views.desk import Desk
from app.views.evidence.page import EvidencePage
from app.views.widgets.drop_area import DropArea
from tests.views.evidence.steps import row_of, select, shown


def test_a_read_only_workbook_can_be_looked_at_but_not_changed(
    qtbot: QtBot, read_only_page: EvidencePage
) -> None:
    page = read_only_page
    select(qtbot, page, "1.01-01")
    details = page.details
    assert all(text.editor.isReadOnly() for text in details.form.texts.values())
    assert all(text.editor.isReadOnly() for text in details.links.fields.values())
    assert all(day._line.isReadOnly() for day in details.form.dates.values())
    writers = [page.add, page.remove, details.files.add, details.links.add, details.links.unlink]
    assert not any(each.isEnabled() for each in (*writers, *details.form.choices.values()))
    assert details.files.open.isEnabled()
    assert not any(area.acceptDrops() for area in page.findChildren(DropArea))
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert shown(page) == ["1.01-01", "2.07-01"]


def test_a_fresh_workbook_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    page = EvidencePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: not page.table.busy)
    assert page._list.hint.isVisible()
    assert "Drop files or folders here" in page._list.hint.text()
    assert not page.details.isVisible()
    assert not page.show_all.isVisible()


def test_files_go_where_they_are_dropped(qtbot: QtBot, page: EvidencePage, tmp_path: Path) -> None:
    select(qtbot, page, "2.07-01")
    inner, outer = tmp_path / "附件.txt", tmp_path / "新材料.txt"
    inner.write_text("甲", encoding="utf-8")
    outer.write_text("乙", encoding="utf-8")
    page.details._drop.dropped.emit([inner])
    page._drop.dropped.emit([outer])
    qtbot.waitUntil(lambda: shown(page) == ["0-01", "1.01-01", "2.07-01"])
    assert [file.name for file in row_of(page, "2.07-01").files] == ["现场.txt", "附件.txt"]
    assert [file.name for file in row_of(page, "0-01").files] == ["新材料.txt"]
    assert page.details.row is not None
    assert page.details.row.number == "2.07-01"
