import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.regions import REGIONS
from app.domain.standards.codes import INDUSTRIES
from app.domain.standards.finding import find_standards, normalize_standard, parse_standard
from app.domain.standards.number import Force, Level

_DASHES = st.sampled_from(["-", "–", "—", "−", "－", " - ", "——"])
_MARKS = st.sampled_from(["", "/T", "/Z"])
_NUMBERS = st.builds(
    lambda whole, part: f"{whole}.{part}" if part else str(whole),
    st.integers(3000, 99_999),
    st.integers(0, 20),
)
_YEARS = st.integers(1950, 2049)
_PREFIXES = st.one_of(
    # DB of earthquakes looks like DB of a province where nothing stands between.
    st.builds("{}{}".format, st.sampled_from(["GB", *sorted(INDUSTRIES - {"DB"})]), _MARKS),
    st.builds("DB{}{}".format, st.sampled_from(sorted(REGIONS)), _MARKS),
    st.builds("T/{}".format, st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=12)),
    st.builds("Q/{}".format, st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=12)),
)


@given(_PREFIXES, _NUMBERS, _YEARS, _DASHES, st.sampled_from(["", " ", "  ", "\u3000"]))
def test_a_number_is_found_however_it_is_written(
    prefix: str, number: str, year: int, dash: str, space: str
) -> None:
    expected = f"{prefix} {number}-{year}"
    written = f"{prefix}{space}{number}{dash}{year}"
    found = find_standards(f"按照《{written}》执行。")
    assert [one.designation for one in found] == [expected]
    assert normalize_standard(written) == expected


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    for standard in find_standards(text):
        again = parse_standard(standard.designation)
        assert again is not None
        assert again.designation == standard.designation


@given(st.text(max_size=40))
def test_bringing_to_form_twice_changes_nothing(text: str) -> None:
    once = normalize_standard(text)
    assert normalize_standard(once) == once


@given(st.text("GBTDQ/ISOEC31 .-—:0129年项、", max_size=40))
def test_nor_is_a_text_of_the_signs_of_numbers(text: str) -> None:
    for standard in find_standards(text):
        assert normalize_standard(standard.designation) == standard.designation


@pytest.mark.parametrize(
    ("text", "level", "force", "known"),
    [
        ("GB 5749-2022", Level.NATIONAL, Force.MANDATORY, True),
        ("GB/T 1.1-2020", Level.NATIONAL, Force.RECOMMENDED, True),
        ("GB/Z 41305-2022", Level.NATIONAL, Force.GUIDE, True),
        ("NY/T 1234-2020", Level.INDUSTRY, Force.RECOMMENDED, True),
        ("ZQ/T 12-2020", Level.INDUSTRY, Force.RECOMMENDED, False),
        ("ZQ 12-2020", Level.INDUSTRY, Force.MANDATORY, False),
        ("DB33/T 1234-2021", Level.LOCAL, Force.RECOMMENDED, True),
        ("DB99/T 12-2020", Level.LOCAL, Force.RECOMMENDED, False),
        ("DB/T 59-2015", Level.INDUSTRY, Force.RECOMMENDED, True),
        ("T/CAS 123-2020", Level.GROUP, None, True),
        ("Q/ABC 001-2021", Level.ENTERPRISE, None, True),
        ("ISO/IEC 27001:2022", Level.INTERNATIONAL, None, True),
        ("ASTM D638-2014", Level.OTHER, None, False),
    ],
)
def test_level_and_force(text: str, level: Level, force: Force | None, known: bool) -> None:
    standard = parse_standard(text)
    assert standard is not None
    assert (standard.level, standard.force, standard.known) == (level, force, known)


@pytest.mark.parametrize("text", ["", "GB", "标准", "GB/T", "2022-01-01", "GB/T 1.1-2020和其他"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_standard(text) is None
    assert normalize_standard(f" {text} ") == text


def test_a_regional_standard_names_its_regions() -> None:
    (standard,) = find_standards("DB31/T 310003-2021、DB32/T 310003-2021、DB3301/T 310003-2021")
    assert standard.regional
    assert standard.regions == ("31", "32", "33")
    assert [name.zh for name in standard.region_names] == ["上海市", "江苏省", "浙江省"]
    assert parse_standard(standard.designation) == standard


def test_a_long_text_is_read_in_its_order() -> None:
    text = "第一章 总则。" * 2000 + "GB/T 2-2020" + "正文" * 5000 + "GB/T 1-2020 GB/T 2-2020"
    assert [one.designation for one in find_standards(text)] == ["GB/T 2-2020", "GB/T 1-2020"]


@pytest.mark.parametrize(
    "piece", ["DB33/T ", "DB31/T、", "GB/T ", "T/ABC ", "ISO/IEC ", "Q/AB ", "1"]
)
def test_a_text_made_to_be_slow_ends(piece: str) -> None:
    assert find_standards(piece * 20_000) == ()
