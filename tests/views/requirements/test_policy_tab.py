from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.queries.indicators import indicators
from app.services.measurements import set_reading
from app.views.requirements.page import RequirementsPage
from app.views.requirements.policy_tab import PolicyTab
from app.views.widgets.elided_link import ElidedLink
from tests.views.conftest import TODAY
from tests.views.requirements.conftest import Settle

_POLICY = 2
Show = Callable[[str], PolicyTab]


@pytest.fixture
def show(qtbot: QtBot, page: RequirementsPage) -> Show:
    """Shows a requirement with what the documents say of it."""

    def go(requirement_id: str) -> PolicyTab:
        page.go_to(Place("requirement", requirement_id))
        page.panel.tabs.setCurrentIndex(_POLICY)
        qtbot.waitUntil(lambda: not page.panel.policy.busy)
        return page.panel.policy

    return go


def texts(tab: PolicyTab) -> str:
    assert tab.blocks is not None
    return "\n".join(label.text() for label in tab.blocks.findChildren(QLabel))


def links(tab: PolicyTab) -> dict[str, ElidedLink]:
    assert tab.blocks is not None
    return {link.whole_text(): link for link in tab.blocks.findChildren(ElidedLink)}


def test_the_library_is_read_when_the_tab_is_shown(page: RequirementsPage) -> None:
    page.go_to(Place("requirement", "N29-2.07"))
    assert page.panel._policy.made is None


def test_shows_what_outline_and_key_points_say(show: Show) -> None:
    tab = show("N29-2.07")
    said = texts(tab)
    assert "实施团体标准培优计划" in said
    assert "OUT-25 · 工作译名" in said
    assert "KP23-" in said
    assert any(text.startswith("Clause 25: ") for text in links(tab))


def test_another_requirement_shows_its_own(show: Show) -> None:
    show("N29-2.07")
    tab = show("N29-8.01")
    assert "自愿" in texts(tab)
    assert "No clause of the Outline fits" in texts(tab)
    assert "培优" not in texts(tab)


def test_links_lead_into_the_library(qtbot: QtBot, page: RequirementsPage, show: Show) -> None:
    tab = show("N29-2.07")
    link = next(link for text, link in links(tab).items() if text.startswith("Clause 25: "))
    with qtbot.waitSignal(page.desk.go_to) as went:
        link.click()
    assert went.args == [Place("library", "OUT-25")]


def test_shows_the_figures_that_measure_it(
    qtbot: QtBot, page: RequirementsPage, show: Show, settle: Settle
) -> None:
    workbook = page.desk.workbook
    (row,) = (one for one in indicators(workbook, TODAY) if one.code == "IND-OUT-1")
    requirement = row.requirements[0].requirement_id
    tab = show(requirement)
    assert "＞50%（2025年）" in texts(tab)
    assert "No value yet" in texts(tab)
    page.desk.write(lambda: set_reading(workbook, row.id, date(2025, 3, 31), TODAY, value=46.0))
    settle()
    qtbot.waitUntil(lambda: not tab.busy)
    assert "46%" in texts(tab)
    with qtbot.waitSignal(page.desk.go_to) as went:
        links(tab)[row.title.zh].click()
    assert went.args == [Place("indicator", row.id)]


def test_offers_indicators_that_the_workbook_has_not_taken_up(
    qtbot: QtBot, page: RequirementsPage, show: Show
) -> None:
    tab = show("N29-5.08")
    assert "has not taken it up" in texts(tab)
    name = "科技计划项目形成标准研究成果的比率（浙江）"
    with qtbot.waitSignal(page.desk.go_to) as went:
        links(tab)[name].click()
    assert went.args == [Place("library", "IND-ZJ-1")]
