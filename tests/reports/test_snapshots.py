"""Reports of snapshots, by templates, and with what has changed since."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.numbers import format_points
from app.domain.report_template import (
    USUAL_TEMPLATE,
    CoverLine,
    ReportTemplate,
    SectionChoice,
    TemplateLanguage,
)
from app.domain.steps import finish
from app.domain.vocabulary import LANGUAGES, Language, Progress, Stage, Text
from app.errors import UserError
from app.queries.evidence import evidence_list
from app.queries.indicators import indicators
from app.queries.snapshots.reading import snapshots
from app.reports.assemble import assemble
from app.reports.export import export
from app.reports.fonts import prepared
from app.reports.model import Report
from app.reports.outcome import ExportRequest, Source
from app.services.answers import edit_answer
from app.services.evidence import remove
from app.services.measurements import set_reading
from app.services.plan import add_task
from app.services.practices import add_practice
from app.services.report_texts import set_text
from app.services.snapshots import take_snapshot
from app.services.workbooks import Workbook
from tests.reports.reading import (
    TODAY,
    as_pdf,
    as_xlsx,
    bare,
    joined,
    page_texts,
    promised,
    running_text,
    sheets,
)

BEFORE = date(2024, 5, 31)
HARD = "<para>表格\t甲\t乙</para> & =1+1\n" + "词" * 300 + "\n+86 -1 @名"


@pytest.fixture
def staged(filled: Workbook) -> Workbook:
    """A baseline, much that changed since, and an interim snapshot of it."""
    take_snapshot(filled, Stage.BASELINE, BEFORE, "基线自评")
    share = indicators(filled, TODAY)[0]
    set_reading(filled, share.id, date(2025, 12, 31), TODAY, value=52)
    edit_answer(filled, "N29-2.07", progress=Progress.DONE, level=4)
    edit_answer(filled, "N29-1.01", level=2)
    remove(filled, [evidence_list(filled)[0].id], TODAY)
    add_practice(
        filled,
        title="=培优<b>",
        what=HARD,
        novelty="首创&独有",
        effect="增长25%",
        reach="长三角",
        requirements=["N29-2.07"],
        evidence=["2.07-01"],
    )
    add_task(filled, year=2025, title="出台办法", due=date(2025, 6, 30))
    for section in ("basics", "problems"):
        set_text(filled, section, "zh", f"{section}的正文。\n{HARD}")
    take_snapshot(filled, Stage.INTERIM, TODAY)
    return filled


def of(workbook: Workbook, language: Language = "zh", source: Source | None = None) -> Report:
    return assemble(workbook, Stage.FINAL, language, TODAY, source or Source("S-02"))


def cells(report: Report, folder: Path) -> str:
    rows = [row for rows in sheets(as_xlsx(report, folder)).values() for row in joined(rows)]
    return "\n".join(
        bare(format_points(cell) if isinstance(cell, float) else str(cell))
        for row in rows
        for cell in row
        if cell is not None
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_is_in_both_files(staged: Workbook, tmp_path: Path, language: Language) -> None:
    report = of(staged, language)
    assert report.comparison
    assert report.practices
    assert report.verification
    text = running_text(as_pdf(report, tmp_path), report)
    assert [one for one in promised(report) if bare(prepared(one, language)) not in text] == []
    found = cells(report, tmp_path)
    assert [one for one in promised(report) if bare(one) not in found] == []


def test_a_snapshot_makes_the_same_report_for_ever(staged: Workbook, tmp_path: Path) -> None:
    meant = of(staged)
    pages = as_pdf(meant, tmp_path).read_bytes()
    edit_answer(staged, "N29-3.01", narrative="后来写的", level=4)
    set_text(staged, "basics", "zh", "后来改的")
    later = assemble(staged, Stage.FINAL, "zh", date(2026, 12, 1), Source("S-02"))
    assert later == meant
    assert as_pdf(later, tmp_path).read_bytes() == pages
    assert (later.stage, later.made_on, later.draft) == (Stage.INTERIM, TODAY, "")
    row = snapshots(staged)[1]
    assert later.verification
    assert (later.verification.snapshot, later.verification.sha256) == ("S-02", row.sha256)
    assert row.sha256 in running_text(as_pdf(later, tmp_path), later)


@pytest.mark.parametrize(("language", "mark"), [("zh", "征求意见稿"), ("en", "Draft for comment")])
def test_the_live_state_is_marked_as_a_draft_on_every_page(
    staged: Workbook, tmp_path: Path, language: Language, mark: str
) -> None:
    report = of(staged, language, Source())
    assert (report.draft, report.verification, report.stage) == (mark, None, Stage.FINAL)
    assert all(bare(mark) in bare(page) for page in page_texts(as_pdf(report, tmp_path)))
    for rows in sheets(as_xlsx(report, tmp_path)).values():
        assert mark in str(rows[0][0])
    final = of(staged, language)
    assert mark not in "".join(page_texts(as_pdf(final, tmp_path)))


def test_what_a_report_is_compared_with(staged: Workbook) -> None:
    live = of(staged, source=Source())
    assert live.comparison
    assert live.comparison.name.startswith("S-02")
    assert of(staged, source=Source("S-01")).comparison is None
    assert of(staged, source=Source("S-02", "")).comparison is None
    chosen = of(staged, source=Source("", "S-01")).comparison
    assert chosen
    assert chosen.name == "S-01 基线自评（2024年5月31日）"
    assert [(one.id, one.trend_label) for one in chosen.items] == [
        ("N29-1.01", "下降"),
        ("N29-2.07", "提升"),
    ]
    assert chosen.items[1].before == "推进中；2级 初步建立"
    assert [one.name for one in chosen.points][:2] == ["合计", "第一条"]
    assert chosen.gone_evidence == ("1.01-01 实施方案",)
    with pytest.raises(UserError, match=r"snapshot\.unknown"):
        of(staged, source=Source("S-07"))
    with pytest.raises(UserError, match=r"snapshot\.unknown"):
        of(staged, source=Source("", "S-07"))


def test_a_template_decides(staged: Workbook, tmp_path: Path) -> None:
    template = ReportTemplate(
        "简版",
        title=Text("试点总结", "Summary"),
        cover_lines=(CoverLine.PHONE,),
        sections=(
            SectionChoice("problems"),
            SectionChoice("own-a", Text("宣传情况", "Publicity")),
            SectionChoice("basics", Text("概况", "Profile")),
            SectionChoice("annex-scores"),
        ),
    )
    set_text(staged, "own-a", "zh", "报道多次。")
    report = of(staged, source=Source("", "", template))
    assert [one.heading for one in report.sections] == [
        "存在问题",
        "宣传情况",
        "概况",
        "自评计分表",
    ]
    assert report.sections[1].text == "报道多次。"
    assert report.title == report.cover.title == "试点总结"
    assert [line.label for line in report.cover.lines] == ["联系电话"]
    text = running_text(as_pdf(report, tmp_path), report)
    places = [
        text.index(bare(title)) for title in ("一、存在问题", "二、宣传情况", "三、概况", "附件1")
    ]
    assert places == sorted(places)
    assert "组织领导和体制机制" not in text
    bare_report = of(staged, source=Source("S-02", "", replace(template, cover=False)))
    assert page_texts(as_pdf(bare_report, tmp_path))[0].find("存在问题") >= 0


def test_empty_annexes_are_left_out(filled: Workbook) -> None:
    report = assemble(filled, Stage.BASELINE, "zh", TODAY)
    keys = [one.key for one in report.sections]
    assert keys == [
        *("basics", "organisation", "changes", "indicators", "practices", "problems"),
        *("next-steps", "annex-scores", "annex-evidence", "annex-gaps"),
    ]
    assert [one.key for one in report.sections if one.annex] == keys[7:]
    assert {one.number for one in report.articles_of("organisation")} == {1, 6, 7, 8}
    assert {one.number for one in report.articles_of("changes")} == {2, 3, 4, 5}


def test_facts_say_what_the_workbook_does(staged: Workbook) -> None:
    facts = {one.key: one.facts for one in of(staged).sections}
    assert facts["basics"][0] == "试点期限为2023年3月27日至2026年3月26日。"
    assert "适用87项，已启动2项，已完成2项，完成率2%。" in facts["basics"][1]
    assert "与S-01 基线自评（2024年5月31日）相比：" in facts["basics"]
    assert "要求项提升1项、下降1项，新增0项、移除0项。" in facts["basics"]
    assert facts["indicators"] == (
        "共设指标4项，有实际值的1项；已达到目标1项，进度正常0项，进度滞后0项。",
    )
    assert facts["practices"] == ("总结典型经验1项，涉及要求1项，其中有佐证材料的1项。",)
    assert facts["problems"][0] == "1项要求填写了存在问题。"
    assert facts["annex-evidence"] == ("收入佐证材料1份、附件1个，对应要求1项。",)
    assert facts["annex-plan"] == ("年度任务1项，已完成0项，已逾期1项。",)


def test_texts_of_no_and_of_many_characters(filled: Workbook, tmp_path: Path) -> None:
    long = ("标" * 99 + "\n") * 199 + "末段"
    set_text(filled, "changes", "zh", long)
    report = assemble(filled, Stage.BASELINE, "zh", TODAY)
    assert bare(long) in running_text(as_pdf(report, tmp_path), report)
    assert bare(long) in cells(report, tmp_path)


def test_a_template_of_both_languages_makes_two_files(staged: Workbook, tmp_path: Path) -> None:
    template = replace(USUAL_TEMPLATE, language=TemplateLanguage.BOTH)
    request = ExportRequest(
        tmp_path,
        Stage.FINAL,
        template.language.languages,
        ("xlsx",),
        Source("S-02", None, template),
    )
    result = finish(export(staged, request, date(2026, 12, 1)))
    assert [file.path.name for file in result.files] == [
        "浙江省_中期自评报告_20260105.xlsx",
        "Zhejiang_Interim_Self-assessment_20260105.xlsx",
    ]


def test_a_snapshot_without_a_title_is_named_by_its_stage(filled: Workbook) -> None:
    take_snapshot(filled, Stage.INTERIM, TODAY, "")
    seal = assemble(filled, Stage.INTERIM, "zh", TODAY, Source("S-01")).verification
    assert seal is not None
    assert seal.title == "中期"
