"""What documents call themselves in their properties."""

from pathlib import Path

import docx
import openpyxl
from reportlab.pdfgen.canvas import Canvas

from app.extraction.metadata import own_title
from tests import hostile
from tests.extraction import making

TITLE = "标准化试点工作情况"


def test_a_pdf(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setTitle(f" {TITLE}\n")
    canvas.showPage()
    canvas.save()
    assert own_title(tmp_path / "a.pdf") == TITLE


def test_office_files(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = TITLE
    document.save(str(tmp_path / "a.docx"))
    book = openpyxl.Workbook()
    book.properties.title = TITLE
    book.save(tmp_path / "a.xlsx")
    for name in ("a.docx", "a.xlsx"):
        assert own_title(tmp_path / name) == TITLE


def test_none_and_broken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("正文", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04nothing")
    making.pptx(tmp_path / "d.pptx", [["甲"]])
    hostile.crowded(tmp_path / "e.docx", 100_000)
    hostile.pages(tmp_path / "f.pdf", 1, "secret")
    making.archive(tmp_path / "g.docx", {"docProps/core.xml": "<a>" + " " * 5_000_000 + "</a>"})
    for file in (*tmp_path.iterdir(), tmp_path / "gone.pdf"):
        assert own_title(file) == "", file


def test_entities_stay_unresolved(tmp_path: Path) -> None:
    dc = "http://purl.org/dc/elements/1.1/"
    body = f'{hostile.entities()}<c xmlns:d="{dc}"><d:title>甲&a11;</d:title></c>'
    making.archive(tmp_path / "a.docx", {"docProps/core.xml": body})
    assert "bomb" not in own_title(tmp_path / "a.docx")
