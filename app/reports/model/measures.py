"""Indicators with targets and values, as text and as a curve."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.indicators import Point


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """Who set the target, the goal with its year, the share reached, and whether in time.

    `share` is the share reached as a number, 1 for all, of the target that counts now.
    """

    origin: str
    goal: str
    attainment: str
    pace: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class ReadingEntry:
    """A value with its date; `evidence` is the number of a dossier."""

    value: str
    source: str
    notes: str
    evidence: str


@dataclass(frozen=True, slots=True)
class TargetMark:
    """A target value for the end of a year, None where there is none; `label` as it is written."""

    label: str
    value: float
    year: int | None


@dataclass(frozen=True, slots=True)
class IndicatorCurve:
    """An indicator over time; readings by date. Each of the parts may be missing.

    `year` is the present one, which is shown where nothing else has a day.
    """

    baseline: Point | None
    readings: tuple[Point, ...]
    targets: tuple[TargetMark, ...]
    year: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.measured or self.targets)

    @property
    def measured(self) -> bool:
        """Whether there is more than targets: a report shows no chart of these alone."""
        return bool(self.baseline or self.readings)


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """An indicator with all that is known of it; `remarks` say what its figures lack.

    `unit` is "" where the figures are plain numbers.
    """

    code: str
    title: str
    meaning: str
    source: str
    baseline: str
    targets: tuple[TargetEntry, ...]
    readings: tuple[ReadingEntry, ...]
    requirements: tuple[str, ...]
    remarks: tuple[str, ...]
    unit: str
    curve: IndicatorCurve
