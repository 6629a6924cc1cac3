"""What the tests of the page do and look at."""

from typing import Any

from pytestqt.qtbot import QtBot

from app.queries.indicators import IndicatorRow, indicator
from app.views.indicators.entry_part import EntryPart
from app.views.indicators.page import IndicatorsPage
from tests.views.conftest import TODAY
from tests.views.pages import wait_for_writes


def settled(qtbot: QtBot, page: IndicatorsPage) -> None:
    """Wait until everything is written and read again."""
    wait_for_writes(qtbot, page.desk)
    qtbot.waitUntil(lambda: not page._reading.busy)


def codes(page: IndicatorsPage) -> list[str]:
    return [page.table.filter.row(n).code for n in range(page.table.filter.rowCount())]


def stored(page: IndicatorsPage, code: str = "IND-OUT-1") -> IndicatorRow:
    return indicator(page.desk.workbook, code, TODAY)


def enter(part: EntryPart[Any], row: int, name: str, text: str) -> None:
    """Type into a cell as its editor hands it over."""
    column = [it.name for it in part.model.columns].index(name)
    assert part.model.setData(part.model.index(row, column), text)


def shown(part: EntryPart[Any], row: int) -> list[str]:
    model = part.model
    return [model.index(row, column).data() for column in range(model.columnCount())]
