"""Files with text in them, made by the libraries that the program has."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.sample.files.writer import bundled_font

_FONT = "ExtractionSans"


def pdf(path: Path, pages: list[str], password: str = "") -> Path:
    registerFont(TTFont(_FONT, str(bundled_font())))
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(str(path), encrypt=encrypt, initialFontName=_FONT)
    for page in pages:
        canvas.setFont(_FONT, 12)
        for number, line in enumerate(page.splitlines()):
            canvas.drawString(72, 770 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return path


def docx(path: Path, lines: list[str], cells: list[str] | None = None) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if cells:
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.sections[0].footer.paragraphs[0].text = "页脚"
    document.save(str(path))
    return path


def xlsx(path: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "统计表"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def archive(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def pptx(path: Path, slides: list[list[str]]) -> Path:
    parts: dict[str, str | bytes] = {"ppt/presentation.xml": "<p/>"}
    for number, lines in enumerate(slides, start=1):
        parts[f"ppt/slides/slide{number}.xml"] = slide(lines)
    return archive(path, parts)


def slide(lines: list[str]) -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    body = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    return f'<?xml version="1.0" encoding="UTF-8"?><p xmlns:a="{space}">{body}</p>'


def word_xml(body: str, head: str = "") -> str:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0"?>{head}<w:document xmlns:w="{space}">{body}</w:document>'


def png() -> bytes:
    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (40, 40), "white").save(file, "PNG")
    return file.getvalue()
