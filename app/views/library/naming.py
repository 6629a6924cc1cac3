"""How entries of the library are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.catalog.library import IndicatorPreset
from app.queries.answers import Answer
from app.queries.library.entries import Entry
from app.reports.amounts import preset_goal
from app.views.desk import Desk
from app.views.library.contents import Contents


class Naming(QObject):
    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def title(self, contents: Contents, entry: Entry) -> str:
        """Number and heading of an entry; goals and targets have no heading of their own."""
        heading = entry.heading.in_(self._desk.language)
        if entry.kind == "clause":
            number = contents.clauses[entry.id].number
            return self.tr("Clause {0}: {1}").format(number, heading)
        if entry.kind in ("key-point", "plan-task"):
            return self.tr("Task {0}: {1}").format(contents.tasks[entry.id].number, heading)
        if entry.kind == "goal":
            goals = {goal.id: goal.year for goal in contents.content.library.outline.goals}
            return self.tr("Goals for {0}").format(goals[entry.id])
        return heading or entry.body.in_(self._desk.language)

    def state(self, answer: Answer) -> str:
        """How far a requirement is."""
        progress = self._desk.text(f"progress.{answer.progress}")
        if answer.level is None:
            return progress
        return self.tr("{0}, level {1}").format(progress, answer.level)

    def target(self, preset: IndicatorPreset) -> str:
        """What an indicator is to reach, and by when where its document says so."""
        return preset_goal(preset, self._desk.language)
