"""What the page of snapshots shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import Language, Stage
from app.queries.profile import profile
from app.queries.snapshots.comparing import compare
from app.queries.snapshots.content import Content, live_content
from app.queries.snapshots.reading import SnapshotRow, read_snapshot, snapshot, snapshots
from app.reports.differences import DifferenceWriter
from app.reports.model import ComparisonEntry
from app.services.workbooks import Workbook

# Stands for the live state where a snapshot is chosen.
LIVE = ""


@dataclass(frozen=True, slots=True)
class SnapshotsState:
    """All snapshots, and the stage that the region is reporting on."""

    rows: tuple[SnapshotRow, ...] = ()
    stage: Stage = Stage.INTERIM


def load(workbook: Workbook) -> SnapshotsState:
    return SnapshotsState(tuple(snapshots(workbook)), profile(workbook).stage)


def compared(
    workbook: Workbook, before: str, after: str, language: Language, today: date
) -> ComparisonEntry:
    """Two snapshots by their codes, or the live state, item by item in words."""
    then, now = (_content(workbook, code, today) for code in (before, after))
    return DifferenceWriter(compare(then, now), then, now, language).entry("", ())


def _content(workbook: Workbook, code: str, today: date) -> Content:
    if code == LIVE:
        return live_content(workbook, profile(workbook).stage, today)
    return read_snapshot(workbook, snapshot(workbook, code))
