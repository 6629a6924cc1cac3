import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Progress
from app.services.answers import edit_answer
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.requirements.page import RequirementsPage
from app.views.requirements.rows import StateFilter, load
from app.views.requirements.search import pinyin_initials
from app.views.requirements.tree_filter import TreeFilter
from app.views.requirements.tree_model import RequirementTree
from app.views.widgets.two_lines import COUNT, SECOND_LINE
from tests.views.requirements.conftest import Settle


@pytest.fixture
def tree(filled_desk: Desk) -> RequirementTree:
    model = RequirementTree(filled_desk)
    model.set_contents(load(filled_desk.workbook))
    return model


def titles(page: RequirementsPage) -> list[str]:
    return page.tree.visible_ids()


def choose(page: RequirementsPage, state: StateFilter) -> None:
    page.tree.states.setCurrentIndex(list(StateFilter).index(state))


def test_is_a_proper_model(tree: RequirementTree, filled: Workbook) -> None:
    shown = TreeFilter(tree, "zh")
    testers = [QAbstractItemModelTester(model) for model in (tree, shown)]
    shown.set_text("团体")
    edit_answer(filled, "N29-2.07", progress=Progress.DONE)
    tree.update_answers(load(filled).answers)
    shown.set_state(StateFilter.DONE)
    shown.set_text("")
    tree.set_contents(load(filled))
    assert len(testers) == 2


def test_shows_eight_articles_and_all_requirements(tree: RequirementTree) -> None:
    articles = [tree.index(row, 0) for row in range(tree.rowCount())]
    assert len(articles) == 8
    assert sum(tree.rowCount(index) for index in articles) == 88
    assert [("·" in index.data()) for index in articles] == [False, *[True] * 4, *[False] * 3]


def test_an_article_counts_what_is_done_of_what_applies(
    tree: RequirementTree, filled: Workbook
) -> None:
    def count(article: int) -> str:
        return str(tree.index(article - 1, 0).data(COUNT))

    items = tree.rowCount(tree.index(2, 0))
    assert count(1) == f"1/{tree.rowCount(tree.index(0, 0))}"
    # N29-3.02 does not apply.
    assert count(3) == f"0/{items - 1}"
    edit_answer(filled, "N29-3.01", progress=Progress.DONE)
    tree.update_answers(load(filled).answers)
    assert count(3) == f"1/{items - 1}"


def test_a_requirement_says_its_state_in_words(tree: RequirementTree) -> None:
    line = tree.index_of("N29-2.07").data(SECOND_LINE)
    assert "N29-2.07" in line
    assert "推进中" in line
    assert "2" in line.split("·")[2]
    assert "1" in line.split("·")[3]
    assert "不适用" in tree.index_of("N29-3.02").data(SECOND_LINE)


def test_only_rows_that_changed_are_announced(
    qtbot: QtBot, tree: RequirementTree, filled: Workbook
) -> None:
    seen: list[QModelIndex] = []
    tree.dataChanged.connect(lambda index, _: seen.append(index))
    edit_answer(filled, "N29-4.01", progress=Progress.DONE)
    tree.update_answers(load(filled).answers)
    assert seen == [tree.index_of("N29-4.01"), tree.index(3, 0)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("N29-2.07", ["N29-2.07"]),
        ("ｎ２９－２．０７", ["N29-2.07"]),
        ("第二批名单", ["N29-2.07"]),
        ("市场监督管理局", ["N29-1.01"]),
        ("培优 团体", ["N29-2.07"]),
        ("没有这样的词", []),
    ],
)
def test_filters_as_one_types(page: RequirementsPage, typed: str, found: list[str]) -> None:
    page.tree.filter.setText(typed)
    assert titles(page) == found
    page.tree.filter.clear()
    assert len(titles(page)) == 88


def test_finds_titles_by_pinyin_initials(qtbot: QtBot, page: RequirementsPage) -> None:
    page.tree.filter.setText("sstt")
    qtbot.waitUntil(lambda: "N29-2.07" in titles(page))


def test_initials_leave_out_what_is_no_chinese() -> None:
    assert pinyin_initials({"a": "开展“标准化+”行动"}) == {"a": "kzbzhxd"}


@pytest.mark.parametrize(
    ("state", "number"),
    [
        (StateFilter.ALL, 88),
        (StateFilter.NOT_ANSWERED, 85),
        (StateFilter.IN_PROGRESS, 1),
        (StateFilter.DONE, 1),
        (StateFilter.NOT_APPLICABLE, 1),
        (StateFilter.WITHOUT_EVIDENCE, 85),
    ],
)
def test_filters_by_state(page: RequirementsPage, state: StateFilter, number: int) -> None:
    choose(page, state)
    assert len(titles(page)) == number


def test_the_row_at_hand_stays_although_its_answer_takes_it_out(
    page: RequirementsPage, settle: Settle
) -> None:
    choose(page, StateFilter.NOT_ANSWERED)
    page.tree.select("N29-1.03")
    page.panel.form.rating._buttons[2].click()
    settle()
    assert page.current == "N29-1.03"
    assert "N29-1.03" in titles(page)
    page.tree.select("N29-1.04")
    assert "N29-1.03" not in titles(page)
    assert page.current == "N29-1.04"


def test_a_filter_without_the_shown_requirement_leaves_it_at_the_right(
    page: RequirementsPage,
) -> None:
    page.tree.select("N29-1.03")
    page.tree.filter.setText("N29-2.07")
    assert titles(page) == ["N29-2.07"]
    assert page.current == "N29-1.03"


def test_folded_articles_stay_folded_after_filtering(page: RequirementsPage) -> None:
    tree, shown = page.tree.tree, page.tree.shown
    tree.collapse(shown.index(4, 0))
    page.tree.filter.setText("标准")
    assert tree.isExpanded(shown.index(0, 0))
    page.tree.filter.clear()
    assert [tree.isExpanded(shown.index(row, 0)) for row in range(8)] == [
        row != 4 for row in range(8)
    ]


def test_says_when_nothing_matches(page: RequirementsPage) -> None:
    page.tree.filter.setText("没有这样的词")
    assert page.tree._nothing.isVisible()
    page.tree.filter.clear()
    assert not page.tree._nothing.isVisible()


def test_a_row_has_an_icon_and_a_tip(tree: RequirementTree) -> None:
    index = tree.index_of("N29-2.07")
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert "推进中" in index.data(Qt.ItemDataRole.AccessibleTextRole)
