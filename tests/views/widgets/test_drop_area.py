from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.views.widgets.drop_area import DropArea

COPY_OR_MOVE = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def dragged(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def shown(area: DropArea) -> set[str]:
    return {label.text() for label in area.findChildren(QLabel) if label.isVisible()}


@pytest.fixture
def area(qtbot: QtBot) -> DropArea:
    made = DropArea(QLabel("内容"), "放开即收入")
    qtbot.addWidget(made)
    made.resize(200, 100)
    made.show()
    return made


def test_several_files_are_told_and_never_moved(qtbot: QtBot, area: DropArea) -> None:
    data = dragged(QUrl.fromLocalFile("/tmp/甲 <b>.pdf"), QUrl.fromLocalFile("/tmp/folder"))
    enter = QDragEnterEvent(QPoint(5, 5), COPY_OR_MOVE, data, LEFT, NONE)
    area.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert shown(area) == {"放开即收入", "内容"}
    drop = QDropEvent(QPointF(5, 5), COPY_OR_MOVE, data, LEFT, NONE)
    with qtbot.waitSignal(area.dropped) as told:
        area.dropEvent(drop)
    assert drop.dropAction() == Qt.DropAction.CopyAction
    assert told.args == [[Path("/tmp/甲 <b>.pdf"), Path("/tmp/folder")]]
    assert shown(area) == {"内容"}


def test_what_is_no_local_file_is_not_taken(area: DropArea) -> None:
    data = dragged(QUrl("https://example.cn/a.pdf"))
    enter = QDragEnterEvent(QPoint(5, 5), COPY_OR_MOVE, data, LEFT, NONE)
    area.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_nothing_can_be_dropped_on_a_read_only_workbook(area: DropArea) -> None:
    area.set_read_only(True)
    assert not area.acceptDrops()
    area.set_read_only(False)
    assert area.acceptDrops()
