"""The process is killed at any moment: what was acknowledged is there, and work goes on.

One child process loads the program; for each round it forks a worker that writes to the workbook
and acknowledges every operation, and this process kills the worker.
"""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.steps import finish
from app.models import Operation
from app.queries.verification import verify
from app.services.workbooks import Workbook, open_workbook
from tests.children import running
from tests.conftest import copy_of

WORKBOOKS = 6  # with nine kills each
# A worker is killed so many operations after its start, and some seconds later; none means while
# it opens the workbook.
OPERATIONS = (0, 0, 1, 2, 3, 5, 8, 13, 21)
SECONDS = 0.03

WORKER = """
import itertools
from app.services.undo import redo, undo

def say(text):
    os.write(1, (text + "\\n").encode())

def work():
    workbook = open_workbook(folder)
    assert not workbook.read_only, workbook.holder
    for n in itertools.count():
        kind = n % 6
        if kind == 1:
            file = folder.parent / f"{os.getpid()}-{n}.txt"
            file.write_bytes(os.urandom(20_000))
            changes = finish(add_files(workbook, [file], Target(f"N29-3.{n % 10 + 1:02}"))).changes
        elif kind == 3:
            changes = undo(workbook)
        elif kind == 4:
            changes = redo(workbook)
        else:
            changes = edit_answer(
                workbook, f"N29-2.{n % 10 + 1:02}", narrative=f"{os.getpid()} {n} " + "字" * 500
            )
        say(changes.operation_id)

for _ in sys.stdin:
    worker = os.fork()
    if worker == 0:
        say(str(os.getpid()))
        try:
            work()
        finally:
            os._exit(1)
    _, status = os.waitpid(worker, 0)
    say(f"ended by {os.waitstatus_to_exitcode(status)}")
"""


def one_life(server: subprocess.Popen[str], least: int, seconds: float) -> set[str]:
    """Kill a worker, and return the operations that it acknowledged: `least` or more."""
    assert server.stdin
    assert server.stdout
    server.stdin.write("go\n")
    server.stdin.flush()
    worker = int(server.stdout.readline())
    acknowledged = {server.stdout.readline().strip() for _ in range(least)}
    time.sleep(seconds)
    os.kill(worker, signal.SIGKILL)
    while not (line := server.stdout.readline()).startswith("ended"):
        acknowledged.add(line.strip())
    assert line == f"ended by -{signal.SIGKILL:d}\n"
    return acknowledged


def operations(workbook: Workbook) -> set[str]:
    with workbook.read() as session:
        return set(session.scalars(select(Operation.id)))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(WORKBOOKS))
def test_nothing_acknowledged_is_lost(filled_template: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = copy_of(filled_template, tmp_path / "工作簿")
    workbook = open_workbook(folder)
    known = operations(workbook)
    workbook.close()
    with running(WORKER, folder) as server:
        for least in chance.sample(OPERATIONS, len(OPERATIONS)):
            acknowledged = one_life(server, least, chance.uniform(0, SECONDS))
            assert len(acknowledged) >= least
            workbook = open_workbook(folder)
            assert not workbook.read_only
            present = operations(workbook)
            assert known | acknowledged <= present
            # At most the one that was under way when the worker was killed.
            assert len(present - known - acknowledged) <= 1
            result = finish(verify(workbook))
            assert result.ok, result
            assert not list((folder / "evidence" / ".incoming").glob("*"))
            known = present
            workbook.close()
