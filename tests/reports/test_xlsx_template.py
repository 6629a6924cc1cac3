"""The Excel workbook follows the template, and the experts' sheet can still be read back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.domain.report_sections import Section
from app.domain.report_template import ReportTemplate, SectionChoice
from app.domain.score_sheet import IDS_SHEET
from app.domain.steps import finish
from app.domain.vocabulary import Stage, Text
from app.reports import verify
from app.reports.assemble import assemble
from app.reports.model import Report
from app.reports.outcome import Source
from app.reports.xlsx.document import write_xlsx
from app.services.expert_scores import read_expert_scores
from app.services.workbooks import Workbook
from tests.reports.golden import fixed_workbook
from tests.reports.reading import sheets

DAY = date(2026, 1, 5)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    opened = fixed_workbook(tmp_path_factory.mktemp("template"))
    yield opened
    opened.close()


def made(workbook: Workbook, *sections: SectionChoice) -> Report:
    template = ReportTemplate("", sections=sections) if sections else ReportTemplate("")
    return assemble(workbook, Stage.INTERIM, "zh", DAY, Source("S-02", template=template))


def as_xlsx(report: Report, folder: Path) -> Path:
    path = folder / "report.xlsx"
    verify.check_xlsx(path, finish(write_xlsx(report, path)))
    return path


def renamed(key: str, heading: str) -> SectionChoice:
    return SectionChoice(key, Text(heading, heading))


def test_the_usual_sheets_stand_in_the_order_of_the_report(
    workbook: Workbook, tmp_path: Path
) -> None:
    assert list(sheets(as_xlsx(made(workbook), tmp_path))) == [
        "概况",
        "自评计分表",
        "指标",
        "图表",
        "典型经验",
        "问题与下一步",
        "佐证材料清单",
        "年度任务",
        "阶段对比",
    ]


def test_sheets_follow_the_sections_of_the_template(workbook: Workbook, tmp_path: Path) -> None:
    chosen = (Section.ANNEX_PLAN, Section.INDICATORS, Section.BASICS)
    path = as_xlsx(made(workbook, *map(SectionChoice, chosen)), tmp_path)
    assert list(sheets(path)) == ["概况", "自评计分表", "年度任务", "指标", "图表"]
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[-1] == IDS_SHEET
    titles = {row[1].value for row in book["图表"].iter_rows(min_row=5)}
    assert not any("四个转变" in str(one) for one in titles)
    book.close()


def test_charts_of_the_changes_stand_alone_without_indicators(
    workbook: Workbook, tmp_path: Path
) -> None:
    path = as_xlsx(made(workbook, SectionChoice(Section.CHANGES)), tmp_path)
    assert list(sheets(path)) == ["概况", "自评计分表", "图表"]


def test_the_sheet_of_problems_holds_what_the_template_asks_for(
    workbook: Workbook, tmp_path: Path
) -> None:
    def sources(*chosen: Section) -> set[str]:
        report = made(workbook, *map(SectionChoice, chosen))
        rows = sheets(as_xlsx(report, tmp_path))["问题与下一步"]
        return {str(row[1])[:2] for row in rows if isinstance(row[0], int)}

    assert sources(Section.NEXT_STEPS) == {"自评"}
    assert sources(Section.ANNEX_GAPS) == {"体检"}
    assert sources(Section.PROBLEMS, Section.ANNEX_GAPS) == {"自评", "体检"}


def test_sheets_take_the_headings_of_the_template(workbook: Workbook, tmp_path: Path) -> None:
    report = made(
        workbook,
        renamed(Section.INDICATORS, "主要指标[完成]情况:2025/2026"),
        renamed(Section.PRACTICES, "创新" * 20),
        renamed(Section.ANNEX_EVIDENCE, "自评计分表"),
        renamed(Section.ANNEX_PLAN, IDS_SHEET),
        renamed(Section.ANNEX_COMPARISON, "=1+1"),
        renamed(Section.PROBLEMS, "History"),
    )
    found = sheets(as_xlsx(report, tmp_path))
    assert list(found) == [
        "概况",
        "自评计分表",
        "主要指标_完成_情况_2025_2026",
        "图表",
        "创新" * 15 + "创",
        "自评计分表_2",
        "_ids_2",
        "=1+1",
        "History_2",
    ]
    assert str(found["主要指标_完成_情况_2025_2026"][0][0]).endswith("主要指标[完成]情况:2025/2026")


def test_the_experts_sheet_is_read_back_whatever_the_template(
    workbook: Workbook, tmp_path: Path
) -> None:
    """Even where the template has no annex of scores, or another name for it."""
    for choice in (SectionChoice(Section.BASICS), renamed(Section.ANNEX_SCORES, "评分表")):
        path = as_xlsx(made(workbook, choice), tmp_path)
        book = openpyxl.load_workbook(path)
        sheet = book[book.sheetnames[1]]
        assert sheet.title == ("自评计分表" if choice.heading is None else "评分表")
        row = next(row for row in sheet.iter_rows() if row[1].value == "N29-3.01")
        row[13].value, row[14].value = 88, "口径不一"
        book.save(path)
        back = finish(read_expert_scores(workbook, path))
        one = next(one for one in back.scores if one.requirement_id == "N29-3.01")
        assert (one.score, one.reason) == (88, "口径不一")
        assert not back.mistakes
        assert not back.missing
