"""The text of PDF files, page by page."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from app.extraction.pdfium import PDFIUM
from app.extraction.text import Limits, NoText, Pages, Reason


def pages(path: Path, limits: Limits) -> Pages:
    """The text of each page; the lock is given back between them, for who draws pages."""
    import pypdfium2

    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise NoText(Reason.ENCRYPTED if locked else Reason.DAMAGED) from error
    try:
        for number in range(min(len(document), limits.pages + 1)):
            yield _page(document, number)
    finally:
        with PDFIUM:
            document.close()


def _page(document: Any, number: int) -> str:
    """The text of a page; none where that page alone is damaged."""
    import pypdfium2

    with PDFIUM:
        try:
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                found: str = text.get_text_range()
                return found
        except pypdfium2.PdfiumError:
            return ""
