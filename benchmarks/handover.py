"""Handing over 1 GB of evidence, against copying and hashing it with the system's tools."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

from benchmarks.measure import Result, figures, seconds

FILES, SIZE = 512, 2 * 1024**2
_OURS = """
import resource, sys, time
from datetime import date
from pathlib import Path
from app.domain.steps import finish
from app.domain.vocabulary import Stage
from app.reports.handover.export import hand_over
from app.reports.handover.model import HandoverRequest
from app.services.workbooks import open_workbook
workbook = open_workbook(Path(sys.argv[1]), read_only=True)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
request = HandoverRequest(Path(sys.argv[2]), sys.argv[3], Stage.INTERIM, "zh")
started = time.perf_counter()
result = finish(hand_over(workbook, request, date(2026, 1, 5)))
elapsed = time.perf_counter() - started
assert result.complete and len(result.files) == int(sys.argv[4]), result.counts
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
workbook.close()
print(elapsed, grown / 1024)
"""
# The hand-over reads what it has written once more than the tools do: it hashes twice what they
# hash once. The archive is hashed three times, as nothing can be taken out of it again.
_LIMITS = {"folder": 1.5, "zip": 2.0}


def run(scratch: Path) -> list[Result]:
    folder, source = _workbook(scratch)
    results = []
    for kind, limit in _LIMITS.items():
        ratios, growths, details = [], [], []
        for _ in range(3):
            copy, out = scratch / "copy", scratch / "out"
            floor = seconds(lambda copy=copy: _system_tools(source, copy))
            shutil.rmtree(copy)
            mine, grown = figures(_OURS, str(folder), str(out), kind, str(FILES))
            shutil.rmtree(out)
            ratios.append(mine / floor)
            growths.append(grown)
            details.append(f"{mine:.2f} s against {floor:.2f} s")
        middle = sorted(range(3), key=lambda turn: ratios[turn])[1]
        results += [
            Result(f"1 GB handed over, {kind}", ratios[middle], limit, "x", details[middle]),
            Result(f"memory growth meanwhile, {kind}", max(growths), 160, "MB"),
        ]
    return results


def _workbook(scratch: Path) -> tuple[Path, Path]:
    """A workbook with the files as evidence, and the folder of the files themselves."""
    from app.domain.steps import finish
    from app.services.evidence import Target, add_files
    from app.services.workbooks import NewPilot, create_workbook

    source, folder = scratch / "source", scratch / "workbook"
    source.mkdir()
    block = os.urandom(SIZE)
    for number in range(FILES):
        (source / f"材料{number:03}.bin").write_bytes(number.to_bytes(8, "big") + block[8:])
    workbook = create_workbook(
        folder, NewPilot("bench", "33", date(2023, 1, 1), date(2025, 12, 31))
    )
    finish(add_files(workbook, sorted(source.iterdir()), Target("N29-2.07")))
    workbook.close()
    os.sync()
    return folder, source


def _system_tools(source: Path, copy: Path) -> None:
    """cp, sync of these files, sha256sum: what handing over promises, done by others."""
    subprocess.run(["cp", "-r", str(source), str(copy)], check=True)
    files = [str(file) for file in copy.iterdir()]
    subprocess.run(["sync", *files], check=True)
    subprocess.run(["sha256sum", *files], check=True, stdout=subprocess.DEVNULL)
