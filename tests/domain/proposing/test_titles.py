"""Titles from file names, from a document's lines, and from its properties."""

import pytest

from app.domain.proposals import propose
from app.domain.proposing.titles import readable_name, sensible
from app.domain.vocabulary import EvidenceKind


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("2.07-团体标准培优计划", "团体标准培优计划"),
        ("01_名单_终稿", "名单 终稿"),
        ("20230501 会议纪要", "会议纪要"),
        ("2023-05-01_会议纪要", "会议纪要"),
        ("会议纪要_20230501", "会议纪要"),
        ("会议纪要（2023.05.01）", "会议纪要"),
        ("会议纪要(1)", "会议纪要"),
        ("会议纪要 - 副本", "会议纪要"),
        ("2023年度总结", "2023年度总结"),
        ("DB33_T 2023-2019 管理规范", "DB33/T 2023-2019 管理规范"),
        ("20230501", "20230501"),
        ("编号20231345678", "编号20231345678"),
    ],
)
def test_a_name_made_readable(stem: str, name: str) -> None:
    assert readable_name(stem) == name


@pytest.mark.parametrize(
    "own",
    [
        "",
        " ",
        "Microsoft Word - 通知.doc",
        "untitled",
        "Untitled-1",
        "无标题",
        "文档1",
        "Document1",
        "PowerPoint 演示文稿",
        "演示文稿1",
        "PowerPoint Presentation",
        "幻灯片 1",
        "工作簿1",
        "Book1",
        "方案.cdr",
        "C:\\方案",
        "¹ØÓÚÓ¡·¢",
        "标题",
        "长" * 121,
    ],
)
def test_properties_that_say_nothing(own: str) -> None:
    assert sensible(own) == ""


@pytest.mark.parametrize("own", ["关于培优计划的说明", "Café standards", "标准化 2023"])
def test_properties_that_say_something(own: str) -> None:
    assert sensible(f" {own} ") == own


def test_name_then_heading_then_properties() -> None:
    own = "试点工作情况介绍"
    assert propose(["扫描件001.pdf"], "甲乙丙", own).title == own
    assert propose(["扫描件001.pdf"], "关于开展试点的通知\n甲", own).title == "关于开展试点的通知"
    assert propose(["实施方案.pdf"], "甲乙丙", own).title == "实施方案"
    assert propose(["扫描件001.pdf"], "", "Microsoft Word - 1.doc").title == "扫描件001"


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        (
            ["4.03 国际合作", "现场会照片", "IMG_20230901_102300.jpg"],
            "现场会照片（IMG_20230901_102300）",
        ),
        (["现场会照片", "微信图片_20230910.jpg"], "现场会照片（微信图片_20230910）"),
        (["4.03 国际合作", "图片", "DSC00012.JPG"], "国际合作（DSC00012）"),
        (["二、标准供给", "（一）国家标准", "扫描件0001.pdf"], "国家标准（扫描件0001）"),
        (["二、标准供给", "扫描件0001.pdf"], "标准供给（扫描件0001）"),
        (["图片", "IMG_0001.jpg"], "IMG 0001"),
        (["IMG_0001.jpg"], "IMG 0001"),
        (["现场会照片", "启动仪式.jpg"], "启动仪式"),
    ],
)
def test_names_that_say_nothing_are_told_by_their_folder(parts: list[str], title: str) -> None:
    assert propose(parts, "").title == title


def test_the_folder_of_a_picture_does_not_make_it_a_plan() -> None:
    assert propose(["2.07 培优计划", "IMG_0001.jpg"], "").kind is EvidenceKind.PHOTOGRAPH
    assert propose(["2.07 培优计划", "扫描件0001.pdf"], "").kind is None


def test_a_name_that_could_be_any_documents_is_told_by_its_heading() -> None:
    inside = "试点工作领导小组第三次会议纪要"
    assert propose(["会议纪要20240312.docx"], f"{inside}\n第3期").title == inside
    assert propose(["会议纪要.docx"], "关于印发实施方案的通知").title == "会议纪要"
    assert propose(["第三次会议会议纪要.docx"], f"{inside}\n第3期").title == "第三次会议会议纪要"


@pytest.mark.parametrize("sheet", ["汇总", "Sheet1"])
def test_the_name_of_a_sheet_is_no_part_of_the_title(sheet: str) -> None:
    text = f"{sheet}\n江海省团体标准统计表\n序号\n标准编号"
    assert propose(["统计表.xlsx"], text).title == "江海省团体标准统计表"
