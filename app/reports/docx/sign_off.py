"""The page that is signed and sealed, with the code that names the data it speaks for."""

from __future__ import annotations

from reportlab.lib.units import mm

from app.reports.docx.paper import Paper
from app.reports.docx.tables import Row, cell
from app.reports.pdf.sign_off import grouped, qr_code
from app.reports.pdf.styles import PORTRAIT

# Where somebody writes by hand.
_LINE = 24 * "_"


def sign_off(paper: Paper) -> None:
    """Lead unit with its seal, signatures and date, and below them the verification code."""
    report = paper.report
    paper.page("upright")
    paper.plain_heading(paper.word("sign-off"), "sign-off", "AnnexTitle")
    lines = (
        (paper.word("filler.unit"), report.lead_unit),
        (paper.word("sign-off.head"), _LINE),
        (paper.word("sign-off.checked"), _LINE),
        (paper.word("filler.person"), report.contact_name),
        (paper.label("contact_phone"), report.contact_phone),
        (paper.word("sign-off.date"), paper.word("sign-off.day")),
    )
    left = 62 * mm
    rows = [
        Row(
            (
                cell(label + paper.word("colon"), "CoverLabel"),
                cell(value or _LINE, "CoverLine"),
            )
        )
        for label, value in lines
    ]
    paper.table((left, PORTRAIT.text_width - left), (), rows, ruled=False)
    _code(paper)


def _code(paper: Paper) -> None:
    seal = paper.report.verification
    paper.text(paper.word("verification"), "CellLabel")
    if seal is None:
        paper.text(paper.word("sign-off.draft"), "Cell")
        return
    note = paper.word(
        "verification.note", snapshot=seal.snapshot, title=seal.title, day=seal.taken_on
    )
    paper.text(note, "Cell")
    paper.text(grouped(seal.sha256), "CellLabel")
    paper.text(paper.word("sign-off.check"), "Cell")
    paper.picture(qr_code(seal, paper.font), paper.word("verification"))
