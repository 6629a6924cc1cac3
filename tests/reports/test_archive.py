"""The rules of PDF/A-2b that can be checked without a validator, on the bytes of the file."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from app.reports.model import Report
from app.services.workbooks import Workbook
from tests.reports.reading import TODAY, as_pdf, made

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"


@pytest.fixture
def report(filled: Workbook) -> Report:
    return made(filled)


@pytest.fixture
def content(report: Report, tmp_path: Path) -> bytes:
    return as_pdf(report, tmp_path).read_bytes()


def packet(content: bytes) -> ElementTree.Element:
    found = re.search(rb"<\?xpacket begin.*?\?>(.*?)<\?xpacket end", content, re.DOTALL)
    assert found is not None
    description = ElementTree.fromstring(found[1]).find(f".//{_RDF}Description")
    assert description is not None
    return description


def test_header_and_file_id(content: bytes) -> None:
    assert content.startswith(b"%PDF-1.7\n%")
    assert all(byte > 127 for byte in content[10:14])
    # The end of the file, where the number of the first table of objects stands.
    assert re.search(rb"/ID\s*\[\s*<[0-9a-f]{32}>\s*<[0-9a-f]{32}>\s*\]", content[-2000:])
    assert b"/Encrypt" not in content[-2000:]


def test_metadata_claim_pdf_a_2b_and_agree_with_the_file(
    content: bytes, report: Report, tmp_path: Path
) -> None:
    description = packet(content)
    assert description.findtext(f"{_PDFAID}part") == "2"
    assert description.findtext(f"{_PDFAID}conformance") == "B"
    document = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    data = document.get_metadata_dict()
    document.close()
    for name, field in (("title", "Title"), ("creator", "Author"), ("description", "Subject")):
        assert description.findtext(f"{_DC}{name}//{_RDF}li") == data[field] != ""
    day = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)
    assert datetime.fromisoformat(description.findtext(f"{_XMP}CreateDate") or "") == day
    assert data["CreationDate"] == data["ModDate"] == f"D:{day:%Y%m%d%H%M%S}+00'00'"
    # Archives find the packet without decoding the file.
    kind = re.search(rb"<<[^<>]*/Subtype /XML[^<>]*>>", content)
    assert kind is not None
    assert b"/Filter" not in kind[0]


def test_colours_have_their_profile(content: bytes) -> None:
    intent = re.search(rb"/OutputIntents \[ <<(.*?)>> \]", content, re.DOTALL)
    assert intent is not None
    assert b"/S /GTS_PDFA1" in intent[1]
    profile = re.search(rb"/DestOutputProfile (\d+) 0 R", intent[1])
    assert profile is not None
    stream = re.search(
        rb"\n" + profile[1] + rb" 0 obj\n<<([^<>]*)>>\nstream\n(.{588})\nendstream",
        content,
        re.DOTALL,
    )
    assert stream is not None
    assert b"/N 3" in stream[1]
    assert stream[2][36:40] == b"acsp"
    assert stream[2][8:10] == b"\x04\x20"
    assert b"/DeviceCMYK" not in content


def test_streams_end_on_a_line_of_their_own(content: bytes) -> None:
    lengths = re.finditer(rb"/Length (\d+)(?:[^<>]|<<[^<>]*>>)*>>\nstream\n", content)
    ends = [content[one.end() + int(one[1]) :][:11] for one in lengths]
    assert len(ends) == content.count(b"\nendstream") > 20
    assert set(ends) == {b"\nendstream\n"}


def test_every_link_is_printed_and_nothing_acts(content: bytes) -> None:
    links = re.findall(rb"<<[^<>]*/Subtype /Link[^<>]*>>", content)
    assert len(links) > 100
    assert all(b"/F 4 " in link for link in links)
    for forbidden in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/AA ", b"/AcroForm"):
        assert forbidden not in content


def test_nothing_is_transparent(content: bytes) -> None:
    for forbidden in (b"/SMask", b"/Transparency", b"/BM /", b"/ca ", b"/CA "):
        assert forbidden not in content


def test_names_with_signs_of_markup_are_metadata_too(report: Report, tmp_path: Path) -> None:
    path = as_pdf(replace(report, lead_unit="<甲> & 乙"), tmp_path)
    assert packet(path.read_bytes()).findtext(f"{_DC}creator//{_RDF}li") == "<甲> & 乙"
