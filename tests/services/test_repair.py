"""Repair: only bytes with the very hash are taken, and the vault is then as it was."""

import zipfile
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.errors import EnvironmentProblem, UserError
from app.queries.evidence import evidence_list
from app.queries.verification import Verification, verify
from app.services.backups import back_up
from app.services.evidence import remove
from app.services.repair import remove_surplus, repair
from app.services.undo import undo
from app.services.workbooks import Workbook
from tests.children import run
from tests.services.test_bin import TODAY, stored


@pytest.fixture
def backup(filled: Workbook, tmp_path: Path) -> Path:
    return finish(back_up(filled, tmp_path / "backup.zip")).path


def harm(workbook: Workbook) -> tuple[Path, Path]:
    """One file is altered, another missing."""
    first, second = (file for file in evidence_list(workbook)[0].files)
    altered, missing = (workbook.vault.path(file.sha256) for file in (first, second))
    for path in (altered, missing):
        path.chmod(0o644)
    altered.write_bytes(b"x" * altered.stat().st_size)
    missing.unlink()
    return altered, missing


def verified(workbook: Workbook) -> Verification:
    return finish(verify(workbook))


def test_all_is_repaired_from_a_backup(filled: Workbook, backup: Path) -> None:
    altered, missing = harm(filled)
    found = verified(filled)
    assert found.damaged == {altered.name, missing.name}
    repaired = finish(repair(filled, found.damaged, backup))
    assert repaired == found.damaged
    assert found.without(repaired).ok
    assert verified(filled).ok
    assert not altered.stat().st_mode & 0o222


def test_one_file_is_repaired_from_a_copy(filled: Workbook, tmp_path: Path) -> None:
    altered, missing = harm(filled)
    copy = tmp_path / "随便什么名字.bin"
    copy.write_text("会议纪要", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        finish(repair(filled, {altered.name, missing.name}, copy))
    assert caught.value.code == "repair.wrong-file"
    assert caught.value.params == {"name": "随便什么名字.bin"}
    copy.write_text("联席会议第一次会议纪要\n", encoding="utf-8")
    assert finish(repair(filled, {altered.name, missing.name}, copy)) == {missing.name}
    assert missing.read_bytes() == copy.read_bytes()
    assert [row.name for row in verified(filled).altered] == ["实施方案.txt"]
    assert verified(filled).missing == ()


def test_what_a_folder_has_is_put_back(filled: Workbook, tmp_path: Path) -> None:
    altered, missing = harm(filled)
    folder = tmp_path / "U盘"
    (folder / "会议").mkdir(parents=True)
    (folder / "0 同样大.txt").write_text("联席会议第二次会议纪要\n", encoding="utf-8")
    (folder / "别的.txt").write_text("别的", encoding="utf-8")
    (folder / "断链.txt").symlink_to(folder / "没有")
    with pytest.raises(UserError, match=r"repair\.not-in-folder"):
        finish(repair(filled, verified(filled).damaged, folder))
    (folder / "会议" / "改名.txt").write_text("联席会议第一次会议纪要\n", encoding="utf-8")
    assert finish(repair(filled, verified(filled).damaged, folder)) == {missing.name}
    assert verified(filled).damaged == {altered.name}


def test_a_sound_file_is_not_taken_again(filled: Workbook, tmp_path: Path) -> None:
    harm(filled)
    sound = filled.vault.path(evidence_list(filled)[1].files[0].sha256)
    copy = tmp_path / "copy"
    copy.write_bytes(sound.read_bytes())
    with pytest.raises(UserError, match=r"repair\.wrong-file"):
        finish(repair(filled, verified(filled).damaged, copy))


def test_a_backup_that_was_made_of_damaged_evidence(filled: Workbook, tmp_path: Path) -> None:
    harm(filled)
    backup = finish(back_up(filled, tmp_path / "late.zip")).path
    before = stored(filled)
    with pytest.raises(UserError) as caught:
        finish(repair(filled, verified(filled).damaged, backup))
    assert (caught.value.code, caught.value.params) == (
        "repair.not-in-backup",
        {"name": "late.zip"},
    )
    assert stored(filled) == before
    assert not list((filled.vault.folder / ".incoming").iterdir())


def test_a_damaged_backup_repairs_nothing_wrong(filled: Workbook, backup: Path) -> None:
    altered, missing = harm(filled)
    content = backup.read_bytes()
    for text in ("联席会议第一次会议纪要", "国家标准化创新发展试点实施方案"):
        content = content.replace(text.encode(), text.encode()[::-1])
    backup.write_bytes(content)
    with pytest.raises(EnvironmentProblem, match=r"backup\.damaged"):
        finish(repair(filled, {altered.name, missing.name}, backup))
    assert not missing.exists()
    assert not list((filled.vault.folder / ".incoming").iterdir())


def test_an_archive_that_is_evidence_is_a_copy_and_no_backup(
    filled: Workbook, tmp_path: Path
) -> None:
    from app.services.evidence import Target, add_files

    source = tmp_path / "材料.zip"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("a.txt", "a")
    finish(add_files(filled, [source], Target("N29-3.01")))
    path = filled.vault.path(evidence_list(filled)[-1].files[0].sha256)
    path.chmod(0o644)
    path.unlink()
    assert finish(repair(filled, verified(filled).damaged, source)) == {path.name}
    assert verified(filled).ok


def test_cancelled_it_changes_nothing(filled: Workbook, backup: Path) -> None:
    altered, missing = harm(filled)
    steps = repair(filled, {altered.name, missing.name}, backup)
    next(steps)
    steps.close()
    assert verified(filled).damaged == {altered.name, missing.name}
    assert not list((filled.vault.folder / ".incoming").iterdir())


def test_what_cannot_be_repaired(filled: Workbook, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"repair\.nothing"):
        finish(repair(filled, frozenset(), tmp_path))
    with pytest.raises(UserError, match=r"file\.not-found"):
        finish(repair(filled, {"0" * 64}, tmp_path / "none"))
    with pytest.raises(UserError, match=r"repair\.not-in-folder"):
        finish(repair(filled, {"0" * 64}, tmp_path))
    filled.read_only_reason = "medium"
    with pytest.raises(UserError, match=r"workbook\.read-only"):
        finish(repair(filled, {"0" * 64}, tmp_path))
    with pytest.raises(UserError, match=r"workbook\.read-only"):
        remove_surplus(filled, {"0" * 64})
    filled.read_only_reason = ""


def strange(workbook: Workbook) -> str:
    """Bytes in the vault that nothing ever referred to."""
    sha256 = "ab" + "0" * 62
    path = workbook.vault.path(sha256)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"12345")
    return sha256


