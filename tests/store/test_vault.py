"""The evidence vault: what it takes, what it refuses in which words, and what it leaves behind."""

import hashlib
import os
import socket
import stat
import tempfile
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.domain.steps import finish
from app.errors import EnvironmentProblem, UserError
from app.store.vault import CHUNK, StoredFile, Vault
from app.texts import sentence
from tests.children import give_away, open_to_all, run
from tests.conftest import copy_of

BYTES = "试点实施方案\n".encode() * 1000


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    (tmp_path / "workbook").mkdir()
    return Vault(tmp_path / "workbook" / "evidence")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "方案.pdf"
    file.write_bytes(BYTES)
    return file


def files(vault: Vault) -> list[Path]:
    return [path for path in vault.folder.rglob("*") if path.is_file()]


def refusal(vault: Vault, source: Path) -> str:
    with pytest.raises(UserError) as caught:
        finish(vault.add(source))
    assert sentence(caught.value, "zh")
    assert not vault.folder.exists() or files(vault) == []
    return caught.value.code


def test_bytes_are_kept_under_their_hash_and_cannot_be_written(vault: Vault, source: Path) -> None:
    stored = finish(vault.add(source))
    assert stored == StoredFile(hashlib.sha256(BYTES).hexdigest(), len(BYTES))
    kept = vault.path(stored.sha256)
    assert kept.read_bytes() == BYTES
    assert stat.S_IMODE(kept.stat().st_mode) == 0o444
    assert files(vault) == [kept]
    assert vault.is_there(stored)
    assert vault.is_intact(stored.sha256)
    # In a folder that is not its own it is no file of the vault, and has no path there.
    elsewhere = vault.folder / ("00" if stored.sha256[:2] != "00" else "01")
    elsewhere.mkdir()
    (elsewhere / stored.sha256).write_bytes(b"moved by hand")
    assert list(vault.hashes()) == [stored.sha256]


def test_the_same_bytes_are_kept_once(vault: Vault, source: Path, tmp_path: Path) -> None:
    (tmp_path / "另一份.pdf").write_bytes(BYTES)
    first, second = finish(vault.add(source)), finish(vault.add(tmp_path / "另一份.pdf"))
    assert first == second
    assert (first.new, second.new) == (True, False)
    assert len(files(vault)) == 1


def test_a_damaged_copy_is_healed_by_the_same_bytes(vault: Vault, source: Path) -> None:
    stored = finish(vault.add(source))
    kept = vault.path(stored.sha256)
    for damaged in (BYTES[:-1], b"x" * len(BYTES)):
        kept.chmod(0o644)
        kept.write_bytes(damaged)
        assert not vault.is_intact(stored.sha256)
        finish(vault.add(source))
        assert kept.read_bytes() == BYTES
    assert not vault.is_there(StoredFile(stored.sha256, 1))
    assert not vault.is_there(StoredFile("0" * 64, 1))


