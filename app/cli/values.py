"""Values on the command line that the domain reads: dates and ratings. Empty text means none."""

from __future__ import annotations

from datetime import date

from app.domain.dates import parse_date
from app.domain.vocabulary import HIGHEST_LEVEL, LOWEST_LEVEL
from app.errors import UserError


def date_value(text: str) -> date | None:
    """A date in any form the field writes; UserError `date.unreadable`."""
    return parse_date(text) if text.strip() else None


def level_value(text: str) -> int | None:
    """A rating; UserError `answer.level`."""
    if not text.strip():
        return None
    if text not in map(str, range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)):
        raise UserError("answer.level", level=text, lowest=LOWEST_LEVEL, highest=HIGHEST_LEVEL)
    return int(text)
