"""Chinese line breaking, on the lines that are really set."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.fonts import font_set, prepared
from app.reports.listing import Span
from app.reports.pdf.textblock import Typesetter
from app.reports.punctuation import NO_END, NO_START
from app.reports.styles import TextStyle

SIZE = 10.0
STYLE = TextStyle("body", SIZE, 15)


def lines(text: str, width: float, spans: list[Span] | None = None) -> list[str]:
    """Text of the lines in a column `width` characters wide."""
    block = Typesetter(font_set("zh", folders=())).spans(spans or [Span(text)], STYLE, "")
    block.wrap(width * SIZE, 0)
    return ["".join(run.text for run in line.runs) for line in block._lines]


words = st.one_of(
    st.sampled_from(
        ["标准", "化", "试点", "王𬱖", "䶮", "GB/T 1.1-2020", "35.6%", "18个月", "😀", "ISO/IEC"]
    ),
    st.sampled_from(["〔2022〕29号", "2026年", "1月", "N29-2.07", "word", " ", "café", "3.5亿元"]),
)
punctuation = st.sampled_from(
    ["", "，", "。", "；", "）", "”", "……", "、", "！”", ")", ".", ",", "》"]
)
opening = st.sampled_from(["", "", "（", "“", "《", "〔", "("])
phrases = st.lists(st.tuples(opening, words, punctuation), min_size=1, max_size=60)


@given(phrases, st.integers(12, 30))
def test_no_line_begins_or_ends_with_the_wrong_sign(
    parts: list[tuple[str, str, str]], width: int
) -> None:
    text = "".join("".join(part) for part in parts)
    found = lines(text, width)
    # A sign that stands alone after a blank is where its writer put it.
    for before, line in pairwise(found):
        assert line[0] not in NO_START or f"{before[-1]} {line[0]}" in text
        assert before[-1] not in NO_END or f"{before[-1]} {line[0]}" in text


@given(phrases, st.integers(2, 30))
def test_nothing_is_lost(parts: list[tuple[str, str, str]], width: int) -> None:
    text = "".join("".join(part) for part in parts)
    kept = prepared(text, "zh").replace("😀", "□")
    assert re.sub(r"\s", "", "".join(lines(text, width))) == re.sub(r"\s", "", kept)


@given(phrases, st.integers(4, 30))
def test_no_line_is_wider_than_the_column(parts: list[tuple[str, str, str]], width: int) -> None:
    block = Typesetter(font_set("zh", folders=())).block(
        "".join("".join(part) for part in parts), STYLE
    )
    block.wrap(width * SIZE, 0)
    assert all(line.width <= width + 1e-6 for line in block._lines)


@pytest.mark.parametrize(
    "whole",
    [
        "GB/T 1.1-2020",
        "DB33/T 310003-2021",
        "GB/T1.1—2020",
        "T/ZZB 0001—2023",
        "2026年1月5日",
        "12月31日",
        "第3—5页",
        "20亿",
        "3.5万平方米",
        "220 kV",
        "35.6%",
        "18个月",
        "〔2022〕29号",
        "1,208项",
        "N29-2.07",
        "≥60%",
        "（25.5 KB）",
        "表.xlsx",
        "例）.pdf",
    ],
)
def test_numbers_and_standards_stay_whole(whole: str) -> None:
    for before in range(1, 20):
        text = "标" * before + whole + "准" * 20
        assert any(whole in line for line in lines(text, 16)), before


def test_a_word_wider_than_the_line_is_cut() -> None:
    found = lines("a" * 300 + "。", 20)
    assert "".join(found) == "a" * 300 + "。"
    assert len(found) > 5
    assert not any(line.startswith("。") for line in found)


@pytest.mark.parametrize(("before", "after"), [("", "，"), ("（", "")])
def test_signs_beside_a_character_of_another_font_keep_the_rules(before: str, after: str) -> None:
    fonts = font_set("zh", folders=())
    bold, serif = fonts.chains["heading"]
    rare = min(sign for sign in serif.characters - bold.characters if sign >= "\u3400")
    for count in range(4, 14):
        text = "标" * count + before + rare + after + "准" * 12
        block = Typesetter(fonts).block(text, replace(STYLE, role="heading"))
        block.wrap(10 * SIZE, 0)
        found = ["".join(run.text for run in line.runs) for line in block._lines]
        assert "".join(found) == text
        assert not any(line.startswith("，") or line.endswith("（") for line in found)


def test_an_empty_text_has_a_line() -> None:
    assert lines("", 10) == [""]


@pytest.mark.parametrize(("count", "least"), [(1, 1), (2, 2), (3, 3), (4, 2), (9, 2)])
def test_the_least_part_of_a_block_is_one_that_it_can_be_split_into(count: int, least: int) -> None:
    block = Typesetter(font_set("zh", folders=())).block("标" * 10 * count, STYLE)
    assert block.least_height(10 * SIZE) == least * 15
    assert len(block.split(10 * SIZE, least * 15)) > 0
    assert block.split(10 * SIZE, least * 15 - 1) == []


def test_a_block_is_never_split_to_leave_one_line_alone() -> None:
    block = Typesetter(font_set("zh", folders=())).block("标准" * 40, STYLE)
    block.wrap(10 * SIZE, 0)
    assert len(block._lines) == 8
    first, second = block.split(10 * SIZE, 7 * 15)
    assert (len(first._lines), len(second._lines)) == (6, 2)
    assert block.split(10 * SIZE, 15) == []
    assert block.split(10 * SIZE, 8 * 15) == [block]


def test_blanks_between_signs_are_squeezed() -> None:
    face = font_set("zh", folders=()).chains["body"][0]
    for text, width in (("）。", 1.5), ("，“", 1.5), ("（《", 1.5), ("》（", 1.5), ("标。", 2)):
        assert face.width(text) == pytest.approx(width), text
    # As wide as a line of ten characters, wherever the two signs come to stand in it.
    for count in range(1, 9):
        text = "标" * count + "，“" + "准" * (8 - count)
        assert lines(text + "化", 9.6) == [text, "化"] if count < 8 else True
        assert lines(text, 9.6) == [text]


def test_a_full_stop_may_stand_half_over_the_end_of_the_line() -> None:
    assert lines("标" * 9 + "。" + "准", 9.5) == ["标" * 9 + "。", "准"]
    assert lines("标" * 9 + "。", 9.4) != ["标" * 9 + "。"]


def test_a_compound_wider_than_the_column_is_parted_behind_its_hyphen() -> None:
    assert lines("national technical-standards bases", 6) == [
        "national",
        "technical-",
        "standards",
        "bases",
    ]
    assert any("cross-checked" in line for line in lines("a cross-checked plan", 10))


def test_straight_quotation_marks_cling_to_what_they_quote() -> None:
    for width in range(6, 16):
        found = lines('the "Leader" system of "ours" (or "theirs")', width)
        assert not any(line.endswith(' "') or line.startswith('" ') for line in found), found
        assert any('"Leader"' in line for line in found)


@pytest.mark.parametrize(
    ("room", "kept"),
    [(2, 0), (3, 3), (4, 3), (5, 5), (6, 5), (7, 5), (8, 8), (9, 8), (10, 10)],
)
def test_no_line_of_a_paragraph_is_left_alone(room: int, kept: int) -> None:
    """Paragraphs of three, two, three and four lines."""
    text = "\n".join("标" * 10 * count for count in (3, 2, 3, 4))
    block = Typesetter(font_set("zh", folders=())).block(text, STYLE)
    parts = block.split(10 * SIZE, room * 15)
    assert (len(parts[0]._lines) if parts else 0) == kept  # type: ignore[attr-defined]
