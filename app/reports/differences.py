"""The part of the report on what has changed since an earlier snapshot."""

from __future__ import annotations

from app import texts
from app.domain.dates import format_date
from app.domain.indicators import Point
from app.domain.numbers import format_points
from app.domain.vocabulary import Change, Language, Trend, Unit
from app.queries.snapshots.comparing import (
    Comparison,
    IndicatorChange,
    ItemChange,
    ItemState,
    Named,
    PointsChange,
    compare,
)
from app.queries.snapshots.content import Content
from app.queries.snapshots.reading import SnapshotRow
from app.reports.amounts import amount
from app.reports.model import (
    ComparedIndicator,
    ComparedItem,
    ComparedPoints,
    ComparisonEntry,
)
from app.reports.numerals import chinese_numeral

NOTHING = "—"


def comparison_entry(
    row: SnapshotRow, before: Content, after: Content, language: Language
) -> ComparisonEntry:
    """What differs from the snapshot `row`, which froze `before`."""
    writer = DifferenceWriter(compare(before, after), before, after, language)
    changes = tuple((change, part.points) for change, part in before.overview().changes)
    return writer.entry(snapshot_name(row, language), changes)


def snapshot_name(row: SnapshotRow, language: Language) -> str:
    """S-01 基线自评 (2023年6月30日), with its title where it has one."""
    return texts.text(
        "snapshot.name",
        language,
        code=row.code,
        title=row.title or texts.text(f"stage.{row.stage}", language),
        day=format_date(row.taken_on, language),
    )


class DifferenceWriter:
    """Puts a comparison into words."""

    def __init__(
        self, comparison: Comparison, before: Content, after: Content, language: Language
    ) -> None:
        self.comparison = comparison
        self.before = before
        self.after = after
        self.language = language

    def entry(self, name: str, changes: tuple[tuple[Change, float | None], ...]) -> ComparisonEntry:
        compared = self.comparison
        return ComparisonEntry(
            name=name,
            lines=self.lines(),
            points=tuple(self.points(one) for one in (compared.total, *compared.articles)),
            items=tuple(self.item(one) for one in compared.items),
            indicators=tuple(self.indicator(one) for one in compared.indicators),
            new_evidence=tuple(map(_named, compared.new_evidence)),
            gone_evidence=tuple(map(_named, compared.gone_evidence)),
            changes=changes,
        )

    def lines(self) -> tuple[str, ...]:
        """Sentences that sum the comparison up."""
        one = self.comparison
        lines = [
            self._t(
                "compare.items",
                rose=one.count(Trend.ROSE),
                fell=one.count(Trend.FELL),
                new=one.count(Trend.NEW),
                gone=one.count(Trend.GONE),
            ),
            self._t(
                "compare.points",
                before=_points(one.total.before),
                after=_points(one.total.after),
                difference=_difference(one.total),
            ),
            self._t(
                "compare.more",
                evidence=len(one.new_evidence),
                practices=len(one.new_practices),
                tasks=len(one.done_tasks),
            ),
        ]
        if one.other_scheme:
            lines.append(self._t("compare.other-scheme"))
        return tuple(lines)

    def points(self, one: PointsChange) -> ComparedPoints:
        name = (
            self._t("report.total")
            if one.article is None
            else self._t("report.article", number=one.article, numeral=chinese_numeral(one.article))
        )
        return ComparedPoints(name, _points(one.before), _points(one.after), _difference(one))

    def item(self, one: ItemChange) -> ComparedItem:
        return ComparedItem(
            id=one.requirement_id,
            title=one.title.in_(self.language),
            trend=one.trend,
            trend_label=self.trend(one.trend),
            before=self._state(self.before, one.before),
            after=self._state(self.after, one.after),
            evidence=one.new_evidence,
            remark=self._t("compare.rewritten") if one.rewritten else "",
        )

    def indicator(self, one: IndicatorChange) -> ComparedIndicator:
        return ComparedIndicator(
            code=one.code,
            title=one.title.in_(self.language),
            trend=one.trend,
            trend_label=self.trend(one.trend),
            before=self._value(one.unit, one.before),
            after=self._value(one.unit, one.after),
        )

    def trend(self, trend: Trend) -> str:
        return self._t(f"trend.{trend}")

    def _state(self, content: Content, state: ItemState | None) -> str:
        """已完成；优秀（4级）."""
        if state is None:
            return NOTHING
        words = [self._t(f"progress.{state.progress}")]
        if state.level is not None:
            words.append(content.scheme.level(state.level).label.in_(self.language))
        return self._t("report.clause").join(words)

    def _value(self, unit: Unit, point: Point | None) -> str:
        if point is None:
            return NOTHING
        return self._t(
            "report.indicators.dated",
            value=amount(unit, point.value, self.language),
            on=format_date(point.on, self.language),
        )

    def _t(self, key: str, **params: object) -> str:
        return texts.text(key, self.language, **params)


def _named(one: Named) -> str:
    return f"{one.number} {one.title}"


def _points(points: float | None) -> str:
    return NOTHING if points is None else format_points(points)


def _difference(one: PointsChange) -> str:
    """+3.5, -0.2, 0; of what is shown, so that the reader's own reckoning agrees."""
    if one.before is None or one.after is None:
        return NOTHING
    difference = round(round(one.after, 1) - round(one.before, 1), 1)
    # Adding 0 makes -0.0 a 0.
    return ("+" if difference > 0 else "") + format_points(difference + 0.0)
