"""What of a file can be shown, and why not where it can't; broken files give a reason."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from PIL import Image
from PySide6.QtGui import QImage
from reportlab.pdfgen.canvas import Canvas

from app.errors import UserError
from app.extraction.text import Reason
from app.views.preview.contents import (
    NoPreview,
    PdfContents,
    PictureContents,
    TextContents,
    load,
)
from app.views.preview.drawing import draw_page

# As in the vault: the name of the file on disk says nothing.
NAMELESS = "0" * 64


def pdf(path: Path, pages: int = 3, size: tuple[float, float] = (595, 842)) -> Path:
    canvas = Canvas(str(path), pagesize=size)
    for number in range(pages):
        canvas.setFillGray(number / max(pages, 1))
        canvas.rect(0, 0, *size, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def show(path: Path, name: str) -> object:
    return load(path, name)


def text(contents: object) -> list[object]:
    assert isinstance(contents, TextContents)
    return list(contents.blocks)


def test_a_pdf_page_by_page(tmp_path: Path) -> None:
    file = pdf(tmp_path / NAMELESS)
    assert show(file, "方案.pdf") == PdfContents(file, 3)
    image = draw_page(file, 1, 300)
    assert image is not None
    assert (image.width(), image.height()) == (300, 425)
    assert image.pixelColor(150, 200).getRgb()[:3] == (85, 85, 85)
    assert draw_page(file, 7, 300) is None


def test_a_page_as_large_as_a_field_takes_no_more_memory(tmp_path: Path) -> None:
    file = pdf(tmp_path / NAMELESS, 1, (100, 14_000))
    image = draw_page(file, 0, 8_000)
    assert image is not None
    assert image.width() * image.height() <= 16_000_000 * 1.01


def test_a_pdf_that_cannot_be_read(tmp_path: Path) -> None:
    broken = tmp_path / NAMELESS
    broken.write_bytes(b"%PDF-1.4 broken")
    assert show(broken, "坏.pdf") == NoPreview(Reason.DAMAGED)
    assert draw_page(broken, 0, 100) is None
    locked = tmp_path / "locked"
    canvas = Canvas(str(locked), encrypt="geheim")
    canvas.showPage()
    canvas.save()
    assert show(locked, "锁.pdf") == NoPreview(Reason.ENCRYPTED)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "GIF"])
def test_pictures(tmp_path: Path, kind: str) -> None:
    file = tmp_path / NAMELESS
    Image.new("RGB", (60, 40), "red").save(file, kind)
    contents = show(file, "现场.dat")
    assert isinstance(contents, PictureContents)
    assert (contents.image.width(), contents.size.height()) == (60, 40)


def test_a_photograph_stands_upright(tmp_path: Path) -> None:
    file = tmp_path / NAMELESS
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (60, 40), "red").save(file, "JPEG", exif=turned)
    contents = show(file, "现场.jpg")
    assert isinstance(contents, PictureContents)
    assert (contents.image.width(), contents.image.height()) == (40, 60)


def test_a_large_picture_is_shown_smaller(tmp_path: Path) -> None:
    file = tmp_path / NAMELESS
    Image.new("L", (9_000, 300)).save(file, "PNG")
    contents = show(file, "长卷.png")
    assert isinstance(contents, PictureContents)
    assert contents.image.width() == 4_000
    assert contents.size.width() == 9_000


def test_a_gigantic_or_broken_picture_has_a_reason(tmp_path: Path) -> None:
    gigantic = tmp_path / "gigantic"
    Image.new("1", (30_000, 30_000)).save(gigantic, "PNG")
    assert show(gigantic, "巨.png") == NoPreview(Reason.TOO_LARGE)
    broken = tmp_path / "broken"
    Image.effect_noise((300, 300), 50).save(broken, "PNG")
    broken.write_bytes(broken.read_bytes()[:2_000])
    assert isinstance(show(broken, "坏.png"), NoPreview | PictureContents)


def test_paragraphs_and_tables_of_a_docx(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("第一次会议纪要")
    table = document.add_table(2, 2)
    for number, word in enumerate(("序号", "名称", "1", "=甲")):
        table.cell(number // 2, number % 2).text = word
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "内层"
    document.add_paragraph("出席：\t全体\n<b>记录</b>")
    file = tmp_path / NAMELESS
    document.save(str(file))
    found = [block for block in text(show(file, "纪要.docx")) if block]
    assert found == [
        "第一次会议纪要",
        (("序号", "名称"), ("1", "=甲\n内层")),
        "出席：\t全体\n<b>记录</b>",
    ]


def test_a_long_docx_is_cut(tmp_path: Path) -> None:
    document = docx.Document()
    for number in range(1_600):
        document.add_paragraph(str(number))
    file = tmp_path / NAMELESS
    document.save(str(file))
    contents = show(file, "长.docx")
    assert isinstance(contents, TextContents)
    assert (len(contents.blocks), contents.cut) == (1_500, True)


def test_sheets_of_an_xlsx(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "统计"
    for row in (["指标", None, "数值"], [None, None, None], ["甲", date(2025, 6, 30), 0.5]):
        first.append(row)
    book.create_sheet("空")
    book.create_sheet("二").append(["乙"])
    file = tmp_path / NAMELESS
    book.save(file)
    assert text(show(file, "统计.xlsx")) == [
        "统计",
        (("指标", "", "数值"), ("甲", "2025-06-30", "0.5")),
        "二",
        (("乙",),),
    ]


def test_a_large_sheet_is_cut(tmp_path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("大")
    for number in range(2_000):
        sheet.append([number, *range(40)])
    file = tmp_path / NAMELESS
    book.save(file)
    contents = show(file, "大.xlsx")
    assert isinstance(contents, TextContents)
    table = contents.blocks[1]
    assert not isinstance(table, str)
    assert (len(table), {len(row) for row in table}, contents.cut) == (150, {24}, True)


def test_text_in_any_encoding(tmp_path: Path) -> None:
    for number, encoding in enumerate(("utf-8", "gb18030", "utf-16")):
        file = tmp_path / f"{number}"
        file.write_text("第一行\n第二行", encoding=encoding)
        assert text(show(file, "说明.txt")) == ["第一行", "第二行"]


def test_a_web_page_is_text(tmp_path: Path) -> None:
    file = tmp_path / NAMELESS
    file.write_text("<title>题</title><p>段<b>落</b></p><script>alert(1)</script>", "utf-8")
    words = "".join(str(block) for block in text(show(file, "网页.html")))
    assert "段落" in words
    assert "alert" not in words
    assert "<" not in words


def bomb(path: Path) -> Path:
    """An office file that unfolds to far more than it may."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * (300 * 1024**2) + b"</a>")
    return path


