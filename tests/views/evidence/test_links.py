import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.domain.vocabulary import Text
from app.queries.indicators import indicator
from app.services.evidence_links import unlink
from app.services.indicators import add_indicator
from app.services.measurements import set_reading
from app.services.own_requirements import add_requirement
from app.services.plan import add_task
from app.views.evidence.page import EvidencePage
from app.views.evidence.picker import Pick, Picker, RequirementPicker
from tests.views.evidence.steps import row_of, select, settled


def test_a_requirement_that_was_added_meanwhile_can_be_linked(
    qtbot: QtBot, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = page.desk.workbook
    page.desk.write(lambda: add_requirement(workbook, title="专家库"))
    settled(qtbot, page)
    select(qtbot, page, "2.07-01")
    offered: list[str] = []

    def choose(picker: RequirementPicker) -> str:
        offered.extend(row.id for row in picker.table.rows_model.rows)
        return "X-01"

    monkeypatch.setattr(RequirementPicker, "choose", choose)
    page.details.links.add.click()
    settled(qtbot, page)
    assert offered[-1] == "X-01"
    assert [link.requirement_id for link in row_of(page, "2.07-01").links] == ["N29-2.07", "X-01"]


def test_links_are_described_below_their_list(qtbot: QtBot, page: EvidencePage) -> None:
    select(qtbot, page, "1.01-01")
    links = page.details.links
    assert links.fields["locator"].text() == "第3页"
    links.fields["locator"].editor.setText("第5—7页")
    links.fields["proves"].editor.setPlainText("联席会议制度已建立")
    links.flush()
    settled(qtbot, page)
    link = row_of(page, "1.01-01").links[0]
    assert (link.locator, link.proves) == ("第5—7页", "联席会议制度已建立")


def test_a_link_can_be_added_and_taken_away(
    qtbot: QtBot, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(qtbot, page, "1.01-01")
    links = page.details.links
    monkeypatch.setattr(
        "app.views.evidence.picker.RequirementPicker.choose", lambda picker: "N29-8.01"
    )
    qtbot.mouseClick(links.add, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert [row.mark for row in links.table.rows_model.rows] == ["N29-1.01", "N29-8.01"]
    links.table.select("requirement N29-1.01")
    qtbot.mouseClick(links.unlink, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert [link.requirement_id for link in row_of(page, "1.01-01").links] == ["N29-8.01"]


def test_a_description_typed_for_a_link_that_is_gone_makes_no_new_link(
    qtbot: QtBot, page: EvidencePage, problems: list[BaseException]
) -> None:
    select(qtbot, page, "1.01-01")
    links = page.details.links
    workbook, row = page.desk.workbook, row_of(page, "1.01-01")
    links.fields["locator"].editor.setText("第9页")
    page.desk.write(lambda: unlink(workbook, row.id, "N29-1.01"))
    links.flush()
    settled(qtbot, page)
    assert row_of(page, "1.01-01").links == ()
    assert not problems
    assert not page.unsaved()


def test_double_click_on_a_link_goes_to_the_requirement(qtbot: QtBot, page: EvidencePage) -> None:
    select(qtbot, page, "1.01-01")
    with qtbot.waitSignal(page.desk.go_to) as went:
        qtbot.keyClick(page.details.links.table, Qt.Key.Key_Return)
    assert went.args == [Place("requirement", "N29-1.01", "evidence")]


def test_a_value_and_a_task_are_linked_and_described(
    qtbot: QtBot, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook, today = page.desk.workbook, page.desk.today()
    code = str(
        add_indicator(
            workbook, title=Text("标准数", "Standards"), meaning=Text("", ""), source=Text("", "")
        ).params["code"]
    )
    set_reading(workbook, indicator(workbook, code, today).id, today, today, value=12)
    add_task(workbook, year=2025, title="良好行为评价")
    select(qtbot, page, "1.01-01")
    links = page.details.links
    offered: list[str] = []

    def choose(picker: Picker) -> Pick | None:
        offered.extend(f"{pick.mark} {pick.title}" for pick in picker.table.rows_model.rows)
        return picker.table.rows_model.rows[-1]

    monkeypatch.setattr(Picker, "choose", choose)
    for action in links.add_more.menu().actions():
        action.trigger()
        settled(qtbot, page)
    assert offered == [f"{code} 标准数 2025年6月1日 12", "P-01 2025 良好行为评价"]
    assert [row.mark for row in links.table.rows_model.rows] == ["N29-1.01", code, "P-01"]
    for key, place in (
        ("reading", Place("indicator", indicator(workbook, code, today).id)),
        ("task", Place("plan", "P-01")),
    ):
        row = next(row for row in links.table.rows_model.rows if row.kind == key)
        links.table.select(row.key)
        links.fields["locator"].editor.setText("附表1")
        links.flush()
        settled(qtbot, page)
        with qtbot.waitSignal(page.desk.go_to) as went:
            links.open.click()
        assert went.args == [place]
    saved = row_of(page, "1.01-01")
    assert (saved.readings[0].locator, saved.tasks[0].locator) == ("附表1", "附表1")
    links.table.select(f"task {saved.tasks[0].task_id}")
    links.unlink.click()
    settled(qtbot, page)
    assert row_of(page, "1.01-01").tasks == ()


def test_where_there_is_no_value_it_is_said(qtbot: QtBot, page: EvidencePage) -> None:
    select(qtbot, page, "1.01-01")
    said: list[str] = []
    page.desk.message.connect(said.append)
    for action in page.details.links.add_more.menu().actions():
        action.trigger()
    assert said == ["No value has been entered yet.", "The annual plan has no task yet."]
