"""Sample statistics as workbooks of one sheet."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.sample.files.archive import settle_times
from app.sample.files.writer import MARK, Sheet


def write_xlsx(sheet: Sheet, file: Path) -> None:
    """Write the table; title, screen and print bear the sample mark."""
    row = sheet.evidence
    book = Workbook()
    book.properties.title = row.title
    book.properties.creator = row.issuing_body
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = sheet.sheet_name
    columns = 1 + len(sheet.years)
    lines: list[list[str | int]] = [
        [f"{row.title}  {MARK}"],
        [sheet.name_heading, *(str(year) for year in sheet.years)],
    ]
    lines.extend([series.name, *series.values] for series in row.rows)
    lines.append([])
    lines.extend([label, value] for label, value in sheet.facts)
    lines.append([sheet.note])
    for line in lines:
        page.append(line)
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=columns)
    page["A1"].font = Font(bold=True, size=14)
    page["A1"].alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    page.row_dimensions[1].height = 44
    for cell in page[2]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="left" if cell.column == 1 else "right")
    page.column_dimensions["A"].width = 34
    for letter in "BC":
        page.column_dimensions[letter].width = 22
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
    for part, text in ((page.oddHeader, MARK), (page.oddFooter, sheet.note)):
        assert part is not None
        part.center.text = text
    book.save(file)
    settle_times(file, row.formed_on)
