"""What of a file can be shown: pages, a picture, or text and tables. Read beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from app.domain.steps import finish
from app.errors import UserError
from app.extraction.pdfium import PDFIUM
from app.extraction.pictures import trouble
from app.extraction.reading import extract
from app.extraction.text import A_GLANCE, PAGE_END, Limits, Reason
from app.views.preview.blocks import Block, Cut, book_blocks, word_blocks

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_HEAD = 1024
_TEXT = Limits(pages=200, characters=200_000)
# A picture is shown with at most so many pixels on each side.
_MOST_PIXELS = 4_000
# Drawings (svg) are programs of a kind, which the system's own program may run.
_PICTURES = frozenset({b"png", b"jpeg", b"bmp", b"gif", b"tiff", b"webp"})


@dataclass(frozen=True, slots=True)
class PdfContents:
    path: Path
    pages: int


@dataclass(frozen=True, slots=True)
class PictureContents:
    """`size` is that of the file; the image may be a smaller one."""

    image: QImage
    size: QSize


@dataclass(frozen=True, slots=True)
class TextContents:
    """`cut` says that there is more than is shown."""

    blocks: tuple[Block, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class NoPreview:
    """Why there is nothing to show."""

    reason: Reason


Contents: TypeAlias = PdfContents | PictureContents | TextContents | NoPreview


def load(path: Path, name: str) -> Contents:
    """Look into a file of the vault, whose original name is `name`.

    Raises UserError `file.gone` where it is not there.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except FileNotFoundError:
        raise UserError("file.gone", name=name) from None
    except OSError:
        return NoPreview(Reason.UNREADABLE)
    if _PDF in head:
        return _pdf(path)
    picture = _picture(path)
    if picture is not None:
        return picture
    if head.startswith(_ZIP):
        glance = finish(extract(path, name, A_GLANCE))
        if glance.reason not in (Reason.NONE, Reason.NO_TEXT):
            return NoPreview(glance.reason)
        for blocks in (word_blocks, book_blocks):
            found = _blocks(blocks, path)
            if found is not None:
                return found
    return _text(path, name)


def _pdf(path: Path) -> Contents:
    import pypdfium2

    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(path)
            try:
                return PdfContents(path, len(document))
            finally:
                document.close()
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        return NoPreview(Reason.ENCRYPTED if locked else Reason.DAMAGED)


def _picture(path: Path) -> Contents | None:
    """None where the file is no picture."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    if not reader.canRead() or bytes(reader.format().data()) not in _PICTURES:
        return None
    if trouble(path) is Reason.TOO_LARGE:
        return NoPreview(Reason.TOO_LARGE)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _MOST_PIXELS:
        reader.setScaledSize(
            size.scaled(_MOST_PIXELS, _MOST_PIXELS, Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    if image.isNull():
        too_large = reader.error() == QImageReader.ImageReaderError.InvalidDataError and (
            size.width() * size.height() * 4 > QImageReader.allocationLimit() * 1024**2
        )
        return NoPreview(Reason.TOO_LARGE if too_large else Reason.DAMAGED)
    return PictureContents(image, size)


def _blocks(read: Callable[[Path], tuple[list[Block], Cut] | None], path: Path) -> Contents | None:
    """None where the file is another kind of document."""
    found = read(path)
    if found is None:
        return None
    blocks, cut = found
    return TextContents(tuple(blocks), cut) if blocks else NoPreview(Reason.NO_TEXT)


def _text(path: Path, name: str) -> Contents:
    found = finish(extract(path, name, _TEXT))
    if found.reason is not Reason.NONE:
        return NoPreview(found.reason)
    lines = found.text.replace(PAGE_END, "\n\n").split("\n")
    return TextContents(tuple(lines), found.cut)
