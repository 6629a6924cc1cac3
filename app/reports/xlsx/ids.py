"""The hidden sheet by which the experts' sheet is known again when it comes back."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook

from app.domain import score_sheet as keys
from app.reports.model import Report
from app.reports.xlsx.cells import SteadyCell


def write_ids(report: Report, book: Workbook) -> tuple[str, int]:
    """Workbook, snapshot and requirements by their ids; nobody sees the sheet or can show it."""
    # The stubs of openpyxl leave out most of what a write-only sheet has.
    sheet: Any = book.create_sheet(keys.IDS_SHEET)
    sheet.sheet_state = "veryHidden"
    seal = report.verification
    rows = [
        (keys.KEY_FORMAT, str(keys.FORMAT)),
        (keys.KEY_WORKBOOK, report.workbook_id),
        (keys.KEY_SNAPSHOT, seal.snapshot if seal else ""),
        (keys.KEY_SHA256, seal.sha256 if seal else ""),
        (keys.KEY_MARK, report.data_mark),
        *((keys.KEY_REQUIREMENT, item.id) for item in report.requirements),
    ]
    cells = SteadyCell(sheet), SteadyCell(sheet)
    for row in rows:
        for cell, text in zip(cells, row, strict=True):
            cell.hold(text)
        sheet.append(cells)
    sheet.close()
    return keys.IDS_SHEET, len(rows)
