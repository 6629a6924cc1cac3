"""What reading a file gives: its text, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

# Between pages, slides and sheets.
PAGE_END = "\f"

# Control and direction characters, marks of byte order, what no text can hold.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufffc\ufffe\uffff\ud800-\udfff]"
)


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


# What one would expect to be read and could not be; a scan, or a drawing of a machine, isn't that.
UNREAD = frozenset(
    {Reason.ENCRYPTED, Reason.DAMAGED, Reason.TOO_LARGE, Reason.OLD_FORMAT, Reason.UNREADABLE}
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: bytes of a file (packed, and unfolded), pages, characters of text."""

    size: int = 512 * 1024**2
    unfolded: int = 256 * 1024**2
    pages: int = 5_000
    characters: int = 4_000_000


# Enough for a cover, a head and a signature.
FIRST_PAGES = Limits(pages=3, characters=40_000)
# Enough to learn whether a file is sound.
A_GLANCE = Limits(pages=1, characters=1_000)


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
    return _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
