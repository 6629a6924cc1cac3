"""Texts from people taken apart: levels, pasted tables, and no character lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.blocks import MOST_COLUMNS, Paragraph, Table, as_lines, blocks
from app.reports.columns import fitted
from app.reports.styles import PORTRAIT

PASTED = "地区\t标准（项）\t占比\n杭州\t120\t54.5%\n宁波\t100\t45.5%"
# Text as people type and paste it: signs of levels, tabs and line ends among everything else.
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["一、", "（一）", "1.", "（1）", "\t", "\n", "\t\n", "\r\n", "\u2028", "。"]
        ),
        st.text(max_size=6),
    ),
    max_size=40,
).map("".join)


def levels(text: str) -> list[int]:
    return [one.level for one in blocks(text) if isinstance(one, Paragraph)]


@given(TEXTS)
def test_no_character_is_lost(text: str) -> None:
    said: list[str] = []
    for one in blocks(text):
        said += [one.heading, one.rest] if isinstance(one, Paragraph) else [*sum(one.rows, ())]
    assert re.sub(r"\s", "", "".join(said)) == re.sub(r"\s", "", text)
    assert re.sub(r"[\s｜]", "", as_lines(text)) == re.sub(r"[\s｜]", "", text)


@given(TEXTS)
def test_every_row_of_a_table_has_a_cell_for_each_column(text: str) -> None:
    for one in blocks(text):
        if isinstance(one, Table):
            assert len(one.rows) >= 2
            assert len({len(row) for row in one.rows}) == 1
            assert len(one.centred) == len(one.rows[0]) >= 2


@given(TEXTS, st.sampled_from([100.0, 442.0]))
def test_columns_fill_the_width(text: str, total: float) -> None:
    for one in blocks(text):
        if isinstance(one, Table):
            fit = fitted(one, total, (10.5, 9))
            assert sum(fit.widths) == pytest.approx(total)
            assert min(fit.widths) > 0


def test_the_four_levels_are_known() -> None:
    assert levels("一、总体\n（一）组织\n1. 机制\n（1）例会\n正文") == [1, 2, 3, 4, 0]
    assert levels("十二、总体\n(二)组织\n12．机制\n(3)例会\n　　（一）缩进") == [1, 2, 3, 4, 2]


@pytest.mark.parametrize(
    "text",
    [
        "一、二等奖各1项",
        "1.5倍",
        "2024.5",
        "2024.完成",
        "1、例会",
        "其一、例会",
        "（2022）",
        "（见1）",
    ],
)
def test_what_only_looks_like_a_level_is_text(text: str) -> None:
    assert levels(text) == [0]


def test_a_heading_that_runs_into_its_text_is_the_first_sentence() -> None:
    (one,) = blocks("（一）加强组织领导。省政府成立领导小组。")
    assert isinstance(one, Paragraph)
    assert (one.heading, one.rest) == ("（一）加强组织领导。", "省政府成立领导小组。")
    assert not one.leads
    (long,) = blocks("一、" + "长" * 80)
    assert isinstance(long, Paragraph)
    assert (long.level, long.heading) == (1, "")


def test_a_heading_leads_what_belongs_to_it_and_no_item_of_a_list() -> None:
    def leading(text: str) -> list[bool]:
        return [isinstance(one, Paragraph) and one.leads for one in blocks(text)]

    assert leading("一、总体\n（一）组织\n成立小组。") == [True, True, False]
    assert leading("1. 机制\n2. 例会\n3. 通报") == [False] * 3
    assert leading("（二）数据\n" + PASTED) == [True, False]
    assert leading("一、总体") == [False]


def test_lines_with_as_many_tabs_are_a_table() -> None:
    first, table, last = blocks(f"各市如下：\n{PASTED}\n数据截至年底。")
    assert isinstance(table, Table)
    assert table.rows[1] == ("杭州", "120", "54.5%")
    assert table.headed
    assert table.centred == (True, True, True)
    assert (first, last) == (Paragraph("各市如下："), Paragraph("数据截至年底。"))


@pytest.mark.parametrize(
    "text",
    [
        "甲\t乙",
        "甲\t乙\n丙\t丁\t戊",
        "甲\t乙\n丙\t丁\t戊\n己\t庚\n",
        "\t第一段。\n\t第二段。",
        "1.\t成立小组\n2.\t建立例会",
        "（一）\t成立小组\n（二）\t建立例会",
        "•\t成立小组\n•\t建立例会",
        "\n".join(["长" * 400 + "\t短"] * 3),
        "\n".join(["\t".join("甲" * (MOST_COLUMNS + 1))] * 3),
        "\n".join(["\t".join("甲" * 60)] * 3),
    ],
)
def test_other_lines_with_tabs_stay_text(text: str) -> None:
    assert not any(isinstance(one, Table) for one in blocks("引言\n" + text))
    assert as_lines(text) == text


def test_the_empty_corner_of_a_table_at_the_end_of_a_text_comes_back() -> None:
    """Texts are kept without white space at their ends."""
    (table,) = blocks("2024年\t2025年\n杭州\t1\t2\n宁波\t3")
    assert isinstance(table, Table)
    assert table.rows == (("", "2024年", "2025年"), ("杭州", "1", "2"), ("宁波", "3", ""))
    assert table.headed


def test_a_first_row_with_figures_or_gaps_is_no_head() -> None:
    for text in ("2023\t10\n2024\t12\n2025\t13", "甲\t\n乙\t1\n丙\t2", "甲\t乙\n丙\t丁"):
        (table,) = blocks(text)
        assert isinstance(table, Table)
        assert not table.headed


def test_a_table_as_lines_keeps_its_columns_apart() -> None:
    assert as_lines(PASTED).splitlines()[1] == "杭州 ｜ 120 ｜ 54.5%"


def test_words_are_not_broken_where_smaller_type_has_room() -> None:
    wide = "\n".join(["\t".join(["ABCDEFGH"] * 8)] * 3)
    (table,) = blocks(wide)
    assert isinstance(table, Table)
    assert fitted(table, PORTRAIT.text_width, (10.5, 9)).size == 9
    (table,) = blocks(PASTED)
    assert isinstance(table, Table)
    assert fitted(table, PORTRAIT.text_width, (10.5, 9)).size == 10.5
