"""A fixed report, and what its files looked like when somebody last looked at them.

`python -m tests.reports.golden` writes the stored texts and pictures anew; look at them before
they are committed.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdfium2
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from app.domain.vocabulary import LANGUAGES, Language, Origin, Progress, Stage
from app.queries.indicators import indicators
from app.reports.assemble import assemble
from app.reports.model import Report
from app.reports.outcome import Source
from app.reports.submission.page import page
from app.services.answers import edit_answer
from app.services.measurements import set_reading, set_target
from app.services.plan import add_task
from app.services.practices import add_practice
from app.services.report_texts import set_text
from app.services.snapshots import take_snapshot
from app.services.workbooks import NewPilot, Workbook, create_workbook
from tests.conftest import fill
from tests.reports.reading import as_docx, as_pdf, body_text

FOLDER = Path(__file__).parent.parent / "data" / "golden"
# Coarse enough to be the same on every machine, fine enough to show where everything stands.
_DPI = 24
_IN_ROW = 10
_WIDTH, _HEIGHT = 281, 281
_ITEMS = 2


def fixed_workbook(folder: Path) -> Workbook:
    """A workbook in an empty folder, open."""
    pilot = NewPilot("浙江试点", "33", date(2024, 1, 1), date(2026, 12, 31))
    workbook = create_workbook(folder / "fixed", pilot)
    _fill(workbook, folder)
    return workbook


def _fill(workbook: Workbook, files: Path) -> None:
    """Answers, a baseline to compare with, practices, a plan, values, and an interim snapshot."""
    fill(workbook, files)
    take_snapshot(workbook, Stage.BASELINE, date(2024, 6, 30), "基线自评")
    edit_answer(
        workbook,
        "N29-3.01",
        progress=Progress.DONE,
        level=3,
        narrative="按照GB/T 1.1—2020起草“浙江制造”标准1,208项，（其中）《电梯安全条例》引用3项。\n"
        * 4,
        problems="数据口径不一。",
        next_steps="2026年12月31日前统一口径。",
        due=date(2026, 12, 31),
    )
    add_practice(
        workbook,
        title="县域产业标准化",
        what="建立“一业一策”标准体系。",
        effect="覆盖23个集群，产值3.5亿元。",
        requirements=["N29-3.01"],
    )
    add_task(workbook, year=2025, title="发布年度计划", due=date(2025, 3, 31))
    first = indicators(workbook, date(2026, 1, 5))[0]
    set_target(workbook, first.id, Origin.PILOT, 2026, 60)
    set_reading(workbook, first.id, date(2024, 12, 31), date(2026, 1, 5), value=43.5)
    set_text(workbook, "basics", "zh", "本省2024年获批开展试点。\n两年来成效明显。")
    set_text(workbook, "basics", "en", "The pilot was approved in 2024.")
    take_snapshot(workbook, Stage.INTERIM, date(2026, 1, 5), "中期自评")


def fixed_report(workbook: Workbook, language: Language) -> Report:
    """The report on the interim snapshot, shortened, without what differs from run to run."""
    source = Source(snapshot="S-02")
    report = assemble(workbook, Stage.INTERIM, language, date(2026, 1, 5), source)
    assert report.verification is not None
    return replace(
        report,
        data_mark="0123456789abcdef" * 4,
        verification=replace(report.verification, sha256="fedcba9876543210" * 4),
        articles=tuple(
            replace(article, requirements=article.requirements[:_ITEMS])
            for article in report.articles
        ),
        indicators=report.indicators[:_ITEMS],
        gaps=report.gaps[:_ITEMS],
    )


def docx_text_of(path: Path) -> str:
    """Paragraphs with their styles, and the rows of tables, as they follow one another."""
    body = Document(str(path)).element.body
    return "".join(f"{line}\n" for one in body for line in _docx_lines(one))


def _docx_lines(element: Any) -> Iterator[str]:
    if element.tag == qn("w:p"):
        style = element.xpath("string(w:pPr/w:pStyle/@w:val)")
        pictures = "".join(f"<{one}>" for one in element.xpath(".//wp:docPr/@descr"))
        if text := text_within(element) + pictures:
            yield f"{style}: {text}".rstrip()
    for row in element.xpath("./w:tr"):
        cells = ("/".join(map(text_within, cell.xpath(".//w:p"))) for cell in row.xpath("./w:tc"))
        yield f"| {' | '.join(cells)}".rstrip()


def text_within(element: Any) -> str:
    """The text of an element, its line ends and tabs shown as blanks."""
    signs = {qn("w:br"): " ", qn("w:tab"): " "}
    kinds = [qn("w:t"), *signs]
    return "".join(signs.get(one.tag) or one.text or "" for one in element.iter(*kinds))


class _PageText(HTMLParser):
    """The texts of a page, each element's on a line, and where links lead."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._skipped = False
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipped = tag in ("script", "style")
        target = dict(attrs).get("href")
        self.lines.append(f"<{tag}> {target or ''}".rstrip())

    def handle_data(self, data: str) -> None:
        self.lines += [line.strip() for line in data.split("\n") if line.strip()] * (
            not self._skipped
        )

    def handle_endtag(self, tag: str) -> None:
        self._skipped = False


def page_text(report: Report) -> str:
    """What the page of a submission says."""
    markup = page(report, ("report.pdf", "SHA256SUMS"), ("note",))
    return "\n".join(_PageText(markup).lines) + "\n"


def text_of(path: Path) -> str:
    """The text of every page in its reading order, each line without white space at its ends."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = ["\n".join(body_text(page).splitlines()) for page in document]
    finally:
        document.close()
    numbered = (f"== {number} ==\n{text}\n" for number, text in enumerate(pages, 1))
    return "\n".join(numbered)


def pictures_of(path: Path) -> list[Image.Image]:
    """The pages in grey, small, each in a square."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_picture(page) for page in document]
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    square = Image.new("L", (_WIDTH, _HEIGHT), 255)
    square.paste(page.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L"))
    return square


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """All pages on one picture, row by row."""
    rows = -(-len(pictures) // _IN_ROW)
    whole = Image.new("L", (_WIDTH * _IN_ROW, _HEIGHT * rows), 255)
    for number, picture in enumerate(pictures):
        whole.paste(picture, (number % _IN_ROW * _WIDTH, number // _IN_ROW * _HEIGHT))
    return whole


def stored_picture(whole: Image.Image, number: int) -> Image.Image:
    """A page of a stored sheet."""
    left, top = number % _IN_ROW * _WIDTH, number // _IN_ROW * _HEIGHT
    return whole.crop((left, top, left + _WIDTH, top + _HEIGHT))


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        workbook = fixed_workbook(Path(scratch))
        for language in LANGUAGES:
            report = fixed_report(workbook, language)
            path = as_pdf(report, Path(scratch))
            (FOLDER / f"report-{language}.txt").write_text(text_of(path), encoding="utf-8")
            sheet(pictures_of(path)).save(FOLDER / f"report-{language}.png", optimize=True)
            word = docx_text_of(as_docx(report, Path(scratch)))
            (FOLDER / f"word-{language}.txt").write_text(word, encoding="utf-8")
            (FOLDER / f"page-{language}.txt").write_text(page_text(report), encoding="utf-8")
        workbook.close()


if __name__ == "__main__":
    main()
