"""The Word file: everything in it, real styles and fields, and text from people as text."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from app.domain.steps import finish
from app.domain.vocabulary import LANGUAGES, Language, Stage
from app.errors import EnvironmentProblem
from app.queries.indicators import indicators
from app.reports.assemble import assemble
from app.reports.docx.check import check_docx
from app.reports.docx.document import write_docx
from app.reports.fonts import font_set
from app.reports.outcome import Source
from app.reports.styles import PORTRAIT
from app.services.indicators import edit_indicator
from app.services.practices import add_practice
from app.services.snapshots import take_snapshot
from app.services.workbooks import Workbook
from tests.reports.reading import TODAY, as_docx, bare, made, promised, with_narrative
from tests.reports.test_consistency import rich  # noqa: F401

AWKWARD = (
    "<para>&amp;</para> </w:t> ]]>\n=1+1\t列二\t列三\n\x00\x0b\x1f控\ufffe制\ud800符\r\n"
    "表情😀 " + "长" * 300 + "\n" + "x" * 300
)


def text_of(path: Path) -> str:
    """All text that is seen of the body, without white space."""
    body = Document(str(path)).element.body
    return bare("".join(held.text or "" for held in body.iter(qn("w:t"))))


def shown(path: Path) -> Any:
    return Document(str(path))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_is_in_the_word_file(
    rich: Workbook,  # noqa: F811
    tmp_path: Path,
    language: Language,
) -> None:
    add_practice(rich, title="一业一策", what="做法", novelty="新意", effect="成效", reach="推广")
    take_snapshot(rich, Stage.BASELINE, TODAY, "基线")
    report = assemble(rich, Stage.INTERIM, language, TODAY, Source(snapshot="S-01"))
    text = text_of(as_docx(report, tmp_path))
    values = [bare(value) for value in promised(report)]
    assert len(values) > 1000
    assert [value for value in values if value not in text and value != report.data_mark] == []


def test_headings_have_words_styles_and_numbers_of_their_own(
    filled: Workbook, tmp_path: Path
) -> None:
    document = shown(as_docx(made(filled), tmp_path))
    styles = [one.style.style_id for one in document.paragraphs]
    assert styles[3] == "Title"
    sections = [one for one in document.paragraphs if one.style.style_id == "Heading1"]
    assert [one.text for one in sections][1] == "试点基本情况"
    assert styles.count("Heading2") >= 8
    assert styles.count("Heading3") >= 88
    numbering = document.part.numbering_part.element
    shapes = numbering.xpath("w:abstractNum[@w:abstractNumId='901']/w:lvl/w:lvlText/@w:val")
    assert shapes == ["%1、", "（%2）", "%3.", "（%4）"]


def test_page_and_type_are_those_of_official_documents(filled: Workbook, tmp_path: Path) -> None:
    document = shown(as_docx(made(filled), tmp_path))
    portrait, *_ = document.sections
    sizes = (portrait.page_width, portrait.page_height, portrait.top_margin)
    assert [round(size.mm) for size in sizes] == [210, 297, 37]
    sides = (portrait.left_margin, portrait.right_margin, portrait.bottom_margin)
    assert [round(size.mm) for size in sides] == [28, 26, 35]
    assert any(one.page_width > one.page_height for one in document.sections)
    normal = document.styles["Normal"]
    assert normal.font.size.pt == 16
    assert normal.paragraph_format.line_spacing.pt == pytest.approx(28.9)
    fonts = normal.element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "仿宋"
    indent = normal.element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"


def test_page_numbers_stand_outside(filled: Workbook, tmp_path: Path) -> None:
    document = shown(as_docx(made(filled), tmp_path))
    assert document.settings.odd_and_even_pages_header_footer
    for section in document.sections[1:]:
        for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
            number = footer._element.xpath("w:p")[0]
            assert number.xpath("string(w:pPr/w:jc/@w:val)") == side
            assert number.xpath("string(.//w:instrText)").strip() == "PAGE"


def test_only_the_live_state_is_marked_as_a_draft(filled: Workbook, tmp_path: Path) -> None:
    take_snapshot(filled, Stage.INTERIM, TODAY, "中期")
    frozen = assemble(filled, Stage.INTERIM, "zh", TODAY, Source(snapshot="S-01"))
    for report, mark in ((made(filled), "征求意见稿"), (frozen, "")):
        document = shown(as_docx(report, tmp_path))
        for section in document.sections:
            for header in (section.header, section.even_page_header):
                assert "".join(one.text for one in header.paragraphs) == mark


def test_contents_list_what_can_be_jumped_to(filled: Workbook, tmp_path: Path) -> None:
    body = shown(as_docx(made(filled), tmp_path)).element.body
    codes = [one.text.strip() for one in body.iter(qn("w:instrText"))]
    assert any(code.startswith("TOC ") for code in codes)
    marks = set(body.xpath(".//w:bookmarkStart/@w:name"))
    links = body.xpath(".//w:hyperlink/@w:anchor")
    assert len(links) > 100
    assert set(links) <= marks
    settings = shown(tmp_path / "report.docx").settings.element
    assert settings.find(qn("w:updateFields")).getnext().tag == qn("w:compat")
    numbers = body.xpath(".//w:bookmarkStart/@w:id")
    assert len(numbers) == len(set(numbers))
    begun, ended = (
        len(body.xpath(f".//w:fldChar[@w:fldCharType='{kind}']")) for kind in ("begin", "end")
    )
    assert begun == ended


def test_tables_repeat_their_heads_and_keep_rows_whole(filled: Workbook, tmp_path: Path) -> None:
    body = shown(as_docx(made(filled), tmp_path)).element.body
    assert len(body.xpath(".//w:tr")) == len(body.xpath(".//w:tr[w:trPr/w:cantSplit]"))
    assert len(body.xpath(".//w:tr[w:trPr/w:tblHeader]")) >= 4
    for table in body.iter(qn("w:tbl")):
        after = table.getnext()
        assert after.tag == qn("w:p")


def test_charts_are_pictures_with_a_description(filled: Workbook, tmp_path: Path) -> None:
    document = shown(as_docx(made(filled), tmp_path))
    shapes = document.inline_shapes
    assert len(shapes) >= 3
    assert all(shape._inline.docPr.get("descr") for shape in shapes)
    assert max(shape.width.mm for shape in shapes) == pytest.approx(156, abs=0.5)


def test_text_from_people_is_text(filled: Workbook, tmp_path: Path) -> None:
    report = with_narrative(made(filled), AWKWARD)
    path = as_docx(report, tmp_path)
    text = text_of(path)
    for part in ("<para>&amp;</para></w:t>]]>", "=1+1列二列三", "控制符", "表情😀", "x" * 300):
        assert part in text
    row = next(one for one in shown(path).paragraphs if one.text.startswith("=1+1"))
    assert row.text == "=1+1\t列二\t列三"


@pytest.mark.parametrize("narrative", ["", "长" * 20_000, "\n\n"])
def test_short_and_long_narratives(filled: Workbook, tmp_path: Path, narrative: str) -> None:
    text = text_of(as_docx(with_narrative(made(filled), narrative), tmp_path))
    assert narrative.strip() in text


def test_titles_longer_than_properties_may_be(filled: Workbook, tmp_path: Path) -> None:
    report = replace(made(filled), title="题" * 400, lead_unit="局" * 400)
    told = shown(as_docx(report, tmp_path)).core_properties
    assert (len(told.title), len(told.author)) == (255, 255)
    assert told.created.date() == TODAY


def test_a_word_file_that_was_cut_or_lacks_text_is_found(filled: Workbook, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    held = finish(write_docx(made(filled), path, font_set("zh", folders=())))
    check_docx(path, held)
    for wrong in (replace(held, tables=1), replace(held, text="")):
        with pytest.raises(EnvironmentProblem, match=r"export\.damaged"):
            check_docx(path, wrong)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(EnvironmentProblem, match=r"export\.damaged"):
        check_docx(path, held)


def test_charts_of_indicators_stand_two_in_a_row(rich: Workbook, tmp_path: Path) -> None:  # noqa: F811
    bases = next(one for one in indicators(rich, TODAY) if one.code == "IND-OUT-4")
    edit_indicator(rich, bases.id, baseline=2, baseline_on=date(2023, 1, 31))
    report = made(rich)
    document = shown(as_docx(report, tmp_path))
    drawn = sum(one.curve.measured for one in report.indicators)
    # Numbers have no unit to be told.
    captions = [one.text for one in document.paragraphs if one.style.name == "Caption"]
    captions += [held.text for held in document.element.body.iter(qn("w:t"))]
    assert any(one.endswith("国家技术标准创新基地数量") for one in captions)
    assert not any("（单位：）" in one or "单位：数量" in one for one in captions)
    rows = [
        [len(cell.xpath(".//pic:pic")) for cell in row.xpath("./w:tc")]
        for row in document.element.body.xpath(".//w:tr[.//pic:pic]")
    ]
    assert drawn > 2
    assert rows == [[1, 1]] * (drawn // 2) + [[1]] * (drawn % 2)
    for row in document.element.body.xpath(".//w:tr[.//pic:pic]"):
        assert not row.xpath("./ancestor::w:tbl/w:tblPr/w:tblBorders")
        assert all(cell.xpath("./w:p")[-1].style == "Caption" for cell in row.xpath("./w:tc"))


def test_the_contents_stay_on_their_page(filled: Workbook, tmp_path: Path) -> None:
    """Lines that would leave a few alone on a second page are brought closer together."""
    for title in range(1, 9):
        add_practice(filled, title=f"经验{title}", what="做法")
    lines = shown(as_docx(made(filled), tmp_path)).element.body.xpath(
        "./w:p[w:pPr/w:pStyle[starts-with(@w:val, 'TOC')]]"
    )
    pitches = [int(one.xpath("string(w:pPr/w:spacing/@w:line)")) / 20 for one in lines]
    assert len(lines) > 22
    assert sum(pitches) < PORTRAIT.text_height - 42
    assert min(pitches) >= 0.8 * 17.5


def test_a_numbered_part_is_indented_like_the_text(filled: Workbook, tmp_path: Path) -> None:
    """A list would otherwise take its first line to the edge."""
    add_practice(filled, title="一业一策", what="做法。", effect="成效。")
    document = shown(as_docx(made(filled), tmp_path))
    (part,) = (one for one in document.paragraphs if one.text == "主要做法：做法。")
    assert part._p.pPr.numPr.ilvl.val == 2
    assert part._p.pPr.ind.get(qn("w:firstLineChars")) == "200"


def test_narrow_cells_have_no_blanks_around_figures(filled: Workbook, tmp_path: Path) -> None:
    styles = shown(as_docx(made(filled), tmp_path)).styles.element
    for key in ("Cell", "SmallCenter"):
        told = styles.xpath(f"./w:style[@w:styleId='{key}']/w:pPr")[0]
        assert told.xpath("string(w:autoSpaceDE/@w:val)") == "0"


def test_only_a_short_narrative_stays_with_its_evidence(filled: Workbook, tmp_path: Path) -> None:
    for text, kept in (("短。" * 40, 1), ("长。" * 4000, 0)):
        report = with_narrative(made(filled), text)
        (narrative,) = [
            one for one in shown(as_docx(report, tmp_path)).paragraphs if text in one.text
        ]
        assert len(narrative._p.xpath("./w:pPr/w:keepNext")) == kept
