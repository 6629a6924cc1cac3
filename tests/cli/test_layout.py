from hypothesis import given
from hypothesis import strategies as st

from app.cli.layout import definitions, pad, table, width, wrap

CLOSING = "，。；：、）》”！？"


def test_a_han_character_takes_two_columns() -> None:
    assert (width("ab"), width("标准"), width("e\u0301")) == (2, 4, 1)
    assert pad("标准", 6) == "标准  "
    assert table([("标准", "b"), ("a", "c")]) == ["标准  b", "a     c"]


def test_words_stay_whole_and_punctuation_stays_with_them() -> None:
    assert wrap("前 workbook.sqlite 后", 10) == ["前", "workbook.sqlite", "后"]
    assert wrap("标准化，好", 6) == ["标准", "化，好"]
    assert definitions([("a", "标准化")], 14) == ["  a  标准化"]


@given(st.text("标准化ab 1，。（）《》“”、\n", max_size=60), st.integers(8, 40))
def test_wrapping_keeps_every_character_and_the_width(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        long_word = max((width(part) for part in line.split()), default=0)
        assert width(line) <= max(columns, long_word)
    first_signs = [line[0] for line in lines[1:] if line]
    text_has_loose_marks = any(f"{gap}{mark}" in text for gap in " \n" for mark in CLOSING)
    assert text_has_loose_marks or not set(first_signs) & set(CLOSING)
