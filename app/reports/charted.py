"""Fills the charts of the whole report: the radar of the four changes, the pilot's timeline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app import texts
from app.domain.dates import format_date
from app.domain.numbers import format_points
from app.domain.scheme import Scheme
from app.domain.vocabulary import Language, Progress
from app.queries.snapshots.content import Content
from app.queries.snapshots.reading import SnapshotRow
from app.reports.figures import Axis, DueTask, Milestone, Radar, Timeline
from app.reports.model import Report


def radar_of(report: Report, scheme: Scheme) -> Radar:
    """The four changes now, at the snapshot compared with, and at the scheme's highest grade."""
    before = dict(report.comparison.changes) if report.comparison else {}
    best = scheme.bands[0]
    axes = tuple(
        Axis(one.change_label, (one.points, before.get(one.change), best.minimum))
        for one in report.articles
        if one.change is not None
    )
    language = report.language
    goal = texts.text(
        "chart.radar.target",
        language,
        grade=best.label.in_(language),
        points=format_points(best.minimum),
    )
    name = report.comparison.name if report.comparison else ""
    return Radar(axes, (texts.text("chart.radar.now", language), name, goal))


def timeline_of(
    content: Content, frozen: Sequence[SnapshotRow], language: Language
) -> Timeline | None:
    """The pilot's period with the snapshots taken so far; None where the period is not known."""
    start, end = content.profile.start, content.profile.end
    if start is None or end is None:
        return None

    def day(name: str, on: date) -> Milestone:
        return Milestone(f"{name} {format_date(on, language)}", on)

    def named(name: str, on: date) -> Milestone:
        return day(texts.text(f"chart.timeline.{name}", language), on)

    return Timeline(
        start=named("start", start),
        end=named("end", end),
        today=named("today", content.day),
        milestones=tuple(
            day(texts.text(f"stage.{row.stage}", language), row.taken_on)
            for row in sorted(frozen, key=lambda row: row.taken_on)
        ),
        tasks=tuple(
            DueTask(task.due, task.state is Progress.DONE)
            for task in content.tasks
            if task.due is not None and task.state is not Progress.NOT_APPLICABLE
        ),
    )
