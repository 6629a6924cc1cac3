"""Numbers, names and texts as people read and compare them: file sizes, points, file names."""

from __future__ import annotations

import re
import unicodedata

# What can't be seen and lets a name read otherwise: exe.pdf for fdp.exe. Joiners stay.
_DIRECTIONS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def format_size(size: int) -> str:
    """Size in bytes as B, KB, MB or GB (1 KB = 1024 B), one decimal above bytes."""
    if size < 1024:
        return f"{size} B"
    value = float(size)
    for unit in ("KB", "MB"):
        value /= 1024
        if round(value, 1) < 1024:
            return f"{value:.1f} {unit}"
    value /= 1024
    return f"{value:.1f} GB"


def format_points(value: float) -> str:
    """A score with at most one decimal: 80, 72.5."""
    return f"{value:.1f}".removesuffix(".0")


def normal_name(name: str) -> str:
    """A file name as it is kept: composed (NFC), so that equal names are equal strings.

    What no text can hold (control characters, bytes in no known encoding) becomes U+FFFD; marks of
    direction and spaces without width are left out.
    """
    plain = _DIRECTIONS.sub("", unicodedata.normalize("NFC", name))
    return _NO_TEXT.sub("\ufffd", plain)


def folded(text: str) -> str:
    """`text` for comparing: full-width and half-width, upper and lower case are the same."""
    return unicodedata.normalize("NFKC", text).casefold()
