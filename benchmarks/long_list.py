"""The page of all evidence with 100,000 dossiers: main-thread time, rows read, memory."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.bulk import add_dossiers
from benchmarks.measure import Result, figures, turn_events

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from app.queries.evidence import EvidenceRow
    from app.views.evidence.page import EvidencePage

DOSSIERS = 100_000
TODAY = date(2025, 6, 1)
LIMIT_MS = 100
# Longest step of the main thread while one pages, drags and types; reading one window of rows.
STEP_MS, WINDOW_MS = 50, 16
PAGES, PLACES = 200, 100
_LONGEST = "longest step of the main thread"
_MEMORY = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from app.services.workbooks import open_workbook
from app.settings import Settings
from app.tasks.runner import Runner
from app.views.desk import Desk
from app.views.evidence.page import EvidencePage
from benchmarks.measure import turn_events
runner = Runner()
desk = Desk(open_workbook(Path(sys.argv[1])), "zh", runner, Settings(Path(sys.argv[2])))
page = EvidencePage(desk)
page.resize(1100, 640)
page.show()
turn_events()
turn_events(1000)
# Opening the workbook took more than showing the list will: the peak begins anew.
Path("/proc/self/clear_refs").write_text("5")

def peak():
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024

before = peak()
page.refresh()
while page.table.busy or page.files.busy:
    turn_events(1)
page.table.scrollToBottom()
page.grab()
print(peak() - before, flush=True)
runner.stop()
import os
os._exit(0)
"""


def run(scratch: Path) -> list[Result]:
    from app.bootstrap import make_shell
    from app.services.workbooks import NewPilot, create_workbook
    from app.settings import Settings
    from app.views.evidence.page import EvidencePage
    from app.views.main_window import MainWindow

    folder = scratch / "long"
    workbook = create_workbook(folder, NewPilot("长列表", "33", date(2023, 6, 1), date(2026, 6, 1)))
    add_dossiers(workbook, DOSSIERS, TODAY)
    workbook.close()
    memory = _memory(folder, scratch)
    shell = make_shell([], Settings(scratch / "settings.ini"))
    shell.start(folder)
    turn_events(10_000)
    window = shell.window
    assert isinstance(window, MainWindow)
    shown = _step(lambda: window.show_page("evidence"))
    page = window.page("evidence")
    assert isinstance(page, EvidencePage)
    read = _count_rows(page)
    arrived = _until_listed(page)
    results = [
        Result(f"show {DOSSIERS} dossiers", shown, LIMIT_MS, "ms", "main thread"),
        Result("the list of them comes in", arrived, STEP_MS, "ms", _LONGEST),
        _window(page),
        *_scrolling(page, read),
        *_filtering(page),
        memory,
    ]
    shell.quit()
    return results


def _memory(folder: Path, scratch: Path) -> Result:
    (grown,) = figures(_MEMORY, str(folder), str(scratch / "settings.ini"))
    return Result("peak memory growth of showing the list", grown, 64, "MB")


def _count_rows(page: EvidencePage) -> list[int]:
    """How many rows were read, each time rows are."""
    counts: list[int] = []
    model = page.table.paged_model
    read = model._read

    def counted(keys: Sequence[str]) -> Sequence[EvidenceRow]:
        rows = read(keys)
        counts.append(len(rows))
        return rows

    model._read = counted
    return counts


def _window(page: EvidencePage) -> Result:
    """Rows of windows all over the list, read one after the other."""
    from app.queries.evidence import evidence_rows
    from app.views.widgets.paged_model import WINDOW

    keys = page.table.paged_model.keys
    times = []
    for start in range(0, DOSSIERS - WINDOW, DOSSIERS // PLACES):
        ids = keys[start : start + WINDOW]
        times.append(_busy(partial(evidence_rows, page.desk.workbook, ids)))
    detail = f"at {len(times)} places; longest {max(times):.1f} ms"
    return Result(f"read {WINDOW} rows", statistics.median(times), WINDOW_MS, "ms", detail)


def _scrolling(page: EvidencePage, read: list[int]) -> list[Result]:
    from PySide6.QtCore import Qt

    page.table.select_first()
    turn_events(300)
    end = _step(lambda: _press(page, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))
    rows = sum(read)
    turn_events(300)
    _step(lambda: _press(page, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier))
    turn_events(300)
    paged = [_step(lambda: _press(page, Qt.Key.Key_PageDown)) for _ in range(PAGES)]
    turn_events(300)
    bar = page.table.verticalScrollBar()
    places = range(0, bar.maximum(), bar.maximum() // PLACES)
    dragged = [_step(partial(bar.setValue, place)) for place in places]
    return [
        Result("jump to the end", end, STEP_MS, "ms", "main thread"),
        Result("rows read for the beginning and the end", rows, 400, "rows", f"of {DOSSIERS}"),
        Result(f"{PAGES} pages down", max(paged), STEP_MS, "ms", _detail(paged)),
        Result("drag through the list", max(dragged), STEP_MS, "ms", _detail(dragged)),
    ]


def _filtering(page: EvidencePage) -> list[Result]:
    line, steps, waits = page.filters.line, [], []
    for text in ("标", "标准", "标准 9", "标准 99", "〕4321号", ""):
        started = time.perf_counter()
        steps += [_step(partial(line.setText, text)), _until_listed(page)]
        waits.append(time.perf_counter() - started)
    first, *others = waits
    detail = f"{_LONGEST}; list after {first * 1000:.0f} ms, then {max(others) * 1000:.0f} ms"
    everything = _step(page.table.selectAll)
    return [
        Result("a letter typed into its filter", max(steps), STEP_MS, "ms", detail),
        Result("select all of them", everything, LIMIT_MS, "ms", "main thread"),
    ]


def _press(page: EvidencePage, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    modifiers = held or Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page.table, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def _until_listed(page: EvidencePage) -> float:
    """Milliseconds of the longest step of the main thread until the list is there."""
    longest = 0.0
    while page.table.busy:
        longest = max(longest, _busy(lambda: turn_events(1)))
    return max(longest, _busy(turn_events))


def _step(step: Callable[[], object]) -> float:
    """The step itself and what it brings about at once (painting), in milliseconds."""

    def all_of_it() -> None:
        step()
        turn_events()

    return _busy(all_of_it)


def _busy(work: Callable[[], object]) -> float:
    """Processor time of this thread, so that other work on the machine does not count; in ms."""
    busy = time.thread_time()
    work()
    return (time.thread_time() - busy) * 1000


def _detail(times: list[float]) -> str:
    return f"{_LONGEST}; median {statistics.median(times):.1f} ms"
