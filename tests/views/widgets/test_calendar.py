"""The calendar beside a date field."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.views.widgets.calendar import CalendarPopup, place_for
from app.views.widgets.date_field import DateField

SCREEN = QRect(0, 0, 1280, 720)
SIZE = QSize(220, 160)


@pytest.mark.parametrize(
    ("left", "top", "place"),
    [
        (100, 100, QPoint(100, 120)),
        (1250, 100, QPoint(1060, 120)),  # at the right edge
        (100, 690, QPoint(100, 530)),  # at the bottom edge
        (100, 540, QPoint(100, 560)),  # just fits below
        (-50, 100, QPoint(0, 120)),
    ],
)
def test_place_is_beside_the_anchor_and_on_the_screen(left: int, top: int, place: QPoint) -> None:
    assert place_for(SIZE, QRect(left, top, 20, 20), SCREEN) == place


def test_calendar_at_the_edge_of_the_screen_is_wholly_seen(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    screen = field.screen().availableGeometry()
    field.move(screen.right() - 60, screen.bottom() - 40)
    field.show()
    pick = field.findChild(QToolButton)
    assert pick is not None
    pick.click()
    calendar = field.findChild(CalendarPopup)
    assert calendar is not None
    assert screen.contains(calendar.geometry())
    calendar.close()
