from datetime import date

import pytest

from app.domain.vocabulary import Progress
from app.errors import UserError
from app.queries.answers import answer
from app.queries.history import answer_history
from app.services.answers import edit_answer
from app.services.workbooks import Workbook

ITEM = "N29-4.13"


def test_only_what_is_given_changes(workbook: Workbook) -> None:
    edit_answer(workbook, ITEM, progress=Progress.IN_PROGRESS, narrative="甲\r\n乙 ", level=2)
    edit_answer(workbook, ITEM, unit="省商务厅", due=date(2026, 6, 30))
    row = answer(workbook, ITEM)
    assert (row.progress, row.level, row.narrative) == (Progress.IN_PROGRESS, 2, "甲\n乙")
    assert (row.unit, row.due, row.problems) == ("省商务厅", date(2026, 6, 30), "")
    edit_answer(workbook, ITEM, level=None, due=None)
    row = answer(workbook, ITEM)
    assert (row.level, row.due, row.unit) == (None, None, "省商务厅")


@pytest.mark.parametrize("level", [-1, 5, 99])
def test_levels_go_from_0_to_4(workbook: Workbook, level: int) -> None:
    with pytest.raises(UserError) as caught:
        edit_answer(workbook, ITEM, level=level)
    assert caught.value.code == "answer.level"
    assert caught.value.params == {"level": level, "lowest": 0, "highest": 4}
    for fine in range(5):
        assert edit_answer(workbook, ITEM, level=fine)


@pytest.mark.parametrize(
    ("field", "limit"),
    [
        ("reason", 2_000),
        ("narrative", 20_000),
        ("problems", 20_000),
        ("next_steps", 20_000),
        ("unit", 200),
    ],
)
def test_the_limits_of_an_answer(workbook: Workbook, field: str, limit: int) -> None:
    assert edit_answer(workbook, ITEM, **{field: "字" * limit})  # type: ignore[misc]
    with pytest.raises(UserError) as caught:
        edit_answer(workbook, ITEM, **{field: "字" * (limit + 1)})  # type: ignore[misc]
    assert caught.value.code == "field.too-long"
    assert caught.value.params == {"field": field, "length": limit + 1, "limit": limit}
    assert getattr(answer(workbook, ITEM), field) == "字" * limit


@pytest.mark.parametrize("item", ["N29-9.99", "", "n29-1.01", "' OR 1=1 --"])
def test_an_unknown_requirement(workbook: Workbook, item: str) -> None:
    for work in (lambda: edit_answer(workbook, item, level=1), lambda: answer(workbook, item)):
        with pytest.raises(UserError) as caught:
            work()
        assert caught.value.code == "requirement.unknown"


def test_any_text_comes_back_as_it_is(workbook: Workbook) -> None:
    text = "=SUM(A1) <b>&amp;</b> ' \" \\ {x} % 😀 𠮷 \t制表\n第二行"
    edit_answer(workbook, ITEM, narrative=text)
    assert answer(workbook, ITEM).narrative == text
    assert answer_history(workbook, ITEM)[0].after == text
