"""Taking in 1 GB of evidence, against copying and hashing it with the system's tools."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.measure import Result, figures, seconds

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
    source = scratch / "large.bin"
    block = os.urandom(16 * 1024**2)
    with source.open("wb") as file:
        for number in range(SIZE // len(block)):
            file.write(number.to_bytes(8, "big") + block[8:])
    os.sync()
    ratios, growths, details = [], [], []
    for turn in range(3):
        folder = scratch / f"workbook-{turn}"
        new_workbook(folder)
        copies = scratch / "copies"
        copies.mkdir()
        floor = seconds(lambda copies=copies: system_tools([source], copies))
        shutil.rmtree(copies)
        mine, grown = figures(_OURS, str(folder), str(source))
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


def new_workbook(folder: Path) -> None:
    from app.services.workbooks import NewPilot, create_workbook

    create_workbook(folder, NewPilot("bench", "33", date(2023, 1, 1), date(2025, 12, 31))).close()


def system_tools(sources: Sequence[Path], folder: Path) -> None:
    """cp, sync of those files, sha256sum: what our taking in promises, done by others."""
    copies = [str(folder / source.name) for source in sources]
    subprocess.run(["cp", *map(str, sources), str(folder)], check=True)
    subprocess.run(["sync", *copies], check=True)
    subprocess.run(["sha256sum", *copies], check=True, stdout=subprocess.DEVNULL)
