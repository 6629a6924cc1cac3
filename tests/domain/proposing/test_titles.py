"""Titles from file names, from a document's lines, and from its properties."""

import pytest

from app.domain.proposals import propose
from app.domain.proposing.titles import readable_name, sensible


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
