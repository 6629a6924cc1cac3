import pytest

from app.catalog.load_library import library
from app.domain.indicators import Unit
from app.domain.standards.finding import find_standards
from app.domain.standards.measured import counts, is_counted
from app.domain.standards.number import Level

_COUNTING = {
    "IND-SH-1": {Level.INTERNATIONAL},
    "IND-SH-2": {Level.NATIONAL},
    "IND-SH-5": set(),  # regional
    "IND-CQ-1": {Level.INTERNATIONAL},
    "IND-CQ-2": {Level.NATIONAL, Level.INDUSTRY},
    "IND-CQ-3": {Level.LOCAL},
    "IND-CQ-5": {Level.GROUP},
    "IND-HLJ-1": {Level.NATIONAL, Level.INDUSTRY},
    "IND-HLJ-2": {Level.GROUP},
}


def test_only_indicators_that_count_standards() -> None:
    """Of all that the catalogue offers: shares, cycles, experts, directors and bases count none."""
    found = {
        preset.id: set(levels)
        for preset in library().indicators
        if (levels := counts(preset.name.zh, preset.unit)) is not None
    }
    assert found == _COUNTING


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("国际标准数", Unit.PERCENT),
        ("参与国际标准化活动次数", Unit.NUMBER),
        ("标准数", Unit.NUMBER),
    ],
)
def test_what_counts_something_else(title: str, unit: Unit) -> None:
    assert counts(title, unit) is None


def test_regional_standards_are_counted_apart() -> None:
    (one,) = find_standards("DB31/T 310003-2021、DB32/T 310003-2021")
    (other,) = find_standards("DB31/T 1-2021")
    regional, local = frozenset[Level](), frozenset({Level.LOCAL})
    assert [is_counted(one, regional), is_counted(other, regional)] == [True, False]
    assert [is_counted(one, local), is_counted(other, local)] == [True, True]
