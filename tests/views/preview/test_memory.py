"""Memory stays bounded, whatever is taken in, read for the search and looked at: in a child."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import children, hostile
from tests.conftest import copy_of
from tests.extraction import making

# MB; what a picture, a page or a text may take at most while it is shown.
_MOST = 256
_CODE = """
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtGui import QGuiApplication
from app.queries.evidence import evidence_list
from app.queries.search.filling import fill
from app.queries.search.index import TextIndex
from app.services.intake.survey import survey
from app.services.intake.taking import take
from app.views.preview.contents import PdfContents, load
from app.views.preview.drawing import draw_page

app = QGuiApplication([])
# Not that of getrusage, which begins with what the parent had.
peak = lambda: int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) // 1024
index = TextIndex(None)
book = open_workbook(folder)

def all_the_way(source):
    items = finish(survey(book, [source], Target()))
    taken = finish(take(book, items))
    finish(fill(book, index))
    for file in taken.files:
        for row in evidence_list(book):
            if row.id == file.evidence_id:
                path = book.vault.path(row.files[0].sha256)
                shown = load(path, row.files[0].name)
                if isinstance(shown, PdfContents):
                    draw_page(path, shown.pages - 1, 1200)

for sound in sorted(Path(sys.argv[2]).iterdir()):
    all_the_way(sound)  # what is imported when it is used
before = peak()
for bad in sorted(Path(sys.argv[3]).iterdir()):
    had = peak()
    all_the_way(bad)
    print(f"{peak() - had} {bad.name!r}")
print(f"{peak() - before} all")
"""


def _sound(folder: Path) -> Path:
    folder.mkdir()
    making.docx(folder / "a.docx", ["甲"], ["乙"])
    making.xlsx(folder / "a.xlsx", [["甲"]])
    making.pptx(folder / "a.pptx", [["甲"]])
    making.pdf(folder / "a.pdf", ["甲"])
    (folder / "a.html").write_text("<p>甲</p>", encoding="utf-8")
    for name in ("a.png", "a.jpg", "a.tif"):
        from PIL import Image

        Image.new("RGB", (40, 40)).save(folder / name)
    return folder


def _grown(template: Path, tmp_path: Path, bad: Path) -> dict[str, int]:
    """MB by which the peak rose with each file."""
    book = copy_of(template, tmp_path / "book")
    lines = children.run(_CODE, book, _sound(tmp_path / "sound"), bad)
    return {name: int(size) for size, name in (line.split(" ", 1) for line in lines)}


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="counted by Linux")
def test_all_that_is_bad_at_once(empty_template: Path, tmp_path: Path) -> None:
    hostile.everything(tmp_path / "bad")
    grown = _grown(empty_template, tmp_path, tmp_path / "bad")
    assert grown["all"] < _MOST, grown


def _tags(path: Path) -> Path:
    path.write_bytes(b"<html><body>" + b"<i/>" * 4_000_000)
    return path


_BOMBS: dict[str, Callable[[Path], Path]] = {
    "runs.docx": lambda path: hostile.office(path, "docx", hostile.word("<w:r/>", 1_000_000)),
    "texts.docx": lambda path: hostile.office(
        path,
        "docx",
        hostile.word(f"<w:p><w:r><w:t>{'A' * 100_000}</w:t></w:r></w:p>", 2_400),
    ),
    "cells.docx": lambda path: hostile.office(
        path, "docx", hostile.word("<w:tbl><w:tr>" + "<w:tc/>" * 100_000 + "</w:tr></w:tbl>", 8)
    ),
    "cells.xlsx": lambda path: hostile.office(path, "xlsx", hostile.sheet("<c/>", 12_000_000)),
    "rows.xlsx": lambda path: hostile.office(path, "xlsx", hostile.sheet("<row/>", 12_000_000)),
    "text.xlsx": lambda path: hostile.office(
        path,
        "xlsx",
        hostile.sheet("A", 200_000_000),
    ),
    "strings.xlsx": lambda path: hostile.office(
        path,
        "xlsx",
        hostile.repeated("<sst>", "<si/>", 12_000_000, "</sst>"),
        "xl/sharedStrings.xml",
    ),
    "styles.xlsx": lambda path: hostile.office(
        path,
        "xlsx",
        hostile.repeated("<styleSheet><cellXfs>", "<xf/>", 12_000_000, "</cellXfs></styleSheet>"),
        "xl/styles.xml",
    ),
    # The directory of a table may call its parts what it likes.
    "hidden.xlsx": lambda path: hostile.office(
        path, "xlsx", hostile.sheet("<row/>", 12_000_000), "xl/media/picture.png"
    ),
    "texts.pptx": lambda path: hostile.office(
        path, "pptx", hostile.slide(f"<a:t>{'A' * 100_000}</a:t>", 2_400)
    ),
    "parts.docx": lambda path: hostile.crowded(path, 1_000_000),
    "tags.html": _tags,
    "sparse.txt": lambda path: hostile.sparse(path, 200 * hostile.MB),
    "canvas.webp": hostile.webp,
    "lines.jpg": lambda path: hostile.jpeg(path, 13_000),
}


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="counted by Linux")
def test_what_was_made_to_fill_the_memory(empty_template: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    for name, make in _BOMBS.items():
        make(bad / name)
    grown = _grown(empty_template, tmp_path, bad)
    assert grown["all"] < _MOST, grown
