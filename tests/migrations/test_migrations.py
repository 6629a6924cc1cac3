"""Migrations up, down and with data; the stored databases are those that earlier programs made."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from app import paths
from app.domain.steps import finish
from app.domain.vocabulary import Progress, Stage
from app.errors import UserError
from app.models import Base, load_all
from app.queries.answers import answer, answers
from app.queries.evidence import evidence_list
from app.queries.history import history
from app.queries.profile import profile, scheme
from app.queries.verification import verify
from app.services.profile import edit_profile
from app.services.undo import undo
from app.services.workbooks import open_workbook
from app.store import migrate
from app.store.layout import SCHEMA
from app.store.vault import Vault
from tests.state import everything

STORED = Path(__file__).parent.parent / "data" / "schema-0001.sqlite"
# The evidence that the stored database names.
FILES = ("国家标准化创新发展试点实施方案\n", "联席会议第一次会议纪要\n", "现场照片说明\n")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A workbook as a program of schema 0001 left it."""
    folder = tmp_path / "旧"
    (folder / "evidence").mkdir(parents=True)
    shutil.copyfile(STORED, folder / "workbook.sqlite")
    return folder


def put_evidence(folder: Path) -> None:
    for n, content in enumerate(FILES):
        file = folder.parent / f"{n}.txt"
        file.write_text(content, encoding="utf-8")
        finish(Vault(folder / "evidence").add(file))


# Columns that tables of the first schema had; what later schemas add stands behind them.
FIRST_WIDTHS = {"evidence": 10, "attachment": 6, "pilot": 11, "requirement": 5, "response": 10}
# Tables that later schemas add.
ADDED = (
    "evidence_reading",
    "evidence_task",
    "indicator",
    "indicator_link",
    "plan_link",
    "plan_task",
    "practice",
    "practice_evidence",
    "practice_link",
    "reading",
    "report_template",
    "report_text",
    "snapshot",
    "snapshot_content",
    "target",
)


def without_additions(content: dict[str, list[tuple[object, ...]]]) -> dict[str, object]:
    """All but what later schemas add: empty tables, further columns, the number itself."""
    rows = {name: list(rows) for name, rows in content.items() if name != "alembic_version"}
    for name in ADDED:
        assert not rows.pop(name, [])
    return rows | {
        name: [row[:width] for row in rows[name]] for name, width in FIRST_WIDTHS.items()
    }


def test_the_schema_is_the_newest_script() -> None:
    scripts = ScriptDirectory(str(paths.migrations()))
    assert [script.revision for script in scripts.walk_revisions()] == [
        f"{number:04}" for number in range(SCHEMA, 0, -1)
    ]


def test_the_models_are_what_the_migrations_make(tmp_path: Path) -> None:
    load_all()
    migrate.upgrade(tmp_path / "made.sqlite")
    made = create_engine(f"sqlite:///{tmp_path / 'made.sqlite'}")
    meant = create_engine(f"sqlite:///{tmp_path / 'meant.sqlite'}")
    Base.metadata.create_all(meant)
    with made.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []
    # What that comparison does not look at.
    for table in Base.metadata.tables:
        for look in ("get_check_constraints", "get_unique_constraints", "get_foreign_keys"):
            found = [
                sorted(getattr(inspect(engine), look)(table), key=str) for engine in (made, meant)
            ]
            assert found[0] == found[1], (table, look)
    made.dispose()
    meant.dispose()


def test_a_workbook_of_the_first_schema_is_brought_up_with_all_it_holds(old: Path) -> None:
    put_evidence(old)
    before = everything(old / "workbook.sqlite")
    workbook = open_workbook(old)
    assert without_additions(everything(workbook.database)) == without_additions(before)
    verification = finish(verify(workbook))
    assert verification.ok
    assert (verification.checked, verification.operations) == (3, 15)
    assert profile(workbook).stage is Stage.INTERIM
    assert profile(workbook).contact_name == "王敏"
    assert scheme(workbook).article_weight(1) == 12
    row = answer(workbook, "N29-2.07")
    assert (row.progress, row.level) == (Progress.IN_PROGRESS, 2)
    assert row.narrative.startswith("团体标准培育工程已启动。\n")
    assert sum(row.progress is not Progress.NOT_STARTED for row in answers(workbook)) == 3
    assert [(row.number, len(row.files)) for row in evidence_list(workbook)] == [
        ("1.01-01", 2),
        ("2.07-01", 1),
    ]
    assert len(history(workbook)) == 15
    workbook.close()


