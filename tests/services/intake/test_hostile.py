"""A folder of everything that can be wrong: one row and one reason each, the rest goes on."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from app import texts
from app.domain.numbers import normal_name
from app.domain.steps import finish
from app.extraction.text import Reason
from app.queries.evidence import evidence_list
from app.queries.search.filling import fill
from app.queries.search.index import TextIndex
from app.queries.verification import verify
from app.services.evidence import Intake, Target, add_files
from app.services.intake.folders import files_of
from app.services.intake.item import Choice, Item
from app.services.intake.survey import survey
from app.services.intake.taking import take
from app.services.workbooks import Workbook
from tests import hostile

_SOUND = {"", Reason.UNSUPPORTED, Reason.NO_TEXT}


def look(workbook: Workbook, *paths: Path) -> tuple[Item, ...]:
    return finish(survey(workbook, paths, Target("N29-4.01")))


def wrong(item: Item) -> str:
    return item.error.code if item.error else str(item.unread)


def after(intake: Intake) -> dict[str, str]:
    """By name, why it was refused or can't be read."""
    return {file.name: file.error.code if file.error else str(file.unread) for file in intake.files}


def refused(intake: Intake) -> dict[str, str]:
    return {file.name: file.error.code for file in intake.files if file.error}


@pytest.mark.slow
def test_everything_at_once(workbook: Workbook, tmp_path: Path) -> None:
    expected = hostile.everything(tmp_path / "佐证")
    items = look(workbook, tmp_path / "佐证")
    assert {item.place[-1]: wrong(item) for item in items} == expected
    assert len(items) == len(expected)
    intake = finish(take(workbook, items))
    assert after(intake) == expected
    taken = {name for name, why in expected.items() if not why.startswith("file.")}
    assert {row.files[0].name for row in evidence_list(workbook)} == taken
    for language in ("zh", "en"):
        for file in intake.files:
            said = (
                texts.sentence(file.error, language)
                if file.error
                else texts.text(file.reason, language)
                if file.reason
                else ""
            )
            assert bool(said) == bool(expected[file.name]), file.name
    index = TextIndex(None)
    try:
        filled = finish(fill(workbook, index))
        reasons = index.reasons()
    finally:
        index.close()
    assert filled.read == len(taken)
    names = {row.files[0].sha256: row.files[0].name for row in evidence_list(workbook)}
    found_wrong = {names[sha256]: str(reason) for sha256, reason in reasons.items()}
    for name in taken:
        # What is sound may be a picture, or have no text.
        assert found_wrong.get(name, "") in ({expected[name]} if expected[name] else _SOUND), name
    found = finish(verify(workbook))
    assert (found.ok, found.checked, found.surplus) == (True, len(taken), ())


@pytest.mark.slow
def test_everything_at_once_without_a_table(workbook: Workbook, tmp_path: Path) -> None:
    expected = hostile.everything(tmp_path / "佐证")
    paths = [one.path for one in files_of([tmp_path / "佐证"], workbook.folder)]
    intake = finish(add_files(workbook, paths, Target("N29-4.01")))
    assert refused(intake) == {
        name: why for name, why in expected.items() if why.startswith("file.")
    }
    assert finish(verify(workbook)).ok


# -- files that change, disappear, or can't be read any more

