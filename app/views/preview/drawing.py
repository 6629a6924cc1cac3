"""A page of a PDF file as a picture, drawn beside the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from app.extraction.pdfium import PDFIUM

# A page with more pixels is drawn smaller: memory is bounded at any zoom.
_MOST_PIXELS = 16_000_000


def draw_page(path: Path, number: int, width: int) -> QImage | None:
    """Page `number`, from 0, so many pixels wide; None where the page is damaged."""
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(path)
        except (pypdfium2.PdfiumError, OSError):
            return None
        try:
            page = document[number]
            across, down = page.get_size()
            scale = width / max(across, 1)
            pixels = across * down * scale**2
            if pixels > _MOST_PIXELS:
                scale *= (_MOST_PIXELS / pixels) ** 0.5
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            bitmap.close()
            page.close()
            return image
        except pypdfium2.PdfiumError:
            return None
        finally:
            document.close()
