"""Reopens a written report and checks it, before anybody is told that it is there."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.parsers import expat

from app.errors import EnvironmentProblem
from app.reports.pdfium import PDFIUM

_FONT = re.compile(rb"<<[^<>]*/BaseFont /[^<>]*>>")
_DESCRIPTOR = re.compile(rb"/Type /FontDescriptor")
_FONT_FILE = re.compile(rb"/FontFile2 \d+ 0 R")
# Output intent and the claim of PDF/A, which are written at the very end.
_ARCHIVAL = (b"/GTS_PDFA1", b"<pdfaid:part>2</pdfaid:part>")
_SPACE = re.compile(r"\s+")


def check_pdf(path: Path, title: str, pages: int, ending: str = "") -> None:
    """EnvironmentProblem `export.damaged` unless pages, embedded fonts and text are as written.

    `title` stands on the first page, `ending` on the last one; without it the title does.
    """
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            raise _damaged(path, str(error)) from error
        try:
            if len(document) != pages:
                raise _damaged(path, f"{len(document)} != {pages}")
            for number, expected in ((0, title), (pages - 1, ending or title)):
                text = document[number].get_textpage().get_text_range()
                if _SPACE.sub("", expected) not in _SPACE.sub("", text):
                    raise _damaged(path, f"text, page {number + 1}")
        finally:
            document.close()
    content = path.read_bytes()
    if not _fonts_embedded(content):
        raise _damaged(path, "fonts")
    if not all(part in content for part in _ARCHIVAL):
        raise _damaged(path, "PDF/A")


def _fonts_embedded(content: bytes) -> bool:
    """Whether every font has a descriptor, and every descriptor its font file."""
    fonts = _FONT.findall(content)
    described = all(b"/FontDescriptor" in font for font in fonts)
    files = len(_FONT_FILE.findall(content))
    return bool(fonts) and described and files == len(_DESCRIPTOR.findall(content))


def check_xlsx(path: Path, rows: dict[str, int]) -> None:
    """EnvironmentProblem `export.damaged` unless the sheets are there with all their rows."""
    import openpyxl

    try:
        with zipfile.ZipFile(path) as archive:
            book = openpyxl.load_workbook(path, read_only=True)
            try:
                names = book.sheetnames
            finally:
                book.close()
            if names != list(rows):
                raise _damaged(path, ", ".join(names))
            for number, (name, expected) in enumerate(rows.items(), 1):
                found = _count_rows(archive.read(f"xl/worksheets/sheet{number}.xml"))
                if found != expected:
                    raise _damaged(path, f"{name}: {found} != {expected}")
    except (zipfile.BadZipFile, expat.ExpatError, KeyError) as error:
        raise _damaged(path, str(error)) from error


def _count_rows(sheet: bytes) -> int:
    """Rows of a sheet; reading all of its XML shows that it is whole."""
    count = 0

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal count
        count += name == "row"

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(sheet, True)
    return count


def _damaged(path: Path, detail: str) -> EnvironmentProblem:
    return EnvironmentProblem("export.damaged", name=path.name, detail=detail)
