"""All pages are in sight without scrolling, in groups, also in a small window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Language
from app.settings import Settings
from app.views import theme
from app.views.navigation import Navigation
from app.views.pages import FIRST_OF_GROUP, page_titles
from app.views.shell import Shell
from tests.conftest import copy_of
from tests.views.shell.conftest import main_window


def navigation_of(shell: Shell) -> Navigation:
    navigation = main_window(shell).findChild(Navigation)
    assert navigation is not None
    return navigation


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_has_to_be_scrolled_to(
    shell: Shell, settings: Settings, filled_template: Path, tmp_path: Path, language: Language
) -> None:
    settings.language = language
    theme.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
    shell.start(copy_of(filled_template, tmp_path / "工作簿"))
    window, navigation = main_window(shell), navigation_of(shell)
    heights = []
    for height in (window.minimumHeight(), 680, 1000):
        window.resize(1280, height)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        navigation.doItemsLayout()
        last = navigation.visualItemRect(navigation.item(navigation.count() - 1))
        assert last.bottom() <= navigation.viewport().height()
        assert navigation.verticalScrollBar().maximum() == 0
        heights.append(navigation.row_height)
    assert 24 <= heights[0] < heights[1] <= heights[2] <= 40


def test_a_click_and_the_keyboard_show_a_page(
    shell: Shell, filled_template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shell.start(copy_of(filled_template, tmp_path / "工作簿"))
    window, navigation = main_window(shell), navigation_of(shell)
    names = list(page_titles())
    row = names.index(FIRST_OF_GROUP[1])
    area = navigation.visualItemRect(navigation.item(row))
    qtbot.mouseClick(
        navigation.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(area.center().x(), area.bottom() - 2),
    )
    assert window.current == names[row]
    qtbot.keyClick(navigation, Qt.Key.Key_Down)
    assert window.current == names[row + 1]


def test_the_first_row_of_a_group_keeps_a_distance(
    shell: Shell, filled_template: Path, tmp_path: Path
) -> None:
    shell.start(copy_of(filled_template, tmp_path / "工作簿"))
    navigation = navigation_of(shell)
    heights = [
        navigation.visualItemRect(navigation.item(row)).height()
        for row in range(navigation.count())
    ]
    firsts = [
        name for name, high in zip(page_titles(), heights, strict=True) if high > min(heights)
    ]
    assert firsts == list(FIRST_OF_GROUP)
