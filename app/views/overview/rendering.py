"""The report's chart of the four changes as a picture; runs off the main thread.

The libraries that draw it are imported when it is drawn: they are slow to load.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.views.theme import Colours


@dataclass(frozen=True, slots=True)
class ChartRequest:
    """Everything the picture depends on.

    Sizes in device-independent pixels; `scale` device pixels for each of them.
    """

    bars: tuple[tuple[str, float | None], ...]
    width: int
    height: int
    text_size: float
    scale: float
    look: Colours


def render(request: ChartRequest) -> bytes:
    """The chart as PNG."""
    from reportlab.lib.colors import HexColor

    from app.reports.bitmap import png
    from app.reports.charts import Bar, Palette, four_changes_chart
    from app.reports.fonts import font_set

    look = request.look
    palette = Palette(
        text=HexColor(look.text),
        muted=HexColor(look.muted),
        grid=HexColor(look.border),
        track=HexColor(look.window),
        accent=HexColor(look.accent),
        done=HexColor(look.accent),
        started=HexColor(look.selected),
        background=HexColor(look.base),
    )
    # The bundled sans serif, which has Chinese and Latin letters.
    font = font_set("en").chains["subheading"][0].name
    drawing = four_changes_chart(
        [Bar(label, points) for label, points in request.bars],
        palette,
        request.width,
        request.height,
        font,
        request.text_size,
    )
    return png(drawing, request.scale)
