"""Chinese numerals as clauses and dates use them: 七, 十二, 二十七, 二〇二三."""

from __future__ import annotations

DIGITS = "〇一二三四五六七八九"
# Other signs for nought: the circle of input methods, and the word.
_VALUES = {sign: value for value, sign in enumerate(DIGITS)} | {"零": 0, "○": 0, "◯": 0}
SIGNS = "".join(_VALUES) + "十"


def chinese_number(text: str) -> int | None:
    """The number below 100, or the digits one by one (二〇二三); None for anything else."""
    tens, ten, ones = text.partition("十")
    if ten:
        if any(part and part not in _VALUES for part in (tens, ones)):
            return None
        return (_VALUES[tens] if tens else 1) * 10 + (_VALUES[ones] if ones else 0)
    if not text or any(sign not in _VALUES for sign in text):
        return None
    return int("".join(str(_VALUES[sign]) for sign in text))
