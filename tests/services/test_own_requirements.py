"""The region's own requirements: answered like the others, and never mixed up with them."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import Progress
from app.errors import UserError
from app.queries.answers import answer, answers
from app.queries.catalogue import articles, document, own_article, requirement_texts
from app.queries.checks import check
from app.queries.evidence import evidence_list
from app.queries.history import answer_history
from app.queries.overview import overview
from app.queries.own import own_requirements
from app.queries.verification import verify
from app.services.answers import edit_answer
from app.services.evidence import Target, add_files
from app.services.own_requirements import add_requirement, edit_requirement, remove_requirement
from app.services.undo import undo
from app.services.workbooks import Workbook
from tests.state import tables

TODAY = date(2026, 1, 5)


@pytest.fixture
def own(filled: Workbook, tmp_path: Path) -> Workbook:
    add_requirement(
        filled,
        title="建设长三角标准化专家库",
        statement="到2025年入库专家不少于500名。\n每年更新。",
        unit="省标准化研究院",
        due=date(2025, 12, 31),
        notes="省政府2024年工作要点",
    )
    add_requirement(filled, title="第二项")
    edit_answer(filled, "X-01", progress=Progress.DONE, level=4, narrative="已入库612名。")
    file = tmp_path / "名单.txt"
    file.write_text("名单")
    finish(add_files(filled, [file], Target("X-01")))
    return filled


def test_they_come_last_and_are_answered_like_the_others(own: Workbook) -> None:
    rows = answers(own)
    assert [row.requirement_id for row in rows[88:]] == ["X-01", "X-02"]
    assert [row.own for row in rows] == [False] * 88 + [True] * 2
    assert [item.id for item in requirement_texts(own)] == [row.requirement_id for row in rows]
    row = answer(own, "X-01")
    assert (row.narrative, row.unit, row.due) == (
        "已入库612名。",
        "省标准化研究院",
        date(2025, 12, 31),
    )
    assert row.title.zh == row.title.en == "建设长三角标准化专家库"
    first, second = own_requirements(own)
    assert (first.id, first.notes, second.title) == ("X-01", "省政府2024年工作要点", "第二项")
    assert first.statement == "到2025年入库专家不少于500名。\n每年更新。"


def test_they_have_an_article_and_a_tally_of_their_own(own: Workbook) -> None:
    assert document(own).id == "n29"
    assert [info.number for info in articles(own)] == list(range(1, 9))
    article = own_article(own)
    assert article
    assert (article.mark, article.heading.zh) == ("X", "地方自设要求")
    state = overview(own, TODAY)
    assert state.score.tally.total == 88
    assert state.own
    assert (state.own.score.tally.total, state.own.score.tally.done) == (2, 1)
    assert state.own.score.points == 50
    assert len(state.answers) == 90


def test_the_score_of_the_notice_is_not_touched(filled: Workbook) -> None:
    before = overview(filled, TODAY)
    assert before.own is None
    add_requirement(filled, title="一")
    edit_answer(filled, "X-01", level=4, progress=Progress.DONE)
    after = overview(filled, TODAY)
    assert (after.score, after.articles) == (before.score, before.articles)


def test_their_evidence_is_numbered_apart_and_stands_last(own: Workbook) -> None:
    assert [row.number for row in evidence_list(own)] == ["1.01-01", "2.07-01", "X-01-01"]


def test_the_check_looks_at_them(own: Workbook) -> None:
    edit_answer(own, "X-02", progress=Progress.DONE)
    found = {finding.code for finding in check(own, TODAY) if finding.label == "X-02"}
    assert found == {"achieved-without-evidence", "done-without-rating"}


def test_changing_one(own: Workbook) -> None:
    assert edit_requirement(own, "X-01", title="新名称", due=None)
    first = own_requirements(own)[0]
    assert (first.title, first.due, first.unit) == ("新名称", None, "省标准化研究院")
    assert first.statement.startswith("到2025年")
    assert answer(own, "X-01").narrative == "已入库612名。"
    assert not edit_requirement(own, "X-01", title="新名称")


def test_a_removed_one_can_be_read_in_the_history_and_brought_back(own: Workbook) -> None:
    before = tables(own)
    lines = answer_history(own, "X-01")
    remove_requirement(own, "X-01")
    assert [row.id for row in own_requirements(own)] == ["X-02"]
    assert [row.links for row in evidence_list(own) if row.number == "X-01-01"] == [()]
    history = answer_history(own, "X-01")
    assert history[-len(lines) :] == lines
    assert {"已入库612名。"} <= {line.before for line in history if line.kind == "own.remove"}
    undo(own)
    assert tables(own) == before
    assert answer_history(own, "X-01") == history  # that it was away for a time can be seen
    assert finish(verify(own)).ok


def test_an_id_is_never_given_again(own: Workbook) -> None:
    remove_requirement(own, "X-02")
    assert add_requirement(own, title="三").params["requirement"] == "X-03"


def test_the_last_one_leaves_no_empty_article(workbook: Workbook) -> None:
    add_requirement(workbook, title="一")
    remove_requirement(workbook, "X-01")
    assert own_article(workbook) is None
    assert overview(workbook, TODAY).own is None
    undo(workbook)
    undo(workbook)
    assert own_article(workbook) is None


def test_what_is_refused(workbook: Workbook) -> None:
    before = tables(workbook)
    for code, work in {
        "own.title": lambda: add_requirement(workbook, title="  "),
        "own.unknown": lambda: edit_requirement(workbook, "N29-1.01", title="x"),
        "field.too-long": lambda: add_requirement(workbook, title="字" * 201),
    }.items():
        with pytest.raises(UserError) as caught:
            work()
        assert caught.value.code == code
    for id_ in ("N29-1.01", "X-09", "X"):
        with pytest.raises(UserError, match=r"own\.unknown"):
            remove_requirement(workbook, id_)
    with pytest.raises(UserError, match=r"own\.title"):
        add_requirement(workbook, statement="只有说明")
    assert tables(workbook) == before
