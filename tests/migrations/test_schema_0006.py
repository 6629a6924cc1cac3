"""Schema 6: what a workbook of schema 5 holds is kept up and down, and snapshots do not change."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import Stage
from app.queries.answers import answer
from app.queries.evidence import evidence_list
from app.queries.plan import tasks
from app.queries.snapshots.reading import read_snapshot, snapshots
from app.queries.verification import verify
from app.services.practices import add_practice
from app.services.report_texts import set_text
from app.services.snapshots import take_snapshot
from app.services.undo import undo
from app.services.workbooks import open_workbook
from app.store import migrate
from app.store.vault import Vault
from tests.migrations.test_migrations import FILES, schema_of
from tests.state import everything

STORED = Path(__file__).parent.parent / "data" / "schema-0005.sqlite"
TODAY = date(2026, 1, 5)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A workbook as a program of schema 5 left it: 2.07-01 in the bin, then an answer changed."""
    folder = tmp_path / "旧"
    (folder / "evidence").mkdir(parents=True)
    shutil.copyfile(STORED, folder / "workbook.sqlite")
    for n, content in enumerate(FILES):
        file = tmp_path / f"{n}.txt"
        file.write_text(content, encoding="utf-8")
        finish(Vault(folder / "evidence").add(file))
    return folder


def test_a_workbook_of_schema_5_is_brought_up_and_undo_reaches_across(old: Path) -> None:
    workbook = open_workbook(old)
    assert answer(workbook, "N29-1.01").problems == "经费保障有待加强。"
    assert [row.number for row in evidence_list(workbook)] == ["1.01-01"]
    assert [row.code for row in tasks(workbook)] == ["P-01"]
    take_snapshot(workbook, Stage.INTERIM, TODAY)
    undo(workbook)
    undo(workbook)
    assert answer(workbook, "N29-1.01").problems == ""
    assert [row.number for row in evidence_list(workbook)] == ["1.01-01", "2.07-01"]
    (row,) = snapshots(workbook)
    assert len(read_snapshot(workbook, row).evidence) == 1
    assert finish(verify(workbook)).ok
    workbook.close()


def test_down_and_up_again(old: Path) -> None:
    file = old / "workbook.sqlite"
    before, schema = everything(file), schema_of(file)
    migrate.upgrade(file)
    migrate.downgrade(file, "0005")
    assert everything(file) == before
    assert schema_of(file) == schema


def test_down_with_what_only_the_newer_schema_holds(old: Path) -> None:
    file = old / "workbook.sqlite"
    before = everything(file)
    workbook = open_workbook(old)
    add_practice(workbook, title="培优", requirements=["N29-2.07"], evidence=["1.01-01"])
    set_text(workbook, "basics", "zh", "正文")
    take_snapshot(workbook, Stage.BASELINE, TODAY)
    workbook.close()
    migrate.downgrade(file, "0005")
    after = everything(file)
    # What was done stays in the record; all that the older program knows is as it was.
    record = {"operation", "alteration"}
    assert {name: rows for name, rows in after.items() if name not in record} == {
        name: rows for name, rows in before.items() if name not in record
    }
    assert len(after["operation"]) == len(before["operation"]) + 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE snapshot SET title = 'x'",
        "DELETE FROM snapshot",
        "UPDATE snapshot_content SET data = x'00'",
        "DELETE FROM snapshot_content",
    ],
)
def test_the_database_refuses_to_change_a_snapshot(old: Path, statement: str) -> None:
    workbook = open_workbook(old)
    take_snapshot(workbook, Stage.BASELINE, TODAY)
    workbook.close()
    with (
        closing(sqlite3.connect(old / "workbook.sqlite")) as connection,
        pytest.raises(sqlite3.IntegrityError, match="a snapshot does not change"),
    ):
        connection.execute(statement)
