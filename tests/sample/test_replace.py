"""An earlier sample is replaced, and nothing else is ever touched."""

import shutil
from pathlib import Path

import pytest

from app.errors import EnvironmentProblem, UserError
from app.queries.answers import answer
from app.sample import replace as replacing
from app.sample.replace import place_sample
from app.services.answers import edit_answer
from app.services.workbooks import NewPilot, Workbook, create_workbook, open_workbook
from tests.sample.conftest import TODAY


@pytest.fixture
def earlier(sample: Workbook, tmp_path: Path) -> Path:
    """The folder of an earlier, closed sample."""
    folder = tmp_path / "place" / "示例省"
    ignored = shutil.ignore_patterns(".lock*", "*-wal", "*-shm")
    shutil.copytree(sample.folder, folder, ignore=ignored)
    opened = open_workbook(folder)
    edit_answer(opened, "N29-8.08", narrative="试填")
    opened.close()
    return folder


def narrative(folder: Path) -> str:
    opened = open_workbook(folder, read_only=True)
    try:
        return answer(opened, "N29-8.08").narrative
    finally:
        opened.close()


def test_an_earlier_sample_is_replaced(earlier: Path) -> None:
    place_sample(earlier, TODAY, "zh", replace=True)
    assert narrative(earlier) == ""
    assert [path.name for path in earlier.parent.iterdir()] == [earlier.name]


def test_only_when_asked(earlier: Path) -> None:
    with pytest.raises(UserError, match=r"sample\.exists"):
        place_sample(earlier, TODAY, "zh", replace=False)
    assert narrative(earlier) == "试填"


def test_a_sample_with_files_of_ones_own_stays(earlier: Path) -> None:
    (earlier / "我的笔记.txt").write_text("mine")
    with pytest.raises(UserError, match=r"sample\.not-a-sample"):
        place_sample(earlier, TODAY, "zh", replace=True)
    assert (earlier / "我的笔记.txt").read_text() == "mine"


def test_a_real_workbook_stays(tmp_path: Path) -> None:
    folder = tmp_path / "示例省"
    create_workbook(folder, NewPilot("真实试点", "33")).close()
    with pytest.raises(UserError, match=r"sample\.not-a-sample"):
        place_sample(folder, TODAY, "zh", replace=True)
    open_workbook(folder).close()


def test_what_is_no_workbook_stays(tmp_path: Path) -> None:
    folder, file, link = tmp_path / "folder", tmp_path / "file", tmp_path / "link"
    folder.mkdir()
    (folder / "evidence").mkdir()
    file.write_text("x")
    link.symlink_to(folder)
    for place in (folder, file, link):
        with pytest.raises(UserError, match=r"sample\.not-a-sample"):
            place_sample(place, TODAY, "zh", replace=True)
    with pytest.raises(UserError, match=r"sample\.not-a-folder"):
        place_sample(file / "示例省", TODAY, "zh", replace=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "link"]


def test_a_sample_that_is_open_stays(earlier: Path) -> None:
    holder = open_workbook(earlier)
    try:
        with pytest.raises(EnvironmentProblem, match=r"workbook\.busy"):
            place_sample(earlier, TODAY, "zh", replace=True)
    finally:
        holder.close()
    assert narrative(earlier) == "试填"


def test_a_failure_keeps_the_earlier_sample(earlier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Workbook:
        raise EnvironmentProblem("disk.full", path="x")

    monkeypatch.setattr(replacing, "build_sample", fail)
    with pytest.raises(EnvironmentProblem):
        place_sample(earlier, TODAY, "zh", replace=True)
    assert narrative(earlier) == "试填"
    assert [path.name for path in earlier.parent.iterdir()] == [earlier.name]
