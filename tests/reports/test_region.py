"""The region's own part and what editions left behind, in every format."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.catalog.load import load_notice
from app.domain.editions import Maps
from app.domain.numbers import format_points
from app.domain.steps import finish
from app.domain.vocabulary import Language, Progress
from app.queries.evidence import evidence_list
from app.reports.fonts import prepared
from app.reports.pdf.document import footer
from app.reports.verify import check_pdf, check_xlsx
from app.reports.xlsx.document import write_xlsx
from app.services.answers import edit_answer
from app.services.editions import take_over
from app.services.evidence_links import link
from app.services.own_requirements import add_requirement
from app.services.plan import add_task
from app.services.workbooks import Workbook
from tests.reports.reading import as_pdf, as_xlsx, bare, made, promised, running_text, sheets


@pytest.fixture
def region(filled: Workbook) -> Workbook:
    """Own requirements, a plan, and an edition that leaves one item out and merges two."""
    add_requirement(
        filled,
        title="<b>专家库</b>",
        statement="=入库500名",
        unit="省标准化研究院",
        notes="@省政府要点",
    )
    add_requirement(filled, title="没有说明的一项")
    edit_answer(filled, "X-01", progress=Progress.DONE, level=4, narrative="已入库612名。")
    link(filled, evidence_list(filled)[0].id, "X-01", locator="第9页", proves="名单在案")
    add_task(
        filled,
        year=2025,
        title="-发布地方标准20项",
        unit="省市场监督管理局",
        due=date(2025, 10, 31),
        requirements=["X-01", "N29-1.01"],
        notes="含长三角2项",
    )
    edit_answer(filled, "N29-8.02", narrative="合并前写的", problems="合并前的问题", unit="丙局")
    notice = load_notice()
    gone = {"N29-2.07", "N29-8.02"}
    articles = tuple(
        replace(
            article,
            requirements=tuple(item for item in article.requirements if item.id not in gone),
        )
        for article in notice.articles
    )
    maps = Maps(notice.version, merged={"N29-8.01": ("N29-8.01", "N29-8.02")})
    take_over(filled, replace(notice, version="2.0", articles=articles, maps=maps))
    return filled


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_value_is_in_both_files(region: Workbook, tmp_path: Path, language: Language) -> None:
    report = made(region, language)
    pdf = as_pdf(report, tmp_path)
    text = running_text(pdf, report)
    assert [one for one in promised(report) if bare(prepared(one, language)) not in text] == []
    cells = [
        bare(format_points(cell) if isinstance(cell, float) else str(cell))
        for rows in sheets(as_xlsx(report, tmp_path)).values()
        for row in rows
        for cell in row
        if cell is not None
    ]
    joined = "\n".join(cells)
    assert [one for one in promised(report) if bare(one) not in joined] == []


def test_own_requirements_stand_apart_from_the_score(region: Workbook, tmp_path: Path) -> None:
    report = made(region)
    assert report.own
    assert report.tally.total == 86
    assert [item.id for item in report.own.requirements] == ["X-01", "X-02"]
    assert report.own.points == 50
    rows = sheets(as_xlsx(report, tmp_path))["自评计分表"]
    place = next(number for number, row in enumerate(rows) if row[2] == "合计")
    assert [row[1] for row in rows[place + 1 : place + 3]] == ["X-01", "X-02"]
    assert rows[place + 3][2] == "地方自设要求小计（不计入合计）"
    assert rows[place][9] == round(report.points or 0, 1)
    text = running_text(as_pdf(report, tmp_path), report)
    assert "地方自设要求" in text


def test_a_report_without_them_says_nothing_of_them(filled: Workbook, tmp_path: Path) -> None:
    report = made(filled)
    assert (report.own, report.plan, report.retired) == (None, (), ())
    assert "年度任务" not in sheets(as_xlsx(report, tmp_path))
    assert "地方自设" not in running_text(as_pdf(report, tmp_path), report)


def test_the_plan_has_a_sheet(region: Workbook, tmp_path: Path) -> None:
    rows = sheets(as_xlsx(made(region), tmp_path))["年度任务"]
    row = next(row for row in rows if row[1] == "P-01")
    assert row[2:] == [
        "2025",
        "-发布地方标准20项",
        "省市场监督管理局",
        "2025年10月31日",
        "未开始（已逾期）",
        "N29-1.01\nX-01",
        "含长三角2项",
    ]


def test_retired_answers_can_be_read(region: Workbook, tmp_path: Path) -> None:
    report = made(region)
    notes = {item.id: item.remark for item in report.retired}
    assert notes == {
        "N29-2.07@1.0": "1.0 版目录的 N29-2.07，现行目录已删除。",
        "N29-8.02@1.0": "1.0 版目录的 N29-8.02，现已并入 N29-8.01。",
    }
    rows = {row[1]: row for row in sheets(as_xlsx(report, tmp_path))["停用要求项"]}
    assert rows["N29-8.02@1.0"][8] == "合并前写的"
    assert rows["N29-2.07@1.0"][12] == "2.07-01"
    gaps = [gap for gap in report.gaps if "核对自评" in gap.sentence]
    assert [gap.place.split()[0] for gap in gaps] == ["N29-8.01"]


def test_the_files_pass_the_check_after_writing(region: Workbook, tmp_path: Path) -> None:
    report = made(region)
    path = tmp_path / "a.xlsx"
    check_xlsx(path, finish(write_xlsx(report, path)))
    import pypdfium2

    pdf = as_pdf(report, tmp_path)
    document = pypdfium2.PdfDocument(pdf)
    pages = len(document)
    document.close()
    check_pdf(pdf, report.title, pages, footer(report))
