"""The box under a requirement's heading."""

from __future__ import annotations

from app.reports.box import BOX_WIDTHS, BoxPair, box
from app.reports.model import RequirementEntry
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.setting import Setting
from app.reports.styles import HEAD_FILL


def facts(setting: Setting, item: RequirementEntry) -> Grid:
    """What is required, and how it stands."""
    return Grid(BOX_WIDTHS, (), [_row(setting, item, pairs) for pairs in box(setting, item)])


def _row(setting: Setting, item: RequirementEntry, pairs: tuple[BoxPair, ...]) -> Row:
    style = setting.styles
    cells: list[Cell] = []
    for label, text, span in pairs:
        cells.append(Cell(setting.block(label, style.small_label), fill=HEAD_FILL))
        cells.append(Cell(setting.block(text, style.cell, f"{item.id} {label}"), span=span))
    return Row(tuple(cells))
