"""A verification that was broken off goes on, but takes nothing on trust that was touched."""

import os
from pathlib import Path

import pytest

from app import paths
from app.domain.steps import Step, finish
from app.queries.evidence import evidence_list
from app.queries.verification import can_resume, verify
from app.services.workbooks import Workbook


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "cache", lambda: tmp_path / "cache")
    return tmp_path / "cache"


def broken_off(workbook: Workbook, files: int) -> None:
    """Read so many files, then stop."""
    steps = verify(workbook)
    names: list[str] = []
    while len(set(names)) <= files:
        names.append(next(steps).label)
    steps.close()


def labels(workbook: Workbook, resume: bool) -> list[Step]:
    return list(verify(workbook, resume=resume))


def test_it_goes_on_where_it_was_broken_off(filled: Workbook) -> None:
    assert not can_resume(filled)
    broken_off(filled, 2)
    assert can_resume(filled)
    result = finish(verify(filled, resume=True))
    assert result.ok
    assert (result.checked, result.remembered) == (3, 2)
    assert not can_resume(filled)


def test_from_the_start_nothing_is_remembered(filled: Workbook) -> None:
    broken_off(filled, 2)
    assert finish(verify(filled)).remembered == 0
    assert not can_resume(filled)


def test_what_was_touched_since_is_read_again(filled: Workbook) -> None:
    broken_off(filled, 2)
    path = filled.vault.path(evidence_list(filled)[0].files[0].sha256)
    path.chmod(0o644)
    path.write_bytes(b"x" * path.stat().st_size)
    result = finish(verify(filled, resume=True))
    assert [row.name for row in result.altered] == ["实施方案.txt"]
    assert result.remembered == 1


def test_a_missing_file_is_missed_though_it_was_read(filled: Workbook) -> None:
    broken_off(filled, 2)
    path = filled.vault.path(evidence_list(filled)[0].files[0].sha256)
    path.unlink()
    assert [row.name for row in finish(verify(filled, resume=True)).missing] == ["实施方案.txt"]


def test_what_is_altered_is_not_remembered(filled: Workbook) -> None:
    path = filled.vault.path(evidence_list(filled)[0].files[0].sha256)
    path.chmod(0o644)
    path.write_bytes(b"x")
    broken_off(filled, 2)
    result = finish(verify(filled, resume=True))
    assert [row.name for row in result.altered] == ["实施方案.txt"]
    assert result.remembered == 1


def test_each_workbook_has_its_own_memory(filled: Workbook, workbook: Workbook) -> None:
    broken_off(filled, 1)
    assert not can_resume(workbook)


def test_a_memory_that_makes_no_sense_is_passed_over(filled: Workbook, cache: Path) -> None:
    broken_off(filled, 1)
    (memory,) = (cache / "verification").iterdir()
    memory.write_bytes(memory.read_bytes()[:-5] + b"\n\xff nonsense\n1 2\n")
    assert finish(verify(filled, resume=True)).ok


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_without_a_cache_it_only_forgets(
    filled: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(paths, "cache", lambda: tmp_path / "file")
    broken_off(filled, 1)
    assert not can_resume(filled)
    assert finish(verify(filled, resume=True)).ok


def test_progress_counts_bytes(filled: Workbook) -> None:
    steps = labels(filled, resume=False)
    size = sum(file.size for row in evidence_list(filled) for file in row.files)
    assert {step.total for step in steps} == {size + 1}
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert done[-1] == size + 1
