"""PDF and Excel of 88 long answers and 1,000 dossiers, against the bare libraries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks.filling import fill
from benchmarks.measure import Result, compared

ANSWER_LENGTH = 1_500
DOSSIERS = 1_000
RUNS = 3


def run(scratch: Path) -> list[Result]:
    from app.domain.vocabulary import Stage
    from app.reports import pdf, xlsx
    from app.reports.assemble import assemble
    from app.services.workbooks import open_workbook

    folder = scratch / "workbook"
    today = date(2025, 6, 1)
    fill(folder, DOSSIERS, 2, ANSWER_LENGTH, today)
    workbook = open_workbook(folder)
    report = assemble(workbook, Stage.INTERIM, "zh", today)
    workbook.close()
    raise SystemExit((pdf, xlsx, report, compared, Result, RUNS))
