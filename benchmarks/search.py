"""Search over 5,000 dossiers with text in their files, and reading the text of PDF files."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.filling import fill
from benchmarks.measure import Result, compared, seconds, turn_events

DOSSIERS = 5_000
CHARACTERS = 10_000  # of the text of each dossier: 50 million in all
TODAY = date(2025, 6, 1)
# The clock of one search, off the main thread; of the main thread while one types.
LIMIT_MS = 50
PDF_PAGES = 60
_QUERIES = ("标准", "团体标准", "第4321号文件", "团体 氢能", "2.07", "ttbz", "gb/t 1.1", "府")
_WORDS = (
    "国家标准化创新发展试点工作方案团体标准培优计划联席会议审议通过政府主导市场驱动企业为主社会参与"
)


def run(scratch: Path) -> list[Result]:
    return [*_searching(scratch / "large"), *_typing(scratch), _reading(scratch)]


def _searching(folder: Path) -> list[Result]:
    """The slowest of some searches: its processor time, whatever else the machine does."""
    from app.queries.search.evidence import EvidenceSearch
    from app.services.workbooks import open_workbook

    fill(folder, DOSSIERS, 2, answer_length=200, today=TODAY, distinct=True)
    workbook = open_workbook(folder)
    search = EvidenceSearch(workbook)
    try:
        _put_texts(search)
        first = seconds(lambda: search.find("标准", TODAY), time.process_time)
        search.find("ttbz", TODAY)  # reads the dictionary of pinyin
        times = {query: _middle(lambda q=query: search.find(q, TODAY)) for query in _QUERIES}
        slowest = max(times, key=times.__getitem__)
        size = (folder / "search.sqlite").stat().st_size / 1024**2
    finally:
        search.close()
        workbook.close()
    megabytes = DOSSIERS * CHARACTERS * 3 / 1024**2
    detail = f"“{slowest}”; first search {first * 1000:.0f} ms; index {size:.0f} MB"
    return [
        Result(
            f"search in {megabytes:.0f} MB of text", times[slowest] * 1000, LIMIT_MS, "ms", detail
        )
    ]


def _put_texts(search: object) -> None:
    """A text for each file that the workbook names, without the files themselves."""
    import random

    from app.extraction.text import Extract
    from app.queries.evidence import evidence_list
    from app.queries.search.evidence import EvidenceSearch

    assert isinstance(search, EvidenceSearch)
    luck = random.Random(1)
    block = "".join(luck.choice(_WORDS) for _ in range(CHARACTERS * 20))
    hashes = {file.sha256 for row in evidence_list(search._workbook) for file in row.files}
    for number, sha256 in enumerate(sorted(hashes)):
        start = luck.randrange(CHARACTERS * 19)
        text = f"第{number}号文件，按照GB/T 1.1—2020。{block[start : start + CHARACTERS]}"
        search.index.put(sha256, Extract(f"{text}{'氢能' if number % 50 == 0 else ''}"))


def _typing(scratch: Path) -> list[Result]:
    """Main-thread time for each letter typed into the search, its results shown."""
    from app.bootstrap import make_shell
    from app.settings import Settings
    from app.views.main_window import MainWindow
    from app.views.search.dialog import SearchDialog

    shell = make_shell([], Settings(scratch / "settings.ini"))
    shell.start(scratch / "large")
    turn_events(1500)
    window = shell.window
    assert isinstance(window, MainWindow)
    window.actions_.search.emit()
    dialog = window.findChild(SearchDialog)
    assert dialog is not None
    turn_events(3000)
    line, times = dialog.panel.line, []
    for end in range(1, 5):
        busy = time.thread_time()
        line.setText("团体标准"[:end])
        turn_events()
        while dialog.panel.busy:
            turn_events(1)
        turn_events()
        times.append(time.thread_time() - busy)
    shell.quit()
    return [Result("a letter typed into the search", max(times) * 1000, LIMIT_MS, "ms")]


def _reading(scratch: Path) -> Result:
    """Reading, cutting into tokens, finding standards and storing, against PDFium alone."""
    import pypdfium2

    from app.domain.steps import finish
    from app.extraction.reading import extract
    from app.queries.search.index import TextIndex

    file = _pdf(scratch / "long.pdf")

    def bare() -> None:
        document = pypdfium2.PdfDocument(file)
        for page in document:
            page.get_textpage().get_text_range()
        document.close()

    def ours() -> None:
        index = TextIndex(None)
        index.put("0" * 64, finish(extract(file)))
        index.close()

    mine, floor = compared(ours, bare, runs=5)
    detail = f"{mine * 1000:.0f} ms against {floor * 1000:.0f} ms for {PDF_PAGES} pages"
    return Result("indexing a PDF", mine / floor, 3.5, "x", detail)


def _pdf(file: Path) -> Path:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from app.sample.files.writer import bundled_font

    registerFont(TTFont("BenchSans", str(bundled_font())))
    canvas = Canvas(str(file), initialFontName="BenchSans")
    for page in range(PDF_PAGES):
        canvas.setFont("BenchSans", 10)
        for line in range(36):
            start = (page * 7 + line) % 20
            text = (_WORDS * 2)[start : start + 40]
            number = f"GB/T {page}{line}.1-2020" if line % 6 == 0 else ""
            canvas.drawString(60, 790 - 20 * line, text + number)
        canvas.showPage()
    canvas.save()
    return file


def _middle(work: Callable[[], object]) -> float:
    return statistics.median(seconds(work, time.process_time) for _ in range(5))
