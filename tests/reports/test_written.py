"""Levels and pasted tables in every format."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from reportlab.platypus import CondPageBreak, Flowable

from app.domain.report_sections import Section
from app.reports.fonts import font_set
from app.reports.listing import Span
from app.reports.model import Report
from app.reports.pdf.grid import Grid
from app.reports.pdf.setting import Setting
from app.reports.pdf.textblock import TextBlock
from app.reports.pdf.written import written
from app.reports.styles import PORTRAIT
from app.reports.submission.page import page
from app.services.workbooks import Workbook
from tests.reports.reading import (
    as_docx,
    as_pdf,
    as_xlsx,
    bare,
    joined,
    made,
    page_texts,
    sheets,
    with_narrative,
)

WIDTH, HEIGHT = PORTRAIT.text_width, PORTRAIT.text_height
PASTED = "地区\t标准（项）\t占比\n杭州\t=1+1\t54.5%\n宁波\t<b>&\t45.5%"
LEVELS = (
    "一、加强领导\n（一）组织\n成立小组。\n1. 机制\n（1）例会。每季一次。\n（二）督查。每年一次。"
)


def lone(report: Report) -> Report:
    """The report with the sections of requirements and scores only, to be written quickly."""
    kept = (Section.ORGANISATION, Section.ANNEX_SCORES)
    return replace(report, sections=tuple(one for one in report.sections if one.key in kept))


def setting_of(report: Report) -> Setting:
    return Setting(report, font_set(report.language, folders=()))


def lines_of(block: TextBlock) -> list[str]:
    block.wrap(WIDTH, HEIGHT)
    return ["".join(run.text for run in line.runs) for line in block._lines]


def test_levels_are_set_in_the_type_of_official_documents(filled: Workbook) -> None:
    setting = setting_of(made(filled))
    (block,) = written(setting, LEVELS, "")
    assert isinstance(block, TextBlock)
    block.wrap(WIDTH, HEIGHT)
    chains = setting.fonts.chains
    heading, sub, body = (chains[role][0] for role in ("heading", "subheading", "body"))
    faces = {sign: run.ink.face for line in block._lines for run in line.runs for sign in run.text}
    assert {faces[sign] for sign in "加强领导"} == {heading}
    assert {faces[sign] for sign in "织督查"} == {sub}
    assert {faces[sign] for sign in "小机制例会季年"} == {body}


@pytest.mark.parametrize("lines", range(1, 12))
def test_no_heading_is_left_at_the_end_of_a_page(filled: Workbook, lines: int) -> None:
    text = "正文\n" * 3 + LEVELS + "\n" + "三、成效\n（一）标准\n" + "长" * 90
    (block,) = written(setting_of(made(filled)), text, "")
    assert isinstance(block, TextBlock)
    whole = lines_of(block)
    upper, lower = block.split(WIDTH, lines * block.style.leading)
    assert isinstance(upper, TextBlock)
    assert isinstance(lower, TextBlock)
    shown = lines_of(upper)
    assert shown + lines_of(lower) == whole
    assert shown[-1] not in ("一、加强领导", "（一）组织", "三、成效", "（一）标准")
    assert len(shown) <= lines


def test_a_label_runs_into_a_paragraph_and_stands_over_a_level_or_a_table(
    filled: Workbook,
) -> None:
    setting = setting_of(made(filled))
    label = [Span("工作情况：")]
    for text, first in (
        ("正文。", "工作情况：正文。"),
        (LEVELS, "工作情况："),
        (PASTED, "工作情况："),
    ):
        block = next(one for one in written(setting, text, "", label) if isinstance(one, TextBlock))
        assert lines_of(block)[0] == first


def test_a_table_keeps_what_leads_to_it(filled: Workbook) -> None:
    setting = setting_of(made(filled))
    text = "长" * 200 + "\n二、数据\n各市如下：\n" + PASTED
    before, room, introduction, grid, _ = written(setting, text, "")
    assert isinstance(before, TextBlock)
    assert isinstance(room, CondPageBreak)
    assert isinstance(introduction, TextBlock)
    assert isinstance(grid, Grid)
    assert lines_of(introduction) == ["二、数据", "各市如下："]
    assert room.height == introduction.height + grid.least_height
    long, table, _ = written(setting, "长" * 200 + "\n" + PASTED, "")
    assert [type(one) for one in (long, table)] == [TextBlock, Grid]


def test_a_pasted_table_goes_on_over_pages_under_its_head(filled: Workbook, tmp_path: Path) -> None:
    rows = "\n".join(f"县区{number}\t{number}\t正常" for number in range(2000))
    report = lone(with_narrative(made(filled), f"如下：\n地区\t标准\t状态\n{rows}\n完。"))
    texts = page_texts(as_pdf(report, tmp_path))
    shown = [one for one in texts if "县区" in one]
    assert len(shown) > 60
    assert all("地区" in one and "状态" in one for one in shown)
    assert all(f"县区{number}" in "".join(texts) for number in range(0, 2000, 97))
    document = Document(str(as_docx(report, tmp_path)))
    table = next(one for one in document.tables if one.rows[0].cells[0].text == "地区")
    assert len(table._tbl.tr_lst) == 2001


@pytest.mark.parametrize("columns", [9, 14, 15, 60])
def test_wide_tables_stay_on_the_page(filled: Workbook, tmp_path: Path, columns: int) -> None:
    line = "\t".join(f"{number}月1,234" for number in range(columns))
    report = lone(with_narrative(made(filled), "\n".join([line] * 4)))
    path = as_pdf(report, tmp_path)
    document = pypdfium2.PdfDocument(path)
    for one in document:
        width = one.get_width()
        text = one.get_textpage()
        for index in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(index)
            assert left >= 0
            assert right <= width - 30
    document.close()
    told = bare("".join(page_texts(path)))
    assert f"{columns - 1}月" in told


def grids(flowables: list[Flowable]) -> list[Grid]:
    return [one for one in flowables if isinstance(one, Grid)]


def test_a_cell_taller_than_a_page_goes_on(filled: Workbook, tmp_path: Path) -> None:
    cells = "\n".join("甲" * 300 + "\t" + "乙" * 300 for _ in range(30))
    setting = setting_of(made(filled))
    assert len(grids(written(setting, cells, ""))) == 1
    text = bare("".join(page_texts(as_pdf(lone(with_narrative(made(filled), cells)), tmp_path))))
    assert text.count("甲") == 9000


def test_word_has_styles_for_levels_and_real_tables(filled: Workbook, tmp_path: Path) -> None:
    report = lone(with_narrative(made(filled), LEVELS + "\n" + PASTED + "\n尾。"))
    document = Document(str(as_docx(report, tmp_path)))
    known = {one.text: one for one in document.paragraphs}
    assert known["一、加强领导"].style.name == "正文层次一"
    assert known["（一）组织"].style.name == "正文层次二"
    assert known["1. 机制"].style.name == "正文层次三"
    told = known["一、加强领导"]._p.pPr
    assert told.find(qn("w:keepNext")) is not None
    assert known["成立小组。"]._p.pPr.find(qn("w:keepNext")) is None
    fonts = known["一、加强领导"].style.element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "黑体"
    run_in = known["（二）督查。每年一次。"]
    assert run_in.runs[0].style.style_id == "subheading"
    (table,) = [one for one in document.tables if one.rows[0].cells[0].text == "地区"]
    assert [cell.text for cell in table.rows[1].cells] == ["杭州", "=1+1", "54.5%"]
    assert table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")


def test_parts_are_numbered_where_there_are_several(filled: Workbook, tmp_path: Path) -> None:
    """（1）, as official documents count on their fourth level; one part alone has no number."""
    report = made(filled)
    article = report.articles[0]
    one = replace(article.requirements[0], narrative="做了。", problems="难。", next_steps="改。")
    two = replace(article.requirements[1], narrative="也做了。")
    article = replace(article, requirements=(one, two, *article.requirements[2:]))
    report = lone(replace(report, articles=(article, *report.articles[1:])))
    text = bare("".join(page_texts(as_pdf(report, tmp_path))))
    for part in ("（1）工作情况：做了。", "（2）存在问题：难。", "（3）下一步计划：改。"):
        assert part in text
    assert "）工作情况：也做了。" not in text
    document = Document(str(as_docx(report, tmp_path)))
    counted = [one for one in document.paragraphs if one._p.xpath("./w:pPr/w:numPr/w:ilvl")]
    assert [one.text for one in counted] == [
        "工作情况：做了。",
        "存在问题：难。",
        "下一步计划：改。",
    ]
    assert [one._p.pPr.numPr.ilvl.val for one in counted] == [3, 3, 3]


def test_excel_keeps_columns_apart_and_makes_no_formula(filled: Workbook, tmp_path: Path) -> None:
    report = with_narrative(made(filled), "=1+1\t乙\n丙\t丁\n尾")
    rows = joined(sheets(as_xlsx(report, tmp_path))["自评计分表"])
    (row,) = (row for row in rows if row[1] == report.requirements[0].id)
    assert row[10] == "=1+1 ｜ 乙\n丙 ｜ 丁\n尾"


def test_the_page_has_a_table_and_levels(filled: Workbook) -> None:
    markup = page(with_narrative(made(filled), LEVELS + "\n" + PASTED), (), ())
    assert "<td>杭州</td><td>=1+1</td><td>54.5%</td>" in markup
    assert "<td>&lt;b&gt;&amp;</td>" in markup
    assert '<th scope="col">地区</th>' in markup
    assert '<b class="level-1">一、加强领导</b>' in markup
    assert '<b class="level-2">（二）督查。</b>每年一次。' in markup
