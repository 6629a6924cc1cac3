"""The pages of the report: cover, upright and wide pages, with marks, footer and page number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from app.domain.steps import Step, Steps
from app.reports.model import Report
from app.reports.pdf.archive import make_archival
from app.reports.pdf.textblock import TextBlock
from app.reports.styles import INK, LANDSCAPE, MARK, MUTED, PORTRAIT, RULE, PageShape

# Streams are binary: text streams would be a quarter larger and slower to write.
rl_config.useA85 = 0

COVER, UPRIGHT, WIDE = "cover", "upright", "wide"

_NUMBER_SIZE = 14  # 四号
_SMALL = 9
_MARK_SIZE = 11
# From the text area down to the page number's text (GB/T 9704-2012).
_NUMBER_DROP = 7 * mm
_HEADER_RISE = 6 * mm


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on pages beside the text.

    `header` is the running head of a page, of which one line is shown. `footer` stands on every
    page but the cover. `marks` such as a draft's are for every page, "" for none.
    """

    header: Callable[[int], TextBlock | None]
    footer: str
    marks: str
    body_font: str
    heading_font: str


class ReportPages(BaseDocTemplate):
    """The document; `page` counts its pages, of which the first is of the kind `first`."""

    def __init__(
        self, path: Path, report: Report, furniture: Furniture, title: str, first: str = COVER
    ) -> None:
        self._path = path
        self._furniture = furniture
        self._made_on = report.made_on
        self._language = "zh-CN" if report.language == "zh" else "en"
        templates = [
            self._template(COVER, PORTRAIT, bare=True),
            self._template(UPRIGHT, PORTRAIT),
            self._template(WIDE, LANDSCAPE),
        ]
        super().__init__(
            str(path),
            pageTemplates=sorted(templates, key=lambda template: template.id != first),
            pagesize=(PORTRAIT.width, PORTRAIT.height),
            initialFontName=furniture.body_font,
            title=title,
            author=report.lead_unit or report.pilot_name,
            subject=report.document_title,
            creator="Four Changes Workbook",
            lang=self._language,
            displayDocTitle=True,
            # The same report is the same file; its date is that of the report.
            invariant=1,
        )

    def _template(self, name: str, shape: PageShape, bare: bool = False) -> PageTemplate:
        frame = Frame(
            shape.left,
            shape.bottom,
            shape.text_width,
            shape.text_height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

        def furnish(canvas: Canvas, _: BaseDocTemplate) -> None:
            canvas.saveState()
            self._draw_marks(canvas, shape)
            if not bare:
                self._draw_footer(canvas, turned=shape is LANDSCAPE)
            canvas.restoreState()

        def finish(canvas: Canvas, _: BaseDocTemplate) -> None:
            # What the page is about is known when it is full.
            header = None if bare else self._furniture.header(self.page)
            if header is not None:
                canvas.saveState()
                self._draw_header(canvas, shape, header)
                canvas.restoreState()

        size = (shape.width, shape.height)
        return PageTemplate(name, [frame], onPage=furnish, onPageEnd=finish, pagesize=size)

    def _draw_header(self, canvas: Canvas, shape: PageShape, header: TextBlock) -> None:
        line = shape.height - shape.top + _HEADER_RISE
        header.wrap(shape.text_width, 0)
        first, _ = header.parts(1)
        first.draw_at(canvas, shape.left, line + 2)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        canvas.line(shape.left, line, shape.width - shape.right, line)

    def _draw_marks(self, canvas: Canvas, shape: PageShape) -> None:
        if self._furniture.marks:
            base = shape.height - shape.top + _HEADER_RISE + 4 + 1.6 * _SMALL
            canvas.setFont(self._furniture.heading_font, _MARK_SIZE)
            canvas.setFillColor(MARK)
            canvas.drawRightString(shape.width - shape.right, base, self._furniture.marks)

    def _draw_footer(self, canvas: Canvas, turned: bool) -> None:
        """Page number and footer, on wide pages where they are when the page is bound."""
        if turned:
            canvas.translate(0, LANDSCAPE.height)
            canvas.rotate(-90)
        base = PORTRAIT.bottom - _NUMBER_DROP - 0.88 * _NUMBER_SIZE
        left, right = PORTRAIT.left, PORTRAIT.width - PORTRAIT.right
        number = f"— {self.page} —"
        # A blank of one character between the number and the edge of the text.
        canvas.setFillColor(INK)
        canvas.setFont(self._furniture.body_font, _NUMBER_SIZE)
        odd = self.page % 2 == 1
        if odd:
            canvas.drawRightString(right - _NUMBER_SIZE, base, number)
        else:
            canvas.drawString(left + _NUMBER_SIZE, base, number)
        canvas.setFillColor(MUTED)
        canvas.setFont(self._furniture.body_font, _SMALL)
        if odd:
            canvas.drawString(left, base, self._furniture.footer)
        else:
            canvas.drawRightString(right, base, self._furniture.footer)

    def build_in_steps(
        self, story: list[Flowable], finish: Callable[[Canvas], None]
    ) -> Steps[None]:
        """What `build` does, with a step after each block so that it can be stopped.

        `finish` draws what is only known when all pages are there.
        """
        total, done = len(story), 0
        # The stubs of reportlab leave out the steps that `build` is made of.
        document: Any = self
        document._startBuild()
        document.canv._doctemplate = self
        while story:
            self.clean_hanging()
            self.handle_flowable(story)
            # A group of blocks is taken apart into the story, which may grow for a while.
            done = max(done, total - len(story))
            yield Step(done, total)
        document._doSave = 0
        document._endBuild()
        finish(self.canv)
        make_archival(self.canv, self._made_on, self._language)
        self._path.write_bytes(document.canv.getpdfdata())
