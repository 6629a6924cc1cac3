"""Timing, and the table that is printed at the end."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Result:
    """`value` against `limit`; `unit` says of what: "x" for a ratio to the floor, "ms", "MB"."""

    name: str
    value: float
    limit: float
    unit: str
    detail: str = ""

    @property
    def ok(self) -> bool:
        return self.value <= self.limit


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    started = clock()
    work()
    return clock() - started


def compared(
    work: Callable[[], object], floor: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Median processor seconds of both, run in turns so that both see the same machine."""
    ours, floors = [], []
    for _ in range(runs):
        floors.append(seconds(floor, time.process_time))
        ours.append(seconds(work, time.process_time))
    return statistics.median(ours), statistics.median(floors)


def until_line(script: str, *arguments: str) -> float:
    """Seconds from starting a Python process until it prints its first line."""
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        elapsed = time.perf_counter() - started
        process.wait()
    if not line.strip():
        raise RuntimeError("the measured process printed nothing")
    return elapsed


def figures(script: str, *arguments: str) -> list[float]:
    """The figures that a Python process of its own prints; CalledProcessError where it fails."""
    output = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    return [float(figure) for figure in output.split()]


def turn_events(milliseconds: int = 0) -> None:
    """Let Qt handle its events for a while; 0: those that are due now."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def print_table(results: list[Result]) -> bool:
    """Whether all are within their limits."""
    width = max(len(result.name) for result in results)
    for result in results:
        mark = "ok  " if result.ok else "OVER"
        figure = f"{result.value:8.2f} {result.unit:<2} <= {result.limit:g} {result.unit}"
        print(f"{mark} {result.name:<{width}} {figure:<26} {result.detail}")
    return all(result.ok for result in results)
