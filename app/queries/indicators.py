"""Indicators with targets, readings, and how they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, or_, select

from app.catalog.library import IndicatorPreset
from app.domain.indicators import (
    Goal,
    Point,
    attainment,
    expected,
    governing,
    is_met,
    is_overdue,
    is_stale,
    pace,
)
from app.domain.vocabulary import Direction, Origin, Pace, Period, Text, Unit
from app.errors import UserError
from app.models import Evidence, Indicator, IndicatorLink, Reading, Target
from app.models.base import columns
from app.queries.evidence import number_key
from app.store.workbook import Workbook

# In the order of the documents, the region's own last.
_ORIGINS = list(Origin)
_INDICATOR = columns(Indicator)
_TARGET = columns(Target)
_READING = columns(Reading)
_LINK = columns(IndicatorLink)
_EVIDENCE = columns(Evidence)


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """`evidence_number` is "" where no dossier is named, or one that lies in the bin."""

    id: str
    on: date
    value: float
    source: str
    notes: str
    evidence_id: str | None
    evidence_number: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target and how the last reading stands to it.

    `governs` says whether the region is held to it: its own targets go before those of others.
    `met`, `attainment` (1.0 at the target) and `due` (the value that the straight line from the
    baseline asks for on the day of the last reading) are None where there is nothing to reckon
    with; `overdue` says that its year is over without its being met.
    """

    id: str
    origin: Origin
    year: int | None
    value: float
    strict: bool
    governs: bool
    met: bool | None
    attainment: float | None
    due: float | None
    pace: Pace
    overdue: bool

    @property
    def compared(self) -> bool:
        """Whether it is shown for comparison only: not reached, and not what counts."""
        return not self.governs and self.pace not in (Pace.REACHED, Pace.NO_READING)


@dataclass(frozen=True, slots=True)
class LinkedRequirement:
    requirement_id: str
    why: Text


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """Targets by who sets them and year, readings by date; `last` is the newest of these."""

    id: str
    code: str
    origin: Origin
    title: Text
    meaning: Text
    source: Text
    unit: Unit
    direction: Direction
    period: Period
    clause: str
    verified: bool
    baseline: Point | None
    targets: tuple[TargetRow, ...]
    readings: tuple[ReadingRow, ...]
    requirements: tuple[LinkedRequirement, ...]
    stale: bool

    @property
    def last(self) -> ReadingRow | None:
        return self.readings[-1] if self.readings else None

    @property
    def governing_targets(self) -> tuple[TargetRow, ...]:
        return tuple(row for row in self.targets if row.governs)

    def target_for(self, today: date) -> TargetRow | None:
        """The target that counts now: the next one of those that govern, else the last one."""
        rows = self.governing_targets
        dated = [row for row in rows if row.year is not None]
        coming = [row for row in dated if row.year is not None and row.year >= today.year]
        return next(iter(coming or dated[-1:] or rows), None)

    def pace_on(self, today: date) -> Pace:
        """How it stands to the target that counts now; unknown without one."""
        if not self.readings:
            return Pace.NO_READING
        target = self.target_for(today)
        return Pace.UNKNOWN if target is None else target.pace

    def goal(self, target: TargetRow) -> Goal:
        return Goal(target.value, target.year, self.direction, target.strict)


@dataclass(frozen=True, slots=True)
class PresetRow:
    """An indicator of the catalogue; `taken` says whether the workbook has it."""

    preset: IndicatorPreset
    taken: bool


def indicators(workbook: Workbook, today: date, requirement_id: str = "") -> list[IndicatorRow]:
    """All indicators in the order of the documents, or those that measure one requirement."""
    only = None
    if requirement_id:
        only = select(_LINK.indicator_id).where(_LINK.requirement_id == requirement_id)
    return _rows(workbook, today, only)


def indicator(workbook: Workbook, indicator_id: str, today: date) -> IndicatorRow:
    """One indicator by id or code; UserError `indicator.unknown`."""
    only = select(_INDICATOR.id).where(
        or_(_INDICATOR.id == indicator_id, _INDICATOR.code == indicator_id)
    )
    rows = _rows(workbook, today, only)
    if not rows:
        raise UserError("indicator.unknown", indicator=indicator_id)
    return rows[0]


