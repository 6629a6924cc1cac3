from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import add_years, days_left, exceeds_pilot_period, format_date, parse_date
from app.errors import UserError

days = st.dates(date(1900, 1, 1), date(2990, 12, 31))


@given(days)
def test_a_date_reads_back_in_both_languages(day: date) -> None:
    assert parse_date(format_date(day, "zh")) == day
    assert parse_date(format_date(day, "en")) == day


def test_chinese_dates_have_no_leading_zeros() -> None:
    assert format_date(date(2026, 1, 5), "zh") == "2026年1月5日"
    assert format_date(None, "zh") == format_date(None, "en") == ""


@pytest.mark.parametrize(
    "text",
    ["2026-01-05", "2026/1/5", " 2026.1.5 ", "2026年1月5日", "2026 年 1 月 5 日", "２０２６-１-５"],
)
def test_ways_to_write_a_date(text: str) -> None:
    assert parse_date(text) == date(2026, 1, 5)


@pytest.mark.parametrize(
    "text", ["", "今天", "2026-13-01", "2026-02-30", "26-1-5", "2026-1", "2026-01-05x", "0000-1-1"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_date(text)
    assert (caught.value.code, caught.value.params) == ("date.unreadable", {"text": text})


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2023, 3, 27), date(2026, 3, 26)),
        (date(2023, 1, 1), date(2025, 12, 31)),
        (date(2024, 2, 29), date(2027, 2, 28)),
        (date(2021, 3, 1), date(2024, 2, 29)),
    ],
)
def test_three_years_end_on_the_day_before(start: date, last: date) -> None:
    assert not exceeds_pilot_period(start, last)
    assert exceeds_pilot_period(start, last + timedelta(days=1))


def test_a_leap_day_has_its_anniversary_on_the_28th() -> None:
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_days_left() -> None:
    end = date(2026, 3, 26)
    assert days_left(end, date(2026, 3, 25)) == 1
    assert days_left(end, end) == 0
    assert days_left(end, date(2026, 3, 27)) == -1
