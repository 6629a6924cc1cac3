"""Files made to do harm, or that can't be read: small on disk, large or broken inside."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

MB = 1024**2
# As the issue names it: a picture of so many pixels on each side.
SIDE = 30_000
_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


# -- pictures


def png(path: Path, width: int = SIDE, height: int = SIDE, *, honest: bool = True) -> Path:
    """All black, 8 bits of grey; one that is not `honest` has no rows after its header."""
    pack = zlib.compressobj(9)
    rows = pack.compress(bytes(width + 1)) if not honest else b""
    if honest:
        rows = b"".join(pack.compress(bytes(width + 1)) for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", rows + pack.flush()), (b"IEND", b""))
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for name, content in parts:
            checksum = zlib.crc32(name + content)
            file.write(struct.pack(">I", len(content)) + name + content)
            file.write(struct.pack(">I", checksum))
    return path


def jpeg(path: Path, side: int = SIDE, *, progressive: bool = False) -> Path:
    """The data of a small picture below a header that says it is a large one."""
    small = BytesIO()
    Image.new("RGB", (64, 64), "grey").save(small, "JPEG", progressive=progressive)
    content = bytearray(small.getvalue())
    frame = content.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    content[frame + 5 : frame + 9] = struct.pack(">HH", side, side)
    path.write_bytes(content)
    return path


def gif(path: Path) -> Path:
    small = BytesIO()
    Image.new("P", (16, 16)).save(small, "GIF")
    content = bytearray(small.getvalue())
    content[6:10] = struct.pack("<HH", 65_535, 65_535)
    frame = content.index(b"\x2c", 13)
    content[frame + 5 : frame + 9] = struct.pack("<HH", 65_535, 65_535)
    path.write_bytes(content)
    return path


def bmp(path: Path) -> Path:
    small = BytesIO()
    Image.new("RGB", (16, 16)).save(small, "BMP")
    content = bytearray(small.getvalue())
    content[18:26] = struct.pack("<ii", SIDE, SIDE)
    path.write_bytes(content)
    return path


def tiff(path: Path) -> Path:
    small = BytesIO()
    Image.new("L", (16, 16)).save(small, "TIFF")
    content = bytearray(small.getvalue())
    (at,) = struct.unpack_from("<I", content, 4)
    (count,) = struct.unpack_from("<H", content, at)
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        tag, kind = struct.unpack_from("<HH", content, entry)
        if tag in (256, 257, 278):  # width, height, rows in a strip
            struct.pack_into("<I" if kind == 4 else "<H", content, entry + 8, SIDE)
    path.write_bytes(content)
    return path


def webp(path: Path) -> Path:
    """The extended header names a canvas of 16,384 pixels a side."""
    small = BytesIO()
    Image.new("RGBA", (16, 16), (0, 0, 0, 9)).save(small, "WEBP", lossless=True)
    frame = small.getvalue()[12:]
    side = (16_383).to_bytes(3, "little")
    extended = b"VP8X" + struct.pack("<I", 10) + bytes([0x10, 0, 0, 0]) + side + side
    body = b"WEBP" + extended + frame
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    return path


# -- office files


def office(path: Path, kind: str, pieces: Iterable[bytes], part: str = "") -> Path:
    """A docx, xlsx or pptx whose main `part` is made of pieces; all else is as it should be."""
    main = {
        "docx": "word/document.xml",
        "xlsx": "xl/worksheets/sheet1.xml",
        "pptx": "ppt/slides/slide1.xml",
    }[kind]
    others = _book() if kind == "xlsx" else {}
    if kind == "pptx":
        others = {"ppt/presentation.xml": b"<p/>"}
    wanted = part or main
    others.pop(wanted, None)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in others.items():
            archive.writestr(name, content)
        with archive.open(wanted, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece)
    return path


def _book() -> dict[str, bytes]:
    import openpyxl

    plain = BytesIO()
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repeated(begin: str, piece: str, count: int, end: str) -> Iterable[bytes]:
    """`piece` so many times, a little at a time."""
    at_once = max(1, MB // len(piece))
    yield begin.encode()
    for done in range(0, count, at_once):
        yield piece.encode() * min(at_once, count - done)
    yield end.encode()


def word(piece: str, count: int) -> Iterable[bytes]:
    head = f'<?xml version="1.0"?><w:document xmlns:w="{_SPACES["w"]}"><w:body>'
    return repeated(head, piece, count, "</w:body></w:document>")


def sheet(piece: str, count: int) -> Iterable[bytes]:
    head = f'<?xml version="1.0"?><worksheet xmlns="{_SPACES["s"]}"><sheetData>'
    return repeated(head, piece, count, "</sheetData></worksheet>")


def slide(piece: str, count: int) -> Iterable[bytes]:
    head = f'<?xml version="1.0"?><p:sld xmlns:p="{_SPACES["p"]}" xmlns:a="{_SPACES["a"]}">'
    return repeated(head, piece, count, "</p:sld>")


def entities(levels: int = 11) -> str:
    """The head of a document in which &a11; stands for a hundred thousand million words."""
    inner = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, levels + 1))
    return f'<!DOCTYPE d [<!ENTITY a0 "bomb ">{inner}]>'


def nested_zip(path: Path, depth: int = 40) -> Path:
    """An archive in an archive, and so on."""
    content = bytes(MB)
    for _ in range(depth):
        outer = BytesIO()
        with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(3):
                archive.writestr(f"{number}.zip", content)
        content = outer.getvalue()
        if len(content) > MB:
            break
    path.write_bytes(content)
    return path


def crowded(path: Path, entries: int = 1_000_000) -> Path:
    """A docx whose directory names a million parts."""
    record = struct.pack(
        "<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 33, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0
    )
    with path.open("wb") as file:
        start = file.write(b"PK\x03\x04" + bytes(26))
        size = 0
        for number in range(entries):
            size += file.write(record + b"%08x" % number)
        few = entries & 0xFFFF
        file.write(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, few, few, size, start, 0))
    return path


# -- others


def pages(path: Path, count: int = 5_000, password: str = "") -> Path:
    """A PDF of so many pages, each with its number."""
    canvas = Canvas(str(path), pageCompression=1, encrypt=password or None)
    for number in range(1, count + 1):
        canvas.drawString(72, 770, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return path


def sparse(path: Path, size: int) -> Path:
    """Noughts that take no room on the disk."""
    with path.open("wb") as file:
        file.truncate(size)
    return path


def locked_office(path: Path) -> Path:
    """What an office program makes of a document with a password."""
    path.write_bytes(_OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    return path


def cut(path: Path, whole: Path) -> Path:
    """The first half of a file."""
    path.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    return path


# -- a folder of them all


def everything(folder: Path) -> dict[str, str]:
    """Sound files among bad ones: by name as it is kept, why each is refused or can't be read.

    "" where nothing is wrong, `file.…` where it is refused.
    """
    folder.mkdir()
    (folder / "说明.txt").write_text("试点工作说明", encoding="utf-8")
    office(folder / "纪要.docx", "docx", word("<w:p><w:r><w:t>会议纪要</w:t></w:r></w:p>", 1))
    png(folder / "现场.png", 40, 30)
    return (
        {"说明.txt": "", "纪要.docx": "", "现场.png": ""}
        | _unreadable(folder)
        | _bombs(folder)
        | _pictures(folder)
        | _entities(folder)
        | _refused(folder)
        | _named(folder)
    )


def _unreadable(folder: Path) -> dict[str, str]:
    pages(folder / "加密.pdf", 1, "secret")
    locked_office(folder / "加密.xlsx")
    (folder / "旧版.doc").write_bytes(_OLE + bytes(2_000))
    (folder / "损坏.pdf").write_bytes(b"%PDF-1.7\nnothing")
    cut(folder / "截断.docx", folder / "纪要.docx")
    sparse(folder / "空洞.txt", 20 * MB)
    return {
        "加密.pdf": "encrypted",
        "加密.xlsx": "encrypted",
        "旧版.doc": "old-format",
        "损坏.pdf": "damaged",
        "截断.docx": "damaged",
        "空洞.txt": "damaged",
    }


def _bombs(folder: Path) -> dict[str, str]:
    office(folder / "炸弹.docx", "docx", word(" ", 300 * MB))
    office(folder / "炸弹.xlsx", "xlsx", sheet("<row/>", 4_000_000))
    office(folder / "炸弹.pptx", "pptx", slide(" ", 300 * MB))
    crowded(folder / "拥挤.docx", 100_000)
    nested_zip(folder / "嵌套.zip")
    pages(folder / "五千页.pdf")
    too_large = ("炸弹.docx", "炸弹.xlsx", "炸弹.pptx", "拥挤.docx")
    return dict.fromkeys(too_large, "too-large") | {"嵌套.zip": "", "五千页.pdf": ""}


def _pictures(folder: Path) -> dict[str, str]:
    png(folder / "巨图.png")
    png(folder / "虚报.png", honest=False)
    jpeg(folder / "巨图.jpg")
    jpeg(folder / "渐进.jpg", 12_000, progressive=True)
    for make, name in ((gif, "巨图.gif"), (bmp, "巨图.bmp"), (tiff, "巨图.tif")):
        make(folder / name)
    (folder / "不是图.jpg").write_bytes(b"nothing")
    names = ("巨图.png", "虚报.png", "巨图.jpg", "渐进.jpg", "巨图.gif", "巨图.bmp", "巨图.tif")
    return dict.fromkeys(names, "too-large") | {"不是图.jpg": "damaged"}


def _entities(folder: Path) -> dict[str, str]:
    """Nothing of the bomb is ever made; what may stand beside it is read."""
    head = entities()
    space = f'xmlns:w="{_SPACES["w"]}" xmlns:a="{_SPACES["a"]}" xmlns="{_SPACES["s"]}"'
    for kind, body in (
        ("docx", "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>"),
        ("pptx", "<a:p><a:r><a:t>&a11;</a:t></a:r></a:p>"),
        (
            "xlsx",
            '<sheetData><row><c t="inlineStr"><is><t>&a11;</t></is></c></row></sheetData>',
        ),
    ):
        root = f"{head}<worksheet {space}>{body}</worksheet>"
        office(folder / f"实体.{kind}", kind, [root.encode()])
    for kind, body in (
        ("html", "<p>&a11;</p>"),
        ("xml", "<d>&a11;</d>"),
        ("svg", '<svg xmlns="http://www.w3.org/2000/svg"><text>&a11;</text></svg>'),
    ):
        (folder / f"实体.{kind}").write_text(head + body, encoding="utf-8")
    damaged = dict.fromkeys(("实体.docx", "实体.pptx", "实体.xlsx"), "damaged")
    return damaged | dict.fromkeys(("实体.html", "实体.xml", "实体.svg"), "")


def _refused(folder: Path) -> dict[str, str]:
    (folder / "空.txt").touch()
    sparse(folder / "三吉字节.csv", 3_000 * MB)
    long = "long" * 55 + ".txt"
    (folder / long).write_text("长", encoding="utf-8")
    refused = {"空.txt": "file.empty", "三吉字节.csv": "file.too-large", long: "file.long-name"}
    if os.name == "nt":
        return refused
    (folder / "回环").symlink_to(folder, target_is_directory=True)
    (folder / "断链.pdf").symlink_to(folder / "没有.pdf")
    os.mkfifo(folder / "管道.txt")
    return refused | {
        "回环": "file.link",
        "断链.pdf": "file.link",
        "管道.txt": "file.device",
    }


def _named(folder: Path) -> dict[str, str]:
    """Names as they are, and as they are kept: no sign in them that can't be seen."""
    names = {"右\u202e左fdp.txt": "右左fdp.txt", "零\u200b宽.txt": "零宽.txt"}
    if os.name != "nt":
        names["响\x07铃\n换行.txt"] = "响\ufffd铃\ufffd换行.txt"
    for name in names:
        (folder / name).write_text(name.encode("unicode_escape").decode(), encoding="utf-8")
    return dict.fromkeys(names.values(), "")
