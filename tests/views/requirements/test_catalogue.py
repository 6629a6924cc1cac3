"""The page when there are other requirements than before."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.catalog.load import load_notice
from app.domain.checks import Place
from app.services.answers import edit_answer
from app.services.editions import take_over
from app.services.own_requirements import add_requirement
from app.services.undo import undo
from app.views.desk import Desk
from app.views.requirements.page import RequirementsPage
from tests.views.requirements.conftest import shown


def texts(page: RequirementsPage) -> str:
    header = page.panel.header
    return "\n".join(
        label.text() for label in (header._id, header._place, header._title, header._source)
    )


def test_own_requirements_stand_below_those_of_the_notice(qtbot: QtBot, filled_desk: Desk) -> None:
    add_requirement(filled_desk.workbook, title="专家库", statement="入库500名")
    page = shown(qtbot, filled_desk)
    assert page.tree.visible_ids()[-1] == "X-01"
    page.go_to(Place("requirement", "X-01", "narrative"))
    assert page.current == "X-01"
    assert "专家库" in texts(page)
    assert "地方自设要求" in texts(page)
    assert "99" not in texts(page)
    page.go_to(Place("requirement", "N29-1.01"))
    assert "2022" in texts(page)


def test_a_requirement_that_comes_and_goes(qtbot: QtBot, filled_desk: Desk) -> None:
    page = shown(qtbot, filled_desk)
    page.refresh(add_requirement(filled_desk.workbook, title="专家库"))
    assert page.tree.visible_ids()[-1] == "X-01"
    assert page.current == "N29-1.01"
    page.go_to(Place("requirement", "X-01"))
    undo(filled_desk.workbook)
    page.refresh()
    assert "X-01" not in page.tree.visible_ids()
    assert page.current == "N29-1.01"


def test_another_edition_shows_its_wording(qtbot: QtBot, filled_desk: Desk) -> None:
    page = shown(qtbot, filled_desk)
    notice = load_notice()
    first = notice.articles[0].requirements[0]
    title = replace(first.title, zh="新的标题")
    items = (replace(first, title=title), *notice.articles[0].requirements[2:])
    articles = (replace(notice.articles[0], requirements=items), *notice.articles[1:])
    edit_answer(filled_desk.workbook, "N29-1.02", narrative="不再有的")
    page.refresh(take_over(filled_desk.workbook, replace(notice, version="2.0", articles=articles)))
    assert "新的标题" in texts(page)
    assert "N29-1.02" not in page.tree.visible_ids()
    assert len(page.tree.visible_ids()) == 87
