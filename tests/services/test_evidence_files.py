"""A file goes out of its dossier, alone or with its editions, and comes back by undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.errors import UserError
from app.queries.evidence import EvidenceRow, evidence
from app.queries.history import history
from app.queries.verification import verify
from app.services.bin import empty
from app.services.evidence import Target, add_files, remove
from app.services.evidence_files import remove_file
from app.services.intake.item import Choice
from app.services.intake.survey import survey
from app.services.intake.taking import take
from app.services.undo import redo, undo
from app.services.workbooks import Workbook
from tests.state import tables

TODAY = date(2026, 1, 5)


def photo(workbook: Workbook) -> EvidenceRow:
    return evidence(workbook, "2.07-01")


@pytest.fixture
def newer(filled: Workbook, tmp_path: Path) -> Callable[[int], None]:
    def enter(edition: int) -> None:
        file = tmp_path / "现场.txt"
        file.write_text(f"第{edition}版", encoding="utf-8")
        (item,) = finish(survey(filled, [file], Target("N29-2.07")))
        finish(take(filled, [replace(item, choice=Choice.EDITION)]))

    return enter


def editions(workbook: Workbook) -> tuple[list[int], list[int]]:
    row = photo(workbook)
    return [file.edition for file in row.files], [file.edition for file in row.earlier]


def test_one_of_several_files(filled: Workbook) -> None:
    before = tables(filled)
    row = evidence(filled, "1.01-01")
    changes = remove_file(filled, row.files[0].id, all_editions=False)
    assert [file.name for file in evidence(filled, "1.01-01").files] == ["会议纪要.txt"]
    assert changes.touches("attachment")
    newest = history(filled)[0]
    assert (newest.kind, newest.params["number"], newest.params["name"]) == (
        "evidence.remove-file",
        "1.01-01",
        "实施方案.txt",
    )
    undo(filled)
    assert tables(filled) == before
    redo(filled)
    assert len(evidence(filled, "1.01-01").files) == 1


@pytest.mark.parametrize(
    ("which", "left"),
    [(3, ([2], [1])), (2, ([3], [1])), (1, ([3], [2]))],
    ids=["in force", "between", "first"],
)
def test_one_edition(
    filled: Workbook, newer: Callable[[int], None], which: int, left: tuple[list[int], list[int]]
) -> None:
    newer(2)
    newer(3)
    before = tables(filled)
    row = photo(filled)
    (file,) = (one for one in (*row.files, *row.earlier) if one.edition == which)
    remove_file(filled, file.id, all_editions=False)
    assert editions(filled) == left
    assert finish(verify(filled)).ok
    undo(filled)
    assert tables(filled) == before
    redo(filled)
    assert editions(filled) == left
    newer(4)  # what is in force can be followed by another one
    assert len(photo(filled).files) == 1


def test_all_editions_go_and_other_files_stay(
    filled: Workbook, newer: Callable[[int], None], tmp_path: Path
) -> None:
    newer(2)
    other = tmp_path / "其他.txt"
    other.write_text("其他", encoding="utf-8")
    finish(add_files(filled, [other], Target(evidence_id=photo(filled).id)))
    before = tables(filled)
    remove_file(filled, photo(filled).files[0].id, all_editions=True)
    row = photo(filled)
    assert ([file.name for file in row.files], row.earlier) == (["其他.txt"], ())
    undo(filled)
    assert tables(filled) == before


def test_bytes_stay_for_undo_until_the_dossier_is_emptied(filled: Workbook) -> None:
    row = photo(filled)
    sha256 = row.files[0].sha256
    remove_file(filled, row.files[0].id, all_editions=False)
    found = finish(verify(filled))
    assert (found.ok, found.surplus, found.kept) == (True, (), 1)
    # The bin is emptied of another dossier: that is none of its business.
    other = evidence(filled, "1.01-01")
    remove(filled, [other.id], TODAY)
    empty(filled, [other.id])
    assert filled.vault.path(sha256).exists()
    remove(filled, [row.id], TODAY)
    assert empty(filled, [row.id]).files == 1
    assert not filled.vault.path(sha256).exists()
    with pytest.raises(UserError, match=r"undo\.purged"):
        undo(filled)
    assert finish(verify(filled)).ok


def test_what_is_not_there_is_refused(filled: Workbook) -> None:
    row = photo(filled)
    with pytest.raises(UserError, match=r"attachment\.unknown"):
        remove_file(filled, "nobody", all_editions=False)
    remove(filled, [row.id], TODAY)
    with pytest.raises(UserError, match=r"evidence\.unknown"):
        remove_file(filled, row.files[0].id, all_editions=True)
