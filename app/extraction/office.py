"""The text of docx and pptx: their XML is read as a stream, entities are never resolved."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any

from app.extraction.text import Limits, NoText, Pages, Reason

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# What older programs would show instead; it says the same again.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXTS = {f"{_WORD}t", f"{_DRAWING}t"}
_MARKS = {
    f"{_WORD}p": "\n",
    f"{_DRAWING}p": "\n",
    f"{_WORD}tr": "\n",
    f"{_WORD}tab": "\t",
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_DRAWING}br": "\n",
    f"{_WORD}noBreakHyphen": "-",
}
_WORD_PARTS = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")
# Starts and ends of elements; a thousand pages have about two million.
_MOST_EVENTS = 5_000_000
_SLIDES = re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide)(\d+)\.xml")


def word_pages(archive: zipfile.ZipFile, limits: Limits) -> Pages:
    """The text of the document, then of its notes, headers and footers."""
    parts = [name for name in archive.namelist() if _WORD_PARTS.fullmatch(name)]
    if "word/document.xml" not in parts:
        raise NoText(Reason.DAMAGED)
    for part in sorted(parts, key=lambda name: (name != "word/document.xml", name)):
        yield _text(archive, part, limits)


def slide_pages(archive: zipfile.ZipFile, limits: Limits) -> Pages:
    """The text of each slide with its notes."""
    parts = [name for name in archive.namelist() if _SLIDES.fullmatch(name)]
    for part in sorted(parts, key=_slide):
        yield _text(archive, part, limits)


def _slide(part: str) -> tuple[int, bool]:
    """Its number, the slide before the notes."""
    match = _SLIDES.fullmatch(part)
    return (int(match[1]) if match else 0), "notes" in part


def _text(archive: zipfile.ZipFile, part: str, limits: Limits) -> str:
    """The text of one part, up to what the limits allow of the whole."""
    pieces: list[str] = []
    length = 0
    for piece in filter(None, _pieces(archive, part)):
        pieces.append(piece)
        length += len(piece)
        if length > limits.characters:
            break
    return "".join(pieces)


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    hidden = 0
    for event, element in elements(archive, part):
        if element.tag == _FALLBACK:
            hidden += 1 if event == "start" else -1
        if event == "start":
            continue
        if not hidden:
            yield (element.text or "") if element.tag in _TEXTS else _MARKS.get(element.tag, "")
        forget(element)


def elements(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, Any]]:
    """Starts and ends of the elements of a part, as lxml tells them; entities stay unresolved.

    It ends after so many as no document has: empty ones could keep us busy for hours.
    """
    from lxml import etree

    with archive.open(part) as stream:
        yield from islice(
            etree.iterparse(
                stream,
                events=("start", "end"),
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
            ),
            _MOST_EVENTS,
        )


def forget(element: Any) -> None:
    """Free what was read, with what stands before it.

    Even a document that is one paragraph takes no memory.
    """
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
