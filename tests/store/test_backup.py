"""Backup to one file and back: equal in every table and byte, or refused in words."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.steps import finish
from app.errors import EnvironmentProblem, UserError, WorkbookError
from app.queries.evidence import evidence_list
from app.queries.verification import verify
from app.services.answers import edit_answer
from app.services.backups import back_up, restore
from app.services.workbooks import Workbook, open_workbook
from tests.children import open_to_all, run
from tests.conftest import copy_of
from tests.state import everything


@pytest.fixture(scope="module")
def backup(filled_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("backup") / "备份.zip"
    workbook = open_workbook(copy_of(filled_template, target.parent / "w"))
    finish(back_up(workbook, target))
    workbook.close()
    return target


def vault_bytes(folder: Path) -> dict[str, bytes]:
    evidence = folder / "evidence"
    return {
        str(path.relative_to(evidence)): path.read_bytes()
        for path in evidence.rglob("*")
        if path.is_file()
    }


def refusal(file: Path, target: Path) -> WorkbookError:
    with pytest.raises((UserError, EnvironmentProblem)) as caught:
        finish(restore(file, target))
    assert not target.exists() or not any(target.iterdir())
    return caught.value


def rewrite(
    source: Path, target: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]
) -> Path:
    """A copy of a zip with its members changed, or left out where `change` gives None."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if member := change(name, old.read(name)):
                new.writestr(*member)
    return target


def test_what_comes_back_is_equal_table_by_table_and_byte_by_byte(
    filled: Workbook, tmp_path: Path
) -> None:
    result = finish(back_up(filled, tmp_path / "备份.zip"))
    assert (result.files, result.size) == (4, (tmp_path / "备份.zip").stat().st_size)
    finish(restore(tmp_path / "备份.zip", tmp_path / "back"))
    assert everything(tmp_path / "back" / "workbook.sqlite") == everything(filled.database)
    assert vault_bytes(tmp_path / "back") == vault_bytes(filled.folder)
    restored = open_workbook(tmp_path / "back")
    assert not restored.read_only
    assert finish(verify(restored)).ok
    restored.close()


def test_a_backup_takes_what_is_not_yet_in_the_database_file(
    filled: Workbook, tmp_path: Path
) -> None:
    edit_answer(filled, "N29-1.01", narrative="刚刚写的")
    assert filled.database.with_name("workbook.sqlite-wal").exists()
    finish(back_up(filled, tmp_path / "b.zip"))
    finish(restore(tmp_path / "b.zip", tmp_path / "back"))
    assert everything(tmp_path / "back" / "workbook.sqlite") == everything(filled.database)


def test_steps_reach_their_end(filled: Workbook, tmp_path: Path) -> None:
    for steps in (
        list(back_up(filled, tmp_path / "b.zip")),
        list(restore(tmp_path / "b.zip", tmp_path / "back")),
    ):
        assert [step.done for step in steps] == sorted(step.done for step in steps)
        assert steps[-1].done == steps[-1].total
        assert len({step.total for step in steps}) == 1


