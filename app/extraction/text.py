"""What reading a file gives: its text, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

# Between pages, slides and sheets.
PAGE_END = "\f"

# Control and direction characters, marks of byte order, what no text can hold.
_INVISIBLE = {*range(0x20), *range(0x7F, 0xA0), *range(0x200B, 0x2010), *range(0x202A, 0x202F)}
_INVISIBLE |= {*range(0x2066, 0x206A), 0xFEFF, 0xFFFC, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF}
_DROP = dict.fromkeys(_INVISIBLE - {0x09, 0x0A, 0x0C})


class Reason(StrEnum):
    """Why there is no text; NONE where there is some."""

    NONE = ""
    UNSUPPORTED = "unsupported"  # a kind of file that isn't read
    OLD_FORMAT = "old-format"  # doc, xls, ppt, wps
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_TEXT = "no-text"  # a scan, or empty pages
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"  # the medium or the rights do not allow it


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: bytes of a file (packed, and unfolded), pages, characters of text."""

    size: int = 512 * 1024**2
    unfolded: int = 256 * 1024**2
    pages: int = 5_000
    characters: int = 4_000_000


# Enough for a cover, a head and a signature.
FIRST_PAGES = Limits(pages=3, characters=40_000)


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file, pages apart by form feeds; `cut` where a limit ended the reading."""

    text: str = ""
    reason: Reason = Reason.NONE
    cut: bool = False


class NoText(Exception):
    """Reading ended for a reason that is known."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


# A reader yields the text of one page after another.
Pages: TypeAlias = Iterator[str]


def clean(text: str) -> str:
    """Text with line feeds as line ends and without characters that can't be seen."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_DROP)
