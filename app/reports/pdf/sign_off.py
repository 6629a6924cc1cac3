"""The page that is signed and sealed, with the code that names the data it speaks for."""

from __future__ import annotations

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from app.reports.model import Verification
from app.reports.pdf.contents import Entry
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.story import Story
from app.reports.pdf.styles import PORTRAIT
from app.reports.pdf.textblock import TextBlock

_QR = 34 * mm
_GAP = 8 * mm
# Digits of the code are printed in groups, to be read out and compared.
_GROUP = 8
_GROUPS_IN_LINE = 4
# Where somebody writes by hand.
_LINE = 24 * "_"


def sign_off(story: Story) -> None:
    """Lead unit with its seal, signatures and date, and below them the verification code."""
    style, report = story.styles, story.report
    story.page("upright")
    title = story.word("sign-off")
    story.heading(Entry(title, "sign-off", 0), style.annex_title, 300)
    story.add(Spacer(0, 14 * mm))
    lines = (
        (story.word("filler.unit"), report.lead_unit),
        (story.word("sign-off.head"), _LINE),
        (story.word("sign-off.checked"), _LINE),
        (story.word("filler.person"), report.contact_name),
        (story.label("contact_phone"), report.contact_phone),
        (story.word("sign-off.date"), story.word("sign-off.day")),
    )
    left = 62 * mm
    rows = [
        Row(
            (
                Cell(story.block(label + story.word("colon"), style.cover_label)),
                Cell(story.block(value or _LINE, style.cover_line, label)),
            )
        )
        for label, value in lines
    ]
    story.add(Grid((left, PORTRAIT.text_width - left), (), rows, ruled=False), Spacer(0, 24 * mm))
    story.add(KeepTogether(_code(story)))


def _code(story: Story) -> list[Flowable]:
    style, seal = story.styles, story.report.verification
    head = story.block(story.word("verification"), style.cell_label)
    if seal is None:
        return [head, story.block(story.word("sign-off.draft"), style.cell)]
    note = story.word(
        "verification.note", snapshot=seal.snapshot, title=seal.title, day=seal.taken_on
    )
    blocks = [
        head,
        story.block(note, style.cell, story.word("sign-off")),
        story.block(grouped(seal.sha256), style.cell_label),
        story.block(story.word("sign-off.check"), style.cell),
    ]
    return [_BesideCode(qr_code(seal, _font(story)), blocks)]


def _font(story: Story) -> str:
    """The font that drawings name, so that none is named that is not embedded."""
    return story.fonts.chains["body"][0].name


def grouped(digits: str) -> str:
    """Eight digits to a group, four groups to a line."""
    groups = [digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP)]
    lines = range(0, len(groups), _GROUPS_IN_LINE)
    return "\n".join(" ".join(groups[start : start + _GROUPS_IN_LINE]) for start in lines)


def qr_code(seal: Verification, font: str, size: float = _QR) -> Drawing:
    """The code as vectors; read by a telephone it says `sha256:` and the 64 digits."""
    widget = QrCodeWidget(f"sha256:{seal.sha256}", barLevel="M", barBorder=0)
    widget.barWidth = widget.barHeight = size
    drawing = Drawing(size, size, initialFontName=font)
    drawing.add(widget)
    return drawing


class _BesideCode(Flowable):
    """Lines of text at the right of the code."""

    def __init__(self, code: Drawing, blocks: list[TextBlock]) -> None:
        super().__init__()
        self._code = code
        self._blocks = blocks

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        room = avail_width - self._code.width - _GAP
        heights = [block.wrap(room, 0)[1] for block in self._blocks]
        self.width, self.height = avail_width, max(sum(heights), self._code.height)
        return self.width, self.height

    def draw(self) -> None:
        renderPDF.draw(self._code, self.canv, 0, self.height - self._code.height)
        top = self.height
        for block in self._blocks:
            top -= block.height
            block.draw_at(self.canv, self._code.width + _GAP, top)