def test_steps_count_bytes(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "大.bin"
    source.write_bytes(b"x" * (2 * CHUNK + 5))
    steps = list(vault.add(source))
    assert [step.done for step in steps] == [CHUNK, 2 * CHUNK, 2 * CHUNK + 5]
    assert {(step.total, step.label) for step in steps} == {(2 * CHUNK + 5, "大.bin")}


def test_cancelling_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "大.bin"
    source.write_bytes(b"x" * (2 * CHUNK + 5))
    for after in range(1, 4):
        steps = vault.add(source)
        for _ in range(after):
            next(steps)
        assert len(files(vault)) == 1
        steps.close()
        assert files(vault) == []


def test_what_a_crash_left_is_swept_and_nothing_else(vault: Vault, source: Path) -> None:
    stored = finish(vault.add(source))
    (vault.folder / ".incoming" / "half").write_bytes(b"half")
    vault.sweep()
    assert files(vault) == [vault.path(stored.sha256)]


def test_files_of_other_programs_are_no_evidence(vault: Vault, source: Path) -> None:
    stored = finish(vault.add(source))
    (vault.path(stored.sha256).parent / "Thumbs.db").write_bytes(b"x")
    assert list(vault.hashes()) == [stored.sha256]


def test_what_was_brought_in_can_be_taken_back_but_not_what_was_there(
    vault: Vault, source: Path
) -> None:
    first, again = finish(vault.add(source)), finish(vault.add(source))
    vault.discard(again)
    assert vault.is_there(first)
    vault.discard(first)
    assert files(vault) == []


def test_what_is_no_plain_file(vault: Vault, source: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.pdf").symlink_to(source)
    (tmp_path / "dangling.pdf").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder-link").symlink_to(tmp_path / "folder")
    os.mkfifo(tmp_path / "fifo")
    assert refusal(vault, tmp_path / "folder") == "file.folder"
    assert refusal(vault, tmp_path / "link.pdf") == "file.link"
    assert refusal(vault, tmp_path / "dangling.pdf") == "file.link"
    assert refusal(vault, tmp_path / "folder-link") == "file.link"
    assert refusal(vault, tmp_path / "fifo") == "file.device"
    assert refusal(vault, Path("/dev/null")) == "file.device"
    assert refusal(vault, Path("/dev/zero")) == "file.device"
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{short}/socket")
        assert refusal(vault, Path(short) / "socket") == "file.device"


def test_missing_empty_and_impossible_names(vault: Vault, source: Path, tmp_path: Path) -> None:
    (tmp_path / "空.pdf").touch()
    assert refusal(vault, tmp_path / "空.pdf") == "file.empty"
    assert refusal(vault, tmp_path / "无.pdf") == "file.not-found"
    assert refusal(vault, source / "里面.pdf") == "file.not-found"
    assert refusal(vault, tmp_path / "a\0b") == "file.unreadable"


def test_three_gigabytes_are_too_much(vault: Vault, tmp_path: Path) -> None:
    huge = tmp_path / "录像.mp4"
    with huge.open("wb") as file:
        file.truncate(3 * 1024**3)  # takes no room on the disk
    with pytest.raises(UserError) as caught:
        finish(vault.add(huge))
    assert sentence(caught.value, "zh") == "文件“录像.mp4”有 3.0 GB，超过单个文件上限 2.0 GB。"


def test_long_chinese_names(vault: Vault, tmp_path: Path) -> None:
    longest = tmp_path / ("标" * 84 + ".p")  # what a file system with 255 bytes holds
    longest.write_bytes(BYTES)
    assert finish(vault.add(longest)).size == len(BYTES)
    too_long = tmp_path / ("标" * 197 + ".pdf")
    with pytest.raises(UserError) as caught:
        finish(vault.add(too_long))
    assert caught.value.code == "file.long-name"
    assert (caught.value.params["length"], caught.value.params["limit"]) == (201, 200)


def test_a_decomposed_name_is_measured_and_shown_composed(vault: Vault, tmp_path: Path) -> None:
    decomposed = tmp_path / unicodedata.normalize("NFD", "Ăŭ" * 20 + ".pdf")
    decomposed.write_bytes(BYTES)
    (step,) = vault.add(decomposed)
    assert step.label == "Ăŭ" * 20 + ".pdf"


def test_a_file_that_changes_while_it_is_read(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "日志.txt"

    def change_by(action: str) -> str:
        source.write_bytes(b"x" * (CHUNK + 5))
        steps = vault.add(source)
        next(steps)
        match action:
            case "grows":
                with source.open("ab") as file:
                    file.write(b"y" * 3 * CHUNK)
            case "shrinks":
                os.truncate(source, 10)
            case "is rewritten":
                source.write_bytes(b"y" * (CHUNK + 5))
                os.utime(source, ns=(1, 1))
            case "disappears":
                source.unlink()
        with pytest.raises(UserError) as caught:
            finish(steps)
        assert files(vault) == []
        return caught.value.code

    for action in ("grows", "shrinks", "is rewritten", "disappears"):
        assert change_by(action) == "file.changed", action


def test_a_file_that_may_not_be_read(filled_template: Path) -> None:
    with open_to_all() as place:
        folder = copy_of(filled_template, place / "w")
        secret = place / "密.pdf"
        secret.write_bytes(BYTES)
        give_away(place)
        secret.chmod(0)
        code = """
become_nobody()
from app.store.vault import Vault
print(refusal(Vault(folder / "evidence").add, Path(sys.argv[2])))
workbook = open_workbook(folder)
(result,) = finish(add_files(workbook, [Path(sys.argv[2])], Target())).files
print(result.outcome, result.error.code)
"""
        assert run(code, folder, secret) == ["file.unreadable", "refused file.unreadable"]


def test_a_disk_that_fills_up_is_told_and_nothing_stays(tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "大.bin").write_bytes(b"x" * 3_000_000)
    code = """
from app.store.vault import Vault
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
vault = Vault(folder / "evidence")
print(refusal(vault.add, folder.parent / "大.bin"))
print([path.name for path in folder.rglob("*") if path.is_file()])
"""
    assert run(code, tmp_path / "w") == ["disk.full", "[]"]


def test_room_is_asked_for_before_copying(
    vault: Vault, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = SimpleNamespace(free=len(BYTES))  # for the file, but not for the database as well
    monkeypatch.setattr("app.store.vault.shutil.disk_usage", lambda _: room)
    with pytest.raises(EnvironmentProblem) as caught:
        finish(vault.add(source))
    assert caught.value.code == "disk.full"


def test_a_folder_that_vanished_does_not_come_to_life(vault: Vault, source: Path) -> None:
    vault.folder.parent.rmdir()
    with pytest.raises(EnvironmentProblem) as caught:
        finish(vault.add(source))
    assert caught.value.code == "disk.gone"
    assert not vault.folder.parent.exists()


def test_a_folder_that_vanishes_while_copying(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "大.bin"
    source.write_bytes(b"x" * (CHUNK + 5))
    steps = vault.add(source)
    next(steps)
    vault.folder.parent.rename(tmp_path / "away")
    with pytest.raises(EnvironmentProblem) as caught:
        finish(steps)
    assert caught.value.code == "disk.gone"
    assert not vault.folder.parent.exists()
