"""The PDF file: fonts, bookmarks, pages, and text that people type."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from app.domain.vocabulary import Language
from app.reports.fonts import font_set
from app.reports.model import EvidenceEntry, FileEntry, Proof, Report
from app.reports.styles import LANDSCAPE, PORTRAIT
from app.services.workbooks import NewPilot, Workbook, create_workbook
from tests.reports.reading import (
    as_pdf,
    bare,
    body_text,
    made,
    page_texts,
    running_text,
    with_narrative,
)


@pytest.fixture
def report(filled: Workbook) -> Report:
    return made(filled)


def test_every_font_is_embedded_and_none_is_reportlabs_own(report: Report, tmp_path: Path) -> None:
    content = as_pdf(report, tmp_path).read_bytes()
    fonts = re.findall(rb"<<[^<>]*/BaseFont /(\S+)[^<>]*>>", content)
    assert fonts
    assert not [font for font in fonts if not re.search(rb"\+(Noto|GBZenKai)", font)]
    assert len(re.findall(rb"/FontFile2 ", content)) == len(fonts)


def test_bookmarks_lead_to_the_pages_that_the_contents_name(report: Report, tmp_path: Path) -> None:
    path = as_pdf(report, tmp_path)
    document = pypdfium2.PdfDocument(path)
    marks = [(item.get_title(), item.get_dest().get_index() + 1) for item in document.get_toc()]
    document.close()
    texts = page_texts(path)
    assert [title for title, _ in marks][:3] == [
        "编制说明",
        "一、试点基本情况",
        "二、组织领导和体制机制",
    ]
    # Notes, sections and annexes, the page to be sealed; articles; requirements.
    assert len(marks) == 12 + 8 + 88
    for title, page in marks:
        assert bare(title) in bare(texts[page - 1])
    # The contents list sections and articles, each with its page.
    contents = bare(texts[1])
    for title, page in marks:
        if "（N29" not in title:
            assert f"{bare(title)}{page}" in contents


def test_metadata_name_report_lead_unit_and_language(report: Report, tmp_path: Path) -> None:
    path = as_pdf(report, tmp_path)
    document = pypdfium2.PdfDocument(path)
    data = document.get_metadata_dict()
    document.close()
    assert data["Title"] == "浙江省 国家标准化创新发展试点中期自评报告"
    assert data["Author"] == "浙江省市场监督管理局"
    assert b"(zh-CN)" in path.read_bytes()


@pytest.mark.parametrize(("language", "mark"), [("zh", "样例数据"), ("en", "Sample data")])
def test_sample_data_are_marked_on_every_page(
    tmp_path: Path, language: Language, mark: str
) -> None:
    pilot = NewPilot("示例", "00", date(2024, 1, 1), date(2026, 12, 31), sample=True)
    workbook = create_workbook(tmp_path / "sample", pilot)
    try:
        report = made(workbook, language)
    finally:
        workbook.close()
    assert all(mark in text for text in page_texts(as_pdf(report, tmp_path)))


def test_real_data_are_not_marked(report: Report, tmp_path: Path) -> None:
    assert not any("样例" in text for text in page_texts(as_pdf(report, tmp_path)))


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(
    report: Report, tmp_path: Path
) -> None:
    document = pypdfium2.PdfDocument(as_pdf(report, tmp_path))
    for index in range(1, len(document)):
        page = document[index]
        finder = page.get_textpage().search(f"— {index + 1} —")
        found = finder.get_next()
        assert found is not None
        left, bottom, right, top = page.get_textpage().get_charbox(found[0])
        if page.get_width() > page.get_height():
            # The page as it is bound: turned, its upper edge at the left.
            left, bottom, top = page.get_height() - top, left, right
        assert (left > A4[0] / 2) == (index % 2 == 0)
        # 7 mm below the text area, which ends 35 mm above the edge.
        assert 28 * mm - 14 < bottom < top < 28 * mm
    document.close()


def test_the_text_area_is_that_of_an_official_document() -> None:
    assert (PORTRAIT.text_width, PORTRAIT.text_height) == pytest.approx((156 * mm, 225 * mm))
    assert (PORTRAIT.left, PORTRAIT.top) == pytest.approx((28 * mm, 37 * mm))
    assert (LANDSCAPE.text_width, LANDSCAPE.text_height) == pytest.approx((225 * mm, 156 * mm))


def test_a_full_page_has_22_lines_of_28_characters(report: Report, tmp_path: Path) -> None:
    path = as_pdf(with_narrative(report, "国" * 28 * 60), tmp_path)
    document = pypdfium2.PdfDocument(path)
    pages = [body_text(page) for page in document]
    number = next(number for number, page in enumerate(pages) if page.count("国") > 500)
    inside = document[number].get_textpage()
    found = inside.search("国" * 28)
    tops = [inside.get_charbox(place[0])[3] for place in iter(found.get_next, None)]
    document.close()
    assert [one - two for one, two in pairwise(tops)] == pytest.approx([28.9] * 21, abs=0.01)
    full = [page.split() for page in pages if page.count("国") > 500]
    assert full
    assert {len(line) for page in full for line in page} == {28}
    assert {len(page) for page in full} == {22}


@pytest.mark.parametrize(("language", "mark"), [("zh", "非官方模板"), ("en", "unofficialtemplate")])
def test_every_page_after_the_cover_says_that_scoring_is_unofficial(
    filled: Workbook, tmp_path: Path, language: Language, mark: str
) -> None:
    texts = [bare(text) for text in page_texts(as_pdf(made(filled, language), tmp_path))]
    assert len(texts) > 20
    assert all(mark in text for text in texts[1:])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_heading_ends_a_page_and_no_evidence_begins_one(
    filled: Workbook, tmp_path: Path, language: Language
) -> None:
    report = made(filled, language)
    evidence = "佐证材料编号" if language == "zh" else "Evidence:"
    # One to eleven lines, so that pages end at every place of an answer.
    lengths = iter(range(10_000))
    articles = tuple(
        replace(
            article,
            requirements=tuple(
                replace(item, narrative="标准" * (14 * (next(lengths) % 11) + 5))
                for item in article.requirements
            ),
        )
        for article in report.articles
    )
    document = pypdfium2.PdfDocument(as_pdf(replace(report, articles=articles), tmp_path))
    pages = [body_text(page).split("\n") for page in document]
    headings = {bare(item.get_title()) for item in document.get_toc()}
    document.close()
    assert sum(any(line.startswith(evidence) for line in page) for page in pages) > 30
    assert [page[0] for page in pages if page[0].startswith(evidence)] == []
    assert [page[-1] for page in pages if bare(page[-1]) in headings] == []


@pytest.mark.parametrize(
    "text",
    [
        "<b>粗体</b>",
        "<para>段落",
        "标准 & 计量 &amp; 认证",
        "=cmd|'/c calc'!A1",
        "王𬱖、㵘、䶮",
        "词" * 300,
        "w" * 300,
        "。" * 300,
        "表头\t数值\n第一行\t1\n\n第二行\t2",
        "第一段。\n" * 1000 + "末段",
        "国" * 20_000,
        "e\u0301cole cafe\u0301",
        "\\(x) %PDF /Name <</Type>>",
    ],
    ids=lambda text: text[:8].encode("unicode_escape").decode(),
)
def test_text_that_people_type_is_shown_as_it_is(report: Report, tmp_path: Path, text: str) -> None:
    report = with_narrative(report, text)
    fonts = font_set("zh", folders=())
    assert bare(text) in running_text(as_pdf(report, tmp_path, fonts), report)
    assert fonts.missing == ()


def test_characters_that_no_font_has_are_named_with_their_place(
    report: Report, tmp_path: Path
) -> None:
    fonts = font_set("zh", folders=())
    report = with_narrative(report, "已完成😀。")
    text = running_text(as_pdf(report, tmp_path, fonts), report)
    assert "已完成□。" in text
    assert [(one.character, one.places) for one in fonts.missing] == [
        ("😀", ("N29-1.01 工作情况",))
    ]


def test_an_empty_workbook_says_that_nothing_is_filled_in(
    workbook: Workbook, tmp_path: Path
) -> None:
    report = made(workbook)
    text = running_text(as_pdf(report, tmp_path), report)
    assert "牵头单位（盖章）：未填写" in text
    assert text.count("工作情况：未填写。") == 88
    assert "尚未收入佐证材料。" in text


def test_an_english_report_of_an_empty_workbook_has_no_chinese_but_names(
    workbook: Workbook, tmp_path: Path
) -> None:
    report = made(workbook, "en")
    text = running_text(as_pdf(report, tmp_path), report)
    names = {*"浙江试点", *report.document_number}
    assert not set(re.findall(r"[\u4e00-\u9fff]", text)) - names


def test_200_dossiers_of_one_requirement_and_one_of_all_requirements(
    report: Report, tmp_path: Path
) -> None:
    proofs = tuple(Proof(item.id, "第1页", "说明" * 40) for item in report.requirements)
    evidence = tuple(
        EvidenceEntry(
            number=f"1.01-{number:03}",
            title="材料" * 100,
            kind="其他",
            document_number="",
            issuing_body="",
            formed_on="",
            valid_until="",
            confidentiality="",
            notes="",
            files=(FileEntry("长" * 190 + ".pdf", 1, f"{number:064x}"),),
            proofs=proofs if number == 1 else proofs[:1],
        )
        for number in range(1, 201)
    )
    article = report.articles[0]
    item = replace(article.requirements[0], evidence=tuple(entry.number for entry in evidence))
    article = replace(article, requirements=(item, *article.requirements[1:]))
    full = replace(report, articles=(article, *report.articles[1:]), evidence=evidence)
    text = running_text(as_pdf(full, tmp_path), full)
    assert all(entry.number in text for entry in evidence)
    assert text.count("材料" * 10) >= 200
