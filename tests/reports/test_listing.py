"""Tables of the report: no word of a head is broken."""

import pytest
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.domain.vocabulary import LANGUAGES, Language
from app.reports.fonts import font_set
from app.reports.lists import annexes, indicators, profile, scores
from app.reports.styles import LANDSCAPE, SMALL_SIZE
from app.reports.words import Words
from app.services.workbooks import Workbook
from tests.reports.reading import made

# Beside the text of a cell, in points.
_BESIDE = 8.0


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_are_as_wide_as_the_words_of_their_heads(
    filled: Workbook, language: Language
) -> None:
    words = Words(made(filled, language))
    font = font_set(language, folders=()).chains["heading"][0].name
    tables = {
        "scores": scores.scores(words),
        "register": annexes.register(words),
        "standards": annexes.standards(words),
        "plan": annexes.plan(words),
        "indicators": indicators.indicators(words),
        "articles": profile.articles(words),
    }
    broken = []
    for name, table in tables.items():
        taken = sum(width or 0 for width in table.widths)
        for width, label in zip(table.widths, table.head, strict=True):
            room = (width or LANDSCAPE.text_width / mm - taken) * mm - _BESIDE
            broken += [
                (name, word) for word in label.split() if stringWidth(word, font, SMALL_SIZE) > room
            ]
    assert broken == []
