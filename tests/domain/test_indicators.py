"""Attainment, pace, staleness and values as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.indicators import (
    Goal,
    Point,
    attainment,
    expected,
    is_met,
    is_overdue,
    is_stale,
    pace,
    parse_goal,
    parse_value,
)
from app.domain.vocabulary import Direction, Pace, Period, Unit
from app.errors import UserError

MORE = Goal(50, 2025, Direction.AT_LEAST, strict=True)
LESS = Goal(18, 2025, Direction.AT_MOST, strict=False)


def test_more_than_50_is_not_met_by_50() -> None:
    assert not is_met(MORE, 50)
    assert is_met(MORE, 50.1)
    assert is_met(Goal(50, 2025, Direction.AT_LEAST, strict=False), 50)


def test_at_most_is_met_from_below() -> None:
    assert is_met(LESS, 18)
    assert is_met(LESS, 12)
    assert not is_met(LESS, 18.5)
    assert not is_met(Goal(18, 2025, Direction.AT_MOST, strict=True), 18)


def test_attainment_follows_the_direction() -> None:
    assert attainment(MORE, 25) == 0.5
    assert attainment(LESS, 36) == 0.5
    assert attainment(LESS, 0) is None


def test_pace_compares_with_the_straight_line() -> None:
    base = Point(date(2022, 12, 31), 20)
    assert expected(MORE, base, date(2025, 12, 31)) == 50
    assert pace(MORE, base, Point(date(2024, 6, 30), 36)) is Pace.ON_TRACK
    assert pace(MORE, base, Point(date(2024, 6, 30), 30)) is Pace.BEHIND
    assert pace(MORE, base, Point(date(2024, 6, 30), 51)) is Pace.REACHED
    assert pace(MORE, None, Point(date(2024, 6, 30), 30)) is Pace.UNKNOWN
    assert pace(MORE, base, None) is Pace.NO_READING
    # Nothing is missed where nothing was said.
    assert not is_overdue(MORE, None, date(2030, 1, 1))
    down = Point(date(2022, 12, 31), 30)
    assert pace(LESS, down, Point(date(2024, 6, 30), 23)) is Pace.ON_TRACK
    assert pace(LESS, down, Point(date(2024, 6, 30), 25)) is Pace.BEHIND


@given(st.floats(0, 1000), st.floats(1, 1000), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_expected_lies_between_baseline_and_goal(start: float, goal: float, on: date) -> None:
    value = expected(
        Goal(goal, 2025, Direction.AT_LEAST, False), Point(date(2022, 1, 1), start), on
    )
    assert min(start, goal) - 1e-9 <= value <= max(start, goal) + 1e-9


def test_stale_after_period_and_grace() -> None:
    assert is_stale(Period.QUARTER, Point(date(2025, 1, 1), 1), date(2025, 6, 1))
    assert not is_stale(Period.YEAR, Point(date(2025, 1, 1), 1), date(2025, 6, 1))
    assert not is_stale(Period.MONTH, None, date(2025, 6, 1))


@pytest.mark.parametrize(
    ("unit", "text", "value"),
    [
        (Unit.PERCENT, "50%", 50),
        (Unit.PERCENT, "５０．５％", 50.5),
        (Unit.MONTHS, "18个月", 18),
        (Unit.MONTHS, "15 months", 15),
        (Unit.NUMBER, "1,200", 1200),
        (Unit.NUMBER, "１２００", 1200),
    ],
)
def test_values_as_people_write_them(unit: Unit, text: str, value: float) -> None:
    assert parse_value(unit, text) == value


@pytest.mark.parametrize(
    ("unit", "text", "code"),
    [
        (Unit.PERCENT, "101%", "indicator.value"),
        (Unit.NUMBER, "-1", "indicator.value"),
        (Unit.MONTHS, "0", "indicator.value"),
        (Unit.NUMBER, "约200", "indicator.unreadable"),
        (Unit.NUMBER, "", "indicator.unreadable"),
        (Unit.NUMBER, "50%", "indicator.unreadable"),
    ],
)
def test_values_that_are_none(unit: Unit, text: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_value(unit, text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("direction", "text", "expected"),
    [
        (Direction.AT_LEAST, "50", (50, False)),
        (Direction.AT_LEAST, "＞50%", (50, True)),
        (Direction.AT_LEAST, "≥ 50％", (50, False)),
        (Direction.AT_LEAST, ">=50", (50, False)),
        (Direction.AT_MOST, "<18", (18, True)),
        (Direction.AT_MOST, "≤18", (18, False)),
    ],
)
def test_a_target_is_read_with_its_sign(
    direction: Direction, text: str, expected: tuple[float, bool]
) -> None:
    assert parse_goal(Unit.PERCENT, direction, text) == expected


@pytest.mark.parametrize(
    ("direction", "text"), [(Direction.AT_LEAST, "<50"), (Direction.AT_MOST, "≥18")]
)
def test_a_sign_against_the_direction_is_refused(direction: Direction, text: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_goal(Unit.PERCENT, direction, text)
    assert caught.value.code == "indicator.comparison"
