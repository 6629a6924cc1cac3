"""Finding requirements as one types: by words, and by the initials of their pinyin."""

from __future__ import annotations

from collections.abc import Mapping

from app.catalog.requirement import Requirement
from app.domain.numbers import folded
from app.domain.vocabulary import Language
from app.queries.answers import Answer


def search_text(requirement: Requirement, answer: Answer, language: Language) -> str:
    """What a requirement is found by: id, title, statement, unit and narrative."""
    parts = (
        requirement.id,
        requirement.title.in_(language),
        requirement.statement.in_(language),
        answer.unit,
        answer.narrative,
    )
    return folded("\n".join(parts))


def matches(words: list[str], text: str, initials: str) -> bool:
    """Whether every word is in the text, or is a run of the title's pinyin initials."""
    return all(word in text or word in initials for word in words)


def could_be_pinyin(words: list[str]) -> bool:
    return any(word.isascii() and word.isalpha() for word in words)


def pinyin_initials(titles: Mapping[str, str]) -> dict[str, str]:
    """First letters of the pinyin of each title: 优化结构 is yhjg. Loads a large dictionary."""
    from pypinyin import Style, lazy_pinyin

    return {
        key: folded("".join(lazy_pinyin(title, style=Style.FIRST_LETTER, errors="ignore")))
        for key, title in titles.items()
    }
