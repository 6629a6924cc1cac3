"""Sample pictures: a simple drawing of labelled boxes in place of a photograph."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from app.sample.files.writer import MARK, Sheet, bundled_font

_SIZE = (1200, 800)
_PAPER = "#f6f7f9"
_INK = "#2b3440"
_BOX = "#dfe8f3"
_LINE = "#7f97b3"
_FAINT = "#8a8f98"
_MARGIN = 70
_GAP = 40
_SEPARATOR = "|"


def write_png(sheet: Sheet, file: Path) -> None:
    """Draw the parts of the text, which "|" separates, as a row of boxes under the title."""
    image = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    width, height = _SIZE
    parts = sheet.evidence.text.split(_SEPARATOR)
    draw.text((width / 2, 110), sheet.evidence.title, _INK, _font(34), anchor="mm")
    box = (width - 2 * _MARGIN - _GAP * (len(parts) - 1)) / len(parts)
    for number, part in enumerate(parts):
        left = _MARGIN + number * (box + _GAP)
        if number:
            draw.line((left - _GAP, 400, left, 400), _LINE, 4)
        draw.rounded_rectangle((left, 280, left + box, 520), 18, _BOX, _LINE, 3)
        draw.text((left + box / 2, 400), part, _INK, _font(30), anchor="mm")
    draw.text((width / 2, 620), MARK, _FAINT, _font(56), anchor="mm")
    draw.text((width / 2, height - 60), sheet.note, _FAINT, _font(22), anchor="mm")
    image.save(file, "PNG")


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(bundled_font()), size)
