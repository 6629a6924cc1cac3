"""The page that is signed and sealed, with the code that names the data it speaks for."""

from __future__ import annotations

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from app.reports.lists import profile as lists
from app.reports.pdf.contents import Entry
from app.reports.pdf.story import Story
from app.reports.pdf.textblock import TextBlock
from app.reports.seal import code_note, grouped, qr_code

_GAP = 8 * mm


def sign_off(story: Story) -> None:
    """Lead unit with its seal, signatures and date, and below them the verification code."""
    style = story.styles
    story.page("upright")
    title = story.word("sign-off")
    story.heading(Entry(title, "sign-off", 0), style.annex_title, 300)
    story.add(Spacer(0, 14 * mm))
    story.table(lists.sign_off(story))
    story.add(Spacer(0, 24 * mm))
    story.add(KeepTogether(_code(story)))


def _code(story: Story) -> list[Flowable]:
    style, seal = story.styles, story.report.verification
    head = story.block(story.word("verification"), style.cell_label)
    if seal is None:
        return [head, story.block(story.word("sign-off.draft"), style.cell)]
    note = code_note(story, seal)
    blocks = [
        head,
        story.block(note, style.cell, story.word("sign-off")),
        story.block(grouped(seal.sha256), style.cell_label),
        story.block(story.word("sign-off.check"), style.cell),
    ]
    return [_BesideCode(qr_code(seal, story.font), blocks)]


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
