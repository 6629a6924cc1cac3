import pytest

from app.domain.numerals import chinese_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("七", 7),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十七", 27),
        ("二〇二三", 2023),
        ("二零二三", 2023),
        ("二○二三", 2023),
        ("", None),
        ("十十", None),
        ("百", None),
        ("7", None),
    ],
)
def test_chinese_numerals(text: str, expected: int | None) -> None:
    assert chinese_number(text) == expected
