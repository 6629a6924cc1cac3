"""Reopens a written Word file and checks it, before anybody is told that it is there."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from app.errors import EnvironmentProblem
from app.reports.docx.markup import Element, text_of


@dataclass(frozen=True, slots=True)
class Contents:
    """How much the body of a file holds, and the SHA-256 of its text."""

    paragraphs: int
    tables: int
    pictures: int
    text: str


def contents_of(body: Element) -> Contents:
    def count(tag: str) -> int:
        return sum(1 for _ in body.iter(qn(tag)))

    digest = hashlib.sha256(text_of(body).encode()).hexdigest()
    return Contents(count("w:p"), count("w:tbl"), count("pic:pic"), digest)


def check_docx(path: Path, expected: Contents) -> None:
    """EnvironmentProblem `export.damaged` unless the file opens and holds what was written."""
    try:
        with zipfile.ZipFile(path) as archive:
            broken = archive.testzip()
        document = Document(str(path))
    except (zipfile.BadZipFile, OpcError, etree.XMLSyntaxError, KeyError) as error:
        raise _damaged(path, str(error)) from error
    found = contents_of(document.element.body)
    if broken is not None or found != expected:
        raise _damaged(path, broken or f"{found} != {expected}")


def _damaged(path: Path, detail: str) -> EnvironmentProblem:
    return EnvironmentProblem("export.damaged", name=path.name, detail=detail)
