"""After a write the search reads again the dossiers that were changed, and no others."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.changes import Changes
from app.domain.steps import finish
from app.domain.vocabulary import Text
from app.queries.evidence import evidence_list
from app.queries.indicators import indicator
from app.queries.plan import tasks
from app.queries.search import evidence as searching
from app.queries.search.dossier import Dossier, read_dossiers
from app.queries.search.evidence import EvidenceSearch
from app.queries.search.filters import EvidenceFilter
from app.services.answers import edit_answer
from app.services.bin import empty, restore
from app.services.evidence import Target, add_files, edit_evidence, remove
from app.services.evidence_links import (
    link,
    link_reading,
    link_task,
    unlink,
    unlink_reading,
    unlink_task,
)
from app.services.indicators import add_indicator, remove_indicator
from app.services.intake.survey import survey
from app.services.intake.taking import take
from app.services.measurements import set_reading
from app.services.plan import add_task, remove_task
from app.services.undo import redo, undo
from app.services.workbooks import Workbook

TODAY = date(2026, 1, 5)


@pytest.fixture
def search(filled: Workbook) -> Iterator[EvidenceSearch]:
    """Over two dossiers, read already."""
    made = EvidenceSearch(filled)
    made.find("", TODAY)
    yield made
    made.close()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Collection[str] | None]:
    """The ids that were asked for at each reading; None for all."""
    asked: list[Collection[str] | None] = []

    def noted(workbook: Workbook, ids: Collection[str] | None = None) -> list[Dossier]:
        asked.append(ids)
        return read_dossiers(workbook, ids)

    monkeypatch.setattr(searching, "read_dossiers", noted)
    return asked


def first(workbook: Workbook) -> str:
    return evidence_list(workbook)[0].id


def test_only_what_was_changed_is_read(
    filled: Workbook, search: EvidenceSearch, read: list[Collection[str] | None]
) -> None:
    id_ = first(filled)
    edit_evidence(filled, id_, title="新的名称")
    search.refresh()
    assert [hit.id for hit in search.find("新的名称", TODAY).hits] == [id_]
    assert read == [{id_}]
    search.find("标准", TODAY)
    edit_answer(filled, "N29-2.07", narrative="不是佐证材料")
    search.refresh()
    search.find("标准", TODAY)
    assert read == [{id_}]


@pytest.mark.parametrize("limit", ["touched._MANY", "search.evidence._MOST_TOUCHED"])
def test_where_much_was_changed_all_is_read(
    filled: Workbook,
    search: EvidenceSearch,
    read: list[Collection[str] | None],
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
) -> None:
    monkeypatch.setattr(f"app.queries.{limit}", 1)
    for number, row in enumerate(evidence_list(filled)):
        edit_evidence(filled, row.id, title=f"第{number}个名称")
    search.refresh()
    assert search.find("第1个名称", TODAY).total == 1
    assert read == [None]


def test_whatever_is_written_the_search_knows_it(
    filled: Workbook,
    search: EvidenceSearch,
    read: list[Collection[str] | None],
    tmp_path: Path,
) -> None:
    """After each write the dossiers are those that a search made anew reads."""
    id_ = first(filled)
    code = str(add_indicator(filled, title=Text("数", "N")).params["code"])
    of_indicator = indicator(filled, code, TODAY).id
    set_reading(filled, of_indicator, date(2025, 12, 31), TODAY, value=1)
    reading = indicator(filled, code, TODAY).readings[0].id
    add_task(filled, title="任务", year=2025)
    task = tasks(filled)[-1]
    search.refresh()
    search.find("", TODAY)

    def written(changes: Changes) -> None:
        assert changes
        search.refresh()
        search.find("", TODAY)
        assert search._dossiers is not None
        assert list(search._dossiers.rows) == read_dossiers(filled)
        assert read.pop() is not None
        read.clear()

    read.clear()
    written(link(filled, id_, "N29-4.01", "第3页", "证明"))
    written(link(filled, id_, "N29-4.01", "第4页", "证明"))
    written(unlink(filled, id_, "N29-4.01"))
    written(undo(filled))
    written(redo(filled))
    written(link_reading(filled, id_, reading, "第5页", ""))
    written(unlink_reading(filled, id_, reading))
    written(undo(filled))
    written(link_task(filled, id_, task.id, "第6页", ""))
    written(unlink_task(filled, id_, task.id))
    written(undo(filled))
    written(remove_task(filled, task.code))
    written(remove_indicator(filled, of_indicator))
    written(undo(filled))
    name = evidence_list(filled)[0].files[0].name
    for content in ("新", "更新"):
        file = tmp_path / name
        file.write_text(content, encoding="utf-8")
        items = finish(survey(filled, [file], Target("N29-3.01")))
        written(finish(take(filled, items)).changes)
    file.write_text("又一份", encoding="utf-8")
    written(finish(add_files(filled, [file], Target(evidence_id=id_))).changes)
    written(remove(filled, [id_], TODAY))
    written(restore(filled, [id_]))
    written(remove(filled, [id_], TODAY))
    written(empty(filled, [id_]).changes)


def test_a_change_while_it_reads_is_for_the_next_search(
    filled: Workbook, search: EvidenceSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = first(filled)

    def meanwhile(workbook: Workbook, ids: Collection[str] | None = None) -> list[Dossier]:
        found = read_dossiers(workbook, ids)
        monkeypatch.undo()
        edit_evidence(filled, id_, title="第二个名称")
        search.refresh()
        return found

    monkeypatch.setattr(searching, "read_dossiers", meanwhile)
    edit_evidence(filled, id_, title="第一个名称")
    search.refresh()
    assert search.find("第一个名称", TODAY).total == 1
    assert search.find("第一个名称", TODAY).total == 0
    assert search.find("第二个名称", TODAY).total == 1


def test_what_could_not_be_read_is_read_the_next_time(
    filled: Workbook, search: EvidenceSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(workbook: Workbook, ids: Collection[str] | None = None) -> list[Dossier]:
        raise OSError("pulled out")

    edit_evidence(filled, first(filled), title="新的名称")
    search.refresh()
    monkeypatch.setattr(searching, "read_dossiers", broken)
    with pytest.raises(OSError, match="pulled"):
        search.find("新的名称", TODAY)
    monkeypatch.undo()
    assert search.find("新的名称", TODAY).total == 1


def test_a_filter_follows_the_units(filled: Workbook, search: EvidenceSearch) -> None:
    only = EvidenceFilter(unit="省市场监管局标准化处")
    assert search.find("", TODAY, only).total == 0
    requirement = evidence_list(filled)[0].links[0].requirement_id
    edit_answer(filled, requirement, unit=only.unit)
    search.refresh()
    assert search.find("", TODAY, only).total == 1


def test_new_signs_are_found_by_initials(filled: Workbook, search: EvidenceSearch) -> None:
    assert search.find("zzqj", TODAY).total == 0
    edit_evidence(filled, first(filled), title="饕餮锃亮")
    search.refresh()
    assert search.find("ttzl", TODAY).total == 1
    edit_evidence(filled, first(filled), title="亮锃")
    search.refresh()
    assert search.find("lz", TODAY).total == 1
