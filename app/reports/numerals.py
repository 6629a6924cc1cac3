"""Ordinals of headings: 一, 二 … in Chinese; I, II … and A, B … in English."""

from app.domain.vocabulary import Language

_DIGITS = "零一二三四五六七八九"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def chinese_numeral(number: int) -> str:
    """1 to 99 in Chinese characters."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def heading_number(number: int, language: Language) -> str:
    """The number of a section as its language writes it."""
    if language == "zh":
        return chinese_numeral(number)
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text += sign
            number -= value
    return text


def part_number(number: int, language: Language) -> str:
    """The number of a part of a section as its language writes it, 1 to 26 in English."""
    return chinese_numeral(number) if language == "zh" else chr(ord("A") + number - 1)
