"""Excel files as people and programs make them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook as Book

HEAD = ("指标编码", "指标名称", "日期", "实际值", "来源", "备注")


def write(
    path: Path,
    rows: Sequence[Sequence[Any]],
    head: Sequence[str] = HEAD,
    finish: Callable[[Any], None] = lambda sheet: None,
) -> Path:
    """A file with a heading and rows; `finish` may work on the sheet before it is saved."""
    book = Book()
    sheet = book.active
    sheet.append(list(head))
    for row in rows:
        sheet.append(list(row))
    finish(sheet)
    book.save(path)
    return path


def rewrite(path: Path, name: str, change: Callable[[str], str]) -> Path:
    """Change the text of one part of a file."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    parts[name] = change(parts[name].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return path


def with_dimension_of_one_cell(path: Path) -> Path:
    """As WPS saves it."""
    return rewrite(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:A1"', xml),
    )
