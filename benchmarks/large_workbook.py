"""Main-thread time with 5,000 dossiers and 10,000 links: opening, switching pages, filtering.

Every third dossier is about a standard; 500 more lie in the bin.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.domain.vocabulary import Stage
from app.queries.evidence import evidence_list
from app.services.evidence import remove
from app.services.snapshots import take_snapshot
from app.services.workbooks import open_workbook
from benchmarks.filling import fill
from benchmarks.measure import Result, turn_events

DOSSIERS = 5_000
LINKS_EACH = 2
LIMIT_MS = 100
BINNED = 500
_PAGES = (
    *("requirements", "evidence", "checks", "history", "standards", "bin", "verification"),
    *("snapshots", "writing", "reports", "overview", "evidence", "standards", "bin"),
)
_FILTERS = (
    *(("evidence", "编号 4"), ("evidence", "123"), ("requirements", "团体标准")),
    *(("standards", "310"), ("bin", "编号 4")),
)


def run(scratch: Path) -> list[Result]:
    from PySide6.QtWidgets import QLineEdit

    from app.bootstrap import make_shell
    from app.settings import Settings
    from app.views.main_window import MainWindow

    folder = scratch / "large"
    today = date(2025, 6, 1)
    fill(folder, DOSSIERS + BINNED, LINKS_EACH, answer_length=200, today=today, standards=True)
    _put_into_bin(folder, today)
    shell = make_shell([], Settings(scratch / "settings.ini"))
    # With imports, which belong to the start (see start_up).
    shell.start(folder)
    _settle()
    window = shell.window
    assert isinstance(window, MainWindow)
    results = []
    for name in _PAGES:
        results.append(_measured(f"switch to {name}", lambda name=name: window.show_page(name)))
        _settle()
    for name, word in _FILTERS:
        window.show_page(name)
        _settle()
        field = window.page(name).findChild(QLineEdit, "filter")
        assert field is not None
        results.append(_measured(f"filter {name}", lambda f=field, w=word: f.setText(w)))
        field.clear()
    window.actions_.close.emit()
    _settle()
    results.append(_measured("open the workbook", lambda: shell.open(folder)))
    assert isinstance(shell.window, MainWindow)
    shell.quit()
    return results


def _put_into_bin(folder: Path, today: date) -> None:
    """The last of the dossiers, and a snapshot of what is left."""
    workbook = open_workbook(folder)
    rows = evidence_list(workbook)
    remove(workbook, [row.id for row in rows[-BINNED:]], today)
    take_snapshot(workbook, Stage.INTERIM, today)
    workbook.close()


def _measured(name: str, step: Callable[[], object]) -> Result:
    """The step itself and the events it brings about at once (painting).

    Processor time of the main thread, so that other work on the machine does not count.
    """
    by_clock, busy = time.perf_counter(), time.thread_time()
    step()
    turn_events()
    busy, by_clock = time.thread_time() - busy, time.perf_counter() - by_clock
    detail = f"main thread; {by_clock * 1000:.0f} ms by the clock"
    return Result(name, busy * 1000, LIMIT_MS, "ms", detail)


def _settle() -> None:
    """Let background work come in, outside what is measured."""
    turn_events(1500)
