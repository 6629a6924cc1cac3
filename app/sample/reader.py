"""Picks the language of the sample's texts and fills in the years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.vocabulary import Language, Progress
from app.services.answers import AnswerFields

_TEXTS = ("reason", "narrative", "problems", "next_steps")


@dataclass(frozen=True, slots=True)
class Proof:
    """What a file proves for a requirement, and where in it."""

    requirement_id: str
    locator: str
    proves: str


class Reader:
    """Picks the language and fills in the years."""

    def __init__(self, language: Language, first_year: int) -> None:
        self.language = language
        self.first_year = first_year
        self.units: dict[str, Any] = {}
        self._years = {f"y{n}": str(first_year + n) for n in range(4)}

    def fill(self, template: str) -> str:
        return template.format(**self._years)

    def text(self, pair: Mapping[str, str]) -> str:
        return self.fill(pair[self.language])

    def some(self, pair: Mapping[str, str] | None) -> str:
        """A text that may be missing."""
        return self.text(pair) if pair else ""

    def day(self, template: str | None) -> date | None:
        return self.date(template) if template else None

    def date(self, template: str) -> date:
        return date.fromisoformat(self.fill(template))

    def unit(self, row: Mapping[str, Any]) -> str:
        return self.text(self.units[row["unit"]])

    def answer(self, row: Mapping[str, Any]) -> AnswerFields:
        fields = AnswerFields(
            progress=Progress(row["progress"]),
            level=row.get("level"),
            unit=self.unit(row),
            due=self.day(row.get("due")),
        )
        for name in _TEXTS:
            if name in row:
                fields[name] = self.text(row[name])  # type: ignore[literal-required]
        return fields

    def proof(self, row: Mapping[str, Any], requirement_id: str) -> Proof:
        return Proof(requirement_id, self.text(row["locator"]), self.text(row["proves"]))
