"""The report's sections in the PDF file: links, charts, the page to be sealed, running heads."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from reportlab.graphics.shapes import String

from app.domain.report_template import ReportTemplate, SectionChoice
from app.domain.steps import finish
from app.domain.vocabulary import LANGUAGES, Language, Stage
from app.reports.assemble import assemble
from app.reports.charts import PRINT
from app.reports.fonts import font_set
from app.reports.model import Report
from app.reports.outcome import Source
from app.reports.pdf.document import write_sections
from app.reports.radar_chart import radar_chart
from app.reports.seal import grouped, qr_code
from app.reports.styles import LANDSCAPE, PORTRAIT
from app.reports.timeline_chart import TimelineWords, timeline_chart
from app.services.workbooks import Workbook
from tests.reports.golden import fixed_workbook
from tests.reports.reading import as_pdf, bare, body_text, page_texts, running_text

DAY = date(2026, 1, 5)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    opened = fixed_workbook(tmp_path_factory.mktemp("sections"))
    yield opened
    opened.close()


def made(
    workbook: Workbook, language: Language = "zh", template: ReportTemplate | None = None
) -> Report:
    source = Source("S-02") if template is None else Source("S-02", template=template)
    return assemble(workbook, Stage.INTERIM, language, DAY, source)


def links(path: Path) -> set[tuple[int, int]]:
    """Pages with the pages that their links lead to, from 0."""
    document = pypdfium2.PdfDocument(path)
    found: set[tuple[int, int]] = set()
    for number, page in enumerate(document):
        position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
            target = pdfium.FPDFLink_GetDest(document, link)
            found.add((number, pdfium.FPDFDest_GetDestPageIndex(document, target)))
    document.close()
    return found


def page_of(path: Path, title: str) -> int:
    """The page that a bookmark leads to, from 0."""
    document = pypdfium2.PdfDocument(path)
    try:
        marks = {item.get_title(): item.get_dest().get_index() for item in document.get_toc()}
    finally:
        document.close()
    return next(page for mark, page in marks.items() if title in mark)


def test_links_lead_from_a_requirement_to_its_evidence_and_back(
    workbook: Workbook, tmp_path: Path
) -> None:
    path = as_pdf(made(workbook), tmp_path)
    answer, register = page_of(path, "（N29-2.07）"), page_of(path, "佐证材料清单")
    scores, problems = page_of(path, "自评计分表"), page_of(path, "存在问题")
    found = links(path)
    # The evidence is named behind the answer, which may go on for a page.
    assert (answer, register) in found or (answer + 1, register) in found
    assert (register, answer) in found
    assert any(start in (scores, scores + 1) and end == answer for start, end in found)
    assert (problems, answer) in found


def test_links_lead_nowhere_that_the_report_does_not_show(
    workbook: Workbook, tmp_path: Path
) -> None:
    sections = tuple(SectionChoice(key) for key in ("annex-scores", "problems"))
    report = made(workbook, template=ReportTemplate("", cover=False, sections=sections))
    path = as_pdf(report, tmp_path)
    contents = {end for start, end in links(path) if start == 0}
    assert contents == {1, page_of(path, "自评计分表"), page_of(path, "存在问题")} | {
        page_of(path, "报告确认页")
    }
    assert {start for start, _ in links(path)} == {0}


@pytest.mark.parametrize("language", LANGUAGES)
def test_radar_and_timeline_say_what_their_definition_does(
    workbook: Workbook, tmp_path: Path, language: Language
) -> None:
    report = made(workbook, language)
    text = running_text(as_pdf(report, tmp_path), report)
    font = font_set(language, folders=()).chains["body"][0].name
    assert report.radar is not None
    assert report.timeline is not None
    words = TimelineWords("", "")
    for drawing in (
        radar_chart(report.radar, PRINT, 400, 300, font),
        timeline_chart(report.timeline, words, PRINT, 400, 200, font),
    ):
        shown = [bare(one.text) for one in drawing.contents if isinstance(one, String)]
        assert len(shown) > 8
        assert [one for one in shown if one not in text] == []


def test_the_radar_shows_now_then_and_the_highest_grade(workbook: Workbook) -> None:
    radar = made(workbook).radar
    assert radar is not None
    assert [name[:6] for name in radar.series] == ["本次自评", "S-01 基", "“优秀”档下"]
    now, before, goal = zip(*(axis.points for axis in radar.axes), strict=True)
    assert now[1] > before[1]
    assert len(set(goal)) == 1


def test_a_timeline_needs_the_pilots_period_and_knows_only_what_was(workbook: Workbook) -> None:
    timeline = made(workbook).timeline
    assert timeline is not None
    assert [one.label for one in timeline.milestones] == ["基线 2024年6月30日", "中期 2026年1月5日"]
    assert [task.on for task in timeline.tasks] == [date(2025, 3, 31)]
    baseline = assemble(workbook, Stage.BASELINE, "zh", DAY, Source("S-01")).timeline
    assert baseline is not None
    assert [one.on for one in baseline.milestones] == [date(2024, 6, 30)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_to_be_sealed_names_the_snapshot(
    workbook: Workbook, tmp_path: Path, language: Language
) -> None:
    report = made(workbook, language)
    assert report.verification is not None
    path = as_pdf(report, tmp_path)
    title = "报告确认页" if language == "zh" else "Sign-off"
    text = page_texts(path)[page_of(path, title)]
    seal = "填报单位（盖章）" if language == "zh" else "Reporting unit (seal)"
    assert bare(seal) in bare(text)
    assert bare(grouped(report.verification.sha256)) in bare(text)
    assert "____年____月____日" in text or language == "en"
    code = qr_code(report.verification, "font")
    assert code.contents[0].value == f"sha256:{report.verification.sha256}"


def test_digits_are_grouped_to_be_compared() -> None:
    assert grouped("0123456789abcdef" * 2 + "01") == "01234567 89abcdef 01234567 89abcdef\n01"


def test_a_draft_has_no_code_and_says_so_on_every_page(workbook: Workbook, tmp_path: Path) -> None:
    report = assemble(workbook, Stage.INTERIM, "zh", DAY)
    texts = page_texts(as_pdf(report, tmp_path))
    assert all("征求意见稿" in text for text in texts)
    assert "不附验证码" in bare("".join(texts))
    final = page_texts(as_pdf(made(workbook), tmp_path))
    assert not any("征求意见稿" in text for text in final)


def test_a_report_without_cover_and_page_to_be_sealed(workbook: Workbook, tmp_path: Path) -> None:
    sections = (SectionChoice("basics"), SectionChoice("annex-gaps"))
    template = ReportTemplate("", cover=False, sign_off=False, sections=sections)
    path = as_pdf(made(workbook, template=template), tmp_path)
    first = page_texts(path)[0]
    assert bare("国家标准化创新发展试点中期自评报告 目　录") in bare(first)
    assert "— 1 —" in first
    document = pypdfium2.PdfDocument(path)
    titles = [item.get_title() for item in document.get_toc()]
    document.close()
    assert titles == ["编制说明", "一、试点基本情况", "附件1 待完善事项清单"]


def test_annexes_and_articles_have_running_heads_where_they_go_on(
    workbook: Workbook, tmp_path: Path
) -> None:
    path = as_pdf(made(workbook), tmp_path)
    document = pypdfium2.PdfDocument(path)
    heads = [head(page) for page in document]
    document.close()
    scores = page_of(path, "自评计分表")
    assert heads[scores : scores + 2] == ["", "附件1 自评计分表"]
    assert heads[page_of(path, "佐证材料清单")] == ""
    assert heads[page_of(path, "（N29-2.07）")].startswith("（一）第二条")
    assert set(heads[: page_of(path, "二、组织领导")]) == {""}


def head(page: pypdfium2.PdfPage) -> str:
    """What stands over the text area of a page."""
    shape = LANDSCAPE if page.get_width() > page.get_height() else PORTRAIT
    top = shape.height - shape.top
    box = (shape.left - 4, top + 12, shape.width - shape.right, top + 40)
    return page.get_textpage().get_text_bounded(*box).strip()


def test_wide_tables_stand_on_wide_pages_and_their_heads_come_again(
    workbook: Workbook, tmp_path: Path
) -> None:
    path = as_pdf(made(workbook), tmp_path)
    document = pypdfium2.PdfDocument(path)
    wide = [page.get_width() > page.get_height() for page in document]
    texts = [body_text(page) for page in document]
    document.close()
    scores, register = page_of(path, "自评计分表"), page_of(path, "佐证材料清单")
    assert all(wide[scores : register + 1])
    assert not any(wide[: page_of(path, "四、量化指标") + 1])
    assert all("自评等级" in text for text in texts[scores:register])


def test_what_is_listed_in_its_section_is_not_said_twice(
    workbook: Workbook, tmp_path: Path
) -> None:
    report = made(workbook)
    text = running_text(as_pdf(report, tmp_path), report)
    assert text.count("数据口径不一。") == 1
    choice = tuple(SectionChoice(key) for key in ("organisation", "changes"))
    short = made(workbook, template=ReportTemplate("", sections=choice))
    text = running_text(as_pdf(short, tmp_path), short)
    assert text.count("存在问题：数据口径不一。") == 1


def test_texts_that_people_write_are_text(workbook: Workbook, tmp_path: Path) -> None:
    report = made(workbook)
    nasty = "<para>甲</para> & =1+1\n" + "表\t头\n" * 3 + "字" * 300 + "w" * 300 + "王𬱖"
    sections = tuple(replace(one, text=nasty) if not one.annex else one for one in report.sections)
    cover = replace(report.cover, title="题" * 120)
    practices = tuple(replace(one, what=nasty * 5, title="<b>") for one in report.practices)
    whole = replace(
        report, sections=sections, cover=cover, practices=practices, lead_unit="单" * 200
    )
    text = running_text(as_pdf(whole, tmp_path), whole)
    assert text.count(bare(nasty)) == 7 + 5
    assert "题" * 120 in text


def test_a_thousand_dossiers_of_one_requirement(workbook: Workbook, tmp_path: Path) -> None:
    report = made(workbook)
    article = report.articles[0]
    numbers = tuple(f"1.01-{number:04}" for number in range(1000))
    item = replace(article.requirements[0], evidence=numbers)
    article = replace(article, requirements=(item,))
    short = replace(report, articles=(article, *report.articles[1:]))
    text = running_text(as_pdf(short, tmp_path), short)
    assert all(number in text for number in numbers)


def test_a_fact_is_a_paragraph_of_its_own(workbook: Workbook, tmp_path: Path) -> None:
    report = made(workbook)
    text = running_text(as_pdf(report, tmp_path), report)
    facts = [bare(fact) for section in report.sections for fact in section.facts]
    assert len(facts) > 10
    assert [fact for fact in facts if fact not in text] == []
    assert re.search(r"一、试点基本情况试点期限为", text)


def test_no_font_is_asked_for_a_character_that_it_does_not_have(
    workbook: Workbook, tmp_path: Path
) -> None:
    report = made(workbook)
    rare = "王😀䶮\u0378"
    sections = tuple(replace(one, heading=one.heading + rare) for one in report.sections)
    assert report.radar is not None
    whole = replace(
        report,
        sections=sections,
        cover=replace(report.cover, title=rare),
        radar=replace(report.radar, series=("甲😀", "乙😀", "丙😀")),
    )
    fonts = font_set("zh", folders=())
    path = as_pdf(whole, tmp_path, fonts)
    places = {one.character: one.places for one in fonts.missing}
    assert set(places) == {"😀", "\u0378"}
    assert "封面" in places["😀"]
    assert "一、试点基本情况" in "".join(places["😀"])
    # In text, contents, running heads and chart alike.
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    heads = [head(page) for page in document]
    document.close()
    assert "附件1 自评计分表王□䶮□" in heads
    assert "甲□" in "".join(texts)
    assert not any("😀" in text for text in texts)


@pytest.mark.parametrize(("key", "wide"), [("basics", False), ("annex-scores", True)])
def test_sections_alone_begin_on_the_first_page(
    workbook: Workbook, tmp_path: Path, key: str, wide: bool
) -> None:
    report = made(workbook, template=ReportTemplate("", sections=(SectionChoice(key),)))
    path = tmp_path / "section.pdf"
    finish(write_sections(report, path, font_set("zh", folders=())))
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    heading = next(section.heading for section in report.sections)
    assert heading in body_text(page)
    assert (page.get_width() > page.get_height()) is wide
    assert "报告确认页" not in "".join(body_text(one) for one in document)
    document.close()
