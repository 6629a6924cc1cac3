"""The register as a PDF file: what can be read and printed without any other program."""

from __future__ import annotations

from pathlib import Path

from app.domain.numbers import format_size
from app.domain.steps import finish
from app.reports.fonts import FontSet
from app.reports.handover.register import Register, RegisterRow
from app.reports.listing import Listing, Row, cell, joined, middle
from app.reports.pdf.pages import WIDE, Furniture, ReportPages
from app.reports.pdf.story import Story
from app.reports.styles import LANDSCAPE

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
    story.add(story.grid(_table(story, register), LANDSCAPE.text_width))
    pages = ReportPages(path, report, _furniture(story, register), title, first=WIDE)
    finish(pages.build_in_steps(story.flowables, lambda canvas: None))
    return pages.page


def _table(story: Story, register: Register) -> Listing:
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
    rows = [_row(row, number) for number, row in enumerate(register.rows(), 1)]
    return Listing((10, 18, 39, 37, None, 35, 20, 22), rows, labels)


def _row(row: RegisterRow, number: int) -> Row:
    entry, file = row.entry, row.file
    document = joined(entry.document_number, entry.issuing_body, entry.formed_on)
    place, digits = "", ""
    if file is not None:
        place = joined(file.path or file.name, format_size(file.size))
        digits = "\n".join(
            file.sha256[start : start + _DIGITS] for start in range(0, len(file.sha256), _DIGITS)
        )
    requirements = "\n".join(proof.requirement_id for proof in entry.proofs)
    return Row(
        (
            middle(str(number)),
            middle(entry.number),
            cell(joined(entry.title, entry.kind), place=entry.number),
            cell(document, place=entry.number),
            cell(place, place=entry.number),
            middle(digits),
            middle(requirements),
            middle(joined(row.fate, entry.confidentiality)),
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
