"""What stands on the page that is signed and sealed, and the code that names its data."""

from __future__ import annotations

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm

from app.reports.model import Verification
from app.reports.words import Words, in_groups

_QR = 34 * mm
_GROUPS_IN_LINE = 4
# Where somebody writes by hand.
_LINE = 24 * "_"


def sign_off_lines(words: Words) -> list[tuple[str, str]]:
    """Lead unit with its seal, signatures and date: labels with values, or room to write."""
    lines = (
        (words.word("filler.unit"), words.report.lead_unit),
        (words.word("sign-off.head"), _LINE),
        (words.word("sign-off.checked"), _LINE),
        (words.word("filler.person"), words.report.contact_name),
        (words.label("contact_phone"), words.report.contact_phone),
        (words.word("sign-off.date"), words.word("sign-off.day")),
    )
    return [(label, value or _LINE) for label, value in lines]


def code_note(words: Words, seal: Verification) -> str:
    """What the code is the code of."""
    return words.word(
        "verification.note", snapshot=seal.snapshot, title=seal.title, day=seal.taken_on
    )


def grouped(digits: str) -> str:
    """Eight digits to a group, four groups to a line."""
    groups = in_groups(digits)
    lines = range(0, len(groups), _GROUPS_IN_LINE)
    return "\n".join(" ".join(groups[start : start + _GROUPS_IN_LINE]) for start in lines)


def qr_code(seal: Verification, font: str, size: float = _QR) -> Drawing:
    """The code as vectors; read by a telephone it says `sha256:` and the 64 digits."""
    widget = QrCodeWidget(f"sha256:{seal.sha256}", barLevel="M", barBorder=0)
    widget.barWidth = widget.barHeight = size
    drawing = Drawing(size, size, initialFontName=font)
    drawing.add(widget)
    return drawing
