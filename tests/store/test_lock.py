"""One writer at a time, and the others are told who it is."""

import os
import platform
import signal
import threading
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.vocabulary import Progress
from app.errors import UserError
from app.queries.answers import answer
from app.services.answers import edit_answer
from app.services.evidence import Target, add_files
from app.services.undo import undo
from app.services.workbooks import open_workbook
from app.store.layout import LOCK_HOLDER
from app.store.lock import current_user
from tests.children import running
from tests.conftest import copy_of

HOLD = """
workbook = open_workbook(folder)
print(workbook.read_only, flush=True)
sys.stdin.readline()
edit_answer(workbook, "N29-1.01", narrative="另一人写的")
workbook.close()
print("closed", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def folder(filled_template: Path, tmp_path: Path) -> Path:
    return copy_of(filled_template, tmp_path / "工作簿")


def test_a_second_opener_reads_and_learns_who_writes(folder: Path) -> None:
    with running(HOLD, folder) as child:
        assert child.stdout
        assert child.stdin
        assert child.stdout.readline() == "False\n"
        second = open_workbook(folder)
        assert (second.read_only, second.read_only_reason) == (True, "locked")
        assert second.holder
        assert (second.holder.user, second.holder.host) == (current_user(), platform.node())
        assert second.holder.pid == child.pid
        since = datetime.now().astimezone() - datetime.fromisoformat(second.holder.since)
        assert since < timedelta(minutes=5)
        for refused in (
            lambda: edit_answer(second, "N29-1.01", progress=Progress.DONE),
            lambda: next(add_files(second, [folder / "workbook.sqlite"], Target())),
            lambda: undo(second),
        ):
            with pytest.raises(UserError) as caught:
                refused()
            assert caught.value.code == "workbook.read-only"
        # What the other writes is seen at the next reading.
        child.stdin.write("\n")
        child.stdin.flush()
        assert child.stdout.readline() == "closed\n"
        assert answer(second, "N29-1.01").narrative == "另一人写的"
        second.close()
        third = open_workbook(folder)
        assert not third.read_only
        third.close()


def test_the_lock_of_a_killed_process_is_free(folder: Path) -> None:
    with running(HOLD, folder) as child:
        assert child.stdout
        assert child.stdout.readline() == "False\n"
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        assert (folder / LOCK_HOLDER).exists()
        workbook = open_workbook(folder)
        assert not workbook.read_only
        assert edit_answer(workbook, "N29-1.01", due=date(2026, 1, 5))
        workbook.close()


def test_a_workbook_may_be_closed_on_another_thread(folder: Path) -> None:
    workbook = open_workbook(folder)
    thread = threading.Thread(target=workbook.close)
    thread.start()
    thread.join()
    again = open_workbook(folder)
    assert not again.read_only
    again.close()


def test_opening_twice_in_one_process_is_no_exception(folder: Path) -> None:
    first, second = open_workbook(folder), open_workbook(folder)
    assert (first.read_only, second.read_only_reason) == (False, "locked")
    second.close()
    assert edit_answer(first, "N29-1.01", narrative="还能写")
    first.close()
    assert not (folder / LOCK_HOLDER).exists()


def test_a_holder_that_cannot_be_read_is_nobody(folder: Path) -> None:
    first = open_workbook(folder)
    for text in ("", "[]", '{"user": "x"}', "\x00"):
        (folder / LOCK_HOLDER).write_text(text)
        second = open_workbook(folder)
        assert (second.read_only_reason, second.holder) == ("locked", None)
        second.close()
    first.close()


def test_reading_on_request_takes_no_lock(folder: Path) -> None:
    reader = open_workbook(folder, read_only=True)
    writer = open_workbook(folder)
    assert (reader.read_only_reason, writer.read_only) == ("medium", False)
    writer.close()
    reader.close()
