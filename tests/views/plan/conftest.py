"""The plan page of a workbook with three tasks, one of them overdue on 1 June 2025."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Progress
from app.services.plan import add_task
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.plan.page import PlanPage
from tests.views.pages import show_page


@pytest.fixture
def planned(workbook: Workbook) -> Workbook:
    add_task(workbook, year=2024, title="制定实施方案", unit="省局", state=Progress.DONE)
    add_task(
        workbook,
        year=2025,
        title="发布地方标准",
        unit="省标准院",
        due=date(2025, 5, 1),
        state=Progress.IN_PROGRESS,
        requirements=["N29-2.07"],
    )
    add_task(workbook, year=2025, title="开展培训", due=date(2025, 12, 1))
    return workbook


@pytest.fixture
def page(qtbot: QtBot, planned: Workbook, desk: Desk) -> PlanPage:
    made = show_page(qtbot, PlanPage(desk))
    qtbot.waitUntil(lambda: bool(made.table.rows_model.rows))
    return made
