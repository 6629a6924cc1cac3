"""Sentences and names that window, command line and reports share, in Chinese and English.

They live in resources/i18n/texts-*.json as {"key": {"zh": …, "en": …}}. The window's own labels are
Qt translations (resources/i18n/*.ts) instead.
"""

from __future__ import annotations

import json
import locale
import os
from datetime import date
from functools import cache
from string import Formatter

from app import paths
from app.domain.dates import format_date
from app.domain.numbers import format_size
from app.domain.vocabulary import Language
from app.errors import WorkbookError

# Parameters that hold bytes, to be shown as sizes.
_SIZES = {"size", "limit_bytes"}
# Parameters that name a field, an operation, a cause or a section, to be shown by that name.
_NAMED = {"field": "field", "kind": "operation", "detail": "detail", "section": "section"}


class _Formatter(Formatter):
    """Knows one and many."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, bar, many = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return one if value == 1 else many


_FORMATTER = _Formatter()


@cache
def _load() -> dict[str, dict[str, str]]:
    texts: dict[str, dict[str, str]] = {}
    for file in sorted((paths.resources() / "i18n").glob("texts-*.json")):
        texts.update(json.loads(file.read_text(encoding="utf-8")))
    return texts


def text(key: str, language: Language, **params: object) -> str:
    """The text of a key with its parameters filled in. KeyError where there is none: our bug.

    `{count:|s}` and `{count:is|are}` stand for the word that the number asks for.
    """
    template = _load()[key][language]
    shown = {name: _shown(name, value, language) for name, value in params.items()}
    for name in _NAMED.keys() & shown.keys():
        if f"“{{{name}}}”" in template:
            shown[name] = _quoted(str(shown[name]))
    return _FORMATTER.format(template, **shown) if "|" in template else template.format(**shown)


def has_text(key: str) -> bool:
    return key in _load()


def sentence(error: WorkbookError, language: Language) -> str:
    """What to tell a person about an error."""
    if error.code.startswith("catalog."):
        # Their fields are those of a file, to be found there by the name that it uses.
        return _load()[f"error.{error.code}"][language].format(**error.params)
    return text(f"error.{error.code}", language, **error.params)


def operation(kind: str, params: dict[str, object], language: Language) -> str:
    """What an operation of the change record did, in a few words."""
    if kind in ("undo", "redo"):
        inner = operation(str(params["kind"]), dict(params["params"]), language)  # type: ignore[call-overload]
        return text(f"operation.{kind}", language, what=inner)
    names = params.get("fields")
    if isinstance(names, list):
        separator = "、" if language == "zh" else ", "
        params = {
            **params,
            "fields": separator.join(text(f"field.{name}", language) for name in names),
        }
    return text(f"operation.{kind}", language, **params)


def system_language() -> Language:
    """Chinese where the system's language is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def _quoted(text: str) -> str:
    """Quotation marks within quotation marks are single ones (GB/T 15834-2011)."""
    return text.replace("“", "‘").replace("”", "’")


def _shown(name: str, value: object, language: Language) -> object:
    if isinstance(value, date):
        return format_date(value, language)
    if name in _SIZES and isinstance(value, int):
        return format_size(value)
    if name in _NAMED and isinstance(value, str) and has_text(f"{_NAMED[name]}.{value}"):
        return text(f"{_NAMED[name]}.{value}", language)
    return value
