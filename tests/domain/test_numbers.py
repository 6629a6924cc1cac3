import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.numbers import format_points, format_size, normal_name
from app.domain.regions import REGIONS, region_name


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1.0 KB"),
        (1_048_575, "1.0 MB"),
        (1_073_741_823, "1.0 GB"),
        (3 * 1024**3, "3.0 GB"),
        (5 * 1024**4, "5120.0 GB"),
    ],
)
def test_sizes(size: int, text: str) -> None:
    assert format_size(size) == text


@given(st.integers(0, 1024**4))
def test_no_size_shows_1024_of_a_smaller_unit(size: int) -> None:
    number, unit = format_size(size).split()
    assert unit == "GB" or float(number) < 1024


def test_points() -> None:
    assert [format_points(value) for value in (80, 72.5, 66.666, 0)] == ["80", "72.5", "66.7", "0"]


def test_a_decomposed_name_is_composed() -> None:
    assert normal_name(unicodedata.normalize("NFD", "Café.pdf")) == "Café.pdf"


def test_what_no_text_can_hold_is_replaced() -> None:
    assert normal_name("a\udcff\nb\x00.pdf") == "a\ufffd\ufffdb\ufffd.pdf"


def test_a_name_reads_as_it_is() -> None:
    assert normal_name("右\u202e左fdp.exe\u200f\u2066\ufeff") == "右左fdp.exe"
    assert normal_name("👨\u200d👩.png") == "👨\u200d👩.png"


def test_the_31_regions() -> None:
    assert len(REGIONS) == 31
    assert region_name("33").zh == "浙江省"
    assert region_name("00").zh == "示例省"
    assert region_name("71").zh == "71"
