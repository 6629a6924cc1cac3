"""Elements of a Word file, built one by one: python-docx's own tables are slow to fill."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from docx.oxml.ns import qn
from lxml import etree

from app.reports.listing import Span
from app.reports.plain_text import clean

# An element of WordprocessingML.
Element = Any
# Name and number of the bookmark of a destination.
Mark: TypeAlias = Callable[[str], tuple[str, int]]

_TEXT, _RUN, _RUN_PROPERTIES = qn("w:t"), qn("w:r"), qn("w:rPr")
_PARAGRAPH, _PARAGRAPH_PROPERTIES, _STYLE = qn("w:p"), qn("w:pPr"), qn("w:pStyle")
_VALUE, _SPACE = qn("w:val"), "{http://www.w3.org/XML/1998/namespace}space"
_PIECES = re.compile("([\t\n])")


def child(parent: Element, tag: str, **values: object) -> Element:
    """A new last child, such as `child(row, "w:trPr")`; names of values are of the same kind."""
    made = etree.SubElement(parent, qn(tag))
    for name, value in values.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def paragraph(parent: Element, style: str) -> Element:
    """A new last paragraph in a style."""
    made = etree.SubElement(parent, _PARAGRAPH)
    named = etree.SubElement(etree.SubElement(made, _PARAGRAPH_PROPERTIES), _STYLE)
    named.set(_VALUE, style)
    return made


def properties(made: Element) -> Element:
    """The properties of a paragraph that `paragraph` made."""
    return made[0]


def write(parent: Element, text: str, character_style: str = "") -> None:
    """A run of text; tabs and line ends stay what they are."""
    run = etree.SubElement(parent, _RUN)
    if character_style:
        child(etree.SubElement(run, _RUN_PROPERTIES), "w:rStyle", val=character_style)
    for piece in _PIECES.split(clean(text)):
        if piece == "\t":
            child(run, "w:tab")
        elif piece == "\n":
            child(run, "w:br")
        elif piece:
            held = etree.SubElement(run, _TEXT)
            held.text = piece
            held.set(_SPACE, "preserve")


def write_spans(parent: Element, spans: Iterable[Span], mark: Mark) -> None:
    """Runs of text with the links among them; `mark` gives the bookmark of a destination."""
    for span in spans:
        place = parent
        if span.link:
            place = child(parent, "w:hyperlink", anchor=mark(span.link)[0], history=1)
        write(place, span.text, span.role or "")


def field(parent: Element, instruction: str, shown: str) -> None:
    """A field with what it shows until it is updated."""
    begin_field(parent, instruction)
    write(parent, shown)
    end_field(parent)


def begin_field(parent: Element, instruction: str) -> None:
    child(child(parent, "w:r"), "w:fldChar", fldCharType="begin", dirty="true")
    code = child(child(parent, "w:r"), "w:instrText")
    code.text = f" {clean(instruction)} "
    code.set(_SPACE, "preserve")
    child(child(parent, "w:r"), "w:fldChar", fldCharType="separate")


def end_field(parent: Element) -> None:
    child(child(parent, "w:r"), "w:fldChar", fldCharType="end")


def entry_mark(parent: Element, title: str, level: int) -> None:
    """A line for the contents that is not to be seen where it stands."""
    run = child(parent, "w:r")
    child(run, "w:fldChar", fldCharType="begin")
    code = child(child(parent, "w:r"), "w:instrText")
    quoted = clean(title).replace("\\", "\\\\").replace('"', '\\"')
    code.text = f' TC "{quoted}" \\l {level} '
    code.set(_SPACE, "preserve")
    child(child(parent, "w:r"), "w:fldChar", fldCharType="end")


def bookmark(target: Element, name: str, number: int) -> None:
    """Make what a paragraph holds a destination."""
    child(target, "w:bookmarkStart", id=number, name=name)
    child(target, "w:bookmarkEnd", id=number)


def unlink_lost(body: Element, destinations: Iterable[str]) -> None:
    """Leave of links that lead nowhere in this report only their text."""
    known = set(destinations)
    anchor = qn("w:anchor")
    for link in list(body.iter(qn("w:hyperlink"))):
        if link.get(anchor) not in known:
            parent = link.getparent()
            at = parent.index(link)
            parent[at : at + 1] = list(link)


def text_of(element: Element) -> str:
    """All text of an element, without what separates its parts."""
    return "".join(_texts(element))


def _texts(element: Element) -> Sequence[str]:
    return [held.text or "" for held in element.iter(_TEXT)]
