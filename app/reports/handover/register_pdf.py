"""The register as a PDF file: what can be read and printed without any other program."""

from __future__ import annotations

from pathlib import Path

from app.domain.numbers import format_size
from app.domain.steps import finish
from app.reports.fonts import FontSet
from app.reports.handover.register import Register, RegisterRow
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.pages import WIDE, Furniture, ReportPages
from app.reports.pdf.story import Story
from app.reports.styles import LANDSCAPE, column_widths

# A checksum is printed in four lines of so many digits, to be compared by eye.
_DIGITS = 16


def write_register(register: Register, path: Path, fonts: FontSet) -> int:
    """Write the file and return its number of pages. OSError where the disk gives way."""
    report = register.report
    story = Story(report, fonts)
    title = register.word("register.title", region=report.region)
    story.text(title, story.styles.annex_title)
    for note in register.notes:
        story.text(note, story.styles.note)
    story.add(_table(story, register))
    pages = ReportPages(path, report, _furniture(story, register), title, first=WIDE)
    finish(pages.build_in_steps(story.flowables, lambda canvas: None))
    return pages.page


def _table(story: Story, register: Register) -> Grid:
    labels = (
        story.word("column.no"),
        story.word("column.number"),
        story.word("column.title"),
        register.word("column.document"),
        register.word("column.file"),
        register.word("column.hash"),
        register.word("column.requirements"),
        register.word("column.fate"),
    )
    widths = column_widths(LANDSCAPE.text_width, (10, 18, 39, 37, None, 35, 20, 22))
    rows = [_row(story, row, number) for number, row in enumerate(register.rows(), 1)]
    return Grid(widths, [story.head(labels, story.styles.small_head)], rows)


def _row(story: Story, row: RegisterRow, number: int) -> Row:
    style, entry, file = story.styles, row.entry, row.file
    document = _joined(entry.document_number, entry.issuing_body, entry.formed_on)
    place, digits = "", ""
    if file is not None:
        place = _joined(file.path or file.name, format_size(file.size))
        digits = "\n".join(
            file.sha256[start : start + _DIGITS] for start in range(0, len(file.sha256), _DIGITS)
        )
    requirements = "\n".join(proof.requirement_id for proof in entry.proofs)
    return Row(
        (
            Cell(story.block(str(number), style.small_center)),
            Cell(story.block(entry.number, style.small_center)),
            Cell(story.block(_joined(entry.title, entry.kind), style.small, entry.number)),
            Cell(story.block(document, style.small, entry.number)),
            Cell(story.block(place, style.small, entry.number)),
            Cell(story.block(digits, style.small_center)),
            Cell(story.block(requirements, style.small_center)),
            Cell(story.block(_joined(row.fate, entry.confidentiality), style.small_center)),
        )
    )


def _furniture(story: Story, register: Register) -> Furniture:
    report = story.report
    title = register.word("register.title", region=report.region)
    return Furniture(
        header=lambda page: story.block(title, story.styles.running) if page > 1 else None,
        footer=register.word("footer", mark=report.data_mark[:16], date=report.made_on_text),
        marks=story.word("sample") if report.sample else "",
        body_font=story.fonts.chains["body"][0].name,
        heading_font=story.fonts.chains["heading"][0].name,
    )


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
