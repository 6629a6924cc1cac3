from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.basic import WIDE
from app.views.widgets.side_by_side import SideBySide


def test_parts_stand_below_each_other_in_a_narrow_page(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
    both = SideBySide(QLabel("甲"), QLabel("乙"), (600, 300))
    layout.addWidget(both)
    page.show()
    for width, orientation in (
        (900, Qt.Orientation.Horizontal),
        (899, Qt.Orientation.Vertical),
        (1200, Qt.Orientation.Horizontal),
    ):
        page.resize(width, 400)
        assert both.orientation() == orientation, width
    first, second = both.sizes()
    assert first > second
