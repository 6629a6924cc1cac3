"""The sheets of practices, standards, annual plan, comparison and retired requirements."""

from __future__ import annotations

from collections.abc import Iterator

from app.reports.blocks import as_lines
from app.reports.model import ComparisonEntry
from app.reports.xlsx.colours import BAD, PROGRESS
from app.reports.xlsx.maker import SheetMaker, remark
from app.reports.xlsx.sheet import Column

# Place of the column, from 0.
_STATE = 6


class RegionSheets(SheetMaker):
    def practices(self) -> tuple[str, int]:
        """The practices, one row for each."""
        name, sheet = self._sheet(
            "practices",
            (
                self._column("no", 6, centered=True),
                self._own("practice.code", 10, centered=True),
                self._own("practice.title", 26),
                self._own("practice.what", 44),
                self._own("practice.novelty", 30),
                self._own("practice.effect", 30),
                self._own("practice.reach", 30),
                self._own("practice.requirements", 14, centered=True),
                self._own("practice.evidence", 14, centered=True),
                self._column("remark", 12),
            ),
        )
        for number, one in enumerate(self.report.practices, 1):
            written = map(as_lines, (one.what, one.novelty, one.effect, one.reach))
            texts = (one.code, one.title, *written)
            evidence = self._evidence(one.evidence)
            sheet.write((number, *texts, "\n".join(one.requirements), evidence, ""))
        return name, sheet.close()

    def standards(self) -> tuple[str, int]:
        """The standards that the evidence names."""
        name, sheet = self._sheet(
            "standards",
            (
                self._column("no", 6, centered=True),
                self._column("standard", 26),
                self._column("title", 60),
                self._column("kind", 16, centered=True),
                self._own("practice.evidence", 26),
                self._column("remark", 16),
            ),
        )
        for number, one in enumerate(self.report.standards, 1):
            evidence = self._evidence(one.evidence)
            sheet.write((number, one.number, one.title, one.kind, evidence, ""))
        return name, sheet.close()

    def comparison(self) -> tuple[str, int]:
        """What differs from the earlier snapshot, one row for each difference."""
        entry = self.report.comparison
        assert entry is not None
        name, sheet = self._sheet(
            "comparison",
            (
                self._column("no", 6, centered=True),
                self._column("part", 20, centered=True),
                self._column("item", 44),
                self._column("trend", 10, centered=True),
                self._column("before", 30),
                self._column("after", 30),
                self._column("difference", 10, centered=True),
                self._column("new-evidence", 24),
                self._column("remark", 16),
            ),
            entry.name,
            *entry.lines,
        )
        for number, row in enumerate(self._compared(entry), 1):
            sheet.write((number, *row))
        return name, sheet.close()

    def _compared(self, entry: ComparisonEntry) -> Iterator[tuple[str, ...]]:
        part = self._t("comparison.points")
        for one in entry.points:
            yield part, one.name, "", one.before, one.after, one.difference, "", ""
        part = self._t("comparison.items")
        for item in entry.items:
            evidence = self._t("separator").join(item.evidence)
            states = (item.trend_label, item.before, item.after)
            yield part, f"{item.id} {item.title}", *states, "", evidence, item.remark
        part = self._t("comparison.indicators")
        for row in entry.indicators:
            states = (row.trend_label, row.before, row.after)
            yield part, f"{row.code} {row.title}", *states, "", "", ""
        for key, named in (("new", entry.new_evidence), ("gone", entry.gone_evidence)):
            part = self._t(f"comparison.{key}-evidence")
            for title in named:
                yield part, title, "", "", "", "", "", ""

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
        words = {one: self._term(f"progress.{one}") for one in PROGRESS}
        late = {self._t("plan.overdue", state=word): BAD for word in words.values()}
        sheet.highlight(_STATE, late | {word: PROGRESS[one] for one, word in words.items()})
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
                    *map(as_lines, (item.narrative, item.problems, item.next_steps)),
                    item.due,
                    self._evidence(item.evidence),
                    remark(item),
                )
            )
        return name, sheet.close()
