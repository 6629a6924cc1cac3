"""A validated view of one YAML file: every complaint names file, item and field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import yaml

from app.domain.vocabulary import Text
from app.errors import EnvironmentProblem

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Node:
    """A mapping in a catalogue file; `item` says which, for messages."""

    file: str
    item: str
    data: Mapping[str, Any]

    def fail(self, field: str, problem: str, **details: object) -> NoReturn:
        """Raise EnvironmentProblem `catalog.<problem>` with file, item and field."""
        raise EnvironmentProblem(
            f"catalog.{problem}", file=self.file, item=self.item, field=field, **details
        )

    def only(self, *fields: str) -> None:
        for name in self.data:
            if name not in fields:
                self.fail(str(name), "unknown-field")

    def value(self, field: str, kind: type[Any]) -> Any:
        if field not in self.data:
            self.fail(field, "missing-field")
        value = self.data[field]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.fail(field, "wrong-type", expected=kind.__name__)
        return value

    def string(self, field: str) -> str:
        text: str = self.value(field, str).strip()
        return text or self.fail(field, "empty-text")

    def integer(self, field: str) -> int:
        number: int = self.value(field, int)
        return number

    def number(self, field: str) -> float:
        if isinstance(self.data.get(field), float):
            decimal: float = self.data[field]
            return decimal
        return float(self.integer(field))

    def choice(self, field: str, values: Iterable[str]) -> str:
        """One of some words."""
        word = self.string(field)
        return word if word in values else self.fail(field, "unknown-word", value=word)

    def day(self, field: str) -> date:
        day: date = self.value(field, date)
        return day

    def text(self, field: str) -> Text:
        return self._as_text(field, self.value(field, dict))

    def texts(self, field: str, least: int, most: int) -> tuple[Text, ...]:
        rows: list[Any] = self.value(field, list)
        if not least <= len(rows) <= most:
            self.fail(field, "wrong-count", count=len(rows), least=least, most=most)
        return tuple(self._as_text(f"{field}[{n}]", row) for n, row in enumerate(rows, 1))

    def nodes(self, field: str, name_field: str) -> list[Node]:
        rows: list[Any] = self.value(field, list)
        nodes = []
        for position, row in enumerate(rows, 1):
            if not isinstance(row, dict):
                self.fail(f"{field}[{position}]", "wrong-type", expected="dict")
            nodes.append(Node(self.file, str(row.get(name_field, f"#{position}")), row))
        return nodes

    def _as_text(self, field: str, value: Any) -> Text:
        if not isinstance(value, dict) or set(value) != {"zh", "en"}:
            self.fail(field, "not-bilingual")
        for language, text in value.items():
            if not isinstance(text, str) or not text.strip():
                self.fail(f"{field}.{language}", "empty-text")
        return Text(zh=value["zh"].strip(), en=value["en"].strip())


def read_yaml(path: Path) -> Node:
    """The top of one YAML file; EnvironmentProblem `catalog.unreadable`, with line if known."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        raise EnvironmentProblem("catalog.unreadable", file=path.name, line=line) from error
    if not isinstance(data, dict):
        raise EnvironmentProblem("catalog.unreadable", file=path.name, line=1)
    return Node(path.name, "-", data)
