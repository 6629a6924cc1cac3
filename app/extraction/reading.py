"""The text inside a file, whatever it is; a broken file gives no text and the reason."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.steps import Step, Steps
from app.extraction import office, pdf, pictures, plain, tables, unfolding
from app.extraction.text import PAGE_END, Extract, Limits, NoText, Pages, Reason, clean

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How office programs keep a document with a password: inside the old container.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_TEXT = {"txt", "csv", "tsv", "md", "log", "text"}
_HTML = {"html", "htm", "xhtml"}
# A PDF may have other bytes before its mark.
_HEAD = 1_024
_OLE_HEAD = 1024**2
# What the libraries raise over a file that is not as it should be.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    SyntaxError,  # of XML
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    RuntimeError,  # of PDFium, of a zip with a password
    MemoryError,
)


def extract(path: Path, name: str = "", limits: Limits | None = None) -> Steps[Extract]:
    """The text of a file; steps count pages. `name` is its original one, as the vault has none.

    Raises nothing for what is wrong with the file. Closing the generator gives up.
    """
    return _extract(path, name or path.name, limits or Limits())


def _extract(path: Path, name: str, limits: Limits) -> Steps[Extract]:
    pieces: list[str] = []
    length = count = 0
    cut = False
    try:
        if path.stat().st_size > limits.size:
            return Extract(reason=Reason.TOO_LARGE)
        with _reader(path, name, limits) as pages:
            for page in pages:
                text = clean(page).strip(" \n")
                cut = count >= limits.pages or length + len(text) > limits.characters
                if count < limits.pages:
                    pieces.append(text[: limits.characters - length])
                length += len(text) + 1
                count += 1
                if cut:
                    break
                yield Step(count, 0, name)
    except NoText as ending:
        return Extract(reason=ending.reason)
    except OSError:
        return Extract(reason=Reason.UNREADABLE)
    except _BROKEN:
        # What was read before the damage is of use.
        cut = True
    text = PAGE_END.join(pieces)
    if not text.strip():
        return Extract(reason=Reason.DAMAGED if cut and not count else Reason.NO_TEXT)
    return Extract(text, cut=cut)


@contextmanager
def _reader(path: Path, name: str, limits: Limits) -> Generator[Pages]:
    """What reads the file: by its first bytes, where they say nothing by its name."""
    with path.open("rb") as stream:
        head = stream.read(_OLE_HEAD)
    suffix = name.rpartition(".")[2].lower()
    if _PDF in head[:_HEAD]:
        yield pdf.pages(path, limits)
    elif head.startswith(_OLE):
        raise NoText(Reason.ENCRYPTED if _ENCRYPTED in head else Reason.OLD_FORMAT)
    elif head.startswith(_ZIP):
        unfolding.check_directory(path)
        with zipfile.ZipFile(path) as archive:
            unfolding.check_parts(archive, limits)
            yield _office(archive, path, limits)
    elif suffix in _HTML:
        yield plain.html_pages(path, limits)
    elif suffix in _TEXT:
        yield plain.text_pages(path, limits)
    elif suffix in {"pdf", "docx", "xlsx", "pptx"}:
        raise NoText(Reason.DAMAGED)
    else:
        raise NoText(pictures.trouble(path, suffix) or Reason.UNSUPPORTED)


def _office(archive: zipfile.ZipFile, path: Path, limits: Limits) -> Iterator[str]:
    """What reads an office file, by the part that only its kind has."""
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return office.word_pages(archive, limits)
    if "xl/workbook.xml" in names:
        return tables.pages(path, limits)
    if "ppt/presentation.xml" in names:
        return office.slide_pages(archive, limits)
    raise NoText(Reason.UNSUPPORTED)
