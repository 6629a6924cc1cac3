"""Two states of a workbook item by item: what rose, what fell, what is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.indicators import Point
from app.domain.scoring import item_points
from app.domain.vocabulary import Direction, Progress, Text, Trend, Unit
from app.queries.answers import Answer
from app.queries.indicators import IndicatorRow
from app.queries.overview import Overview
from app.queries.snapshots.content import Content

_STEPS = (Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.DONE)


@dataclass(frozen=True, slots=True)
class ItemState:
    """Where a requirement stood; `level` is None while it is not rated."""

    progress: Progress
    level: int | None
    points: float | None


@dataclass(frozen=True, slots=True)
class ItemChange:
    """A requirement then and now, None where it was not there.

    `new_evidence` are numbers of dossiers that serve it now and did not; `rewritten` says that
    its texts differ.
    """

    requirement_id: str
    title: Text
    trend: Trend
    before: ItemState | None
    after: ItemState | None
    new_evidence: tuple[str, ...]
    rewritten: bool


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """An indicator whose last value differs; rising means nearer to what is aimed at."""

    code: str
    title: Text
    unit: Unit
    trend: Trend
    before: Point | None
    after: Point | None


@dataclass(frozen=True, slots=True)
class PointsChange:
    """Points of 100 of an article, or of all where `article` is None."""

    article: int | None
    before: float | None
    after: float | None

    @property
    def difference(self) -> float | None:
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Named:
    """Something that came or went: a dossier, a practice or a task, by number and title."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two states; `items` and `indicators` that stayed the same are left out.

    `other_scheme` says that the points were not given by the same rules.
    """

    before_day: date
    after_day: date
    total: PointsChange
    articles: tuple[PointsChange, ...]
    grade_before: Text | None
    grade_after: Text | None
    other_scheme: bool
    items: tuple[ItemChange, ...]
    indicators: tuple[IndicatorChange, ...]
    new_evidence: tuple[Named, ...]
    gone_evidence: tuple[Named, ...]
    new_practices: tuple[Named, ...]
    done_tasks: tuple[Named, ...]

    def count(self, trend: Trend) -> int:
        """How many requirements went that way."""
        return sum(item.trend is trend for item in self.items)


def compare(before: Content, after: Content) -> Comparison:
    """What became of `before` until `after`."""
    then, now = before.overview(), after.overview()
    named = {row.id: Named(row.number, row.title) for row in (*before.evidence, *after.evidence)}
    was, is_ = {row.id for row in before.evidence}, {row.id for row in after.evidence}
    practised = {row.id for row in before.practices}
    return Comparison(
        before_day=before.day,
        after_day=after.day,
        total=PointsChange(None, then.score.points, now.score.points),
        articles=tuple(_articles(then, now)),
        grade_before=then.score.grade,
        grade_after=now.score.grade,
        other_scheme=before.scheme != after.scheme,
        items=tuple(item for item in _items(before, after) if _differs(item)),
        indicators=tuple(_indicators(before, after)),
        new_evidence=tuple(named[row.id] for row in after.evidence if row.id not in was),
        gone_evidence=tuple(named[row.id] for row in before.evidence if row.id not in is_),
        new_practices=tuple(
            Named(row.code, row.title) for row in after.practices if row.id not in practised
        ),
        done_tasks=tuple(_done_tasks(before, after)),
    )


def _articles(then: Overview, now: Overview) -> Iterator[PointsChange]:
    was = {part.info.number: part.score.points for part in then.articles}
    is_ = {part.info.number: part.score.points for part in now.articles}
    for number in sorted(was.keys() | is_.keys()):
        yield PointsChange(number, was.get(number), is_.get(number))


def _items(before: Content, after: Content) -> Iterator[ItemChange]:
    then = {row.requirement_id: row for row in before.answers}
    now = {row.requirement_id: row for row in after.answers}
    had, has = _evidence(before), _evidence(after)
    gone = [row for row in before.answers if row.requirement_id not in now]
    for row in (*after.answers, *gone):
        id_ = row.requirement_id
        earlier, later = then.get(id_), now.get(id_)
        states = _state(before, earlier), _state(after, later)
        yield ItemChange(
            requirement_id=id_,
            title=row.title,
            trend=_trend(*states),
            before=states[0],
            after=states[1],
            new_evidence=tuple(
                number for key, number in has.get(id_, {}).items() if key not in had.get(id_, {})
            ),
            rewritten=bool(earlier and later and _written(earlier) != _written(later)),
        )


def _differs(item: ItemChange) -> bool:
    return item.trend is not Trend.SAME or bool(item.new_evidence) or item.rewritten


def _evidence(content: Content) -> Mapping[str, Mapping[str, str]]:
    """Dossiers by the requirements that they serve: ids and numbers."""
    found: dict[str, dict[str, str]] = {}
    for row in content.evidence:
        for link in row.links:
            found.setdefault(link.requirement_id, {})[row.id] = row.number
    return found


def _state(content: Content, row: Answer | None) -> ItemState | None:
    if row is None:
        return None
    return ItemState(row.progress, row.level, item_points(content.scheme, row.state))


def _written(row: Answer) -> tuple[str, ...]:
    return row.reason, row.narrative, row.problems, row.next_steps


def _trend(before: ItemState | None, after: ItemState | None) -> Trend:
    """The level decides, and then the progress; leaving or entering what applies is neither."""
    if before is None or after is None:
        return Trend.NEW if before is None else Trend.GONE
    if (before.progress, before.level) == (after.progress, after.level):
        return Trend.SAME
    if Progress.NOT_APPLICABLE in (before.progress, after.progress):
        return Trend.CHANGED
    was, is_ = (
        (-1 if state.level is None else state.level, _STEPS.index(state.progress))
        for state in (before, after)
    )
    return Trend.ROSE if is_ > was else Trend.FELL


def _indicators(before: Content, after: Content) -> Iterator[IndicatorChange]:
    then = {row.id: row for row in before.indicators}
    now = {row.id: row for row in after.indicators}
    gone = [row for row in before.indicators if row.id not in now]
    for row in (*after.indicators, *gone):
        was, is_ = _last(then.get(row.id)), _last(now.get(row.id))
        if row.id not in now:
            trend = Trend.GONE
        elif was == is_:
            continue
        else:
            trend = _direction(row.direction, was, is_)
        yield IndicatorChange(row.code, row.title, row.unit, trend, was, is_)


def _last(row: IndicatorRow | None) -> Point | None:
    """The newest value; as long as there is no reading, that of the baseline."""
    if row is None or row.last is None:
        return None if row is None else row.baseline
    return Point(row.last.on, row.last.value)


def _direction(direction: Direction, was: Point | None, is_: Point | None) -> Trend:
    if was is None or is_ is None:
        return Trend.NEW if was is None else Trend.GONE
    if was.value == is_.value:
        return Trend.SAME
    more_is_better = direction is Direction.AT_LEAST
    return Trend.ROSE if (is_.value > was.value) is more_is_better else Trend.FELL


def _done_tasks(before: Content, after: Content) -> Iterator[Named]:
    done = {row.id for row in before.tasks if row.state is Progress.DONE}
    for row in after.tasks:
        if row.state is Progress.DONE and row.id not in done:
            yield Named(row.code, row.title)
