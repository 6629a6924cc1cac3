"""The bin: what is removed comes back whole; what is emptied is gone, and nothing else."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import EvidenceKind
from app.errors import UserError
from app.queries.bin import bin_list
from app.queries.evidence import EvidenceRow, evidence, evidence_list
from app.queries.references import needed_hashes
from app.queries.verification import verify
from app.services.answers import edit_answer
from app.services.bin import empty, restore
from app.services.evidence import Target, add_files, edit_evidence, remove
from app.services.undo import redo, undo, undo_state
from app.services.workbooks import Workbook
from tests.state import tables

TODAY = date(2026, 1, 5)


def add(workbook: Workbook, folder: Path, text: str, target: Target) -> EvidenceRow:
    folder.mkdir(exist_ok=True)
    path = folder / f"{text}.txt"
    path.write_text(text, encoding="utf-8")
    (result,) = finish(add_files(workbook, [path], target)).files
    return evidence(workbook, result.evidence_id)


def stored(workbook: Workbook) -> set[str]:
    return set(workbook.vault.hashes())


def test_what_is_removed_lies_in_the_bin_and_comes_back_whole(filled: Workbook) -> None:
    before = tables(filled)
    first, second = evidence_list(filled)
    remove(filled, [second.id], TODAY)
    remove(filled, [first.id], TODAY)
    rows = bin_list(filled)
    assert [(row.number, row.title, row.binned_on) for row in rows] == [
        ("1.01-01", "实施方案", TODAY),
        ("2.07-01", "现场", TODAY),
    ]
    assert [file.name for file in rows[0].files] == ["实施方案.txt", "会议纪要.txt"]
    assert {row.actor for row in rows} == {filled.actor}
    assert evidence_list(filled) == []
    changes = restore(filled, [row.id for row in rows])
    assert (changes.kind, changes.params["number"]) == ("bin.restore", "1.01-01、2.07-01")
    assert tables(filled) == before
    assert bin_list(filled) == []


def test_undo_brings_back_and_takes_away_again(filled: Workbook) -> None:
    row = evidence_list(filled)[0]
    remove(filled, [row.id], TODAY)
    undo(filled)
    assert bin_list(filled) == []
    redo(filled)
    assert [one.id for one in bin_list(filled)] == [row.id]
    restore(filled, [row.number])
    undo(filled)
    assert [one.id for one in bin_list(filled)] == [row.id]


def test_only_what_lies_in_the_bin_is_restored_or_emptied(filled: Workbook) -> None:
    row = evidence_list(filled)[0]
    for work in (restore, empty):
        with pytest.raises(UserError, match=r"bin\.unknown"):
            work(filled, [row.id])
        with pytest.raises(UserError, match=r"bin\.unknown"):
            work(filled, ["9.99-99"])
    assert len(evidence_list(filled)) == 2


def test_emptying_deletes_rows_and_bytes(filled: Workbook) -> None:
    first, second = evidence_list(filled)
    remove(filled, [first.id], TODAY)
    done = empty(filled, [first.id])
    assert (done.files, done.size) == (2, first.size)
    assert bin_list(filled) == []
    assert stored(filled) == {file.sha256 for file in second.files}
    assert first.id not in {row["id"] for row in tables(filled)["evidence"]}
    result = finish(verify(filled))
    assert result.ok
    assert (result.surplus, result.kept) == ((), 0)


def test_bytes_that_other_evidence_has_too_stay(filled: Workbook, tmp_path: Path) -> None:
    shared = add(filled, tmp_path / "a", "同一", Target("N29-3.01"))
    other = add(filled, tmp_path / "a", "别的", Target("N29-3.01"))
    path = tmp_path / "a" / "同一.txt"
    finish(add_files(filled, [path], Target(evidence_id=other.id)))
    remove(filled, [shared.id], TODAY)
    done = empty(filled, [shared.id])
    assert (done.files, done.size) == (0, 0)
    assert finish(verify(filled)).ok
    remove(filled, [other.id], TODAY)
    assert empty(filled, [other.id]).files == 2


def test_bytes_that_lie_in_the_bin_too_stay(filled: Workbook, tmp_path: Path) -> None:
    first = add(filled, tmp_path / "a", "同一", Target("N29-3.01"))
    remove(filled, [first.id], TODAY)
    second = add(filled, tmp_path / "a", "同一", Target("N29-3.01"))
    assert (second.number, second.files[0].sha256) == ("3.01-02", first.files[0].sha256)
    remove(filled, [second.id], TODAY)
    assert empty(filled, [first.id]).files == 0
    restore(filled, [second.id])
    assert finish(verify(filled)).ok


def test_bytes_that_undo_can_bring_back_stay(filled: Workbook, tmp_path: Path) -> None:
    first = add(filled, tmp_path / "a", "同一", Target("N29-3.01"))
    undo(filled)  # redo would bring it back
    second = add(filled, tmp_path / "b", "同一", Target("N29-3.02"))
    remove(filled, [second.id], TODAY)
    assert empty(filled, [second.id]).files == 0
    with filled.read() as session:
        assert first.files[0].sha256 in needed_hashes(session)


def test_numbers_are_never_given_again(filled: Workbook, tmp_path: Path) -> None:
    row = evidence_list(filled)[1]
    assert row.number == "2.07-01"
    remove(filled, [row.id], TODAY)
    assert add(filled, tmp_path / "a", "二", Target("N29-2.07")).number == "2.07-02"
    empty(filled, [row.id])
    assert add(filled, tmp_path / "a", "三", Target("N29-2.07")).number == "2.07-03"


def test_emptying_is_not_undone_and_says_why(filled: Workbook, tmp_path: Path) -> None:
    row = add(filled, tmp_path / "a", "一", Target("N29-3.01"))
    edit_evidence(filled, row.id, kind=EvidenceKind.PLAN)
    remove(filled, [row.id], TODAY)
    edit_answer(filled, "N29-2.01", narrative="后来")
    empty(filled, [row.id])
    state = undo_state(filled).undo
    assert state is not None
    assert state.kind == "answer.edit"
    undo(filled)  # what has nothing to do with it goes on being undone
    before = tables(filled)
    with pytest.raises(UserError) as caught:
        undo(filled)
    assert (caught.value.code, caught.value.params) == ("undo.purged", {"number": "3.01-01"})
    assert tables(filled) == before


def test_a_part_taken_out_before_cannot_come_back_either(filled: Workbook, tmp_path: Path) -> None:
    """The attachment went by an operation of its own; undoing that would need its dossier."""
    row = add(filled, tmp_path / "a", "一", Target("N29-3.01"))
    finish(add_files(filled, [tmp_path / "a" / "一.txt"], Target("N29-3.02")))  # a link
    undo(filled)
    remove(filled, [row.id], TODAY)
    empty(filled, [row.id])
    with pytest.raises(UserError, match=r"undo\.purged"):
        undo(filled)
    with pytest.raises(UserError, match=r"redo\.nothing|undo\.purged"):
        redo(filled)
    assert finish(verify(filled)).ok


def test_redo_of_an_undone_link_to_what_is_gone(filled: Workbook, tmp_path: Path) -> None:
    row = add(filled, tmp_path / "a", "一", Target("N29-3.01"))
    remove(filled, [row.id], TODAY)
    restore(filled, [row.id])
    undo(filled)
    assert [one.id for one in bin_list(filled)] == [row.id]
    empty(filled, [row.id])
    with pytest.raises(UserError, match=r"undo\.purged"):
        redo(filled)


def test_a_read_only_workbook_refuses(filled: Workbook) -> None:
    row = evidence_list(filled)[0]
    remove(filled, [row.id], TODAY)
    filled.read_only_reason = "medium"
    with pytest.raises(UserError, match=r"workbook\.read-only"):
        empty(filled, [row.id])
    filled.read_only_reason = ""
    assert len(stored(filled)) == 3
