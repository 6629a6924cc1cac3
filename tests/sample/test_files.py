"""Each file opens in its format, says what it should, and says that it is a sample."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from openpyxl import load_workbook
from PIL import Image

from app.domain.vocabulary import LANGUAGES, Language
from app.sample.content import SampleEvidence, read_content
from app.sample.files.writer import MARK, write_file

TODAY = date(2026, 11, 20)
YEARS = (2024, 2025)


def first(format_: str, language: Language = "zh") -> SampleEvidence:
    return next(row for row in read_content(language, TODAY).evidence if row.format == format_)


def written(row: SampleEvidence, tmp_path: Path, language: Language = "zh") -> Path:
    file = tmp_path / f"file.{row.format}"
    write_file(row, file, YEARS, language)
    return file


def test_pdf(tmp_path: Path) -> None:
    row = first("pdf")
    file = written(row, tmp_path)
    document = pypdfium2.PdfDocument(file)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(pages) == 2
    assert all(page.count(MARK) == 2 for page in pages)
    assert row.title in pages[0].replace("\r\n", "")
    assert row.proofs[0].requirement_id in pages[1]
    # A font that is only named is not there on the reader's machine.
    assert b"Helvetica" not in file.read_bytes()


def test_pdf_shows_markup_as_text(tmp_path: Path) -> None:
    row = replace(first("pdf"), title="<b>粗</b> & <para>", text="a < b <br/> </para>")
    document = pypdfium2.PdfDocument(written(row, tmp_path))
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "<b>粗</b> & <para>" in text
    assert "a < b <br/> </para>" in text


def test_docx(tmp_path: Path) -> None:
    row = first("docx")
    document = Document(str(written(row, tmp_path)))
    assert document.paragraphs[0].text == row.title
    assert row.text in [paragraph.text for paragraph in document.paragraphs]
    assert document.sections[0].header.paragraphs[0].text == MARK
    assert MARK in document.sections[0].footer.paragraphs[0].text


def test_xlsx(tmp_path: Path) -> None:
    row = first("xlsx")
    book = load_workbook(written(row, tmp_path))
    page = book["样例数据"]
    assert page["A1"].value == f"{row.title}  {MARK}"
    assert [cell.value for cell in page[2]] == ["项目", "2024", "2025"]
    assert [cell.value for cell in page[3]] == [row.rows[0].name, *row.rows[0].values]
    assert page.oddHeader.center.text == MARK
    assert page.page_setup.fitToHeight == 0
    assert page.sheet_properties.pageSetUpPr.fitToPage


def test_png(tmp_path: Path) -> None:
    with Image.open(written(first("png"), tmp_path)) as image:
        assert image.size == (1200, 800)
        colours = image.convert("RGB").getcolors(1200 * 800)
    assert colours is not None
    assert len(colours) > 20


def test_txt(tmp_path: Path) -> None:
    row = first("txt")
    text = written(row, tmp_path).read_text(encoding="utf-8")
    assert text.startswith(row.text)
    assert MARK in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", ["pdf", "docx", "xlsx", "png", "txt"])
def test_the_same_content_gives_the_same_bytes(
    tmp_path: Path, format_: str, language: Language
) -> None:
    row = first(format_, language)
    one = written(row, tmp_path, language).read_bytes()
    assert written(row, tmp_path, language).read_bytes() == one
    assert one != written(replace(row, title="?", rows=()), tmp_path, language).read_bytes()
