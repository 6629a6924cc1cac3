"""Bytes on their way into the vault: several files at once, and none of them lost or left."""

import errno
import os
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.errors import EnvironmentProblem, UserError
from app.queries.evidence import evidence_list
from app.services.evidence import Target, add_files
from app.services.storing import StoredFiles
from app.services.workbooks import Workbook
from app.store import vault
from app.store.vault import StoredFile


def sources(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    made = [folder / f"{number}.txt" for number in range(count)]
    for number, file in enumerate(made):
        file.write_bytes(bytes([number]) * (number + 1))
    return made


def files(workbook: Workbook) -> list[Path]:
    return [path for path in workbook.vault.folder.rglob("*") if path.is_file()]


def test_each_file_with_what_became_of_it_in_order(workbook: Workbook, tmp_path: Path) -> None:
    paths = sources(tmp_path / "files", 30)
    paths[7].unlink()
    paths[20].write_bytes(paths[3].read_bytes())
    stored = StoredFiles(workbook)
    finish(stored.store(paths))
    assert [path for path, _ in stored] == paths
    for path, kept in stored:
        if path is paths[7]:
            assert isinstance(kept, UserError)
        else:
            assert isinstance(kept, StoredFile)
            assert workbook.vault.path(kept.sha256).read_bytes() == path.read_bytes()
            assert kept.new is (path is not paths[20])
    assert len(files(workbook)) == 28


@pytest.mark.parametrize("steps", range(1, 60, 7))
def test_giving_up_leaves_nothing(workbook: Workbook, tmp_path: Path, steps: int) -> None:
    paths = sources(tmp_path / "files", 30)
    adding = add_files(workbook, paths, Target())
    for _ in range(steps):
        next(adding)
    adding.close()
    assert files(workbook) == []


@pytest.mark.parametrize("good", [0, 5, 29])
def test_a_disk_that_gives_way_leaves_nothing(
    workbook: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, good: int
) -> None:
    paths = sources(tmp_path / "files", 30)
    synced: list[int] = []

    def sync(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) > good:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(vault.os, "fsync", sync)
    with pytest.raises(EnvironmentProblem) as caught:
        finish(add_files(workbook, paths, Target()))
    monkeypatch.undo()
    assert caught.value.code == "disk.full"
    assert files(workbook) == []
    assert evidence_list(workbook) == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks Linux for names")
def test_all_is_on_the_disk_before_the_database_is_written(
    workbook: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file before it has its name, and every folder after the last file."""
    paths = sources(tmp_path / "files", 12)
    order: list[str] = []
    true_sync, true_replace = os.fsync, Path.replace

    def sync(descriptor: int) -> None:
        order.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        true_sync(descriptor)

    def replace(self: Path, target: Path) -> Path:
        assert order[-1] == self.name
        order.append("named")
        return true_replace(self, target)

    monkeypatch.setattr(vault.os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    stored = StoredFiles(workbook)
    finish(stored.store(paths))
    last = max(place for place, what in enumerate(order) if what == "named")
    hashes = [kept.sha256 for _, kept in stored if isinstance(kept, StoredFile)]
    assert set(order[last + 1 :]) == {*(one[:2] for one in hashes), workbook.vault.folder.name}
    assert order.count("named") == len(paths)
