"""The page that is signed and sealed, with the code that names the data it speaks for."""

from __future__ import annotations

from reportlab.lib.units import mm

from app.reports.docx.markup import child, properties
from app.reports.docx.paper import Paper
from app.reports.lists import profile as lists
from app.reports.seal import code_note, grouped, qr_code


def sign_off(paper: Paper) -> None:
    """Lead unit with its seal, signatures and date, and below them the verification code."""
    paper.page("upright")
    paper.plain_heading(paper.word("sign-off"), "sign-off", "AnnexTitle")
    _space(paper, 10 * mm)
    paper.table(lists.sign_off(paper))
    _space(paper, 20 * mm)
    _code(paper)


def _space(paper: Paper, height: float) -> None:
    """Room of so many points."""
    child(properties(paper.paragraph("Cell")), "w:spacing", before=round(20 * height))


def _code(paper: Paper) -> None:
    seal = paper.report.verification
    paper.text(paper.word("verification"), "CellLabel")
    if seal is None:
        paper.text(paper.word("sign-off.draft"), "Cell")
        return
    paper.text(code_note(paper, seal), "Cell")
    paper.text(grouped(seal.sha256), "CellLabel")
    paper.text(paper.word("sign-off.check"), "Cell")
    paper.picture(qr_code(seal, paper.font), paper.word("verification"))
