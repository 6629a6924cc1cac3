"""Chooses the writer by format, and what all files share: the mark, the facts, the font."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app import paths, texts
from app.domain.dates import format_date
from app.domain.vocabulary import Language
from app.sample.content import SampleEvidence

MARK = "样例 / SAMPLE"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file shows: labelled facts, the evidence itself, and headings in its language."""

    evidence: SampleEvidence
    facts: tuple[tuple[str, str], ...]
    years: tuple[int, int]
    served_heading: str
    name_heading: str
    sheet_name: str
    note: str


def bundled_font() -> Path:
    """A font with Chinese that is there on every machine."""
    return paths.resources() / "fonts" / "NotoSansSC_400Regular.ttf"


def write_file(row: SampleEvidence, file: Path, years: tuple[int, int], language: Language) -> None:
    """Write one evidence file; the same content gives the same bytes."""
    _WRITERS[row.format](_sheet(row, years, language), file)


def _sheet(row: SampleEvidence, years: tuple[int, int], language: Language) -> Sheet:
    values = {
        "document_number": row.document_number,
        "issuing_body": row.issuing_body,
        "formed_on": format_date(row.formed_on, language),
        "valid_until": format_date(row.valid_until, language),
    }
    return Sheet(
        evidence=row,
        facts=tuple(
            (texts.text(f"field.{name}", language), value)
            for name, value in values.items()
            if value
        ),
        years=years,
        served_heading=texts.text("sample.served", language),
        name_heading=texts.text("sample.name", language),
        sheet_name=texts.text("sample.sheet", language),
        note=texts.text("sample.note", language),
    )


def _write_pdf(sheet: Sheet, file: Path) -> None:
    from app.sample.files.pdf import write_pdf

    write_pdf(sheet, file)


def _write_docx(sheet: Sheet, file: Path) -> None:
    from app.sample.files.docx import write_docx

    write_docx(sheet, file)


def _write_xlsx(sheet: Sheet, file: Path) -> None:
    from app.sample.files.xlsx import write_xlsx

    write_xlsx(sheet, file)


def _write_png(sheet: Sheet, file: Path) -> None:
    from app.sample.files.png import write_png

    write_png(sheet, file)


def _write_txt(sheet: Sheet, file: Path) -> None:
    row = sheet.evidence
    facts = [f"{label}  {value}" for label, value in sheet.facts]
    lines = [row.text, row.title, *facts, f"{MARK}  {sheet.note}"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\r\n")


_WRITERS: dict[str, Callable[[Sheet, Path], None]] = {
    "pdf": _write_pdf,
    "docx": _write_docx,
    "xlsx": _write_xlsx,
    "png": _write_png,
    "txt": _write_txt,
}