def test_surplus_is_shown_and_removed(filled: Workbook) -> None:
    sha256 = strange(filled)
    found = verified(filled)
    assert found.ok
    assert [(one.sha256, one.size) for one in found.surplus] == [(sha256, 5)]
    removed = remove_surplus(filled, [sha256])
    assert (removed.hashes, removed.size) == ({sha256}, 5)
    assert found.without((), removed.hashes).surplus == ()
    assert verified(filled).surplus == ()


def test_nothing_that_is_needed_is_removed_as_surplus(filled: Workbook) -> None:
    everything = stored(filled)
    remove(filled, [evidence_list(filled)[0].id], TODAY)
    assert remove_surplus(filled, everything).hashes == frozenset()
    undo(filled)
    undo(filled)  # edit
    undo(filled)  # edit
    undo(filled)  # taking in: only redo knows these bytes
    found = verified(filled)
    assert (len(found.surplus), found.kept) == (0, 1)
    assert remove_surplus(filled, everything).hashes == frozenset()
    assert stored(filled) == everything


def test_a_full_disk_leaves_the_damage_as_it_was(filled: Workbook, tmp_path: Path) -> None:
    from app.services.evidence import Target, add_files

    source = tmp_path / "big.bin"
    source.write_bytes(bytes(200_000))
    finish(add_files(filled, [source], Target("N29-3.01")))
    path = filled.vault.path(evidence_list(filled)[-1].files[0].sha256)
    path.chmod(0o644)
    path.unlink()
    filled.close()
    code = """
from app.services.repair import repair
workbook = open_workbook(folder)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
print(refusal(repair, workbook, {sys.argv[3]}, Path(sys.argv[2])))
print([path.name for path in (folder / "evidence" / ".incoming").iterdir()])
"""
    assert run(code, filled.folder, source, path.name) == ["disk.full", "[]"]
    assert not path.exists()
