"""Taking edited values over into rows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.models import Tracked


def assign(row: Tracked, values: Mapping[str, object]) -> None:
    """Set the fields that differ; enumeration members as their plain text."""
    for name, value in values.items():
        plain = value.value if isinstance(value, StrEnum) else value
        if getattr(row, name) != plain:
            setattr(row, name, plain)
