"""Text from people as markup languages can hold it."""

from __future__ import annotations

import re

# What XML cannot hold: most control characters, halves of surrogate pairs, and two that are none.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Text without what markup cannot hold, with plain line ends."""
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def lines(text: str) -> list[str]:
    """The lines of a text, by whatever line ends; a single empty one where there is none."""
    return _LINE_ENDS.sub("\n", text).split("\n")
