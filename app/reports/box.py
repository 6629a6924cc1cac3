"""The box under a requirement's heading: what is required, and how it stands."""

from __future__ import annotations

from reportlab.lib.units import mm

from app.domain.numbers import format_points
from app.reports.model import RequirementEntry
from app.reports.styles import PORTRAIT
from app.reports.words import Words

_LABELS = (23 * mm, 19 * mm, 20 * mm)
_VALUE = (PORTRAIT.text_width - sum(_LABELS)) / 3
# Of the columns, in points: each label with the column of its value.
BOX_WIDTHS = tuple(width for label in _LABELS for width in (label, _VALUE))

# A label, its value, and the columns that this takes.
BoxPair = tuple[str, str, int]


def box(words: Words, item: RequirementEntry) -> list[tuple[BoxPair, ...]]:
    """The rows of the box."""
    points = "—" if item.points is None else format_points(item.points)
    rows: list[tuple[BoxPair, ...]] = [
        (
            (words.label("progress"), item.progress, 1),
            (words.label("level"), item.level_label or words.word("not-rated"), 1),
            (words.word("points-of-weight"), f"{points} / {format_points(item.weight)}", 1),
        ),
        (
            (words.label("unit"), item.unit or words.word("empty"), 3),
            (words.label("due"), item.due or words.word("empty"), 1),
        ),
    ]
    # The region need not say of its own requirements who is usually responsible.
    if item.department:
        rows.insert(1, ((words.word("usual-department"), item.department, 5),))
    if item.statement:
        rows.insert(0, ((words.word("required"), item.statement, 5),))
    return rows