def test_work_goes_on_after_the_migration(old: Path) -> None:
    workbook = open_workbook(old)
    undo(workbook)
    assert scheme(workbook).article_weight(1) == 10
    assert edit_profile(workbook, stage=Stage.BASELINE)
    undo(workbook)
    assert profile(workbook).stage is Stage.INTERIM
    put_evidence(old)
    assert finish(verify(workbook)).ok
    workbook.close()


def test_a_backup_is_made_before(old: Path) -> None:
    before = everything(old / "workbook.sqlite")
    open_workbook(old).close()
    (backup,) = (old / "backups").iterdir()
    assert backup.name.startswith("schema-0001-")
    assert everything(backup) == before
    open_workbook(old).close()
    assert list((old / "backups").iterdir()) == [backup]


def test_an_old_workbook_is_not_migrated_for_reading(old: Path) -> None:
    before = (old / "workbook.sqlite").read_bytes()
    with pytest.raises(UserError) as caught:
        open_workbook(old, read_only=True)
    assert caught.value.code == "workbook.must-be-migrated"
    assert (old / "workbook.sqlite").read_bytes() == before
    assert not (old / "backups").exists()


def test_down_and_up_again_keeps_everything(old: Path) -> None:
    file = old / "workbook.sqlite"
    before, schema = everything(file), schema_of(file)
    migrate.upgrade(file)
    migrate.downgrade(file, "0001")
    assert everything(file) == before
    assert schema_of(file) == schema
    migrate.upgrade(file)
    assert without_additions(everything(file)) == without_additions(before)


def test_down_to_nothing(old: Path) -> None:
    migrate.upgrade(old / "workbook.sqlite")
    migrate.downgrade(old / "workbook.sqlite", "base")
    assert everything(old / "workbook.sqlite") == {"alembic_version": []}


def schema_of(file: Path) -> dict[str, set[str]]:
    """Columns and indexes of each table, in SQLite's words."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: {
                str(line)
                for pragma in ("table_info", "index_list", "foreign_key_list")
                for line in connection.execute(f"PRAGMA {pragma}({name})")
            }
            for (name,) in rows
        }


def test_the_new_stage_is_one_of_three(old: Path) -> None:
    migrate.upgrade(old / "workbook.sqlite")
    with (
        closing(sqlite3.connect(old / "workbook.sqlite")) as connection,
        pytest.raises(sqlite3.IntegrityError, match="ck_pilot_stage"),
    ):
        connection.execute("UPDATE pilot SET stage = 'midterm'")


def test_a_migration_that_fails_changes_nothing(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = tmp_path / "migrations"
    shutil.copytree(paths.migrations(), scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "fails.py").write_text(
        f'from alembic import op\nrevision = "{SCHEMA + 1:04}"\ndown_revision = "{SCHEMA:04}"\n'
        'def upgrade():\n    op.execute("DELETE FROM response")\n    op.drop_table("alteration")\n'
        '    raise OSError(28, "No space left on device")\n'
        "def downgrade():\n    pass\n"
    )
    before, schema = everything(old / "workbook.sqlite"), schema_of(old / "workbook.sqlite")
    monkeypatch.setattr(paths, "migrations", lambda: scripts)
    with pytest.raises(Exception, match=r"disk\.full"):
        open_workbook(old)
    assert everything(old / "workbook.sqlite") == before
    assert schema_of(old / "workbook.sqlite") == schema
    monkeypatch.undo()
    workbook = open_workbook(old)
    assert not workbook.read_only
    workbook.close()
