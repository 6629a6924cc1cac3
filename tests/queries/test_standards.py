from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.indicators import Unit
from app.domain.standards.number import Level
from app.domain.steps import finish
from app.domain.vocabulary import Text
from app.queries.indicators import indicators
from app.queries.search.evidence import EvidenceSearch
from app.queries.standards import (
    Source,
    StandardRow,
    count_by_level,
    proposed_readings,
    standards_named,
)
from app.services.evidence import Target, add_files, edit_evidence
from app.services.indicators import add_indicator, add_preset
from app.services.measurements import set_reading
from app.services.standards_export import write_standards
from app.services.workbooks import Workbook

TODAY = date(2025, 7, 1)


def _add(workbook: Workbook, folder: Path, name: str, text: str, **fields: object) -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    (result,) = finish(add_files(workbook, [file], Target("N29-2.07"))).files
    if fields:
        edit_evidence(workbook, result.evidence_id, **fields)  # type: ignore[arg-type]
    return result.number


def _rows(workbook: Workbook) -> list[StandardRow]:
    search = EvidenceSearch(workbook)
    try:
        finish(search.fill())
        return standards_named(workbook, search.index)
    finally:
        search.close()


@pytest.fixture
def named(workbook: Workbook, tmp_path: Path) -> list[StandardRow]:
    _add(workbook, tmp_path, "ISO 23617-2021.txt", "引用ISO 9001:2015和GB/T 19001")
    _add(workbook, tmp_path, "a.txt", "见GB/T 19001-2016", title="T/CAS 123—2020 团体标准")
    _add(workbook, tmp_path, "b.txt", "乙", document_number="DB31/T 310003-2021")
    _add(workbook, tmp_path, "c.txt", "DB32/T 310003-2021、DB33/T 310003-2021")
    return _rows(workbook)


def test_standards_of_titles_numbers_names_and_texts(named: list[StandardRow]) -> None:
    assert {row.standard.designation: row.own for row in named} == {
        "ISO 9001:2015": False,
        "ISO 23617:2021": True,
        "GB/T 19001-2016": False,
        "DB31/T, DB32/T, DB33/T 310003-2021": True,
        "T/CAS 123-2020": True,
    }
    by_name = {row.standard.designation: row for row in named}
    cited = by_name["GB/T 19001-2016"].named_by
    assert [(one.number, one.source) for one in cited] == [
        ("2.07-01", Source.TEXT),
        ("2.07-02", Source.TEXT),
    ]
    regional = by_name["DB31/T, DB32/T, DB33/T 310003-2021"].named_by
    assert [one.source for one in regional] == [Source.NUMBER, Source.TEXT]


def test_a_regional_standard_counts_once(named: list[StandardRow]) -> None:
    assert count_by_level(named) == {
        Level.INTERNATIONAL: 2,
        Level.NATIONAL: 1,
        Level.LOCAL: 1,
        Level.GROUP: 1,
    }


def test_a_dossier_names_a_standard_once(workbook: Workbook, tmp_path: Path) -> None:
    _add(workbook, tmp_path, "GB_T 1.1-2020.txt", "GB/T 1.1-2020", title="GB/T 1.1-2020")
    (row,) = _rows(workbook)
    assert [one.source for one in row.named_by] == [Source.TITLE]


def test_readings_are_proposed_for_what_dossiers_are_about(
    workbook: Workbook, named: list[StandardRow]
) -> None:
    for preset in ("IND-SH-1", "IND-SH-2", "IND-SH-5", "IND-SH-6"):
        add_preset(workbook, preset)
    add_indicator(
        workbook, title=Text("本省团体标准数", "Group standards here"), measure=Unit.NUMBER
    )
    found = {one.code: one for one in proposed_readings(workbook, named, TODAY)}
    assert {code: one.value for code, one in found.items()} == {
        "IND-SH-1": 1,
        "IND-SH-5": 1,
        "X-IND-01": 1,
    }
    assert found["IND-SH-1"].standards == ("ISO 23617:2021",)
    row = next(row for row in indicators(workbook, TODAY) if row.code == "IND-SH-1")
    set_reading(workbook, row.id, TODAY, TODAY, value=1.0)
    assert "IND-SH-1" not in {one.code for one in proposed_readings(workbook, named, TODAY)}


def test_the_list_as_an_excel_file(named: list[StandardRow], tmp_path: Path) -> None:
    file = tmp_path / "清单.xlsx"
    assert write_standards(named, file, "zh") == len(named)
    rows = [list(row) for row in load_workbook(file).worksheets[0].iter_rows(values_only=True)]
    assert rows[0][:2] == ["标准编号", "层级"]
    assert ["ISO 23617:2021", "国际标准", None, None, "材料本身", "2.07-01 ISO 23617-2021"] in [
        [cell or None for cell in row] for row in rows
    ]
    assert any(row[3] == "上海市、江苏省、浙江省" for row in rows)
