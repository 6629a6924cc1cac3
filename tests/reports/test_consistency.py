"""What stands in the report model stands in every format."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.numbers import format_points
from app.domain.vocabulary import Confidentiality, Language, Origin
from app.queries.evidence import evidence_list
from app.queries.indicators import indicators
from app.reports.fonts import prepared
from app.services.answers import edit_answer
from app.services.evidence import edit_evidence
from app.services.evidence_links import link
from app.services.indicators import add_preset, edit_indicator
from app.services.measurements import set_reading, set_target
from app.services.workbooks import Workbook
from tests.reports.reading import (
    TODAY,
    as_pdf,
    as_xlsx,
    bare,
    joined,
    made,
    promised,
    running_text,
    sheets,
)

LONG = "\n".join(
    f"第{number}段：浙政办发〔2023〕{number}号文件提出，到2025年地方标准制定周期不超过15个月。"
    for number in range(1, 60)
)


@pytest.fixture
def rich(filled: Workbook) -> Workbook:
    edit_answer(
        filled, "N29-5.03", narrative=LONG, problems="<b>经费</b> & 人员", next_steps="=1+1"
    )
    first = evidence_list(filled)[0]
    # Dates and names that stand nowhere else, so that none can hide behind another.
    edit_evidence(
        filled,
        first.id,
        confidentiality=Confidentiality.INTERNAL,
        notes="原件存档案室。",
        document_number="浙标〔2024〕77号",
        issuing_body="浙江省标准化研究院",
        formed_on=date(2024, 2, 29),
        valid_until=date(2028, 2, 28),
    )
    link(filled, first.id, "N29-5.03", locator="第3—5页", proves="证明制度已经建立")
    measure(filled, first.id)
    return filled


def measure(workbook: Workbook, evidence_id: str) -> None:
    """Indicators with a baseline, two targets, readings, and figures that are not verified."""
    share, cycle, *_ = indicators(workbook, TODAY)
    edit_indicator(workbook, share.id, baseline=21.5, baseline_on=date(2022, 11, 30))
    set_target(workbook, share.id, Origin.PILOT, 2026, 61.25)
    set_reading(
        workbook, share.id, date(2024, 5, 17), TODAY, value=43.75, source="科技厅", notes="<初报>"
    )
    set_reading(workbook, share.id, date(2025, 8, 9), TODAY, value=58.5, evidence_id=evidence_id)
    set_reading(workbook, cycle.id, date(2023, 4, 3), TODAY, value=19.25, source="=1+1")
    add_preset(workbook, "IND-ZJ-1")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_value_is_in_the_pdf(rich: Workbook, tmp_path: Path, language: Language) -> None:
    report = made(rich, language)
    text = running_text(as_pdf(report, tmp_path), report)
    shown = [bare(prepared(value, language)) for value in promised(report)]
    assert len(shown) > 1000
    assert [value for value in shown if value not in text] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_value_is_in_the_excel_file(
    rich: Workbook, tmp_path: Path, language: Language
) -> None:
    report = made(rich, language)
    cells = [
        bare(format_points(cell) if isinstance(cell, float) else str(cell))
        for rows in sheets(as_xlsx(report, tmp_path)).values()
        for row in joined(rows)
        for cell in row
        if cell is not None
    ]
    text = "\n".join(cells)
    assert [value for value in promised(report) if bare(value) not in text] == []


def test_each_requirement_has_its_own_row_of_scores(rich: Workbook, tmp_path: Path) -> None:
    report = made(rich)
    rows = joined(sheets(as_xlsx(report, tmp_path))["自评计分表"])
    for number, item in enumerate(report.requirements, 1):
        (row,) = (row for row in rows if row[1] == item.id)
        assert row[0] == number
        assert row[2] == item.title
        assert row[6] == item.weight
        assert row[7] == item.progress
        assert row[8] == (item.level_label or "未自评")
        assert row[9] == ("—" if item.points is None else round(item.points, 1))
        assert (row[10] or "") == item.narrative
        assert (row[12] or "").split() == list(item.evidence)


def test_each_dossier_has_its_own_row_in_the_register(rich: Workbook, tmp_path: Path) -> None:
    report = made(rich)
    rows = {row[1]: row for row in sheets(as_xlsx(report, tmp_path))["佐证材料清单"]}
    assert len(report.evidence) > 1
    for entry in report.evidence:
        row = rows[entry.number]
        assert row[2] == entry.title
        assert (row[9] or "").split() == [file.sha256[:16] for file in entry.files]
        assert all(proof.requirement_id in str(row[10]) for proof in entry.proofs)


def test_problems_and_gaps_share_a_sheet(rich: Workbook, tmp_path: Path) -> None:
    report = made(rich)
    rows = sheets(as_xlsx(report, tmp_path))["问题与下一步"]
    assert ["<b>经费</b> & 人员", "=1+1"] in [row[3:5] for row in rows]
    assert [row[3] for row in rows if str(row[1]).startswith("体检")] == [
        gap.sentence for gap in report.gaps
    ]


def test_each_indicator_has_its_own_row(rich: Workbook, tmp_path: Path) -> None:
    report = made(rich)
    rows = {row[1]: row for row in sheets(as_xlsx(report, tmp_path))["指标"]}
    assert [entry.code for entry in report.indicators] == [
        *(f"IND-OUT-{n}" for n in range(1, 5)),
        "IND-ZJ-1",
    ]
    for entry in report.indicators:
        row = rows[entry.code]
        assert row[2] == entry.title
        assert (row[10] or "").split() == list(entry.requirements)
        assert len(str(row[9] or "").splitlines()) == len(entry.readings)
    share = rows["IND-OUT-1"]
    assert share[5] == "21.5%（2022年11月30日）"
    assert share[6] == "《纲要》：＞50%（2025年）\n本试点：≥61.25%（2026年）"
    assert share[7] == "117%\n96%"
    assert share[8] == "已达到\n进度正常"
    assert share[9].splitlines()[0] == "43.75%（2024年5月17日）；科技厅；<初报>"
    assert "IND-OUT-2" in rows
    assert "已过填报周期" in rows["IND-OUT-2"][11]
    assert "待核对" in rows["IND-ZJ-1"][11]
