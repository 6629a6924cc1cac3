"""Files of some size as people have them: a few pages of text, and pictures that fill the rest."""

from __future__ import annotations

import random
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from benchmarks.texts import WORDS

_PAGES, _LINES = 12, 30
# Stands in the PDF for the bytes of its picture.
_FILLING = b"\x00"


def make_file(file: Path, size: int, luck: random.Random) -> None:
    """A PDF, docx or text with words in it; of another kind bytes that no one reads."""
    match file.suffix:
        case ".pdf":
            before, filling, after = _pdf_around(size)
            content = before + luck.randbytes(filling) + after
        case ".docx":
            content = _docx(luck.randbytes(size - 40_000), luck)
        case ".txt":
            content = "\n".join(_lines(luck, size // 60)).encode("utf-8")[:size]
        case _:
            content = luck.randbytes(size)
    file.write_bytes(content)


def _lines(luck: random.Random, count: int) -> list[str]:
    return ["".join(luck.choices(WORDS, k=8)) + "。" for _ in range(count)]


@cache
def _pdf_around(size: int) -> tuple[bytes, int, bytes]:
    """A PDF before and after a stream that brings it to a size, and the length of that."""
    filling = size - len(_pdf(1))
    made = _pdf(filling)
    start = made.index(_FILLING * 1000)
    return made[:start], filling, made[start + filling :]


def _pdf(filling: int) -> bytes:
    from reportlab.pdfbase.pdfdoc import PDFStream
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from app.sample.files.writer import bundled_font

    registerFont(TTFont("BenchSans", str(bundled_font())))
    target = BytesIO()
    canvas = Canvas(target, initialFontName="BenchSans", invariant=True)
    luck = random.Random(3)
    for _ in range(_PAGES):
        canvas.setFont("BenchSans", 10)
        for line, text in enumerate(_lines(luck, _LINES)):
            canvas.drawString(60, 790 - 20 * line, text)
        canvas.showPage()
    canvas._doc.Reference(PDFStream(content=_FILLING * filling, filters=[]))
    canvas.save()
    return target.getvalue()


def _docx(picture: bytes, luck: random.Random) -> bytes:
    from docx import Document

    plain, target = BytesIO(), BytesIO()
    document = Document()
    for line in _lines(luck, 60):
        document.add_paragraph(line)
    document.save(plain)
    with zipfile.ZipFile(plain) as parts, zipfile.ZipFile(target, "w") as packed:
        for name in parts.namelist():
            packed.writestr(name, parts.read(name), zipfile.ZIP_DEFLATED)
        packed.writestr("word/media/image1.jpeg", picture)
    return target.getvalue()
