"""Plain text and HTML, in whichever encoding."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from itertools import islice
from pathlib import Path

from app.extraction.text import Limits, NoText, Pages, Reason

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.I
)
# What pages call the encodings that GB 18030 contains.
_CHINESE = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"}
_HEAD = 4_096
# A sign takes four bytes at most.
_BYTES_PER_SIGN = 4
_MOST_TAGS = 400_000
_SILENT = ("script", "style", "noscript", "template", "svg")
_BLOCK_NAMES = """
    p div br li tr h1 h2 h3 h4 h5 h6 title table ul ol dl dt dd section article header footer
    blockquote pre hr form option td th caption
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())


def text_pages(path: Path, limits: Limits) -> Pages:
    """The whole text."""
    yield decode(_read(path, limits))


def html_pages(path: Path, limits: Limits) -> Pages:
    """The text that a page shows, and its title."""
    from lxml import etree, html

    content = _fewer_tags(_read(path, limits))
    declared = _CHARSET.search(content[:_HEAD])
    text = decode(content, declared[1].decode("ascii") if declared else "")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except etree.LxmlError as error:  # nothing in it, or nothing that could be a page
        raise NoText(Reason.NO_TEXT) from error
    pieces: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if tag in _SILENT:
            silent += 1 if event == "start" else -1
        if event == "start":
            if not silent:
                pieces.append(element.text or "")
            continue
        if tag in _BLOCKS:
            pieces.append("\n")
        if not silent:
            pieces.append(element.tail or "")
    yield re.sub(r"[ \t]*\n\s*", "\n", "".join(pieces))


def decode(content: bytes, declared: str = "") -> str:
    """Bytes as text: by their mark, as declared, as UTF-8, UTF-16 or GB 18030.

    Raises NoText where they are none of these.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    declared = declared.lower()
    for encoding in ("gb18030" if declared in _CHINESE else declared, "utf-8"):
        text = _strictly(content, encoding) if encoding else None
        if text is not None and "\0" not in text:
            return text
    wide = _wide(content)
    text = _strictly(content, wide or "gb18030")
    if text is None or "\0" in text:
        raise NoText(Reason.DAMAGED)
    return text


def _fewer_tags(content: bytes) -> bytes:
    """As much of a page as has no more tags than any page: each takes memory of its own."""
    if content.count(b"<") <= _MOST_TAGS:
        return content
    last = next(islice(re.finditer(b"<", content), _MOST_TAGS, None))
    return content[: last.start()]


def _strictly(content: bytes, encoding: str) -> str | None:
    """None where it isn't that encoding; a sign that was cut off at the end is left out."""
    with suppress(UnicodeDecodeError, LookupError):
        return codecs.getincrementaldecoder(encoding)("strict").decode(content, final=False)
    return None


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: every other byte of spaces, digits and line ends is nought."""
    head = content[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) / 100 or min(even, odd) * 4 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _read(path: Path, limits: Limits) -> bytes:
    with path.open("rb") as stream:
        return stream.read(limits.characters * _BYTES_PER_SIGN)
