"""The workbook that is built, and the gaps that the check is to find in it."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from app.domain.report_sections import Section, takes_text
from app.domain.steps import finish
from app.domain.vocabulary import Origin, Pace, Progress, Stage, Trend
from app.errors import UserError
from app.queries.answers import answers
from app.queries.checks import check
from app.queries.evidence import evidence_list
from app.queries.indicators import indicators
from app.queries.overview import overview
from app.queries.plan import tasks
from app.queries.practices import practices
from app.queries.profile import profile
from app.queries.report_texts import report_texts
from app.queries.snapshots.comparing import compare
from app.queries.snapshots.content import live_content
from app.queries.snapshots.reading import read_snapshot, snapshots
from app.queries.verification import verify
from app.sample.build import build_sample
from app.services.workbooks import Workbook
from tests.sample.conftest import TODAY


def test_it_is_marked_as_a_sample_of_an_invented_region(sample: Workbook) -> None:
    pilot = profile(sample)
    assert (pilot.sample, pilot.region, pilot.contact_phone) == (True, "00", "000-00000000")
    assert "示例" in pilot.lead_unit


def test_it_is_answered_to_different_degrees(sample: Workbook) -> None:
    state = overview(sample, TODAY)
    counts = state.score.tally
    assert (counts.total, counts.applicable) == (88, 85)
    assert 20 < counts.done < counts.started < counts.applicable
    assert {row.level for row in answers(sample)} == {None, 1, 2, 3, 4}
    assert state.score.points is not None
    assert 40 < state.score.points < 90
    assert state.days_left is not None
    assert state.days_left > 0


def test_the_check_finds_each_kind_of_gap(sample: Workbook) -> None:
    found = Counter(finding.code for finding in check(sample, TODAY))
    assert found.pop("not-answered") >= 5
    assert found == {
        "profile-incomplete": 1,
        "achieved-without-evidence": 2,
        "not-applicable-without-reason": 1,
        "due-passed": 2,
        "rating-without-narrative": 1,
        "rated-but-not-started": 1,
        "done-without-rating": 1,
        "evidence-expired": 1,
        "evidence-unlinked": 1,
        "evidence-without-file": 1,
        "no-reading": 1,
        "reading-stale": 1,
        "target-missed": 1,
        "indicator-unverified": 1,
        "task-overdue": 2,
    }


def test_evidence_is_intact_described_and_shared(sample: Workbook) -> None:
    result = finish(verify(sample))
    assert result.ok
    rows = evidence_list(sample)
    assert (result.checked, len(rows)) == (47, 48)
    names = [file.name for row in rows for file in row.files]
    assert {name.rsplit(".")[-1] for name in names} == {"pdf", "docx", "xlsx", "png", "txt"}
    rules = next(row for row in rows if row.title == "示例省标准化工作联席会议议事规则")
    assert (rules.number, rules.document_number) == ("1.02-01", "示例政办发〔2024〕12号")
    assert [link.requirement_id for link in rules.links] == ["N29-1.02", "N29-1.03"]
    assert all(link.locator and link.proves for row in rows for link in row.links)


def test_indicators_stand_in_every_way_that_there_is(sample: Workbook) -> None:
    rows = {row.code: row for row in indicators(sample, TODAY)}
    assert {code: row.pace_on(TODAY) for code, row in rows.items()} == {
        "IND-OUT-1": Pace.ON_TRACK,
        "IND-OUT-2": Pace.BEHIND,
        "IND-OUT-3": Pace.NO_READING,
        "IND-OUT-4": Pace.BEHIND,
        "IND-CQ-5": Pace.ON_TRACK,
        "IND-ZJ-2": Pace.ON_TRACK,
        "X-IND-01": Pace.REACHED,
    }
    assert not rows["IND-OUT-3"].readings
    assert [row.code for row in rows.values() if row.stale] == ["X-IND-01"]
    assert [target.year for target in rows["X-IND-01"].targets] == [None]
    share = rows["IND-OUT-1"]
    assert [(one.value, one.evidence_number) for one in share.readings] == [
        *((43, "5.08-01"), (47.5, ""), (52, "5.08-01"))
    ]
    origins = [target.origin for target in share.targets]
    assert origins == [Origin.OUTLINE, Origin.REGION, Origin.PILOT]


def test_the_region_has_requirements_and_a_plan_of_its_own(sample: Workbook) -> None:
    own = [row for row in answers(sample) if row.own]
    assert [(row.requirement_id, row.progress) for row in own] == [
        ("X-01", Progress.DONE),
        ("X-02", Progress.IN_PROGRESS),
        ("X-03", Progress.NOT_STARTED),
    ]
    planned = tasks(sample)
    assert {row.year for row in planned} == {2024, 2025, 2026, 2027}
    assert {row.state for row in planned} == set(Progress)
    assert [row.code for row in planned if row.is_overdue(TODAY)] == ["P-04", "P-05"]
    assert {"X-01", "X-02"} < {one for row in planned for one in row.requirements}


@pytest.mark.parametrize("today", [date(2024, 1, 1), date(2028, 2, 29)])
def test_it_can_be_built_on_any_day(tmp_path: Path, today: date) -> None:
    workbook = build_sample(tmp_path / "sample", today, "en")
    try:
        assert any(row.is_overdue(today) for row in tasks(workbook))
        assert all(one.on < today for row in indicators(workbook, today) for one in row.readings)
    finally:
        workbook.close()


def test_an_occupied_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match=r"workbook\.exists"):
        build_sample(tmp_path, TODAY, "zh")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_it_can_be_compared_with_its_baseline(sample: Workbook) -> None:
    (row,) = snapshots(sample)
    assert (row.code, row.stage, row.taken_on) == ("S-01", Stage.BASELINE, date(2024, 5, 31))
    made = compare(read_snapshot(sample, row), live_content(sample, Stage.INTERIM, TODAY))
    assert made.total.difference is not None
    assert made.total.difference > 20
    assert made.count(Trend.ROSE) > 50
    assert [item.requirement_id for item in made.items if item.trend is Trend.FELL] == ["N29-5.11"]
    trends = {one.code: one.trend for one in made.indicators}
    assert trends["IND-OUT-1"] is Trend.ROSE
    assert trends["IND-OUT-2"] is Trend.ROSE
    assert trends["X-IND-01"] is Trend.NEW
    assert len(made.new_evidence) == 48
    assert len(made.new_practices) == 3


def test_its_report_is_written(sample: Workbook) -> None:
    assert [one.section for one in report_texts(sample)] == sorted(
        key.value for key in Section if takes_text(key)
    )
    rows = practices(sample)
    assert [row.code for row in rows] == ["E-01", "E-02", "E-03"]
    assert [row.evidence for row in rows] == [("5.01-01",), ("5.08-01",), ()]
    assert all(row.what and row.novelty and row.effect and row.reach for row in rows)
