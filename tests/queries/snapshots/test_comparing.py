"""Two states item by item."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.indicators import Point
from app.domain.vocabulary import Origin, Progress, Stage, Trend
from app.queries.evidence import evidence_list
from app.queries.indicators import indicators
from app.queries.profile import scheme
from app.queries.snapshots.comparing import Comparison, ItemState, Named, _trend, compare
from app.queries.snapshots.content import Content, live_content
from app.services.answers import edit_answer
from app.services.evidence import remove
from app.services.evidence_links import link
from app.services.indicators import edit_indicator
from app.services.measurements import set_reading, set_target
from app.services.own_requirements import add_requirement, remove_requirement
from app.services.plan import add_task, edit_task
from app.services.practices import add_practice
from app.services.profile import save_scheme
from app.services.workbooks import Workbook

TODAY = date(2026, 1, 5)


def state(workbook: Workbook, day: date = TODAY) -> Content:
    return live_content(workbook, Stage.INTERIM, day)


def trends(made: Comparison) -> dict[str, Trend]:
    return {item.requirement_id: item.trend for item in made.items}


def test_nothing_differs_from_itself(filled: Workbook) -> None:
    made = compare(state(filled), state(filled, date(2026, 3, 1)))
    assert made.items == ()
    assert made.indicators == ()
    assert (made.new_evidence, made.gone_evidence, made.new_practices) == ((), (), ())
    assert (made.total.difference, made.other_scheme) == (0, False)
    assert (made.before_day, made.after_day) == (TODAY, date(2026, 3, 1))


def test_requirements_rise_fall_come_and_go(filled: Workbook) -> None:
    add_requirement(filled, title="甲")
    before = state(filled)
    edit_answer(filled, "N29-2.07", level=3, narrative="新写的")
    edit_answer(filled, "N29-1.01", level=3)
    edit_answer(filled, "N29-1.02", progress=Progress.IN_PROGRESS)
    edit_answer(filled, "N29-1.03", progress=Progress.NOT_APPLICABLE, reason="理由")
    edit_answer(filled, "N29-1.04", narrative="只写了文字")
    add_requirement(filled, title="乙")
    remove_requirement(filled, "X-01")
    made = compare(before, state(filled))
    assert trends(made) == {
        "N29-1.01": Trend.FELL,
        "N29-1.02": Trend.ROSE,
        "N29-1.03": Trend.CHANGED,
        "N29-1.04": Trend.SAME,
        "N29-2.07": Trend.ROSE,
        "X-02": Trend.NEW,
        "X-01": Trend.GONE,
    }
    rewritten = [item.requirement_id for item in made.items if item.rewritten]
    assert rewritten == ["N29-1.03", "N29-1.04", "N29-2.07"]
    assert (made.count(Trend.ROSE), made.count(Trend.NEW)) == (2, 1)
    item = next(item for item in made.items if item.requirement_id == "N29-2.07")
    assert item.before == ItemState(Progress.IN_PROGRESS, 2, 50)
    assert item.after == ItemState(Progress.IN_PROGRESS, 3, 80)
    second = made.articles[1]
    assert second.article == 2
    assert second.difference is not None
    assert second.difference > 0
    back = compare(state(filled), before)
    assert trends(back)["N29-1.01"] is Trend.ROSE
    assert back.total.difference == pytest.approx(-(made.total.difference or 0))


def test_evidence_practices_and_tasks(filled: Workbook) -> None:
    add_task(filled, year=2025, title="任务")
    add_task(filled, year=2025, title="另一任务", state=Progress.DONE)
    first, second = evidence_list(filled)
    before = state(filled)
    remove(filled, [second.id], TODAY)
    link(filled, first.id, "N29-2.07")
    add_practice(filled, title="培优")
    edit_task(filled, "P-01", state=Progress.DONE)
    made = compare(before, state(filled))
    assert made.gone_evidence == (Named("2.07-01", "现场"),)
    assert made.new_evidence == ()
    assert made.new_practices == (Named("E-01", "培优"),)
    assert made.done_tasks == (Named("P-01", "任务"),)
    (item,) = made.items
    assert (item.requirement_id, item.trend) == ("N29-2.07", Trend.SAME)
    assert item.new_evidence == ("1.01-01",)
    back = compare(state(filled), before)
    assert back.new_evidence == (Named("2.07-01", "现场"),)


def test_indicators_rise_towards_their_target(filled: Workbook) -> None:
    share, cycle, *_ = indicators(filled, TODAY)
    edit_indicator(filled, cycle.id, baseline=26.0, baseline_on=date(2023, 1, 1))
    set_reading(filled, share.id, date(2024, 12, 31), TODAY, value=50)
    before = state(filled)
    set_reading(filled, share.id, date(2025, 12, 31), TODAY, value=45)
    set_reading(filled, cycle.id, date(2025, 12, 31), TODAY, value=20)
    set_target(filled, share.id, Origin.PILOT, 2026, 60)
    made = compare(before, state(filled))
    assert [(one.code, one.trend) for one in made.indicators] == [
        (share.code, Trend.FELL),
        # Fewer months are better; without a reading the baseline stands for it.
        (cycle.code, Trend.ROSE),
    ]
    assert made.indicators[1].before == Point(date(2023, 1, 1), 26.0)


def test_another_scheme_is_told(filled: Workbook) -> None:
    before = state(filled)
    save_scheme(filled, scheme(filled).with_article_weight(1, 40))
    made = compare(before, state(filled))
    assert made.other_scheme
    assert made.items == ()
    assert made.total.difference != 0


states = st.none() | st.builds(
    ItemState, st.sampled_from(Progress), st.none() | st.integers(0, 4), st.none()
)
OPPOSITE = {
    Trend.ROSE: Trend.FELL,
    Trend.FELL: Trend.ROSE,
    Trend.NEW: Trend.GONE,
    Trend.GONE: Trend.NEW,
}


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(before=states, after=states)
def test_the_way_back_is_the_opposite(before: ItemState | None, after: ItemState | None) -> None:
    if before is None and after is None:
        return
    there, back = _trend(before, after), _trend(after, before)
    assert back is OPPOSITE.get(there, there)
    assert (there is Trend.SAME) == (before == after)
