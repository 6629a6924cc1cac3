"""What is opened as a workbook, what is not, and in which words it is refused."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import EnvironmentProblem, UserError, WorkbookError
from app.queries.answers import answers
from app.services.answers import edit_answer
from app.services.workbooks import NewPilot, create_workbook, open_workbook
from app.store.layout import LOCK_HOLDER, SCHEMA
from app.texts import sentence
from tests.children import give_away, open_to_all, run
from tests.conftest import copy_of
from tests.state import tamper


@pytest.fixture
def folder(filled_template: Path, tmp_path: Path) -> Path:
    return copy_of(filled_template, tmp_path / "工作簿")


@pytest.fixture
def database(folder: Path) -> Path:
    return folder / "workbook.sqlite"


def refusal(folder: Path) -> WorkbookError:
    with pytest.raises((UserError, EnvironmentProblem)) as caught:
        open_workbook(folder)
    for language in ("zh", "en"):
        assert sentence(caught.value, language)  # type: ignore[arg-type]
    return caught.value


def test_a_workbook_opens_by_its_folder_or_its_database(folder: Path, database: Path) -> None:
    for path in (folder, database):
        workbook = open_workbook(path)
        assert (workbook.folder, workbook.read_only) == (folder, False)
        assert len(answers(workbook)) == 88
        workbook.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"x" * 50, b"SQLite format 3\x00", bytes(range(256)) * 40, b"PK\x03\x04" + b"\0" * 4096],
    ids=["empty", "short", "only-magic", "garbage", "zip"],
)
def test_a_database_that_is_none(folder: Path, database: Path, content: bytes) -> None:
    database.write_bytes(content)
    assert refusal(folder).code == "workbook.damaged"
    assert database.read_bytes() == content


@pytest.mark.parametrize("part", [0.5, 0.25, 0.9, 0.01])
def test_a_database_cut_off(folder: Path, database: Path, part: float) -> None:
    content = database.read_bytes()
    database.write_bytes(content[: int(len(content) * part)])
    error = refusal(folder)
    assert (error.code, error.params["path"]) == ("workbook.damaged", str(folder))
    assert not (folder / LOCK_HOLDER).exists()


def test_pages_overwritten(folder: Path, database: Path) -> None:
    with database.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xaa" * 40_000)
    assert refusal(folder).code == "workbook.damaged"


def test_a_database_of_somebody_else(folder: Path, database: Path) -> None:
    database.unlink()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE t (x)")
    assert refusal(folder).code == "workbook.not-a-workbook"


def test_our_mark_without_our_tables(folder: Path, database: Path) -> None:
    tamper(database, "DROP TABLE alembic_version")
    assert refusal(folder).code == "workbook.damaged"


def test_a_folder_that_is_no_workbook(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "workbook.not-a-workbook"
    assert refusal(tmp_path / "missing").code == "workbook.not-found"
    (tmp_path / "file").write_text("x")
    assert refusal(tmp_path / "file").code == "workbook.not-a-workbook"
    (tmp_path / "workbook.sqlite").mkdir()
    assert refusal(tmp_path).code == "workbook.not-a-workbook"
    assert list((tmp_path / "workbook.sqlite").iterdir()) == []


def test_a_newer_schema_is_refused_and_left_alone(folder: Path, database: Path) -> None:
    tamper(database, "UPDATE alembic_version SET version_num = '0099'")
    error = refusal(folder)
    assert (error.code, error.params) == (
        "workbook.newer-schema",
        {"found": 99, "known": SCHEMA},
    )
    assert list((folder / "backups").iterdir()) == []
    tamper(database, f"UPDATE alembic_version SET version_num = '{SCHEMA:04}'")
    workbook = open_workbook(folder)
    assert not workbook.read_only
    workbook.close()


@pytest.mark.parametrize("name", ["a?b#c%20d", "空 格", "%41", "quote'\"", "emoji😀", "-x"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    workbook = create_workbook(tmp_path / name, NewPilot("浙江试点", "33"))
    edit_answer(workbook, "N29-1.01", narrative="写")
    workbook.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]
    assert (tmp_path / name / "workbook.sqlite").is_file()


def test_a_folder_name_in_no_known_encoding(empty_template: Path, tmp_path: Path) -> None:
    workbook = open_workbook(copy_of(empty_template, tmp_path / "\udcff\udcfe"))
    assert edit_answer(workbook, "N29-1.01", narrative="写")
    workbook.close()


def test_reading_leaves_the_folder_as_it_was(filled_template: Path, tmp_path: Path) -> None:
    folder = copy_of(filled_template, tmp_path / "w")
    before = sorted(path.name for path in folder.iterdir())
    workbook = open_workbook(folder, read_only=True)
    assert len(answers(workbook)) == 88
    workbook.close()
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_write_protected_medium_is_opened_for_reading(filled_template: Path) -> None:
    with open_to_all() as place:
        folder = copy_of(filled_template, place / "w")
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        # The program itself may lie where nobody can read it: its catalogue is read before.
        code = """
from app.catalog import load
document, scheme = load.load_notice(), load.load_default_scheme()
load.load_notice, load.load_default_scheme = lambda: document, lambda: scheme
become_nobody()
workbook = open_workbook(folder)
print(workbook.read_only_reason, answer(workbook, "N29-1.01").level)
print(refusal(edit_answer, workbook, "N29-1.01", level=1))
workbook.close()
print(refusal(create_workbook, folder / "evidence" / "new", NewPilot("x", "33")))
"""
        assert run(code, folder) == ["medium 4", "workbook.read-only", "disk.no-rights"]
        assert not list(folder.glob("*-wal"))


def test_a_database_that_is_write_protected_is_opened_for_reading(filled_template: Path) -> None:
    with open_to_all() as place:
        folder = copy_of(filled_template, place / "w")
        give_away(folder)
        (folder / "workbook.sqlite").chmod(0o444)
        code = """
become_nobody()
workbook = open_workbook(folder)
print(workbook.read_only_reason, answer(workbook, "N29-1.01").level)
"""
        assert run(code, folder) == ["medium 4"]


def test_a_folder_without_rights_is_refused_in_words(filled_template: Path) -> None:
    with open_to_all() as place:
        folder = copy_of(filled_template, place / "w")
        code = "become_nobody()\nprint(refusal(open_workbook, folder))"
        (folder / "workbook.sqlite").chmod(0)
        give_away(folder)
        assert run(code, folder) == ["disk.no-rights"]
        folder.chmod(0)
        assert run(code, folder) == ["disk.no-rights"]
