"""Signs that may not begin or end a line, and the blanks that are squeezed out between signs.

A full-width sign fills half of its square; where two of them meet, the blank between them is set
half as wide (CLREQ 3.1.6), and the blank of a closing sign may fall over the end of the line.
"""

from __future__ import annotations

import re

NO_END = "（〔［｛《〈「『【〖“‘([{"
NO_START = "）〕］｝》〉」』】〗”’)]}、。，．：；？！…—～·‰℃％,.:;?!%°′″々ー／/"
# Full-width signs with their blank behind, and with their blank in front.
BLANK_BEHIND = frozenset("）〕》〉」』】”’、。，；：")
BLANK_BEFORE = frozenset("（〔《〈「『【“‘")
# What is taken away where the blanks of two signs meet, at font size 1.
SQUEEZE = 0.5

_BEHIND, _BEFORE = (re.escape("".join(sorted(signs))) for signs in (BLANK_BEHIND, BLANK_BEFORE))
_PAIR = re.compile(rf"(?<=[{_BEHIND}])(?=[{_BEHIND}{_BEFORE}])|(?<=[{_BEFORE}])(?=[{_BEFORE}])")


def squeezed(before: str, after: str) -> bool:
    """Whether blank is taken away between two signs."""
    if after in BLANK_BEFORE:
        return before in BLANK_BEHIND or before in BLANK_BEFORE
    return after in BLANK_BEHIND and before in BLANK_BEHIND


def squeezes(text: str) -> int:
    """How many pairs of signs are squeezed within a text."""
    return sum(map(squeezed, text, text[1:])) if len(text) > 1 else 0


def parts(text: str) -> list[str]:
    """The text cut where blank is taken away."""
    return _PAIR.split(text)
