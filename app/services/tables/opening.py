"""Opens an Excel file, or says in words why it can't be read."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from app.errors import UserError
from app.store.problems import environment

MAX_BYTES = 50 * 1024**2
# A small file may unfold to any size.
MAX_UNPACKED = 500 * 1024**2
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
# What openpyxl raises where a file is not as it should be.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    SyntaxError,  # of XML
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    NotImplementedError,
)


@contextmanager
def opened(path: Path) -> Iterator[Book]:
    """The file as openpyxl reads it row by row, with the results of its formulas.

    Raises UserError `file.not-found`, `file.folder`, `file.empty`, `table.…`.
    """
    with environment(path):
        if not path.exists():
            raise UserError("file.not-found", name=path.name)
        if path.is_dir():
            raise UserError("file.folder", name=path.name)
        with path.open("rb") as stream:
            _check(stream, path)
            with sound(path):
                book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
            try:
                yield book
            finally:
                book.close()


@contextmanager
def sound(path: Path) -> Iterator[None]:
    """Raise UserError `table.damaged` where openpyxl stumbles; its warnings are kept quiet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except _BROKEN as error:
        raise UserError("table.damaged", name=path.name, detail=type(error).__name__) from error


def _check(stream: IO[bytes], path: Path) -> None:
    """What can be seen without openpyxl: size, another format, a password, a cut-off end."""
    name = path.name
    size = path.stat().st_size
    if not size:
        raise UserError("file.empty", name=name)
    if size > MAX_BYTES:
        raise UserError("table.too-large", name=name, size=size, limit_bytes=MAX_BYTES)
    content = stream.read()
    stream.seek(0)
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise UserError("table.protected", name=name)
        raise UserError("table.old-format", name=name)
    if not content.startswith(_ZIP):
        raise UserError("table.not-excel", name=name)
    with sound(path), zipfile.ZipFile(stream) as archive:
        entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise UserError("table.protected", name=name)
    if "[Content_Types].xml" not in archive.namelist() or "xl/workbook.xml" not in (
        archive.namelist()
    ):
        raise UserError("table.not-excel", name=name)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED:
        raise UserError("table.too-large", name=name, size=unpacked, limit_bytes=MAX_UNPACKED)
    stream.seek(0)
