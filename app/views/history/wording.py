"""Recorded fields and values as people read them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from app import texts
from app.domain.dates import format_date
from app.domain.numbers import format_size
from app.domain.regions import region_name
from app.queries.operation import FieldChange
from app.views.desk import Desk

_NOTHING = "—"
_DATES = frozenset({"start", "end", "due", "formed_on", "valid_until", "on", "baseline_on"})
# Fields whose values are words of the shared vocabulary.
_WORDS = frozenset(
    {"progress", "kind", "confidentiality", "stage", "measure", "direction", "frequency", "origin"}
)


def operation(desk: Desk, kind: str, params: dict[str, Any]) -> str:
    """What an operation did; of files that were taken in, the first names too."""
    what = desk.operation(kind, params)
    names = params.get("names")
    if not names:
        return what
    return what + desk.text("report.colon") + desk.text("report.separator").join(names)


def subject(desk: Desk, change: FieldChange) -> str:
    """The row that was changed: what it is, and which."""
    kind = desk.text(f"table.{change.table}")
    return f"{kind} {change.subject}" if change.subject else kind


def field_name(desk: Desk, change: FieldChange) -> str:
    """A field's name, that of its table where it has one of its own."""
    own = f"field.{change.table}.{change.field}"
    return desk.text(own if texts.has_text(own) else f"field.{change.field}")


def value(desk: Desk, name: str, recorded: Any) -> str:
    """A recorded value; what was or is empty as a dash."""
    if recorded is None or recorded == "":
        return _NOTHING
    if name in _WORDS:
        return desk.text(f"{name}.{recorded}")
    if name == "change":
        return desk.text(f"change.full.{recorded}")
    if name in _DATES:
        return format_date(date.fromisoformat(recorded), desk.language)
    if name == "size":
        return format_size(recorded)
    if name == "region":
        return region_name(recorded).in_(desk.language)
    if isinstance(recorded, bool):
        return "✓" if recorded else _NOTHING
    if isinstance(recorded, dict) and recorded.keys() == {"zh", "en"}:
        return str(recorded[desk.language]) or _NOTHING
    if isinstance(recorded, (dict, list)):
        return json.dumps(recorded, ensure_ascii=False, indent=2)
    return str(recorded)
