"""`python -m benchmarks [NAME…]`: run all or the named ones, print a table, exit 1 over a limit."""

from __future__ import annotations

import compileall
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from benchmarks.measure import ROOT, print_table

NAMES = (
    "start_up",
    "evidence",
    "intake",
    "handover",
    "indicators",
    "reports",
    "word",
    "large_workbook",
    "long_list",
    "search",
)


def main(names: list[str]) -> int:
    # A screen that holds the whole window, which Qt's own of 800 × 800 does not.
    screen = Path(__file__).with_name("screen.json")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screen}")
    # Compiled as an installed program is, whatever the environment says of writing byte code.
    compileall.compile_dir(ROOT / "app", quiet=1)

    results = []
    for name in names or NAMES:
        with tempfile.TemporaryDirectory(prefix="four-changes-bench-") as scratch:
            results += import_module(f"benchmarks.{name}").run(Path(scratch))
    return 0 if print_table(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
