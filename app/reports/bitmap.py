"""Pictures of drawings for the window: drawing, one-page PDF, PNG."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color

from app.reports.pdfium import PDFIUM

_CLEAR = (255, 255, 255, 0)


def png(drawing: Drawing, scale: float, background: Color | None = None) -> bytes:
    """The drawing as PNG, `scale` pixels to the point; without a background it is transparent."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(renderPDF.drawToString(drawing))
        try:
            bitmap = document[0].render(
                scale=scale, fill_color=_pixel(background), maybe_alpha=True, rev_byteorder=True
            )
            file = BytesIO()
            bitmap.to_pil().save(file, "PNG")
        finally:
            document.close()
    return file.getvalue()


def _pixel(color: Color | None) -> tuple[int, int, int, int]:
    if color is None:
        return _CLEAR
    red, green, blue = (round(255 * part) for part in color.rgb())
    return red, green, blue, 255
