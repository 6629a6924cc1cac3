from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.domain.steps import finish
from app.extraction.reading import extract
from app.extraction.text import Extract, Limits, Reason
from tests.extraction import making

_TEXT = "国家标准化创新发展试点\nGB/T 1.1—2020"


def _read(path: Path, limits: Limits | None = None, name: str = "") -> Extract:
    return finish(extract(path, name, limits))


def test_pages_of_a_pdf(tmp_path: Path) -> None:
    file = making.pdf(tmp_path / "a.pdf", [_TEXT, "第二页"])
    assert _read(file) == Extract(f"{_TEXT}\f第二页")


def test_a_file_of_the_vault_has_no_suffix(tmp_path: Path) -> None:
    file = making.pdf(tmp_path / "0123abcd", ["第一页"])
    assert _read(file).text == "第一页"
    page = tmp_path / "4567"
    page.write_text("<p>网页</p>", encoding="utf-8")
    assert _read(page, name="首页.HTML").text == "网页"


def test_paragraphs_cells_and_footer_of_a_docx(tmp_path: Path) -> None:
    read = _read(making.docx(tmp_path / "a.docx", ["第一段", "第二段"], ["甲", "乙"]))
    lines = read.text.split()
    assert lines == ["第一段", "第二段", "甲", "乙", "页脚"]


def test_what_a_docx_holds_twice_is_read_once(tmp_path: Path) -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    text = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    body = (
        f'<m:AlternateContent xmlns:m="{mc}"><m:Choice>{text.format("新")}</m:Choice>'
        f"<m:Fallback>{text.format('旧')}</m:Fallback></m:AlternateContent>{text.format('后')}"
    )
    file = making.archive(tmp_path / "a.docx", {"word/document.xml": making.word_xml(body)})
    assert _read(file).text.split() == ["新", "后"]


def test_rows_of_an_xlsx(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["名称", "数量"],
        ["团体标准", 12, 0.5, date(2023, 3, 27)],
        [None, "末"],
    ]
    read = _read(making.xlsx(tmp_path / "a.xlsx", rows))
    assert read.text == "统计表\n名称\t数量\n团体标准\t12\t0.5\t2023-03-27\n末"


def test_an_xlsx_that_claims_to_be_one_cell(tmp_path: Path) -> None:
    import zipfile

    file = making.xlsx(tmp_path / "a.xlsx", [["甲", "乙"], ["丙", "丁"]])
    with zipfile.ZipFile(file) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    content = parts[sheet]
    assert isinstance(content, bytes)
    assert b'ref="A1:B2"' in content
    parts[sheet] = content.replace(b'ref="A1:B2"', b'ref="A1:A1"')
    assert "丁" in _read(making.archive(tmp_path / "b.xlsx", parts)).text


