"""Dates as the field writes them, and the pilot period."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from app.domain.vocabulary import Language
from app.errors import UserError

# 国标委发〔2022〕29号, article 8: the pilot period is at most three years.
MAX_PILOT_YEARS = 3

_PATTERN = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


def format_date(value: date | None, language: Language) -> str:
    """2026年1月5日 without leading zeros (GB/T 9704-2012); ISO 8601 in English; "" for none."""
    if value is None:
        return ""
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return value.isoformat()


def parse_date(text: str) -> date:
    """A date written 2026-01-05, 2026/1/5, 2026.1.5 or 2026年1月5日.

    Raises UserError `date.unreadable`.
    """
    match = _PATTERN.fullmatch(text.strip())
    if match:
        year, month, day = (int(part) for part in match.groups())
        if 1 <= month <= 12 and 1900 <= year <= 2999 and 1 <= day <= monthrange(year, month)[1]:
            return date(year, month, day)
    raise UserError("date.unreadable", text=text)


def add_years(value: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February in common years."""
    year = value.year + years
    return value.replace(year=year, day=min(value.day, monthrange(year, value.month)[1]))


def exceeds_pilot_period(start: date, end: date) -> bool:
    """Whether the inclusive period start..end is longer than the Notice's three years."""
    anniversary = add_years(start, MAX_PILOT_YEARS)
    # The last day is the one before the anniversary; that of 29 February is 28 February already.
    last = anniversary if anniversary.day != start.day else anniversary - timedelta(days=1)
    return end > last


def days_left(end: date, today: date) -> int:
    """Days from today to the last day of the pilot; negative when it is over."""
    return (end - today).days
