"""The register as an Excel file: a line for each file, then what serves each requirement."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from app.domain.file_names import link_target
from app.reports.handover.model import HandedFile
from app.reports.handover.register import Register, RegisterRow
from app.reports.model import EvidenceEntry
from app.reports.xlsx.maker import SheetMaker
from app.reports.xlsx.sheet import Column, Line, Sheet, Value, writing

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
        return name, Sheet(self.book, name, columns, self._frame(name, notes))

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
            entry.number,
            entry.title,
            entry.kind,
            entry.document_number,
            entry.issuing_body,
            entry.formed_on,
            _place(file) if file else "",
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
                    sheet.write(
                        (number, item.id, item.title, *_serving(row.entry, item.id), *_where(row))
                    )
        return name, sheet.close()


def _serving(entry: EvidenceEntry, requirement_id: str) -> tuple[Value, ...]:
    proof = next(one for one in entry.proofs if one.requirement_id == requirement_id)
    return entry.number, entry.title, proof.locator, proof.proves


def _where(row: RegisterRow) -> tuple[Value, ...]:
    return _place(row.file) if row.file else "", row.fate


def _place(file: HandedFile) -> Value:
    return (Line(file.path, link_target(file.path)),) if file.path else ""
