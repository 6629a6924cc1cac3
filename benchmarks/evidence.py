"""Taking in 1 GB of evidence, against copying and hashing it with the system's tools."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from benchmarks.measure import ROOT, Result, seconds

SIZE = 1024**3
_OURS = """
import resource, sys, time
from pathlib import Path
from app.domain.steps import finish
from app.services.evidence import Target, add_files
from app.services.workbooks import open_workbook
workbook = open_workbook(Path(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
result = finish(add_files(workbook, [Path(sys.argv[2])], Target("N29-2.07")))
elapsed = time.perf_counter() - started
assert result.files[0].outcome == "added", result
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
workbook.close()
print(elapsed, grown / 1024)
"""


def run(scratch: Path) -> list[Result]:
    from app.services.workbooks import NewPilot, create_workbook

    source = scratch / "large.bin"
    block = os.urandom(16 * 1024**2)
    with source.open("wb") as file:
        for number in range(SIZE // len(block)):
            file.write(number.to_bytes(8, "big") + block[8:])
    os.sync()
    ratios, growths, details = [], [], []
    for turn in range(3):
        folder = scratch / f"workbook-{turn}"
        create_workbook(
            folder, NewPilot("bench", "33", date(2023, 1, 1), date(2025, 12, 31))
        ).close()
        copy = scratch / "copy.bin"
        floor = seconds(lambda copy=copy: _system_tools(source, copy))
        copy.unlink()
        output = subprocess.run(
            [sys.executable, "-c", _OURS, str(folder), str(source)],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        mine, grown = map(float, output.split())
        ratios.append(mine / floor)
        growths.append(grown)
        details.append(f"{mine:.2f} s against {floor:.2f} s")
        for file in (folder / "evidence").rglob("*"):
            if file.is_file():
                file.unlink()
    source.unlink()
    middle = sorted(range(3), key=lambda turn: ratios[turn])[1]
    return [
        Result("1 GB of evidence", ratios[middle], 1.3, "x", details[middle]),
        Result("memory growth meanwhile", max(growths), 64, "MB"),
    ]


def _system_tools(source: Path, copy: Path) -> None:
    """cp, sync of that file, sha256sum: what our taking in promises, done by others."""
    subprocess.run(["cp", str(source), str(copy)], check=True)
    subprocess.run(["sync", str(copy)], check=True)
    subprocess.run(["sha256sum", str(copy)], check=True, stdout=subprocess.DEVNULL)
