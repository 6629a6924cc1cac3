"""Cells that serve every row of their column; what they hold is text or plain numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from app.reports.xlsx.fitting import Line, Piece

_FORMULA_STARTS = ("=", "+", "-", "@")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_THIN = Side(style="thin", color="8C8C8C")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
HEAD_FILL = PatternFill("solid", fgColor="EDEFF2")
_STRONG_FILL = PatternFill("solid", fgColor="F6F7F9")
_OPEN_FILL = PatternFill("solid", fgColor="FFF9E5")
_LINK_COLOUR = "0563C1"


def cleaned(text: str) -> str:
    """Text without what a spreadsheet file must not hold."""
    return _UNPRINTABLE.sub("", text)


class SteadyCell(Cell):
    """A cell that serves every row of its column: its style is looked up once.

    Text is taken as text, whatever openpyxl would make of it.
    """

    __slots__ = ("_known_style",)

    def __init__(self, sheet: Any) -> None:
        super().__init__(sheet, row=1, column=1)
        self._known_style: int | None = None

    @property
    def style_id(self) -> int:
        if self._known_style is None:
            self._known_style = int(super().style_id)
        return self._known_style

    def __repr__(self) -> str:
        # openpyxl asks for it at every write.
        return "cell"

    def hold(self, text: str) -> None:
        self._value = cleaned(text)
        self.data_type = "s"


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of a column look; `open` ones are for people to fill in."""

    font: str
    centered: bool = False
    strong: bool = False
    open: bool = False


class Slot:
    """The cells of a column: for most values, for text that looks like a formula, for links.

    Text like a formula has the mark that keeps Excel from reading it as one when it is edited.
    """

    def __init__(self, sheet: Any, look: Look) -> None:
        self._usual = _styled(sheet, look)
        self._quoted = _styled(sheet, look)
        self._quoted.quotePrefix = True
        self._link = _styled(sheet, look)
        self._link.font = Font(
            name=look.font, bold=look.strong, underline="single", color=_LINK_COLOUR
        )
        self._link.quotePrefix = True

    def holding(self, value: Piece) -> SteadyCell:
        if isinstance(value, Line):
            self._link.hold(value.text)
            self._link.hyperlink = Hyperlink(ref="", target=value.target)
            return self._link
        if not isinstance(value, str):
            self._usual.value = value
            return self._usual
        cell = self._quoted if value.startswith(_FORMULA_STARTS) else self._usual
        cell.hold(value)
        return cell


def _styled(sheet: Any, look: Look) -> SteadyCell:
    cell = SteadyCell(sheet)
    cell.border = BOX
    cell.font = Font(name=look.font, bold=look.strong)
    if look.strong:
        cell.fill = _STRONG_FILL
    if look.open:
        cell.fill, cell.protection = _OPEN_FILL, Protection(locked=False)
    horizontal = "center" if look.centered else None
    cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
    return cell