def test_slides_in_their_order(tmp_path: Path) -> None:
    slides = [[f"第{number}张"] for number in range(1, 12)]
    read = _read(making.pptx(tmp_path / "a.pptx", slides))
    assert read.text.split("\f") == [f"第{number}张" for number in range(1, 12)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_text_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("标准化试点 2023\r\n第二行".encode(encoding))
    assert _read(file).text == "标准化试点 2023\n第二行"


@pytest.mark.parametrize(
    ("charset", "encoding"), [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("no", "gbk")]
)
def test_a_web_page_shows_its_text(tmp_path: Path, charset: str, encoding: str) -> None:
    file = tmp_path / "a.html"
    page = (
        f'<html><head><meta charset="{charset}"><title>标题</title><style>p {{}}</style></head>'
        "<body><script>var 甲;</script><p>团体<b>标准</b>&nbsp;&amp;</p><div>末</div></body></html>"
    )
    file.write_bytes(page.encode(encoding))
    assert _read(file).text.split() == ["标题", "团体标准", "&", "末"]


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    assert _read(making.pdf(tmp_path / "a.pdf", ["秘"], "secret")).reason is Reason.ENCRYPTED


def test_an_office_file_with_a_password(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    file.write_bytes(content + "EncryptedPackage".encode("utf-16-le"))
    assert _read(file).reason is Reason.ENCRYPTED
    file.write_bytes(content)
    assert _read(file).reason is Reason.OLD_FORMAT


def test_a_zip_with_a_password(tmp_path: Path) -> None:
    file = making.archive(tmp_path / "a.docx", {"word/document.xml": "<x/>"})
    content = bytearray(file.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(content)
    assert _read(file).reason is Reason.ENCRYPTED


def test_a_scan_has_no_text(tmp_path: Path) -> None:
    picture = tmp_path / "scan.png"
    Image.new("RGB", (40, 40), "grey").save(picture)
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawImage(str(picture), 0, 0)
    canvas.save()
    assert _read(tmp_path / "a.pdf") == Extract(reason=Reason.NO_TEXT)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.pptx"])
def test_a_damaged_file(tmp_path: Path, name: str) -> None:
    for content in (b"", b"%PDF-1.7\nnothing", b"PK\x03\x04nothing", b"nothing"):
        file = tmp_path / name
        file.write_bytes(content)
        read = _read(file)
        assert read.text == ""
        assert read.reason in {Reason.DAMAGED, Reason.NO_TEXT}


def test_files_that_are_not_read(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    Image.new("RGB", (4, 4)).save(picture)
    assert _read(picture).reason is Reason.UNSUPPORTED
    assert _read(making.archive(tmp_path / "a.zip", {"a": "b"})).reason is Reason.UNSUPPORTED
    assert _read(tmp_path / "missing.pdf").reason is Reason.UNREADABLE
    assert _read(tmp_path).reason is Reason.UNREADABLE


def test_binary_bytes_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(bytes(range(256)) * 10)
    assert _read(file).reason is Reason.DAMAGED


def test_limits_of_pages_and_characters(tmp_path: Path) -> None:
    file = making.pdf(tmp_path / "a.pdf", [f"第{number}页" for number in range(1, 6)])
    assert _read(file, Limits(pages=2)) == Extract("第1页\f第2页", cut=True)
    assert _read(file, Limits(pages=5)).cut is False
    long = tmp_path / "a.txt"
    long.write_text("标" * 1000, encoding="utf-8")
    read = _read(long, Limits(characters=10))
    assert read == Extract("标" * 10, cut=True)


def test_limits_of_size(tmp_path: Path) -> None:
    file = making.pdf(tmp_path / "a.pdf", ["页"])
    assert _read(file, Limits(size=10)).reason is Reason.TOO_LARGE


def test_a_zip_bomb(tmp_path: Path) -> None:
    bomb = making.word_xml("<w:p/>" + " " * 50_000_000)
    file = making.archive(tmp_path / "a.docx", {"word/document.xml": bomb})
    assert file.stat().st_size < 100_000
    assert _read(file, Limits(unfolded=10_000_000)).reason is Reason.TOO_LARGE


def test_a_zip_that_understates_what_it_unfolds_to(tmp_path: Path) -> None:
    bomb = making.word_xml("<w:p><w:r><w:t>标</w:t></w:r></w:p>" * 100_000)
    file = making.archive(tmp_path / "a.docx", {"word/document.xml": bomb})
    content = bytearray(file.read_bytes())
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (2_000).to_bytes(4, "little")
    file.write_bytes(content)
    assert len(_read(file).text) < 2_000


@pytest.mark.parametrize(
    "part", ["word/document.xml", "xl/sharedStrings.xml", "ppt/slides/slide1.xml"]
)
def test_an_entity_bomb(tmp_path: Path, part: str) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE d [<!ENTITY a0 "bomb">{levels}]>'
    parts: dict[str, str | bytes] = {}
    if part.startswith("xl"):
        import zipfile

        with zipfile.ZipFile(making.xlsx(tmp_path / "sound.xlsx", [["甲"]])) as sound:
            parts = {name: sound.read(name) for name in sound.namelist()}
    elif part.startswith("ppt"):
        parts["ppt/presentation.xml"] = "<p/>"
    parts[part] = making.word_xml("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", head)
    assert "bomb" not in _read(making.archive(tmp_path / "a.docx", parts)).text


def test_an_entity_that_names_a_file_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    head = f'<!DOCTYPE d [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    body = making.word_xml("<w:p><w:r><w:t>前&s;后</w:t></w:r></w:p>", head)
    file = making.archive(tmp_path / "a.docx", {"word/document.xml": body})
    assert "机密" not in _read(file).text
    page = tmp_path / "a.html"
    page.write_text(f"{head}<p>前&s;后</p>", encoding="utf-8")
    assert "机密" not in _read(page).text


def test_reading_can_be_given_up_between_pages(tmp_path: Path) -> None:
    file = making.pdf(tmp_path / "a.pdf", ["甲", "乙", "丙"])
    work = extract(file)
    assert next(work).done == 1
    work.close()
    file.rename(tmp_path / "b.pdf")
    assert _read(tmp_path / "b.pdf").text == "甲\f乙\f丙"


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "pptx", "html"])
def test_any_damage_is_borne(tmp_path: Path, kind: str) -> None:
    """A hundred ways to damage each kind of file, always the same ones."""
    file = tmp_path / f"a.{kind}"
    match kind:
        case "pdf":
            making.pdf(file, [_TEXT, "二"])
        case "docx":
            making.docx(file, ["甲"])
        case "xlsx":
            making.xlsx(file, [["甲", 1]])
        case "pptx":
            making.pptx(file, [["甲"]])
        case _:
            file.write_text("<p>甲</p><table><tr><td>乙" * 50, encoding="utf-8")
    sound = file.read_bytes()
    luck = random.Random(kind)
    for _ in range(100):
        content = bytearray(sound[: luck.randrange(1, len(sound) + 1)])
        for _ in range(luck.randrange(20)):
            content[luck.randrange(len(content))] = luck.randrange(256)
        file.write_bytes(content)
        read = _read(file)
        assert bool(read.text) != bool(read.reason)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(content=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.html", "a.csv", "a"]))
def test_any_bytes_are_borne(tmp_path: Path, content: bytes, name: str) -> None:
    file = tmp_path / "any"
    file.write_bytes(content)
    read = _read(file, name=name)
    assert not set(read.text) & {"\0", "\r", "\ufeff"}
