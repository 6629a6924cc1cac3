"""Words of the page in the language of the report."""

from __future__ import annotations

from dataclasses import dataclass

from app import texts
from app.domain.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Words:
    language: Language

    def text(self, key: str, **params: object) -> str:
        return texts.text(key, self.language, **params)

    def report(self, key: str, **params: object) -> str:
        return self.text(f"report.{key}", **params)

    def page(self, key: str, **params: object) -> str:
        return self.text(f"submission.page.{key}", **params)

    def field(self, name: str) -> str:
        return self.text(f"field.{name}")
