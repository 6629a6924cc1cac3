"""What the charts of the whole report show, before it is drawn: the radar and the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Axis:
    """A change with its points of 100 in each series; None where nothing is rated."""

    label: str
    points: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """The axes, and the names of the series: the present one, the last snapshot, the target.

    A series without a point on any axis is left out.
    """

    axes: tuple[Axis, ...]
    series: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day with its name, such as a stage that was frozen."""

    label: str
    on: date


@dataclass(frozen=True, slots=True)
class DueTask:
    """When a task of the plan is due, and whether it is done."""

    on: date
    done: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The period of the pilot and today, each named; milestones by date; tasks that have a day."""

    start: Milestone
    end: Milestone
    today: Milestone
    milestones: tuple[Milestone, ...]
    tasks: tuple[DueTask, ...]
