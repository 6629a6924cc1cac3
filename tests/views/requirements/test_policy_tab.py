from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from app.catalog.load import load_notice
from app.domain.checks import Place
from app.domain.vocabulary import Text
from app.queries.indicators import indicators
from app.services.editions import take_over
from app.services.indicators import add_indicator, link_indicator
from app.services.measurements import set_reading
from app.services.workbooks import Workbook
from app.views.requirements import policy_tab
from app.views.requirements.page import RequirementsPage
from app.views.requirements.policy_rows import Policy
from app.views.requirements.policy_tab import PolicyTab
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
    return tab.toPlainText()


def links(tab: PolicyTab) -> dict[str, str]:
    """The addresses of the links by their texts."""
    found = {}
    block = tab.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().isAnchor():
                found[piece.text()] = piece.charFormat().anchorHref()
            pieces += 1
        block = block.next()
    return found


def follow(tab: PolicyTab, text: str) -> None:
    tab.anchorClicked.emit(QUrl(links(tab)[text]))


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
    link = next(text for text in links(tab) if text.startswith("Clause 25: "))
    with qtbot.waitSignal(page.desk.go_to) as went:
        follow(tab, link)
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
        follow(tab, row.title.zh)
    assert went.args == [Place("indicator", row.id)]


def test_offers_indicators_that_the_workbook_has_not_taken_up(
    qtbot: QtBot, page: RequirementsPage, show: Show
) -> None:
    tab = show("N29-5.08")
    assert "has not taken it up" in texts(tab)
    name = "科技计划项目形成标准研究成果的比率（浙江）"
    with qtbot.waitSignal(page.desk.go_to) as went:
        follow(tab, name)
    assert went.args == [Place("library", "IND-ZJ-1")]


def test_what_people_typed_is_no_markup(
    qtbot: QtBot, page: RequirementsPage, show: Show, settle: Settle
) -> None:
    workbook = page.desk.workbook
    title = "<b>率</b> & <img src=x>"
    page.desk.write(lambda: add_indicator(workbook, title=Text(title, title)))
    settle()
    (row,) = (one for one in indicators(workbook, TODAY) if one.code == "X-IND-01")
    page.desk.write(lambda: link_indicator(workbook, row.id, "N29-8.01", Text("<i>", "<i>")))
    settle()
    tab = show("N29-8.01")
    assert title in links(tab)
    assert "<i>" in texts(tab)


def test_another_edition_is_shown_at_once(
    qtbot: QtBot, page: RequirementsPage, show: Show, settle: Settle, monkeypatch: Any
) -> None:
    tab = show("N29-2.07")
    read: list[str] = []
    original = policy_tab.policy

    def seen(workbook: Workbook, requirement_id: str, today: date) -> Policy:
        read.append(requirement_id)
        return original(workbook, requirement_id, today)

    monkeypatch.setattr(policy_tab, "policy", seen)
    notice = load_notice()
    first = notice.articles[0].requirements[0]
    articles = (
        replace(
            notice.articles[0],
            requirements=(
                replace(first, title=Text("改", "Changed")),
                *notice.articles[0].requirements[1:],
            ),
        ),
        *notice.articles[1:],
    )
    newer = replace(notice, version="2.0", articles=articles)
    page.desk.write(lambda: take_over(page.desk.workbook, newer))
    settle()
    qtbot.waitUntil(lambda: not tab.busy)
    assert read == ["N29-2.07"]
