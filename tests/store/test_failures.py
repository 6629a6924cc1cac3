"""Disks that are full or gone: a clear message, nothing damaged, work goes on afterwards."""

from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.steps import finish
from app.errors import EnvironmentProblem
from app.queries.answers import answer
from app.queries.verification import verify
from app.services.answers import edit_answer
from app.services.evidence import Target, add_files
from app.services.workbooks import NewPilot, Workbook, create_workbook, open_workbook
from tests.children import run
from tests.conftest import copy_of
from tests.state import tables

LONG = "字" * 20_000
ITEMS = [f"N29-2.{number:02}" for number in range(1, 11)]


def limit_pages(workbook: Workbook, pages: int) -> None:
    """Let the database be full at this many pages, as on a disk without room."""
    with workbook.read() as session:
        session.execute(text(f"PRAGMA max_page_count = {pages}"))


def test_a_full_disk_keeps_what_was_there(filled: Workbook) -> None:
    limit_pages(filled, 1)  # means: as many as there are
    before = tables(filled)
    failures = []
    for item in ITEMS:
        try:
            edit_answer(filled, item, narrative=LONG)
            before = tables(filled)
        except EnvironmentProblem as error:
            failures.append(error.code)
    assert set(failures) == {"disk.full"}
    assert tables(filled) == before
    limit_pages(filled, 1_000_000)
    assert edit_answer(filled, "N29-2.01", narrative=LONG)
    assert finish(verify(filled)).ok


def test_a_failing_disk_is_told_and_damages_nothing(filled_template: Path, tmp_path: Path) -> None:
    folder = copy_of(filled_template, tmp_path / "w")
    code = """
workbook = open_workbook(folder)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
for number in range(1, 6):
    print(refusal(edit_answer, workbook, f"N29-2.{number:02}", narrative="字" * 20_000))
"""
    codes = run(code, folder)
    assert (codes[0], codes[-1]) == ("no error", "disk.failing")
    workbook = open_workbook(folder)
    kept = [len(answer(workbook, item).narrative) == 20_000 for item in ITEMS[:5]]
    assert kept == [code == "no error" for code in codes]
    assert finish(verify(workbook)).ok
    workbook.close()


def test_a_workbook_that_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    code = """
(folder / "empty").mkdir()
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, -1))
print(refusal(create_workbook, folder / "new", NewPilot("x", "33")))
print(refusal(create_workbook, folder / "empty", NewPilot("x", "33")))
resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
print(sorted(path.name for path in folder.rglob("*")))
"""
    assert run(code, tmp_path) == ["disk.failing", "disk.failing", "['empty']"]


def test_a_folder_that_vanished_is_told_and_can_come_back(filled: Workbook, tmp_path: Path) -> None:
    before = tables(filled)
    file = tmp_path / "新.txt"
    file.write_text("新")
    folder, away = filled.folder, tmp_path / "away"
    folder.rename(away)
    with pytest.raises(EnvironmentProblem) as writing:
        edit_answer(filled, "N29-1.01", narrative="x")
    with pytest.raises(EnvironmentProblem) as adding:
        finish(add_files(filled, [file], Target("N29-1.01")))
    assert writing.value.code == adding.value.code == "disk.gone"
    assert writing.value.params["path"] == str(folder)
    assert not folder.exists()
    away.rename(folder)
    assert tables(filled) == before
    assert edit_answer(filled, "N29-1.01", narrative="又在了")
    assert answer(filled, "N29-1.01").narrative == "又在了"


def test_closing_after_the_folder_vanished_is_no_error(filled: Workbook, tmp_path: Path) -> None:
    folder = filled.folder
    folder.rename(tmp_path / "away")
    filled.close()
    (tmp_path / "away").rename(folder)
    again = open_workbook(folder)
    assert not again.read_only
    again.close()


def test_an_existing_folder_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "note.txt").write_text("x")
    (tmp_path / "file").write_text("x")
    for target in (tmp_path / "w", tmp_path / "file"):
        with pytest.raises(Exception, match=r"workbook\.exists"):
            create_workbook(target, NewPilot("x", "33"))
    assert [path.name for path in (tmp_path / "w").iterdir()] == ["note.txt"]


def test_what_a_crash_left_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "w" / ".unfinished").mkdir(parents=True)
    (tmp_path / "w" / ".unfinished" / "workbook.sqlite").write_text("half")
    workbook = create_workbook(tmp_path / "w", NewPilot("x", "33"))
    assert not list(workbook.folder.glob(".unfinished"))
    workbook.close()
