"""The sheets of the annual plan and of retired requirements."""

from __future__ import annotations

from app.reports.xlsx.maker import SheetMaker, remark
from app.reports.xlsx.sheet import Column


class RegionSheets(SheetMaker):
    def plan(self) -> tuple[str, int]:
        """The annual plan, one row for each task."""
        name, sheet = self._sheet(
            "plan",
            (
                self._column("no", 6, centered=True),
                self._own("plan_task.code", 10, centered=True),
                self._own("plan_task.year", 8, centered=True),
                self._own("plan_task.title", 48),
                self._own("plan_task.unit", 24),
                self._own("plan_task.due", 15, centered=True),
                self._own("plan_task.state", 16, centered=True),
                self._own("plan_task.requirements", 14, centered=True),
                self._own("plan_task.notes", 40),
            ),
        )
        for number, task in enumerate(self.report.plan, 1):
            sheet.write(
                (
                    number,
                    task.code,
                    task.year,
                    task.title,
                    task.unit,
                    task.due,
                    task.state,
                    "\n".join(task.requirements),
                    task.notes,
                )
            )
        return name, sheet.close()

    def retired(self) -> tuple[str, int]:
        """Answers to requirements that the catalogue has no more."""
        name, sheet = self._sheet(
            "retired",
            (
                self._column("no", 6, centered=True),
                self._column("id", 14, centered=True),
                self._column("requirement", 20),
                Column(self._t("required"), 32),
                Column(self._t("usual-department"), 15),
                self._own("unit", 15),
                self._own("progress", 9, centered=True),
                self._own("level", 11, centered=True),
                self._own("narrative", 56),
                self._own("problems", 30),
                self._own("next_steps", 30),
                self._own("due", 15, centered=True),
                self._own("evidence", 12),
                self._column("remark", 30),
            ),
            self._t("retired.note"),
        )
        for number, item in enumerate(self.report.retired, 1):
            sheet.write(
                (
                    number,
                    item.id,
                    item.title,
                    item.statement,
                    item.department,
                    item.unit,
                    item.progress,
                    item.level_label or self._t("not-rated"),
                    item.narrative,
                    item.problems,
                    item.next_steps,
                    item.due,
                    self._evidence(item.evidence),
                    remark(item),
                )
            )
        return name, sheet.close()
