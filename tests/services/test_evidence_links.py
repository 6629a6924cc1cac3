"""A dossier serves requirements, readings and tasks of the plan; each link says where and what."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import Text
from app.errors import UserError
from app.queries.evidence import EvidenceRow, evidence, evidence_list
from app.queries.indicators import ReadingRow, indicator
from app.queries.plan import tasks
from app.services.evidence import Target, add_files, remove
from app.services.evidence_links import link_reading, link_task, unlink_reading, unlink_task
from app.services.indicators import add_indicator, remove_indicator
from app.services.measurements import remove_reading, set_reading
from app.services.plan import add_task, remove_task
from app.services.undo import redo, undo
from app.services.workbooks import Workbook
from tests.state import tables

TODAY = date(2026, 1, 5)
DAY = date(2025, 12, 31)


@pytest.fixture
def code(filled: Workbook) -> str:
    """An indicator with one reading, which names no dossier."""
    made = add_indicator(
        filled, title=Text("团体标准数", "Standards"), meaning=Text("", ""), source=Text("", "")
    )
    code = str(made.params["code"])
    set_reading(filled, indicator(filled, code, TODAY).id, DAY, TODAY, value=120)
    return code


def reading(workbook: Workbook, code: str) -> ReadingRow:
    return indicator(workbook, code, TODAY).readings[0]


def first(workbook: Workbook) -> EvidenceRow:
    return evidence_list(workbook)[0]


def second(workbook: Workbook) -> EvidenceRow:
    return evidence_list(workbook)[1]


def task_of(workbook: Workbook) -> str:
    add_task(workbook, title="开展团体标准良好行为评价", year=2025)
    return tasks(workbook)[-1].id


def test_a_dossier_supports_a_reading(filled: Workbook, code: str) -> None:
    value = reading(filled, code)
    link_reading(filled, first(filled).id, value.id, " 第3页第2段 ", "2025年底的数量")
    (found,) = first(filled).readings
    assert (found.code, found.on, found.title.zh) == (code, DAY, "团体标准数")
    assert (found.locator, found.proves) == ("第3页第2段", "2025年底的数量")
    assert reading(filled, code).evidence_number == first(filled).number
    link_reading(filled, first(filled).id, value.id, "第4页", "2025年底的数量")
    assert [row.locator for row in first(filled).readings] == ["第4页"]
    undo(filled)
    undo(filled)
    assert first(filled).readings == ()
    assert reading(filled, code).evidence_id is None


def test_a_reading_has_several_dossiers_and_names_the_first(filled: Workbook, code: str) -> None:
    value = reading(filled, code)
    link_reading(filled, first(filled).id, value.id)
    link_reading(filled, second(filled).id, value.id, "附表1")
    assert reading(filled, code).evidence_number == first(filled).number
    assert [row.locator for row in second(filled).readings] == ["附表1"]
    unlink_reading(filled, first(filled).id, value.id)
    assert first(filled).readings == ()
    assert reading(filled, code).evidence_number == second(filled).number
    unlink_reading(filled, second(filled).id, value.id)
    assert reading(filled, code).evidence_number == ""
    assert not unlink_reading(filled, second(filled).id, value.id)


def test_a_dossier_that_a_reading_names_is_linked_without_more(filled: Workbook, code: str) -> None:
    """So it was entered before links said where."""
    owner = indicator(filled, code, TODAY).id
    set_reading(filled, owner, DAY, TODAY, evidence_id=first(filled).id)
    (found,) = first(filled).readings
    assert (found.locator, found.proves) == ("", "")
    link_reading(filled, first(filled).id, found.reading_id, "第1页")
    set_reading(filled, owner, DAY, TODAY, evidence_id=second(filled).id)
    assert first(filled).readings == ()
    assert [row.locator for row in second(filled).readings] == [""]
    undo(filled)
    assert [row.locator for row in first(filled).readings] == ["第1页"]


def test_a_dossier_documents_a_task(filled: Workbook) -> None:
    task = task_of(filled)
    link_task(filled, first(filled).id, task, "第2页", "已开展")
    link_task(filled, second(filled).id, task)
    (found,) = first(filled).tasks
    assert (found.code, found.locator, found.proves) == ("P-01", "第2页", "已开展")
    link_task(filled, first(filled).id, task, "第5页", "已开展")
    assert [row.locator for row in first(filled).tasks] == ["第5页"]
    unlink_task(filled, first(filled).id, task)
    assert first(filled).tasks == ()
    assert len(second(filled).tasks) == 1


def test_links_go_with_what_they_lead_to_and_come_back_with_it(filled: Workbook, code: str) -> None:
    task, value = task_of(filled), reading(filled, code)
    link_task(filled, first(filled).id, task, "第2页")
    link_reading(filled, first(filled).id, value.id, "第3页")
    before = tables(filled)
    owner = indicator(filled, code, TODAY).id
    for take_away in (
        lambda: remove_task(filled, "P-01"),
        lambda: remove_reading(filled, owner, DAY),
        lambda: remove_indicator(filled, owner),
    ):
        take_away()
        assert len(first(filled).tasks) + len(first(filled).readings) == 1
        undo(filled)
        assert tables(filled) == before


def test_what_lies_in_the_bin_is_linked_with_nothing_and_comes_back_whole(
    filled: Workbook, code: str
) -> None:
    task, value = task_of(filled), reading(filled, code)
    dossier = first(filled)
    link_task(filled, dossier.id, task, "第2页")
    link_reading(filled, dossier.id, value.id, "第3页")
    before = evidence(filled, dossier.id)
    remove(filled, [dossier.id], TODAY)
    assert reading(filled, code).evidence_number == ""
    for refused in (
        lambda: link_task(filled, dossier.id, task),
        lambda: link_reading(filled, dossier.id, value.id),
        lambda: unlink_task(filled, dossier.id, task),
    ):
        with pytest.raises(UserError, match=r"evidence\.unknown"):
            refused()
    undo(filled)
    assert evidence(filled, dossier.id) == before
    assert reading(filled, code).evidence_number == dossier.number


def test_what_is_not_there_cannot_be_linked(filled: Workbook, code: str) -> None:
    dossier = first(filled).id
    for refused, expected in (
        (lambda: link_reading(filled, dossier, "nothing"), "reading.unknown"),
        (lambda: unlink_reading(filled, dossier, "nothing"), "reading.unknown"),
        (lambda: link_task(filled, dossier, "P-99"), "plan.unknown"),
        (lambda: unlink_task(filled, dossier, "P-99"), "plan.unknown"),
        (lambda: link_task(filled, dossier, task_of(filled), "字" * 201), "field.too-long"),
    ):
        with pytest.raises(UserError) as caught:
            refused()
        assert caught.value.code == expected


def test_numbers_stay_and_gaps_are_never_filled(filled: Workbook, tmp_path: Path) -> None:
    """Also when the highest lies in the bin, was undone, or its links are gone."""

    def take(name: str) -> str:
        file = tmp_path / name
        file.write_text(name, encoding="utf-8")
        return finish(add_files(filled, [file], Target("N29-2.07"))).files[0].number

    assert [take("甲.txt"), take("乙.txt")] == ["2.07-02", "2.07-03"]
    binned = evidence(filled, "2.07-03")
    remove(filled, [binned.id], TODAY)
    assert take("丙.txt") == "2.07-04"
    undo(filled)
    undo(filled)
    assert evidence(filled, "2.07-03").id == binned.id
    assert take("丁.txt") == "2.07-05"
    undo(filled)
    redo(filled)
    assert take("戊.txt") == "2.07-06"
    # Bytes that only the bin holds make a new dossier, with a number of its own.
    remove(filled, [binned.id], TODAY)
    assert take("乙.txt") == "2.07-07"
    assert [row.number for row in evidence_list(filled, "N29-2.07")] == [
        "2.07-01",
        "2.07-02",
        "2.07-05",
        "2.07-06",
        "2.07-07",
    ]
