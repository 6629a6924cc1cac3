"""Main-thread time with 5,000 dossiers and 10,000 links: opening, switching pages, filtering."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.filling import fill
from benchmarks.measure import Result, turn_events

DOSSIERS = 5_000
LINKS_EACH = 2
LIMIT_MS = 100


def run(scratch: Path) -> list[Result]:
    from PySide6.QtWidgets import QLineEdit

    from app.bootstrap import make_shell
    from app.settings import Settings
    from app.views.main_window import MainWindow

    folder = scratch / "large"
    fill(folder, DOSSIERS, LINKS_EACH, answer_length=200, today=date(2025, 6, 1))
    shell = make_shell([], Settings(scratch / "settings.ini"))
    # With imports, which belong to the start (see start_up).
    shell.start(folder)
    _settle()
    window = shell.window
    assert isinstance(window, MainWindow)
    results = []
    for name in ("requirements", "evidence", "checks", "history", "overview", "evidence"):
        results.append(_measured(f"switch to {name}", lambda name=name: window.show_page(name)))
        _settle()
    for name, word in (("evidence", "编号 4"), ("evidence", "123"), ("requirements", "团体标准")):
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
