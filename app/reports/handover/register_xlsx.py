"""The register as an Excel file: a line for each file, then what serves each requirement."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from app.domain.file_names import link_target
from app.reports.handover.register import Register, RegisterRow
from app.reports.xlsx.fitting import Line, Value
from app.reports.xlsx.maker import SheetMaker
from app.reports.xlsx.sheet import Column, Sheet
from app.reports.xlsx.writing import writing

_CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_CREATOR = "Four Changes Workbook"


def write_register(register: Register, path: Path) -> dict[str, int]:
    """Write the file and return the rows of each sheet. OSError where the disk gives way."""
    maker = _Maker(register)
    with writing(maker.book):
        rows = dict((maker.files(), maker.requirements()))
        maker.book.save(path)
    return rows


def settle(path: Path, made_on: date) -> None:
    """Take the time of writing out of an Excel file, so that the same content is the same file."""
    settled = path.with_name(f"{path.name}.settled")
    day = f"{made_on.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(settled, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == _CORE:
                content = _TIMES.sub(rb"\g<1>" + day, content)
            member = zipfile.ZipInfo(info.filename, (*made_on.timetuple()[:3], 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, content)
    settled.replace(path)


class _Maker(SheetMaker):
    def __init__(self, register: Register) -> None:
        super().__init__(register.report, Workbook(write_only=True))
        self._register = register
        report = register.report
        properties = self.book.properties
        properties.title = register.word("register.title", region=report.region)
        properties.creator = report.lead_unit or report.pilot_name or _CREATOR
        properties.language = "zh-CN" if report.language == "zh" else "en"

    def _page(self, key: str, columns: tuple[Column, ...], *notes: str) -> tuple[str, Sheet]:
        name = self._register.word(f"sheet.{key}")
        title = self._register.word("register.title", region=self.report.region)
        frame = replace(
            self._frame(name, notes),
            title=self._register.word("sheet.title", title=title, sheet=name),
        )
        return name, Sheet(self.book, name, columns, frame)

    def _word(self, key: str, width: float, centered: bool = False) -> Column:
        return Column(self._register.word(f"column.{key}"), width, centered)

    def files(self) -> tuple[str, int]:
        """All files by number, also those that were not handed over."""
        name, sheet = self._page(
            "files",
            (
                self._column("no", 6, centered=True),
                self._column("number", 11, centered=True),
                self._column("title", 28),
                self._column("kind", 11, centered=True),
                self._own("document_number", 20),
                self._own("issuing_body", 20),
                self._own("formed_on", 15, centered=True),
                self._word("place", 40),
                self._word("name", 28),
                self._word("size", 13, centered=True),
                self._word("hash", 34),
                self._word("requirements", 14, centered=True),
                self._own("confidentiality", 10, centered=True),
                self._word("fate", 14, centered=True),
            ),
            *self._register.notes,
        )
        for number, row in enumerate(self._register.rows(), 1):
            sheet.write(self._file_row(row, number))
        return name, sheet.close()

    def _file_row(self, row: RegisterRow, number: int) -> tuple[Value, ...]:
        entry, file = row.entry, row.file
        return (
            number,
            _number(row),
            entry.title,
            entry.kind,
            entry.document_number,
            entry.issuing_body,
            entry.formed_on,
            file.path if file else "",
            file.name if file else "",
            file.size if file else None,
            file.sha256 if file else "",
            "\n".join(proof.requirement_id for proof in entry.proofs),
            entry.confidentiality,
            row.fate,
        )

    def requirements(self) -> tuple[str, int]:
        """Every requirement with each dossier that serves it, and where in it."""
        name, sheet = self._page(
            "requirements",
            (
                self._column("no", 6, centered=True),
                self._column("id", 12, centered=True),
                self._column("requirement", 30),
                self._column("number", 11, centered=True),
                self._column("title", 36),
                self._own("locator", 20),
                self._own("proves", 40),
                self._word("place", 44),
                self._word("fate", 14, centered=True),
            ),
        )
        rows: dict[str, list[RegisterRow]] = {}
        for row in self._register.rows():
            rows.setdefault(row.entry.number, []).append(row)
        number = 0
        report = self.report
        for item in (*report.requirements, *report.retired):
            for evidence in item.evidence:
                for row in rows[evidence]:
                    number += 1
                    sheet.write((number, item.id, item.title, *_serving(row, item.id)))
        return name, sheet.close()


def _serving(row: RegisterRow, requirement_id: str) -> tuple[Value, ...]:
    entry = row.entry
    proof = next(one for one in entry.proofs if one.requirement_id == requirement_id)
    place = row.file.path if row.file else ""
    return _number(row), entry.title, proof.locator, proof.proves, place, row.fate


def _number(row: RegisterRow) -> Value:
    """The number, which leads to the file: names may take several lines, of which LibreOffice
    shows but one where they are a link.
    """
    if row.file is None or not row.file.path:
        return row.entry.number
    return (Line(row.entry.number, link_target(row.file.path)),)
