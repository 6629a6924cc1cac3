"""The report model: what it says of the workbook's state."""

from datetime import date

import pytest

from app.domain.vocabulary import Language, Stage
from app.reports.assemble import assemble
from app.services.workbooks import Workbook


@pytest.mark.parametrize(
    ("language", "today", "words"),
    [
        ("zh", date(2026, 3, 16), "10天"),
        ("zh", date(2026, 3, 26), "0天"),
        ("zh", date(2026, 4, 5), "已期满10天"),
        ("en", date(2026, 4, 5), "ended 10 days ago"),
    ],
)
def test_the_days_left_are_never_negative(
    filled: Workbook, language: Language, today: date, words: str
) -> None:
    report = assemble(filled, Stage.FINAL, language, today)
    assert report.summary[-1].value == words
