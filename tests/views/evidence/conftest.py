"""The evidence page of a workbook with two dossiers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services.workbooks import Workbook, open_workbook
from app.settings import Settings
from app.tasks.runner import Runner
from app.views.desk import Desk
from app.views.evidence.page import EvidencePage
from tests.views.conftest import TODAY
from tests.views.pages import show_page


@pytest.fixture
def page(qtbot: QtBot, filled_desk: Desk) -> EvidencePage:
    made = show_page(qtbot, EvidencePage(filled_desk))
    qtbot.waitUntil(lambda: bool(made.table.paged_model.keys) and not made.files.busy)
    return made


@pytest.fixture
def problems(filled_desk: Desk) -> list[BaseException]:
    """Errors that came to the window; a test that expects none gets none."""
    seen: list[BaseException] = []
    filled_desk.problem.connect(seen.append)
    return seen


@pytest.fixture
def read_only_page(
    qtbot: QtBot, filled: Workbook, runner: Runner, tmp_path: Path
) -> Iterator[EvidencePage]:
    """The page of a workbook that is open elsewhere."""
    second = open_workbook(filled.folder)
    assert second.read_only
    desk = Desk(second, "zh", runner, Settings(tmp_path / "s.ini"), today=lambda: TODAY)
    made = show_page(qtbot, EvidencePage(desk))
    qtbot.waitUntil(lambda: bool(made.table.paged_model.keys) and not made.files.busy)
    yield made
    second.close()
