"""Whether what an office file unfolds to can be borne: told before any of it is read as XML.

A few kilobytes can unfold to what fills any memory: as one long text, as millions of elements, or
as a directory of millions of parts. Documents and slides are read as streams; of tables openpyxl
keeps rows, strings and styles, so that these are counted first.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from app.extraction.text import Limits, NoText, Reason

_CHUNK = 1024**2
# Bytes of the directory of an archive: some ten thousand parts.
_DIRECTORY = 4 * 1024**2
_END, _END_MARK = struct.Struct("<4s4H2LH"), b"PK\x05\x06"
_LONGEST_COMMENT = 65_535
# Elements and attributes between two rows or strings, and of a part that has none.
_MARKS = 2_000_000
# Rows of a sheet, or strings; Excel has 1,048,576 rows.
_RECORDS = 1_500_000
_RECORD = re.compile(rb"<(?:\w{1,20}:)?(?:row|si)[\s/>]")
_STRINGS = "xl/sharedStrings.xml"


def check_directory(path: Path) -> None:
    """Before an archive is opened, which reads its directory as a whole. NoText `too-large`."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - _END.size - _LONGEST_COMMENT))
        tail = stream.read()
    at = tail.rfind(_END_MARK)
    if 0 <= at <= len(tail) - _END.size and _END.unpack_from(tail, at)[5] > _DIRECTORY:
        raise NoText(Reason.TOO_LARGE)


def check_parts(archive: zipfile.ZipFile, limits: Limits) -> None:
    """NoText `encrypted`, `too-large`. No part unfolds to more than the directory says."""
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise NoText(Reason.ENCRYPTED)
    parts = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    strings = sum(entry.file_size for entry in parts if entry.filename == _STRINGS)
    # The strings of a table are held in memory, all else is read as a stream.
    if _size(parts) > limits.unfolded or strings > limits.unfolded // 4:
        raise NoText(Reason.TOO_LARGE)
    if any(entry.filename == "xl/workbook.xml" for entry in parts):
        _check_table(archive, limits)


def _check_table(archive: zipfile.ZipFile, limits: Limits) -> None:
    """The parts of a table may have any name, as its directory says which is what."""
    unfolded = 0
    for entry in archive.infolist():
        with archive.open(entry) as stream:
            chunk = stream.read(_CHUNK)
            if not _is_xml(chunk):
                continue
            unfolded += entry.file_size
            if unfolded > limits.unfolded or _is_overfull(chunk, stream):
                raise NoText(Reason.TOO_LARGE)


def _is_xml(begin: bytes) -> bool:
    """Or nothing but white space so far."""
    return begin.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] in (b"<", b"")


def _is_overfull(chunk: bytes, stream: IO[bytes]) -> bool:
    """Whether a part of a table holds more rows, or more between two of them, than any does."""
    records = marks = 0
    while chunk:
        if len(chunk) == _CHUNK and b"<" not in chunk:
            return True
        begin = 0
        for match in _RECORD.finditer(chunk):
            marks += _marks(chunk, begin, match.start())
            records += 1
            if marks > _MARKS or records > _RECORDS:
                return True
            begin, marks = match.start(), 0
        marks += _marks(chunk, begin, len(chunk))
        if marks > _MARKS:
            return True
        chunk = stream.read(_CHUNK)
    return False


def _marks(chunk: bytes, begin: int, end: int) -> int:
    """Elements and attributes; signs in texts count too, which does no harm."""
    return chunk.count(b"<", begin, end) + chunk.count(b"=", begin, end)


def _size(parts: Iterable[zipfile.ZipInfo]) -> int:
    return sum(entry.file_size for entry in parts)