def presets(workbook: Workbook) -> list[PresetRow]:
    """All indicators that the catalogue offers."""
    from app.catalog.load_library import library

    with workbook.read() as session:
        codes = set(session.scalars(select(_INDICATOR.code)))
    return [PresetRow(preset, preset.id in codes) for preset in library().indicators]


def _rows(workbook: Workbook, today: date, only: Select[Any] | None) -> list[IndicatorRow]:
    heads = select(*_INDICATOR)
    targets = select(*_TARGET)
    readings = (
        select(*_READING, _EVIDENCE.number, _EVIDENCE.id.label("dossier"))
        .select_from(
            Reading.__table__.outerjoin(
                Evidence.__table__,
                (_EVIDENCE.id == _READING.evidence_id) & _EVIDENCE.binned_on.is_(None),
            )
        )
        .order_by(_READING.on)
    )
    links = select(*_LINK).order_by(_LINK.requirement_id)
    if only is not None:
        heads = heads.where(_INDICATOR.id.in_(only))
        targets = targets.where(_TARGET.indicator_id.in_(only))
        readings = readings.where(_READING.indicator_id.in_(only))
        links = links.where(_LINK.indicator_id.in_(only))
    with workbook.read() as session:
        targets_of = _grouped(session.execute(targets).all())
        readings_of = _grouped(session.execute(readings).all())
        links_of = _grouped(session.execute(links).all())
        rows = [
            _indicator(row, targets_of[row.id], readings_of[row.id], links_of[row.id], today)
            for row in session.execute(heads)
        ]
    return sorted(rows, key=lambda row: (_ORIGINS.index(row.origin), number_key(row.code)))


def _grouped(rows: Sequence[Row[Any]]) -> defaultdict[str, list[Row[Any]]]:
    groups: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        groups[row.indicator_id].append(row)
    return groups


def _indicator(
    row: Row[Any],
    targets: Sequence[Row[Any]],
    readings: Sequence[Row[Any]],
    links: Sequence[Row[Any]],
    today: date,
) -> IndicatorRow:
    baseline = None
    if row.baseline is not None and row.baseline_on is not None:
        baseline = Point(row.baseline_on, row.baseline)
    last = Point(readings[-1].on, readings[-1].value) if readings else None
    direction, period = Direction(row.direction), Period(row.frequency)
    return IndicatorRow(
        id=row.id,
        code=row.code,
        origin=Origin(row.origin),
        title=Text(**row.title),
        meaning=Text(**row.meaning),
        source=Text(**row.source),
        unit=Unit(row.measure),
        direction=direction,
        period=period,
        clause=row.clause,
        verified=row.verified,
        baseline=baseline,
        targets=_targets(targets, direction, baseline, last, today),
        readings=tuple(map(_reading, readings)),
        requirements=tuple(
            LinkedRequirement(link.requirement_id, Text(**link.why)) for link in links
        ),
        stale=is_stale(period, last, today),
    )


def _reading(row: Row[Any]) -> ReadingRow:
    return ReadingRow(
        row.id, row.on, row.value, row.source, row.notes, row.dossier, row.number or ""
    )


def _targets(
    rows: Sequence[Row[Any]],
    direction: Direction,
    baseline: Point | None,
    last: Point | None,
    today: date,
) -> tuple[TargetRow, ...]:
    """Targets by who sets them and year."""
    counting = governing(Origin(row.origin) for row in rows)
    ordered = sorted(rows, key=lambda row: (_ORIGINS.index(Origin(row.origin)), row.year or 0))
    return tuple(
        _target(row, Origin(row.origin) in counting, direction, baseline, last, today)
        for row in ordered
    )


def _target(
    row: Row[Any],
    governs: bool,
    direction: Direction,
    baseline: Point | None,
    last: Point | None,
    today: date,
) -> TargetRow:
    goal = Goal(row.value, row.year, direction, row.strict)
    return TargetRow(
        id=row.id,
        origin=Origin(row.origin),
        year=row.year,
        value=row.value,
        strict=row.strict,
        governs=governs,
        met=None if last is None else is_met(goal, last.value),
        attainment=None if last is None else attainment(goal, last.value),
        due=None if last is None or baseline is None else expected(goal, baseline, last.on),
        pace=pace(goal, baseline, last),
        overdue=is_overdue(goal, last, today),
    )
