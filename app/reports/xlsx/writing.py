"""Saves a book without leaving anything behind where that fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from lxml.etree import LxmlError, SerialisationError
from openpyxl import Workbook


@contextmanager
def writing(book: Workbook) -> Iterator[None]:
    """Clear away the files in which openpyxl keeps the sheets; turn lxml's errors into OSError."""
    try:
        yield
    except SerialisationError as error:
        # lxml tells an error of the disk by its name only, such as IO_ENOSPC.
        number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(number, os.strerror(number)) from error
    finally:
        _discard(book)


def _discard(book: Workbook) -> None:
    sheets: Any = book.worksheets
    for sheet in sheets:
        writer = sheet._writer
        if writer is not None and Path(writer.out).exists():
            # Closing fails once more where writing failed before.
            with suppress(LxmlError):
                writer.close()
            writer.cleanup()
