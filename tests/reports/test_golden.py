"""The files of a fixed report against what was stored: their text, and in the PDF where ink is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from app.domain.vocabulary import LANGUAGES, Language
from app.services.workbooks import Workbook
from tests.reports.golden import (
    FOLDER,
    docx_text_of,
    fixed_report,
    fixed_workbook,
    page_text,
    pictures_of,
    stored_picture,
    text_of,
)
from tests.reports.reading import as_docx, as_pdf

# Grey levels of 255 by which a page may differ: on the whole, and at any place of some pixels.
_WHOLE, _PLACE = 0.7, 40


@pytest.fixture
def fixed(tmp_path: Path) -> Iterator[Workbook]:
    workbook = fixed_workbook(tmp_path)
    yield workbook
    workbook.close()


def differences(one: Image.Image, two: Image.Image) -> tuple[float, float]:
    """How much two pictures differ, and how much they do at the worst place.

    Blurred by three pixels, so that the smoothing of edges does not count.
    """
    blurred = [picture.filter(ImageFilter.BoxBlur(3)) for picture in (one, two)]
    found = ImageChops.difference(*blurred)
    return ImageStat.Stat(found).mean[0], float(found.getextrema()[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_and_pages_are_as_stored(fixed: Workbook, tmp_path: Path, language: Language) -> None:
    path = as_pdf(fixed_report(fixed, language), tmp_path)
    stored = (FOLDER / f"report-{language}.txt").read_text(encoding="utf-8")
    assert text_of(path).splitlines() == stored.splitlines()
    whole = Image.open(FOLDER / f"report-{language}.png")
    for number, picture in enumerate(pictures_of(path)):
        mean, most = differences(picture, stored_picture(whole, number))
        assert mean < _WHOLE, number + 1
        assert most < _PLACE, number + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_word_and_page_is_as_stored(
    fixed: Workbook, tmp_path: Path, language: Language
) -> None:
    report = fixed_report(fixed, language)
    for name, text in (
        ("word", docx_text_of(as_docx(report, tmp_path))),
        ("page", page_text(report)),
    ):
        stored = (FOLDER / f"{name}-{language}.txt").read_text(encoding="utf-8")
        assert text.splitlines() == stored.splitlines(), name


def test_a_line_that_is_missing_or_moved_is_seen() -> None:
    whole = Image.open(FOLDER / "report-zh.png")
    page = stored_picture(whole, 3)
    without = page.copy()
    without.paste(255, (0, 60, page.width, 68))
    moved = ImageChops.offset(page, 0, 3)
    for other in (without, moved):
        mean, most = differences(page, other)
        assert mean >= _WHOLE or most >= _PLACE
