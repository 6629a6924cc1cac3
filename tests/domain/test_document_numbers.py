import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.document_numbers import find_document_numbers, normalize_document_number


@pytest.mark.parametrize(
    "text",
    [
        "国标委发〔2022〕29号",
        "国标委发[2022]29号",
        "国标委发【2022】029号",
        " 国标委 发 ( 2022 ) 29 ",
        "国标委发（２０２２）２９号",
    ],
)
def test_a_document_number_is_brought_to_form(text: str) -> None:
    assert normalize_document_number(text) == "国标委发〔2022〕29号"


@given(st.text(max_size=40))
def test_bringing_to_form_twice_changes_nothing(text: str) -> None:
    once = normalize_document_number(text)
    assert normalize_document_number(once) == once


def test_what_is_no_document_number_is_only_trimmed() -> None:
    assert normalize_document_number("  口头批准 ") == "口头批准"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据国标委发〔2022〕29号的要求", ["国标委发〔2022〕29号"]),
        (
            "（国标委发[2022]29号）和（浙政办发【2023】024号）",
            ["国标委发〔2022〕29号", "浙政办发〔2023〕24号"],
        ),
        (
            "浙政办发〔2023〕24号和国标委发〔2022〕29号",
            ["浙政办发〔2023〕24号", "国标委发〔2022〕29号"],
        ),
        ("浙政办发〔2023〕24号、浙政办发〔 2023 〕 24 号", ["浙政办发〔2023〕24号"]),
        ("浙江省人民政府办公厅文件\n浙政办发〔２０２３〕２４号\n关于", ["浙政办发〔2023〕24号"]),
        ("国 标 委 发〔2022〕第29号", ["国标委发〔2022〕29号"]),
        ("浙经信标准〔2021〕3号", ["浙经信标准〔2021〕3号"]),
        ("浙江省市场监督管理局浙市监标准〔2023〕5号", ["浙市监标准〔2023〕5号"]),
        ("2022年第29号公告", []),
        ("电话(0571)88号院", []),
        ("报告(2022)共29页", []),
        ("〔2022〕29号", []),
        ("见附件[2]", []),
    ],
)
def test_document_numbers_in_running_text(text: str, expected: list[str]) -> None:
    assert list(find_document_numbers(text)) == expected


@given(st.text("国标委发浙政办和及的0123456789 〔〕[]()号第年\n", max_size=60))
def test_what_is_found_is_in_its_form(text: str) -> None:
    for number in find_document_numbers(text):
        assert normalize_document_number(number) == number