def test_what_cannot_be_shown_has_its_reason(tmp_path: Path) -> None:
    unknown, empty = tmp_path / "unknown", tmp_path / "empty"
    unknown.write_bytes(bytes(range(256)) * 8)
    empty.write_text("   \n", encoding="utf-8")
    old = tmp_path / "old"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000))
    torn = tmp_path / "torn"
    document = BytesIO()
    docx.Document().save(document)
    torn.write_bytes(document.getvalue()[:-2_000])
    for file, name, reason in (
        (unknown, "模型.dwg", Reason.UNSUPPORTED),
        (empty, "空.txt", Reason.NO_TEXT),
        (old, "旧.doc", Reason.OLD_FORMAT),
        (torn, "坏.docx", Reason.DAMAGED),
        (bomb(tmp_path / "bomb"), "炸弹.docx", Reason.TOO_LARGE),
    ):
        assert show(file, name) == NoPreview(reason), name
    with pytest.raises(UserError, match=r"file\.gone"):
        show(tmp_path / "gone", "没有.pdf")


def test_entities_are_never_resolved(tmp_path: Path) -> None:
    file = tmp_path / NAMELESS
    secret = tmp_path / "secret"
    secret.write_text("geheim", encoding="utf-8")
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>'
            f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>甲&x;</w:t></w:r></w:p>'
            "</w:body></w:document>",
        )
    contents = show(file, "实体.docx")
    if isinstance(contents, TextContents):
        assert "geheim" not in str(contents.blocks)


def test_what_is_drawn_is_what_pdfium_draws(tmp_path: Path) -> None:
    """Colours are not swapped."""
    file = tmp_path / NAMELESS
    canvas = Canvas(str(file), pagesize=(100, 100))
    canvas.setFillColorRGB(1, 0.5, 0)
    canvas.rect(0, 0, 100, 100, fill=1, stroke=0)
    canvas.save()
    image = draw_page(file, 0, 100)
    assert isinstance(image, QImage)
    assert image.pixelColor(50, 50).getRgb()[:3] == (255, 128, 0)
    document = pypdfium2.PdfDocument(file)
    assert document[0].render().to_pil().convert("RGB").getpixel((50, 50)) == (255, 128, 0)
    document.close()
