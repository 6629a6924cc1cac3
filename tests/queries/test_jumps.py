import pytest

from app.domain.vocabulary import Language
from app.queries.jumps import Jump, JumpIndex, jumps
from app.services.workbooks import Workbook

_PLACES = [
    Jump("page", "plan", "", "年度任务"),
    Jump("requirement", "N29-2.07", "N29-2.07", "团体标准培优计划"),
    Jump("requirement", "N29-3.07", "N29-3.07", "培优"),
    Jump("evidence", "a", "2.07-01", "团体标准名单"),
    Jump("evidence", "b", "12.07-1", "ＧＢ／Ｔ 1.1"),
]


def _ids(query: str) -> list[str]:
    return [found.jump.id for found in JumpIndex(_PLACES).find(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("2.07", ["N29-2.07", "a", "b"]),
        ("n29", ["N29-2.07", "N29-3.07"]),
        ("培优", ["N29-3.07", "N29-2.07"]),
        ("团体 名单", ["a"]),
        ("ttbz", ["N29-2.07", "a"]),
        ("ttbz md", ["a"]),
        ("gb/t", ["b"]),
        ("ndrw", ["plan"]),
        ("zzz", []),
        ("", ["plan", "N29-2.07", "N29-3.07", "a", "b"]),
    ],
)
def test_places_are_found(query: str, expected: list[str]) -> None:
    assert _ids(query) == expected


def test_what_was_found_is_marked() -> None:
    (found,) = JumpIndex(_PLACES).find("名单")
    assert found.spans == ((4, 6),)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_that_a_workbook_has(filled: Workbook, language: Language) -> None:
    found = jumps(filled, language)
    kinds = [jump.kind for jump in found]
    assert kinds.count("requirement") == 88
    assert [jump.number for jump in found if jump.kind == "evidence"] == ["1.01-01", "2.07-01"]
    assert "indicator" in kinds
    assert all(jump.id and jump.title for jump in found)
