"""The title that a document gives itself, beside its text."""

from __future__ import annotations

import zipfile
from pathlib import Path

from app.extraction import unfolding
from app.extraction.office import elements
from app.extraction.pdfium import PDFIUM
from app.extraction.text import Limits, NoText, clean

_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_HEAD = 1_024
_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LONGEST = 500


def own_title(path: Path) -> str:
    """As programs wrote it, sensible or not; "" where there is none or the file is broken.

    Raises nothing for what is wrong with the file.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        title = ""
        if _PDF in head:
            title = _of_pdf(path)
        elif head.startswith(_ZIP):
            title = _of_office(path)
    except (
        OSError,
        NoText,
        zipfile.BadZipFile,
        SyntaxError,
        ValueError,
        LookupError,
        RuntimeError,
    ):
        return ""
    return " ".join(clean(title[:_LONGEST]).split())


def _of_pdf(path: Path) -> str:
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(path)
        try:
            return str(document.get_metadata_value("Title"))
        finally:
            document.close()


def _of_office(path: Path) -> str:
    unfolding.check_directory(path)
    with zipfile.ZipFile(path) as archive:
        if archive.getinfo(_CORE).file_size > Limits().unfolded // 64:
            return ""
        return next(
            (
                element.text or ""
                for event, element in elements(archive, _CORE)
                if event == "end" and element.tag == _TITLE
            ),
            "",
        )
