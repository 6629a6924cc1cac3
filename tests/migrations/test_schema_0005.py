"""Schema 5: what a workbook of schema 4 holds is kept up and down, and undo reaches across."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.queries.evidence import evidence_list
from app.queries.indicators import indicator
from app.queries.verification import verify
from app.services.evidence import remove
from app.services.undo import undo
from app.services.workbooks import Workbook, open_workbook
from app.store import migrate
from app.store.vault import Vault
from tests.migrations.test_migrations import FILES, schema_of
from tests.state import everything

STORED = Path(__file__).parent.parent / "data" / "schema-0004.sqlite"
TODAY = date(2026, 1, 5)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A workbook as a program of schema 4 left it: its last act was to remove 2.07-01."""
    folder = tmp_path / "旧"
    (folder / "evidence").mkdir(parents=True)
    shutil.copyfile(STORED, folder / "workbook.sqlite")
    for n, content in enumerate(FILES):
        file = tmp_path / f"{n}.txt"
        file.write_text(content, encoding="utf-8")
        finish(Vault(folder / "evidence").add(file))
    return folder


def numbers(workbook: Workbook) -> list[str]:
    return [row.number for row in evidence_list(workbook)]


def test_a_workbook_of_schema_4_is_brought_up(old: Path) -> None:
    workbook = open_workbook(old)
    (row,) = evidence_list(workbook)
    assert [(file.name, file.edition) for file in row.files] == [
        ("实施方案.txt", 1),
        ("会议纪要.txt", 1),
    ]
    assert (row.number, row.earlier, row.tasks) == ("1.01-01", (), ())
    (reading,) = row.readings
    assert (reading.code, reading.on, reading.proves) == ("X-IND-01", date(2024, 12, 31), "")
    assert indicator(workbook, "X-IND-01", TODAY).readings[0].evidence_number == "1.01-01"
    assert finish(verify(workbook)).ok
    workbook.close()


def test_a_removal_of_before_can_be_undone(old: Path) -> None:
    workbook = open_workbook(old)
    undo(workbook)
    assert numbers(workbook) == ["1.01-01", "2.07-01"]
    remove(workbook, [row.id for row in evidence_list(workbook)], TODAY)
    assert numbers(workbook) == []
    undo(workbook)
    assert numbers(workbook) == ["1.01-01", "2.07-01"]
    assert finish(verify(workbook)).ok
    workbook.close()


def test_down_and_up_again(old: Path) -> None:
    file = old / "workbook.sqlite"
    before, schema = everything(file), schema_of(file)
    migrate.upgrade(file)
    migrate.downgrade(file, "0004")
    assert everything(file) == before
    assert schema_of(file) == schema


def test_what_the_older_program_does_not_know_is_not_lost_sight_of(old: Path) -> None:
    """Going down, a binned dossier and an earlier edition are again like any other."""
    file = old / "workbook.sqlite"
    migrate.upgrade(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE evidence SET binned_on = '2026-01-05'")
        connection.execute("UPDATE attachment SET edition = 2 WHERE name = '会议纪要.txt'")
        connection.execute(
            "UPDATE attachment SET replaced_by = "
            "(SELECT id FROM attachment WHERE name = '会议纪要.txt') WHERE name = '实施方案.txt'"
        )
    migrate.downgrade(file, "0004")
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT number FROM evidence").fetchall() == [("1.01-01",)]
        assert connection.execute("SELECT count(*) FROM attachment").fetchone() == (2,)


def test_editions_count_from_one(old: Path) -> None:
    migrate.upgrade(old / "workbook.sqlite")
    with (
        closing(sqlite3.connect(old / "workbook.sqlite")) as connection,
        pytest.raises(sqlite3.IntegrityError, match="ck_attachment_edition"),
    ):
        connection.execute("UPDATE attachment SET edition = 0")
