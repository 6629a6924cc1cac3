"""Importing 2,000 readings against bare openpyxl; searching the library."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from statistics import median

from benchmarks.measure import Result, compared, seconds

READINGS = 2_000
IMPORT_LIMIT = 3.0
SEARCH_LIMIT_MS = 30
RUNS = 7
QUERIES = ("政府", "团体标准", "ttbz", "标准 国际", "standards", "N29-2", "的", "没有这样的词")


def run(scratch: Path) -> list[Result]:
    return [_import(scratch), _search()]


def _import(scratch: Path) -> Result:
    from openpyxl import Workbook as Book
    from openpyxl import load_workbook

    from app.domain.steps import finish
    from app.services.readings_import import apply_import, plan_import
    from app.services.undo import undo
    from app.services.workbooks import NewPilot, create_workbook

    file = scratch / "readings.xlsx"
    book = Book()
    sheet = book.active
    assert sheet is not None
    sheet.append(["指标编码", "指标名称", "日期", "实际值", "来源", "备注"])
    for number in range(READINGS):
        day = date(2020, 1, 1) + timedelta(days=number // 4)
        sheet.append([f"IND-OUT-{number % 4 + 1}", "", day, number % 90 + 1, "统计年报", ""])
    book.save(file)
    workbook = create_workbook(scratch / "workbook", NewPilot("性能测试", "33"))
    today = date(2026, 1, 1)

    def bare() -> None:
        for row in load_workbook(file).worksheets[0].iter_rows(values_only=True):
            assert row

    def ours() -> None:
        changes = apply_import(workbook, finish(plan_import(workbook, file, today)))
        assert len(changes.rows) == READINGS

    pairs = []
    for _ in range(RUNS):
        pairs.append(compared(ours, bare, 1))
        undo(workbook)
    workbook.close()
    pairs.sort(key=lambda pair: pair[0] / pair[1])
    mine, floor = pairs[len(pairs) // 2]
    detail = f"{mine * 1000:.0f} ms against {floor * 1000:.0f} ms"
    return Result("import 2,000 readings", mine / floor, IMPORT_LIMIT, "x", detail)


def _search() -> Result:
    from app.queries.library.content import library_content

    index = library_content().index
    index.prepare()
    times = [
        median(seconds(lambda query=query: index.search(query, "zh")) for _ in range(RUNS)) * 1000
        for query in QUERIES
    ]
    slowest = max(times)
    query = QUERIES[times.index(slowest)]
    return Result("search the library", slowest, SEARCH_LIMIT_MS, "ms", f"slowest: {query}")
