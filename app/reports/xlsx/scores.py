"""The score sheet: the region's own rating, and beside it what the experts fill in."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.score_sheet import HIGHEST_SCORE
from app.domain.vocabulary import Progress
from app.reports.blocks import as_lines
from app.reports.model import RequirementEntry
from app.reports.xlsx.colours import LEVELS, PROGRESS
from app.reports.xlsx.fitting import Value
from app.reports.xlsx.maker import SheetMaker, points_of, remark
from app.reports.xlsx.sheet import Column, NumberRule, Sheet

# Places of columns, from 0.
_PROGRESS, _LEVEL, _SCORE = 7, 8, 13
# No. and id stay in sight.
_FROZEN = 2


class ScoreSheet(SheetMaker):
    def scores(self) -> tuple[str, int]:
        """All requirements with their answers; a subtotal for each article."""
        report = self.report
        name, sheet = self._sheet(
            "scores",
            self._columns(),
            report.scheme_note,
            self._t("scores.note"),
            foot=self._t("scores.signatures"),
            frozen=_FROZEN,
        )
        self._rows(sheet)
        sheet.highlight(_PROGRESS, {self._progress(one): PROGRESS[one] for one in PROGRESS})
        sheet.highlight(_LEVEL, self._level_fills())
        highest = f"{HIGHEST_SCORE:g}"
        sheet.protect(
            NumberRule(
                _SCORE,
                HIGHEST_SCORE,
                self._t("scores.name"),
                self._t("scores.hint", highest=highest),
                self._t("scores.error", highest=highest),
            )
        )
        return name, sheet.close()

    def _columns(self) -> tuple[Column, ...]:
        # The catalogue's English is twice as long.
        required, department, weight = (30, 12, 6) if self.report.language == "zh" else (40, 20, 9)
        return (
            self._column("no", 6, centered=True),
            self._column("id", 11, centered=True),
            self._column("requirement", 17),
            Column(self._t("required"), required),
            Column(self._t("usual-department"), department),
            self._own("unit", 12),
            self._column("weight", weight, centered=True),
            self._own("progress", 9, centered=True),
            self._own("level", 10, centered=True),
            self._column("points", 10, centered=True),
            self._own("narrative", 42),
            self._own("due", 15, centered=True),
            self._own("evidence", 9),
            Column(self._t("column.expert-score"), 10, centered=True, open=True),
            Column(self._t("column.expert-reason"), 20, open=True),
            Column(self._t("column.expert-opinion"), 20, open=True),
            self._column("remark-reason", 13),
        )

    def _rows(self, sheet: Sheet) -> None:
        report = self.report
        number = 0
        for article in report.articles:
            for item in article.requirements:
                number += 1
                sheet.write(self._score_row(item, number))
            name_of_sum = self._t("subtotal", article=self._article_name(article))
            sheet.write(
                self._sum_row(name_of_sum, article.weight, article.change_label, article.points),
                strong=True,
            )
        total = self._sum_row(self._t("total"), None, report.grade, report.points)
        sheet.write(total, strong=True)
        if report.own is not None:
            for item in report.own.requirements:
                number += 1
                sheet.write(self._score_row(item, number))
            name_of_sum = self._t("own.subtotal")
            sheet.write(self._sum_row(name_of_sum, None, "", report.own.points), strong=True)

    def _score_row(self, item: RequirementEntry, number: int) -> Sequence[Value]:
        return (
            number,
            item.id,
            item.title,
            item.statement,
            item.department,
            item.unit,
            item.weight,
            item.progress,
            item.level_label or self._t("not-rated"),
            points_of(item.points),
            as_lines(item.narrative),
            item.due,
            self._evidence(item.evidence),
            *(None,) * 3,
            remark(item),
        )

    def _sum_row(
        self, name: str, weight: float | None, label: str, points: float | None
    ) -> Sequence[Value]:
        """A subtotal or the total; `label` is the article's change, or the grade."""
        return (None, "", name, "", "", "", weight, "", label, points_of(points), *[""] * 7)

    def _level_fills(self) -> dict[str, str]:
        """Colours by the labels of the levels, which the region words itself."""
        rated = {one.level: one.level_label for one in self.report.requirements}
        return {label: LEVELS[level] for level, label in rated.items() if level is not None}

    def _progress(self, progress: Progress) -> str:
        return self._term(f"progress.{progress}")
