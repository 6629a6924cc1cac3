"""What every command knows: the reader's language and the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app import texts
from app.domain.vocabulary import LANGUAGES, Language, Text

LANG = "--lang"


@dataclass(frozen=True, slots=True)
class Session:
    """`chosen` is the language asked for with --lang, None where the system's is used."""

    language: Language
    chosen: Language | None
    today: date

    def say(self, key: str, **params: object) -> str:
        """The text of a key in the reader's language."""
        return texts.text(key, self.language, **params)

    def pick(self, text: Text) -> str:
        return text.in_(self.language)


def session_of(arguments: Sequence[str], today: date) -> Session:
    """Find the language before anything is parsed, so that even a usage error speaks it."""
    chosen = _chosen(arguments)
    return Session(chosen or texts.system_language(), chosen, today)


def _chosen(arguments: Sequence[str]) -> Language | None:
    """The value of the last --lang before `--`; a wrong one is left for the parser to refuse."""
    found = None
    ahead = [*arguments[1:], ""]
    for argument, following in zip(arguments, ahead, strict=True):
        if argument == "--":
            break
        value = following if argument == LANG else argument.removeprefix(f"{LANG}=")
        if value != argument or argument == LANG:
            found = value
    return next((language for language in LANGUAGES if language == found), None)