NAMES = [f"{number}.txt" for number in range(1, 6)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "U盘" / "佐证"
    made.mkdir(parents=True)
    for name in NAMES:
        (made / name).write_text(name * 10, encoding="utf-8")
    return made


def interrupted(
    workbook: Workbook, items: tuple[Item, ...], name: str, happens: Callable[[], object]
) -> Intake:
    """Take files in; when it is the turn of one of them, something happens."""
    steps = take(workbook, items)
    done = False
    try:
        while True:
            step = next(steps)
            if step.label == name and not done:
                done = True
                happens()
    except StopIteration as stop:
        intake: Intake = stop.value
    assert done
    return intake


def check_rest(workbook: Workbook, intake: Intake, expected: dict[str, str]) -> None:
    assert refused(intake) == expected
    assert {row.files[0].name for row in evidence_list(workbook)} == set(NAMES) - set(expected)
    found = finish(verify(workbook))
    assert (found.ok, found.surplus) == (True, ())


def test_a_stick_is_pulled_out_while_files_are_looked_at(workbook: Workbook, folder: Path) -> None:
    steps = survey(workbook, [folder], Target())
    for step in steps:
        if step.label == "3.txt" and step.done == 2:
            folder.parent.rename(folder.parent.with_name("拔出"))
            break
    items = finish(steps)
    assert [wrong(item) for item in items] == ["", "", *["file.not-found"] * 3]
    intake = finish(take(workbook, items))
    assert refused(intake) == dict.fromkeys(NAMES, "file.not-found")
    assert not intake.changes


def test_a_stick_is_pulled_out_while_files_are_taken_in(workbook: Workbook, folder: Path) -> None:
    items = look(workbook, folder)
    intake = interrupted(
        workbook, items, "3.txt", lambda: folder.parent.rename(folder.parent.with_name("拔出"))
    )
    check_rest(workbook, intake, dict.fromkeys(NAMES[2:], "file.not-found"))


class _Failing:
    """A file on a medium that is gone: it opens, or gives its beginning, and no more."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner

    def read(self, size: int = -1) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def __getattr__(self, name: str) -> object:
        return getattr(self._inner, name)

    def __enter__(self) -> "_Failing":
        return self

    def __exit__(self, *_: object) -> None:
        self._inner.close()


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[str]:
    """2.txt can't be opened, or not be read, whoever tries."""
    true, way = Path.open, request.param

    def opened(path: Path, *args: object, **kwargs: object) -> object:
        if path.name != "2.txt":
            return true(path, *args, **kwargs)  # type: ignore[call-overload]
        if way == "open":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return _Failing(true(path, "rb"))

    monkeypatch.setattr(Path, "open", opened)
    yield way
    monkeypatch.undo()


@pytest.mark.parametrize("failing", ["open", "read"], indirect=True)
def test_a_medium_that_fails(workbook: Workbook, folder: Path, failing: str) -> None:
    items = look(workbook, folder)
    assert {item.place[-1]: wrong(item) for item in items} == {
        name: "file.unreadable" if name == "2.txt" else "" for name in NAMES
    }
    check_rest(workbook, finish(take(workbook, items)), {"2.txt": "file.unreadable"})
    second = finish(add_files(workbook, [folder / "2.txt"], Target()))
    assert refused(second) == {"2.txt": "file.unreadable"}


@pytest.mark.parametrize(
    ("happens", "code"),
    [
        (lambda path: path.write_text("kurz", encoding="utf-8"), "file.changed"),
        (lambda path: path.write_text("lang" * 999, encoding="utf-8"), "file.changed"),
        (lambda path: path.unlink(), "file.not-found"),
        (lambda path: path.write_text("", encoding="utf-8"), "file.empty"),
        (lambda path: (path.unlink(), path.mkdir()), "file.folder"),
        (lambda path: (path.unlink(), path.symlink_to("/etc/hostname")), "file.link"),
    ],
    ids=["shorter", "longer", "gone", "empty", "folder", "link"],
)
def test_a_file_that_is_another_one_when_its_turn_comes(
    workbook: Workbook, folder: Path, happens: Callable[[Path], object], code: str
) -> None:
    items = look(workbook, folder)
    intake = interrupted(workbook, items, "2.txt", lambda: happens(folder / "3.txt"))
    check_rest(workbook, intake, {"3.txt": code})


def test_a_file_that_grows_all_the_time(workbook: Workbook, folder: Path) -> None:
    ended, growing = threading.Event(), folder / "3.txt"
    # Longer than one piece of reading, so that it grows while it is read.
    growing.write_bytes(b"log" * 1_000_000)

    def grow() -> None:
        with growing.open("ab", buffering=0) as file:
            while not ended.is_set():
                file.write(b"another line\n" * 100)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        items = look(workbook, folder)
        intake = finish(take(workbook, items))
        at_once = finish(add_files(workbook, [growing], Target()))
    finally:
        ended.set()
        writer.join()
    check_rest(workbook, intake, {"3.txt": "file.changed"})
    assert refused(at_once) == {"3.txt": "file.changed"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_in_no_known_encoding(workbook: Workbook, tmp_path: Path) -> None:
    folder = tmp_path / "佐证"
    folder.mkdir()
    name = os.fsdecode(b"\xff\xfe\xb2\xe2.txt")
    (folder / name).write_text("内容", encoding="utf-8")
    (item,) = look(workbook, folder)
    (file,) = finish(take(workbook, [item])).files
    assert (item.choice, file.outcome) == (Choice.TAKE, "added")
    (row,) = evidence_list(workbook)
    assert row.files[0].name == normal_name(name)
    assert row.title.isprintable()
