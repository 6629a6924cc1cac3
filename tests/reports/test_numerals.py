import pytest

from app.reports.numerals import chinese_numeral, heading_number


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (8, "八"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")],
)
def test_chinese(number: int, text: str) -> None:
    assert chinese_numeral(number) == text
    assert heading_number(number, "zh") == text


@pytest.mark.parametrize(("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV")])
def test_roman(number: int, text: str) -> None:
    assert heading_number(number, "en") == text
