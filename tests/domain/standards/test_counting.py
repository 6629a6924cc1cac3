from app.domain.standards.counting import count, distinct
from app.domain.standards.finding import find_standards
from app.domain.standards.number import Level


def _distinct(*texts: str) -> list[str]:
    return [
        one.designation for one in distinct(one for text in texts for one in find_standards(text))
    ]


def test_a_regional_standard_counts_once() -> None:
    text = "DB31/T 310003-2021、DB32/T 310003-2021、DB33/T 310003-2021"
    assert count(find_standards(text)) == {Level.LOCAL: 1}


def test_its_codes_in_three_documents_are_one_standard() -> None:
    found = _distinct("DB31/T 310003-2021", "DB33/T 310003-2021", "DB32/T 310003-2021")
    assert found == ["DB31/T, DB32/T, DB33/T 310003-2021"]


def test_a_single_code_belongs_to_the_regional_standard_that_has_it() -> None:
    found = _distinct("DB11/T 3032-2022", "DB11/T 3032-2022/DB12/T 3032-2022", "DB12/T 3032-2022")
    assert found == ["DB11/T, DB12/T 3032-2022"]


def test_the_same_short_number_in_two_provinces_is_two_standards() -> None:
    assert len(_distinct("DB11/T 1001-2013", "DB12/T 1001-2013")) == 2


def test_an_undated_number_counts_with_the_dated_one() -> None:
    assert _distinct("GB/T 19001", "GB/T 19001-2016", "GB/T 19001") == ["GB/T 19001-2016"]
    assert _distinct("GB/T 19001", "GB/T 19001") == ["GB/T 19001"]


def test_editions_are_standards_of_their_own() -> None:
    assert len(_distinct("GB/T 19001-2008", "GB/T 19001-2016")) == 2


def test_they_are_sorted_by_level_and_number() -> None:
    assert _distinct("T/CAS 2-2020 GB/T 10-2020 GB/T 9-2020 ISO 9001:2015") == [
        "ISO 9001:2015",
        "GB/T 9-2020",
        "GB/T 10-2020",
        "T/CAS 2-2020",
    ]
