"""The page of indicators of a workbook with the Outline's four."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Origin
from app.queries.indicators import indicator
from app.services.indicators import edit_indicator
from app.services.measurements import set_reading, set_target
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.indicators.page import IndicatorsPage
from tests.views.conftest import TODAY
from tests.views.pages import show_page


@pytest.fixture
def measured(workbook: Workbook) -> Workbook:
    """The share of research projects has a baseline, two values and a target of the pilot."""
    first = indicator(workbook, "IND-OUT-1", TODAY).id
    edit_indicator(workbook, first, baseline=31.0, baseline_on=date(2022, 12, 31))
    set_reading(workbook, first, date(2023, 12, 31), TODAY, value=38.5, source="项目台账")
    set_reading(workbook, first, date(2024, 12, 31), TODAY, value=47)
    set_target(workbook, first, Origin.PILOT, 2025, 50, strict=True)
    return workbook


@pytest.fixture
def page(qtbot: QtBot, measured: Workbook, desk: Desk) -> IndicatorsPage:
    made = show_page(qtbot, IndicatorsPage(desk))
    qtbot.waitUntil(lambda: made.details.row is not None)
    return made