def test_nothing_is_overwritten(filled: Workbook, backup: Path, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("mine")
    with pytest.raises(UserError) as caught:
        finish(back_up(filled, tmp_path / "b.zip"))
    assert caught.value.code == "backup.exists"
    assert (tmp_path / "b.zip").read_text() == "mine"
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine")
    for target in (tmp_path / "full", tmp_path / "b.zip"):
        with pytest.raises(UserError) as caught:
            finish(restore(backup, target))
        assert caught.value.code == "workbook.exists"
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine"]


def test_an_empty_folder_is_taken(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    finish(restore(backup, Path()))
    open_workbook(Path()).close()
    assert (tmp_path / "empty" / "workbook.sqlite").is_file()


def test_cancelling_a_backup_leaves_nothing(filled: Workbook, tmp_path: Path) -> None:
    target = tmp_path / "target" / "b.zip"
    for after in range(1, 8):
        steps = back_up(filled, target)
        for _ in range(after):
            next(steps)
        steps.close()
        assert list(target.parent.iterdir()) == []


def test_cancelling_a_restore_leaves_nothing(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    for target, left in ((tmp_path / "new", ["there"]), (tmp_path / "there", ["there"])):
        for after in range(1, 5):
            steps = restore(backup, target)
            for _ in range(after):
                next(steps)
            steps.close()
            assert [path.name for path in tmp_path.iterdir()] == left
            assert list((tmp_path / "there").iterdir()) == []


def test_altered_evidence_does_not_prevent_a_backup(filled: Workbook, tmp_path: Path) -> None:
    first, *_ = evidence_list(filled)
    bad = filled.vault.path(first.files[0].sha256)
    bad.chmod(0o644)
    bad.write_text("altered")
    finish(back_up(filled, tmp_path / "b.zip"))
    finish(restore(tmp_path / "b.zip", tmp_path / "back"))
    assert vault_bytes(tmp_path / "back") == vault_bytes(filled.folder)
    restored = open_workbook(tmp_path / "back")
    assert len(finish(verify(restored)).altered) == 1
    restored.close()


def test_what_is_no_backup(backup: Path, tmp_path: Path) -> None:
    target = tmp_path / "back"
    assert refusal(tmp_path / "missing.zip", target).code == "backup.not-found"
    assert refusal(tmp_path, target).code == "backup.not-found"
    for content in (b"", b"text", b"PK\x03\x04", backup.read_bytes()[:-100]):
        (tmp_path / "x.zip").write_bytes(content)
        assert refusal(tmp_path / "x.zip", target).code == "backup.not-a-backup"
    for members in (
        {},
        {"a.txt": "x"},
        {"manifest.json": "x"},
        {"manifest.json": "[]"},
        {"manifest.json": json.dumps({"format": "other", "files": {}})},
        {"manifest.json": json.dumps({"format": "four-changes-backup-1", "files": {}})},
        {
            "manifest.json": json.dumps(
                {"format": "four-changes-backup-1", "files": ["workbook.sqlite"]}
            )
        },
    ):
        with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
            for name, text in members.items():
                archive.writestr(name, text)
        assert refusal(tmp_path / "x.zip", target).code == "backup.not-a-backup"


@pytest.mark.parametrize("prefix", ["workbook.sqlite", "evidence/"])
def test_a_member_that_was_changed_or_is_missing(backup: Path, tmp_path: Path, prefix: str) -> None:
    def changed(name: str, data: bytes) -> tuple[str, bytes]:
        return name, data + b"!" if name.startswith(prefix) else data

    def missing(name: str, data: bytes) -> tuple[str, bytes] | None:
        return None if name.startswith(prefix) else (name, data)

    for n, change in enumerate((changed, missing)):
        error = refusal(rewrite(backup, tmp_path / f"{n}.zip", change), tmp_path / "back")
        assert error.code == "backup.damaged"
        assert str(error.params["detail"]).startswith(prefix)


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "/tmp/outside",
        "evidence/../../outside",
        "evidence/aa/../x",
        "C:\\x",
        "evidence/x",
        ".lock",
    ],
)
def test_a_member_that_wants_to_lie_elsewhere(backup: Path, tmp_path: Path, name: str) -> None:
    def smuggle(member: str, data: bytes) -> tuple[str, bytes]:
        if member == "manifest.json":
            manifest = json.loads(data)
            manifest["files"][name] = "0" * 64
            data = json.dumps(manifest).encode()
        return member, data

    file = rewrite(backup, tmp_path / "x.zip", smuggle)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, "evil")
    error = refusal(file, tmp_path / "deep" / "back")
    assert (error.code, error.params["detail"]) == ("backup.damaged", name)
    assert not list(tmp_path.rglob("*outside*"))


def test_a_member_that_the_manifest_does_not_name_is_left_in_the_zip(
    backup: Path, tmp_path: Path
) -> None:
    file = rewrite(backup, tmp_path / "x.zip", lambda name, data: (name, data))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("../outside", "evil")
    finish(restore(file, tmp_path / "deep" / "back"))
    assert not list(tmp_path.rglob("outside"))


@settings(max_examples=40)
@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_a_flipped_byte_is_harmless_or_refused(
    backup: Path, tmp_path_factory: pytest.TempPathFactory, place: float, flip: int
) -> None:
    content = bytearray(backup.read_bytes())
    content[int(len(content) * place)] ^= flip
    folder = tmp_path_factory.mktemp("flipped")
    (folder / "x.zip").write_bytes(content)
    try:
        finish(restore(folder / "x.zip", folder / "back"))
    except (UserError, EnvironmentProblem) as error:
        code = error.code
    else:
        code = ""
    if code:
        assert code in ("backup.damaged", "backup.not-a-backup")
        assert not (folder / "back").exists()
    else:
        original = backup.parent / "w"
        assert everything(folder / "back" / "workbook.sqlite") == everything(
            original / "workbook.sqlite"
        )
        assert vault_bytes(folder / "back") == vault_bytes(original)


def test_a_workbook_on_a_write_protected_medium_can_be_backed_up(filled_template: Path) -> None:
    with open_to_all() as place:
        folder = copy_of(filled_template, place / "w")
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        (place / "out").mkdir()
        (place / "out").chmod(0o777)
        code = """
become_nobody()
workbook = open_workbook(folder)
print(workbook.read_only_reason, finish(back_up(workbook, folder.parent / "out" / "b.zip")).files)
print(refusal(back_up, workbook, folder / "b.zip"))
"""
        assert run(code, folder) == ["medium 4", "disk.no-rights"]
        finish(restore(place / "out" / "b.zip", place / "back"))
        assert vault_bytes(place / "back") == vault_bytes(folder)


def test_a_full_disk_leaves_no_half_backup(filled_template: Path, tmp_path: Path) -> None:
    folder = copy_of(filled_template, tmp_path / "w")
    code = """
workbook = open_workbook(folder)
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
print(refusal(back_up, workbook, folder.parent / "out" / "b.zip"))
print(list((folder.parent / "out").iterdir()))
"""
    code_printed, left = run(code, folder)
    assert code_printed in ("disk.full", "disk.failing")
    assert left == "[]"
